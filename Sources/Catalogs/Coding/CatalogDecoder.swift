import Documents

/// The one gate through which a catalog comes in: decodes, validates and numbers its parts.
///
/// What single members are stands in their tables (`CatalogParts.table`, `Scope.table`): here the
/// tree is built, and what names something else is looked up.
struct CatalogDecoder {
  /// What has been decoded.
  var parts = CatalogParts()
  var reading = CatalogReading()
  /// The category of the permission whose levels are being read.
  var openPermission: Int?
  /// For each category the permissions in it.
  var titlesOfPermissions: [Int: Set<String>] = [:]

  init(_ root: JSONValue) throws(ModelError) {
    try root.requireObject()
    for field in CatalogParts.table.fields {
      guard let value = try field.value(in: root) else { continue }
      switch field.name {
      case "categories": try decodeTree(value)
      case "operations": try decodeOperations(value)
      default: try field.read?(value, &parts, &reading)
      }
    }
    parts.index = .hashed(reading.names)
    parts.operationsOfScope = OperationLists(
      scopes: parts.scopes.count, operations: parts.operations)
  }

  private mutating func decodeOperations(_ list: JSONValue) throws(ModelError) {
    var operations: [Operation] = []
    for value in try list.requireElements() {
      var operation = Operation()
      try Operation.table.read(value, into: &operation, &reading)
      try operation.check(value)
      for call in operation.calls {
        let other = reading.names.indexOfOperation.updateValue(operations.count, forKey: call)
        guard other == nil else {
          throw value.error(
            "the call \"\(call)\" is listed twice", remedy: "Keep one of them")
        }
      }
      operations.append(operation)
    }
    parts.operations = OperationTable(operations)
  }
}
