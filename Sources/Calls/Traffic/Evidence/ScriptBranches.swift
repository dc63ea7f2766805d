/// What the branches of a script set: behind `fi` nobody knows which of them was taken.
struct ScriptBranches: Sendable {
  /// Branches within branches are followed so deeply; prose opens some that never end.
  private static let deepest = 64

  /// The values that each name had or was given, a dictionary for each branch that is open.
  private var open: [[[UInt8]: Set<[UInt8]>]] = []
  /// How many of the branches that are open are those of `case`.
  private var cases = 0

  /// Whether a closing bracket may end a pattern of `case`, which a command follows.
  var isInCase: Bool { cases > 0 }

  /// Takes in a word where a command may stand.
  ///
  /// Where the branches end, a variable that got several values has none that is known.
  mutating func pass(_ word: ArraySlice<UInt8>, _ variables: inout ScriptVariables) {
    if word.elementsEqual("case".utf8) { cases += 1 }
    if word.elementsEqual("esac".utf8) { cases = max(cases - 1, 0) }
    if word.elementsEqual("if".utf8) || word.elementsEqual("case".utf8) {
      if open.count < Self.deepest { open.append([:]) }
    } else if word.elementsEqual("fi".utf8) || word.elementsEqual("esac".utf8) {
      for (name, values) in open.popLast() ?? [:] where values.count > 1 { variables[name] = nil }
    }
  }

  /// Takes in what a variable is set to, and what it was; nil where a value is not known.
  mutating func note(_ name: ArraySlice<UInt8>, before: [UInt8]?, value: [UInt8]?) {
    for index in open.indices {
      var values = open[index][Array(name)] ?? before.map { [$0] } ?? []
      if let value { values.insert(value) }
      open[index][Array(name)] = values
    }
  }
}
