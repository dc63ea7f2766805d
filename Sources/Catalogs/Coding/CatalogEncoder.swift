import Documents

/// Writes a catalog as a document, deterministic to the byte, that decodes to the same.
package enum CatalogEncoder {
  /// The document: members in the order of the format, what is empty left out.
  package static func encode(_ catalog: Catalog) -> [UInt8] {
    var writing = CatalogWriting(catalog)
    let parts = CatalogParts(of: catalog)
    var members: SchemaMembers = []
    for field in CatalogParts.table.fields {
      switch field.name {
      case "categories":
        members.append((field.name, categories(&writing)))
      case "operations":
        let list = catalog.operations.map { JSONNode.object(Operation.table.write($0, writing)) }
        if !list.isEmpty { members.append((field.name, .array(list))) }
      default:
        if let node = field.write?(parts, writing) { members.append((field.name, node)) }
      }
    }
    return JSONWriter.write(.object(members))
  }

  private static func categories(_ writing: inout CatalogWriting) -> JSONNode {
    var inner: [Int: [Int]] = [:]
    for (index, category) in writing.catalog.categories.enumerated()
    where !category.isPermission {
      inner[category.parent ?? -1, default: []].append(index)
    }
    return list(inner[-1] ?? [], inner, &writing)
  }

  private static func list(
    _ categories: [Int], _ inner: [Int: [Int]], _ writing: inout CatalogWriting
  ) -> JSONNode {
    let catalog = writing.catalog
    return .array(
      categories.map { index in
        let category = catalog.categories[index]
        var members = Category.table.write(category, writing)
        let own = category.scopes.filter { catalog.documentCategory(ofScope: $0) == index }
        if !own.isEmpty { members.append(("scopes", .array(own.map { scope($0, &writing) }))) }
        if let inside = inner[index] {
          members.append(("categories", list(inside, inner, &writing)))
        }
        return .object(members)
      })
  }

  private static func scope(_ index: Int, _ writing: inout CatalogWriting) -> JSONNode {
    writing.scope = index
    return .object(Scope.table.write(writing.catalog.scopes[index], writing))
  }
}
