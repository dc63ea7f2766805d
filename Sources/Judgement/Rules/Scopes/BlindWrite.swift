import BitCollections
import Catalogs
import Documents

/// Writing to a resource that the key cannot read.
struct BlindWrite: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "blind-write", title: "The key writes what it cannot read", severity: .warning,
    trigger:
      "A scope that changes, deletes or acts on a resource is chosen without the view of it.",
    consequence: "The program cannot check what it changes, and nobody sees what went wrong.",
    remedy: "Choose the view of the same resource as well.",
    story: """
      Whoever writes without reading works from memory: the program cannot see that the order was \
      already refunded, that the ticket was closed, or that its last attempt went through. \
      Mistakes repeat, and whoever investigates has no call to see them with. Often the view was \
      left out for the sake of least privilege, where it is the one scope that makes the others \
      safe. It is inferred, because a program may read through another key.
      """, confidence: .inferred)

  let joinsSubjects = true
  let readsGrants = true
  /// For each scope the view of its resource where it changes that resource; else -1.
  private let views: [Int32]

  init(views: [Int32]) { self.views = views }

  /// For each scope that changes what is there the view of its resource; -1 for all others.
  static func views(in catalog: Catalog) -> [Int32] {
    let resources = catalog.resourceOfScope
    // No resource has a higher number than there are scopes.
    var views = Array(repeating: Int32(-1), count: resources.count)
    for scope in catalog.scopes.indices.reversed() where catalog.scopes[scope].access == .view {
      views[Int(resources[scope])] = Int32(scope)
    }
    return resources.indices.map { scope in
      catalog.scopes[scope].access.isChange ? views[Int(resources[scope])] : -1
    }
  }

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    for scope in views.indices where views[scope] >= 0 {
      subjects.add(scope, readingAlso: views[scope...scope])
    }
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) && !key.isHeld(Int(views[subject])) ? .warning : nil
  }

  /// It says the same of every key with the same subjects.
  func sources(in catalog: Catalog) -> BitSet? { [] }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let scopes = key.catalog.scopes
    let missing = Array(BitSet(subjects.map { Int(views[$0]) }))
    return Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects),
      message: Wording.sentence(
        "Changes what it cannot read:", count: subjects.count, plural: "resources"
      ) { scopes[subjects[$0]].id + " without " + scopes[Int(views[subjects[$0]])].id },
      confidence: .inferred,
      remedy: Remedy(
        Wording.list("Tick", count: missing.count, plural: "views") { scopes[missing[$0]].id },
        edits: [.tick(missing)]))
  }
}
