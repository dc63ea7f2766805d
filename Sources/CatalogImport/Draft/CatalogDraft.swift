import Catalogs
import Documents

/// A catalog in the making: what a description says, before categories are formed.
struct CatalogDraft {
  /// A scope as the description has it.
  struct Scope {
    var id: String
    var text = ""
    var isDeclared = true
    /// Where the document names it first.
    var origin: JSONValue?
    /// Whether its id had to be repaired.
    var isRepaired = false
    var title = ""
    var summary = ""
    var access = ""
    var touches: [String] = []
    var isDeprecated = false
    var replacement: String?
    var includes: [String] = []
    var inferred: Catalogs.Scope.Inferred = []
    /// The names of the categories around it, outermost first.
    var path: [String] = []
    var isPathInferred = true
  }

  /// A call as the description has it.
  struct Operation {
    var method: String
    var path: String
    var summary = ""
    var tag = ""
    var isDeprecated = false
    /// Alternatives of sets of scopes by index; nil where nothing is stated.
    var requirement: [[Int]]?
    var isInferred = false
  }

  var id = ""
  var name = ""
  var version = ""
  var summary = ""
  var servers: [String] = []
  var source = ""
  var scopes: [Scope] = []
  var operations: [Operation] = []
  /// Summaries of categories by name, from the vendor's tags.
  var tags: [(name: String, summary: String)] = []
  /// Summaries of categories by path.
  var categorySummaries: [[String]: String] = [:]
  /// Members of the overlay that are taken over as they stand.
  var further: [(name: String, value: JSONNode)] = []
  private(set) var indexOfScope: [String: Int] = [:]

  /// The index of a scope, which is added where it is new.
  mutating func scope(_ id: String, text: String = "", isDeclared: Bool) -> Int {
    if let index = indexOfScope[id] {
      if scopes[index].text.isEmpty { scopes[index].text = text }
      if isDeclared { scopes[index].isDeclared = true }
      return index
    }
    indexOfScope[id] = scopes.count
    scopes.append(Scope(id: id, text: text, isDeclared: isDeclared))
    return scopes.count - 1
  }

  /// Numbers the scopes anew.
  private mutating func setIndices() {
    for (index, scope) in scopes.enumerated() { indexOfScope[scope.id] = index }
  }
}

/// What was found out, counted as a person would count it in the document.
package struct ImportCounts: Hashable, Sendable {
  /// Scopes that a scheme declares.
  package var declared = 0
  /// Calls.
  package var operations = 0
  /// Calls that name scopes.
  package var operationsWithScopes = 0
  /// Scopes that calls name.
  package var named = 0
  /// Scopes that calls name and no scheme declares.
  package var undeclared = 0
}

/// What an import repaired, left out or guessed.
package struct ImportNote: Sendable {
  /// Whether it is about the overlay, and not about the description.
  package var isOfOverlay: Bool
  /// The line of the document, from 1; nil where it is about no one place.
  ///
  /// Counted when it is asked for: few of many notes are shown, and each would read all before it.
  package var line: Int? { place?.line }
  /// What was done, as a sentence without a full stop.
  package var text: String

  private let place: JSONValue?

  init(isOfOverlay: Bool = false, at place: JSONValue?, text: MessageText) {
    (self.isOfOverlay, self.place, self.text) = (isOfOverlay, place, text.string)
  }
}

extension CatalogDraft {
  /// Puts the scopes into another order; what refers to them by index follows.
  mutating func reorder(_ order: [Int]) {
    var place = Array(repeating: 0, count: scopes.count)
    for (new, old) in order.enumerated() { place[old] = new }
    scopes = order.map { scopes[$0] }
    for index in operations.indices {
      operations[index].requirement = operations[index].requirement?.map { set in
        set.map { place[$0] }.sorted()
      }
    }
    setIndices()
  }
}
