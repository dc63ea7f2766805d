import BitCollections
import Documents

/// Which scopes grant which others, through as many steps as it takes; empty where none does.
package struct ScopeGrants: Sendable {
  /// An include that cannot be.
  struct Failure: Error {
    /// What is wrong with it.
    enum Reason {
      case cycle
      case tooMany
    }

    /// The scope that includes.
    var scope: Int
    /// The place in its list.
    var position: Int
    /// What is wrong.
    var reason: Reason
  }

  /// More steps than this are refused: a document must not cost more than it is long.
  static let maximumSteps = 1_000_000

  private(set) var isEmpty = true
  package private(set) var granted = ListOfLists()
  package private(set) var granters = ListOfLists()

  init() {}

  /// - Parameter includes: for each scope those that it includes itself.
  /// - Throws: `Failure` at the first include that cannot be.
  init(includes: [[Int]]) throws(Failure) {
    guard includes.contains(where: { !$0.isEmpty }) else { return }
    isEmpty = false
    for closure in try Self.closures(of: includes) { granted.append(closure) }
    granters = granted.inverted(count: includes.count)
  }

  /// - Parameter granted: for each scope those that it grants, ascending.
  init(granted: ListOfLists) {
    isEmpty = false
    self.granted = granted
    granters = granted.inverted(count: granted.count)
  }

  /// Walks depth first with a stack of its own: a chain may be as long as the catalog.
  private static func closures(of includes: [[Int]]) throws(Failure) -> [[Int32]] {
    var closures = Array(repeating: [Int32](), count: includes.count)
    var isOpen = Array(repeating: false, count: includes.count)
    var isDone = includes.map(\.isEmpty)
    var seenBy = Array(repeating: -1, count: includes.count)
    var stack: [(scope: Int, position: Int)] = []
    var steps = 0
    for root in includes.indices where !isDone[root] {
      stack.append((root, 0))
      isOpen[root] = true
      while let (scope, position) = stack.last {
        guard position == includes[scope].count else {
          stack[stack.count - 1].position += 1
          let next = includes[scope][position]
          guard !isOpen[next] else {
            throw Failure(scope: scope, position: position, reason: .cycle)
          }
          if !isDone[next] {
            isOpen[next] = true
            stack.append((next, 0))
          }
          continue
        }
        var closure: [Int32] = []
        for (position, inner) in includes[scope].enumerated() {
          steps += closures[inner].count + 1
          guard steps <= maximumSteps else {
            throw Failure(scope: scope, position: position, reason: .tooMany)
          }
          if seenBy[inner] != scope { closure.append(Int32(inner)) }
          seenBy[inner] = scope
          for next in closures[inner] where seenBy[Int(next)] != scope {
            closure.append(next)
            seenBy[Int(next)] = scope
          }
        }
        closures[scope] = closure.sorted()
        isDone[scope] = true
        isOpen[scope] = false
        stack.removeLast()
      }
    }
    return closures
  }
}

// MARK: - Asking

extension Catalog {
  /// Whether any scope grants another.
  package var hasGrants: Bool { !grants.isEmpty }

  /// The scopes that a scope grants, directly or through others, in the order of the catalog.
  package func granted(by scope: Int) -> [Int] {
    grants.isEmpty ? [] : grants.granted[scope].map(Int.init)
  }

  /// The scopes that grant a scope, directly or through others, in the order of the catalog.
  package func granters(of scope: Int) -> [Int] {
    grants.isEmpty ? [] : grants.granters[scope].map(Int.init)
  }

  /// The scopes that these grant beyond themselves.
  package func granted(by scopes: BitSet) -> BitSet {
    held(by: scopes).subtracting(scopes)
  }

  /// The scopes that a key has with these ticked: themselves and what they grant.
  ///
  /// Costs nothing where no scope of the catalog grants another.
  package func held(by scopes: BitSet) -> BitSet {
    guard !grants.isEmpty else { return scopes }
    var held = scopes
    for scope in scopes {
      for inner in grants.granted[scope] { held.insert(Int(inner)) }
    }
    return held
  }

  /// Says whether a key with these ticked has a scope: ticked itself, or granted by one that is.
  package func isHeld(_ scope: Int, by scopes: BitSet) -> Bool {
    if scopes.contains(scope) { return true }
    guard !grants.isEmpty else { return false }
    return grants.granters[scope].contains { scopes.contains(Int($0)) }
  }

  /// The operations that name a scope or one that it grants, in the catalog's order.
  package func operations(openedBy scope: Int) -> [Int] {
    guard !grants.isEmpty, !grants.granted[scope].isEmpty else { return operationsOfScope[scope] }
    var all = BitSet(operationsOfScope[scope])
    for inner in grants.granted[scope] { all.formUnion(operationsOfScope[Int(inner)]) }
    return Array(all)
  }
}
