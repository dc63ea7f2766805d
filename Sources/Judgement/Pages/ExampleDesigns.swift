import BitCollections
import Catalogs
import Keys

/// The designs that examples are made of.
struct ExampleDesigns {
  let catalog: Catalog

  /// A design without scopes that gives no other rule anything to say.
  var plain: KeyDesign {
    var design = KeyDesign()
    design.details.label = "Order importer of the warehouse"
    design.details.ipAddresses = ["203.0.113.7"]
    design.details.rotateBy = CalendarDate("2027-02-01")
    return design
  }

  /// The plain design with these scopes and another change.
  func design(_ ids: [String], edit: (inout KeyDetails) -> Void = { _ in }) -> KeyDesign {
    var design = plain
    for id in ids {
      if let index = catalog.indexOfScope(id) {
        design.scopes.insert(index)
      } else {
        design.details.unknownScopes.append(id)
      }
    }
    edit(&design.details)
    return design
  }

  /// The plain design with every live scope.
  var everything: KeyDesign {
    var design = plain
    design.scopes = BitSet(catalog.scopes.indices.filter { !catalog.scopes[$0].isDeprecated })
    return design
  }

  /// The plain design with the scopes of the catalog's first job.
  var firstPreset: KeyDesign {
    var design = plain
    design.scopes = BitSet(catalog.presets.first?.scopes ?? [])
    return design
  }

  /// The view of the same resource where a person has judged it harmless, else the first scope of
  /// which that is known.
  func harmless(beside trigger: [Int]) -> [Int] {
    let resources = Set(trigger.map { catalog.scopes[$0].resource })
    let views = catalog.reviewed.map(\.scope).filter { catalog.scopes[$0].access == .view }
    return Array(
      (views.filter { resources.contains(catalog.scopes[$0].resource) } + views).prefix(1))
  }
}
