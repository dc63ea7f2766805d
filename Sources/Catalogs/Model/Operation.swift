/// One API call: a method and a path template, with the scopes it requires.
package struct Operation: Hashable, Sendable {
  /// What a call requires.
  package enum Requirement: Hashable, Sendable {
    /// The reference states nothing. That does not make the call free.
    case notStated
    /// Any one of these sets of scope indices, each in full; an empty set means that none is needed.
    case anyOf([[Int]])
  }

  /// When an alternative counts.
  package struct Terms: Hashable, Sendable {
    /// The kinds of key that it is for.
    package var kinds = KindSet.all
    /// The condition that has to hold, by its index.
    package var when: Int?
    /// The condition that must not hold, by its index.
    package var unless: Int?

    /// Whether it always counts.
    var areNone: Bool { self == Terms() }

    /// What it is for: where a condition holds, or where it does not; nil for everything.
    ///
    /// What holds is a number from 0, what does not is below it.
    var situation: Int? { when ?? unless.map { -1 - $0 } }

    /// Whether it counts for a key that has answered its conditions.
    func hold(for key: KeyTerms) -> Bool {
      (when.map { key[$0] == true } ?? true) && (unless.map { key[$0] == false } ?? true)
    }
  }

  /// The HTTP method in capitals.
  package var method = ""
  /// The path template, for example `/stores/{storeId}/orders`.
  package var path: String { pathText.string }
  /// The scopes required, all alternatives that the reference lists.
  ///
  /// What of it counts for one key, `Catalog.requirement(of:for:)` says.
  package var requirement = Requirement.notStated
  /// For each alternative when it counts; empty where all of them always do.
  package var terms: [Terms] = []
  /// What it does, in a sentence; may be empty.
  package var summary: String { summaryText.string }
  /// The vendor's group of calls that it belongs to; may be empty.
  package var tag = ""
  /// Whether the vendor has deprecated it.
  package var isDeprecated = false
  /// Further methods by which the same call can be made, in capitals.
  package var otherMethods: [String] = []
  /// The path parameter whose value may hold slashes, without its braces; nil for none.
  package var slashParameter: String?
  /// Whether the requirement was read out of prose or names, and not stated for machines.
  package var isInferred = false

  var pathText = LazyText("")
  var summaryText = LazyText("")

  /// Method and path, as manifests and messages write it.
  package var call: String { method + " " + path }

  /// The same with each method by which it can be made, the preferred first.
  package var calls: [String] { ([method] + otherMethods).map { $0 + " " + path } }

  /// Says whether a text is a method as calls write one: capitals, and hyphens between them.
  package static func isMethod(_ text: String) -> Bool {
    let isLetter = { (byte: UInt8?) in byte.map { (0x41...0x5A).contains($0) } ?? false }
    return isLetter(text.utf8.first) && isLetter(text.utf8.last)
      && text.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
  }
}

extension Operation {
  init(method: String, path: String, requirement: Requirement) {
    self.init(
      method: method, requirement: requirement, pathText: LazyText(path),
      summaryText: LazyText(""))
  }
}
