import BitCollections
import Catalogs
import Documents

/// Collects what a document grants.
struct AdoptionDraft {
  /// Documents are adopted up to so many bytes: what platforms take is a thousandth of that.
  static let maximumBytes = 8 * 1024 * 1024
  /// So many different patterns are expanded; a policy of AWS has room for some hundred.
  static let maximumPatterns = 1000
  /// Of what a key cannot say a manifest keeps so many entries.
  static let maximumRemainders = 1000
  /// Of a part that a key cannot say so many bytes are kept.
  static let maximumSource = 2000

  let catalog: Catalog
  private(set) var wildcards: [Adoption.Wildcard] = []
  private(set) var remainders: [Adoption.Remainder] = []
  var notes: [String] = []
  var label = ""
  var purpose = ""
  var addresses: [String] = []
  var rotateBy: CalendarDate?
  private var uncounted = 0
  private var kinds: [String?] = []
  private var designs: [KeyDesign] = []
  private var knownUnknown: Set<String> = []

  init(catalog: Catalog) { self.catalog = catalog }

  /// The id of the first of these kinds that the catalog has; nil where it has none of them.
  func kind(_ names: [String]) -> String? { names.first { catalog.indexOfKind($0) != nil } }

  private mutating func place(_ kind: String?) -> Int {
    if let place = kinds.firstIndex(of: kind) { return place }
    kinds.append(kind)
    designs.append(KeyDesign())
    return designs.count - 1
  }

  /// Takes a scope of the catalog.
  mutating func add(_ scope: Int, kind: String? = nil) { designs[place(kind)].scopes.insert(scope) }

  /// Takes a scope by its id; one that the catalog does not have is kept by its id.
  mutating func add(id: String, kind: String? = nil, at where: String) {
    if let scope = catalog.indexOfScope(id) { return add(scope, kind: kind) }
    guard TextCheck.isLine(id) else {
      return leave(`where`, "an id that is empty or holds control characters", nil)
    }
    guard knownUnknown.insert((kind ?? "") + "\n" + id).inserted else { return }
    designs[place(kind)].details.unknownScopes.append(id)
  }

  /// Notes that a pattern stands for so many scopes.
  mutating func expanded(_ pattern: String, to count: Int) throws(ModelError) {
    guard !wildcards.contains(where: { $0.pattern == pattern }) else { return }
    guard wildcards.count < Self.maximumPatterns else {
      throw ModelError(
        problem: "the document has more than \(Self.maximumPatterns) patterns with wildcards",
        remedy: "Adopt a part of it")
    }
    wildcards.append(Adoption.Wildcard(pattern: pattern, count: count))
  }

  /// Whether a pattern was expanded before.
  func hasExpanded(_ pattern: String) -> Bool { wildcards.contains { $0.pattern == pattern } }

  /// Keeps what a key cannot say.
  mutating func leave(_ place: String, _ what: String, _ value: JSONValue?) {
    guard remainders.count < Self.maximumRemainders else {
      uncounted += 1
      return
    }
    let short = value.map { $0.source.count <= Self.maximumSource } ?? false
    let source = short ? value.map { JSONWriter.writeLine(JSONNode($0)).dropLast() } ?? [] : []
    remainders.append(
      Adoption.Remainder(place: place, what: Wording.cut(what, to: 300), source: Array(source)))
  }

  /// What was collected.
  ///
  /// - Throws: where it grants nothing: an empty key is no result.
  func adoption(of form: AdoptableForm) throws(ModelError) -> Adoption {
    let keys = zip(kinds, designs).map { kind, design in
      var design = design
      design.details.kind = kind
      if TextCheck.isLine(label) { design.details.label = label }
      if TextCheck.isLine(purpose) { design.details.purpose = purpose }
      design.details.ipAddresses = addresses
      design.details.rotateBy = rotateBy
      return Adoption.Key(kind: kind, design: design)
    }
    guard
      keys.contains(where: { !$0.design.scopes.isEmpty || !$0.design.details.unknownScopes.isEmpty }
      )
    else {
      let why =
        remainders.first.map { ": at \($0.place) stands \($0.what)" } ?? ""
      throw ModelError(
        problem: "\(whole: form.words) was read, and nothing in it can be said as scopes of the "
          + "catalog \"\(catalog.id)\"\(whole: why)",
        remedy: "Name another catalog with --catalog, or a document that grants something")
    }
    var adoption = Adoption(form: form, catalog: catalog, keys: keys)
    adoption.wildcards = wildcards
    adoption.remainders = remainders
    if uncounted > 0 {
      adoption.remainders.append(
        Adoption.Remainder(place: "", what: "\(uncounted) more of that kind, not listed here"))
    }
    adoption.notes = notes
    return adoption
  }
}
