import BitCollections
import Calls
import Catalogs
import Documents
import Judgement
import Keys

/// Calls that show, one for each scope, whether a real key is the designed one.
///
/// Each is harmless (`HarmlessCall`), and tells its scope from all others: it is open to the design
/// only because of the scope, or would be open if the design had it.
package struct ProbePlan: Hashable, Sendable {
  /// A scope that no harmless call shows.
  package struct Untested: Hashable, Sendable {
    /// The scope's id.
    package let scope: String
    /// Whether the design has it.
    package let isChosen: Bool
    /// Why it is not tested, as words.
    package let reason: String
  }

  /// The catalog's id.
  package let catalogID: String
  /// The catalog's version.
  package let catalogVersion: String
  /// The calls, in the order of their scopes.
  package let calls: [ProbeCall]
  /// The scopes without one, in the catalog's order, then those that it does not have.
  package let untested: [Untested]

  /// Plans the calls for a design.
  package init(_ design: KeyDesign, catalog: Catalog) {
    catalogID = catalog.id
    catalogVersion = catalog.version
    var calls: [ProbeCall] = []
    var untested: [Untested] = []
    let access = KeyAccess(design, in: catalog)
    for scope in catalog.scopes.indices {
      let isChosen = design.scopes.contains(scope)
      var without = design.scopes
      without.remove(scope)
      var with = without
      with.insert(scope)
      let (more, less) = (access.with(with), access.with(without))
      let opened = catalog.operations(openedBy: scope)
      // What is open in some case without it may be allowed all the same.
      let telling = opened.filter { more.isOpen($0) && !less.mayOpen($0) }
        .map { catalog.operations[$0] }
      let harmless = telling.compactMap { operation in
        HarmlessCall(operation).map { (operation: operation, call: $0) }
      }
      let id = catalog.scopes[scope].id
      guard let best = harmless.min(by: { $0.call < $1.call }) else {
        let reason =
          if opened.isEmpty {
            "the catalog knows no call that it opens"
          } else if telling.isEmpty {
            "no call tells it from the key's other scopes"
          } else {
            "only calls that could make or change something show it"
          }
        untested.append(Untested(scope: id, isChosen: isChosen, reason: reason))
        continue
      }
      calls.append(
        ProbeCall(
          scope: id, method: best.operation.method, path: best.operation.path,
          expected: isChosen ? .allowed : .refused, kind: best.call.kind,
          pieces: best.call.pieces))
    }
    self.calls = calls
    self.untested =
      untested
      + design.details.unknownScopes.map {
        Untested(scope: $0, isChosen: true, reason: "the catalog does not know it")
      }
  }

  /// The parameters that whoever runs the plan may name, with the variable for each, sorted.
  package var containers: [(parameter: String, variable: String)] {
    Set(calls.compactMap(\.container)).sorted().map { ($0, Self.variable($0)) }
  }

  /// `storeId` as `KEYWRIGHT_PATH_STORE_ID`: never the name of another variable of the script.
  static func variable(_ parameter: String) -> String {
    var name: [UInt8] = []
    var endsWord = false
    for scalar in parameter.unicodeScalars {
      let byte = UInt8(exactly: scalar.value) ?? UInt8(ascii: "_")
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      let isDigit = (0x30...0x39).contains(byte)
      if isUpper, endsWord { name.append(UInt8(ascii: "_")) }
      name.append(isLower ? byte - 0x20 : isUpper || isDigit ? byte : UInt8(ascii: "_"))
      endsWord = isLower || isDigit
    }
    return "KEYWRIGHT_PATH_" + (name.isEmpty ? "ID" : String(decoding: name, as: UTF8.self))
  }

  /// The plan for programs, with calls that go to an address.
  package func node(base: ProbeBase) -> JSONNode {
    .object([
      ("$schema", .string("urn:keywright:probe:1")),
      (
        "catalog",
        .object([("id", .string(catalogID)), ("version", .string(catalogVersion))])
      ),
      ("base", .string(base.text)),
      (
        "calls",
        .lines(
          calls.map { call in
            .object(call.members + [("url", .string(base.text + call.template))])
          })
      ),
      (
        "untested",
        .lines(
          untested.map { item in
            .object([
              ("scope", .string(item.scope)), ("chosen", .boolean(item.isChosen)),
              ("reason", .string(item.reason)),
            ])
          })
      ),
    ])
  }
}

extension ProbeCall {
  /// The id of zeros, which no object has.
  static let absentID = "00000000-0000-0000-0000-000000000000"

  /// The path that is asked for, with the parameter that may be named in braces.
  var template: String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): PercentCoding.encoded(text)
      case .container(let name): "{" + PercentCoding.encoded(name) + "}"
      case .absent: Self.absentID
      }
    }.joined()
  }
}
