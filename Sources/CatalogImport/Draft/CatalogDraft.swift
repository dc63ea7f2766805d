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
    var origin: References.Place?
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
    /// The kinds of keys that can carry it, by id; empty for all.
    var kinds: [String] = []
    /// The permission of which it is a level, and the level.
    var level: (permission: String, name: String)?
    /// The id that the platform's interface has for it, by kind of key; "" for every kind.
    var native: [(kind: String, id: String)] = []
    /// Where the platform describes it; empty for nowhere.
    var homepage = ""
  }

  /// What an alternative depends on.
  struct Term: Hashable {
    var when: String?
    var unless: String?
    /// The kinds of keys that it is for, by id; empty for all.
    var kinds: [String] = []
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
    /// What each alternative depends on; empty where none depends on anything.
    var terms: [Term] = []
    var isInferred = false
    /// Further methods by which the same call can be made.
    var otherMethods: [String] = []
    /// The parameter of the path whose value may hold slashes, where there is one.
    var slashes: String?
  }

  var id = ""
  var name = ""
  /// The title of the description, whatever name the catalog was given.
  var title = ""
  var version = ""
  var summary = ""
  var servers: [String] = []
  var source = ""
  /// The kinds of keys by id and title.
  var kinds: [(id: String, title: String)] = []
  /// The conditions by id and question.
  var conditions: [(id: String, question: String)] = []
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

// MARK: - What every form of description has

extension CatalogDraft {
  /// More calls are refused: no catalog of them could be read by a person.
  static let maximumCalls = 100_000

  /// Takes over the names that a description gives, or those that were asked for.
  mutating func setNames(
    title: String, version: String, format: String, _ options: ImportOptions
  ) {
    self.title = PlainText.line(title, limit: 100)
    name = options.name ?? (self.title.isEmpty ? "Imported" : self.title)
    id = options.id ?? Self.slug(name)
    let version = PlainText.line(version, limit: 100)
    self.version = options.version ?? (version.isEmpty ? "unversioned" : version)
    source = options.source.isEmpty ? format : options.source + ", " + format
  }

  /// Small letters, digits and single hyphens.
  static func slug(_ name: String) -> String {
    let parts = name.lowercased().utf8.split {
      !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0)
    }
    let slug = parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    return slug.isEmpty ? "imported" : String(slug.prefix(100))
  }

  /// A path as a catalog can hold it.
  static func path(_ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) {
      return path
    }
    var result = path.utf8.first == UInt8(ascii: "/") ? "" : "/"
    for byte in path.utf8 {
      if (0x21..<0x7F).contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
