import BundledCatalogs
import Catalogs
import Documents
import TestSupport
import Testing

/// The Komerza catalog says what the vendor's documents say.
struct BundledCatalogTests {
  private let catalog = Samples.komerza

  @Test func `every bundled catalog decodes under its own id`() throws {
    #expect(BundledCatalogs.ids.first == "komerza")
    for id in BundledCatalogs.ids {
      #expect(try BundledCatalogs.load(id)?.id == id)
    }
  }

  @Test func `an id that is not bundled gives nothing`() throws {
    #expect(try BundledCatalogs.load("shopify") == nil)
  }

  @Test func `the vendor's 35 scopes stand in its 8 categories, in its order`() {
    let documented = [
      "Store Management 4", "Categories 4", "Products & Inventory 4", "Customer Management 3",
      "Order Processing 8", "Affiliate Program 2", "Support & Communication 6",
      "Webhooks & Integrations 4",
    ]
    let top = catalog.categories.filter { $0.parent == nil }
    #expect(top.prefix(8).map { "\($0.name) \($0.scopes.count)" } == documented)
    let vendors = top.prefix(8).map(\.scopes.count).reduce(0, +)
    #expect(vendors == 35)
  }

  @Test func `18 further scopes come from the API reference alone`() {
    #expect(catalog.scopes.count == 53)
  }

  @Test func `287 operations, of which the reference leaves 37 without a scope`() {
    #expect(catalog.operations.count == 287)
    #expect(catalog.operations.count { $0.requirement == .notStated } == 37)
  }

  @Test func `a category is the run of its scopes`() {
    for (index, category) in catalog.categories.enumerated() {
      for scope in category.scopes { #expect(catalog.scopes[scope].category == index) }
    }
    #expect(catalog.categories.map(\.scopes).flatMap(Array.init) == Array(catalog.scopes.indices))
  }

  @Test func `every scope has a summary, an access and a provenance that is a source`() {
    let sources = Set(catalog.sources.map(\.name))
    for scope in catalog.scopes {
      #expect(!scope.summary.isEmpty, "\(scope.id)")
      #expect(scope.access != .unstated, "\(scope.id)")
      if case .source(let name) = scope.provenance { #expect(sources.contains(name)) }
    }
  }

  @Test func `the tree's nodes enclose their descendants`() {
    let nodes = catalog.tree.nodes
    for (index, node) in nodes.enumerated() {
      for inner in index + 1..<node.end { #expect(nodes[inner].depth > node.depth) }
      if node.end < nodes.count { #expect(nodes[node.end].depth <= node.depth) }
      #expect(catalog.tree.ancestors(of: index).count == node.depth)
    }
    #expect(catalog.tree.nodeOfLeaf.count == catalog.scopes.count)
  }

  @Test(.enabled(if: Facts.path != nil, "KEYWRIGHT_SHARED names no folder with facts/komerza.json"))
  func `scopes and operations equal the facts`() throws {
    let facts = try Facts()
    #expect(
      catalog.scopes.prefix(facts.documented.count).map(\.id) == facts.documented)
    #expect(Set(catalog.scopes.dropFirst(facts.documented.count).map(\.id)) == facts.further)
    for scope in catalog.scopes.prefix(facts.documented.count) {
      #expect(scope.title.lowercased() == facts.titles[scope.id]?.lowercased())
      #expect(scope.isDeprecated == facts.deprecated.contains(scope.id), "\(scope.id)")
    }
    #expect(Set(catalog.operations.map(\.call)) == Set(facts.requirements.keys))
    for operation in catalog.operations {
      let ids: [[String]]? =
        switch operation.requirement {
        case .notStated: nil
        case .anyOf(let sets): sets.map { $0.map { catalog.scopes[$0].id } }
        }
      #expect(ids == facts.requirements[operation.call], "\(operation.call)")
    }
  }
}

/// The facts that the catalog was written from; they do not ship.
private struct Facts {
  static let path = SeededRandom.environment("KEYWRIGHT_SHARED")
    .map { $0 + "/facts/komerza.json" }.flatMap { DocumentFile.exists($0) ? $0 : nil }

  var documented: [String] = []
  var titles: [String: String] = [:]
  var deprecated: Set<String> = []
  var further: Set<String> = []
  /// For each call the alternatives; nil inside where the reference states none.
  var requirements: [String: [[String]]?] = [:]

  init() throws {
    let root = try JSONDocument(parsing: DocumentFile.read(Self.path ?? "")).root
    for category in try root.require("categories").requireElements() {
      for scope in try category.require("scopes").requireElements() {
        let id = try scope.require("id").requireString()
        documented.append(id)
        titles[id] = try scope.require("title").requireString()
        if scope["deprecated"]?.boolean == true { deprecated.insert(id) }
      }
    }
    further = Set(try root.require("scopes_not_on_the_scopes_page").requireStrings())
    for operation in try root.require("operations").requireElements() {
      let method = try operation.require("method").requireString()
      let call = try method + " " + operation.require("path").requireString()
      let ids = operation["scopes"].flatMap { try? $0.requireStrings() } ?? []
      requirements[call] = .some(ids.isEmpty ? nil : [ids])
    }
  }
}
