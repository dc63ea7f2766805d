import BitCollections
import Catalogs
import Documents

/// The one gate through which a manifest comes in.
struct ManifestDecoder {
  let catalog: Catalog
  let schemaName: String
  let catalogReference: Manifest.CatalogReference
  private(set) var design = KeyDesign()
  private(set) var unknownMembers: [UnknownMember] = []
  private(set) var unknownCatalogMembers: [UnknownMember] = []
  private(set) var lineOfScope: ExactIndex = [:]

  init(
    _ root: JSONValue, catalogs: (_ id: String) throws(ModelError) -> Catalog?
  ) throws(ModelError) {
    try root.requireObject()
    let schema = try root.require("$schema")
    schemaName = try schema.requireString()
    guard SchemaName.matches(schemaName, "manifest") else {
      throw schema.error(
        "\"\(schema.string ?? "")\" is not a manifest of a version that this program knows",
        remedy: "Use a manifest with \"$schema\": \"\(Manifest.schema)\"")
    }
    let reference = try root.require("catalog")
    let id = try reference.require("id")
    catalogReference = Manifest.CatalogReference(
      id: try TextCheck.line(id), version: try TextCheck.line(reference.require("version")))
    guard let catalog = try catalogs(catalogReference.id) else {
      throw id.error(
        "the manifest was made with the catalog \"\(catalogReference.id)\", which is not here",
        remedy: "Name the catalog's file with --catalog")
    }
    guard catalog.id == catalogReference.id else {
      throw id.error(
        "the manifest is of the catalog \"\(catalogReference.id)\", and the one named for it is "
          + "\"\(catalog.id)\"",
        remedy: "Name that of the manifest, or leave --catalog out")
    }
    self.catalog = catalog
    for (name, value) in reference.members where name != "id" && name != "version" {
      unknownCatalogMembers.append(UnknownMember(name: name, source: Array(value.source)))
    }
    try decodeScopes(root.require("scopes"))
    for (name, value) in root.members {
      try decodeMember(name, value)
    }
    if let never = root["never"] { try checkNever(never) }
  }

  private mutating func decodeMember(_ name: String, _ value: JSONValue) throws(ModelError) {
    switch name {
    case "$schema", "catalog", "scopes": break
    case "label": design.details.label = try TextCheck.optionalLine(value)
    case "purpose": design.details.purpose = try TextCheck.optionalLine(value)
    case "owner": design.details.owner = try TextCheck.optionalLine(value)
    case "ipAddresses": design.details.ipAddresses = try addresses(value)
    case "rotateBy": design.details.rotateBy = try date(value)
    case "kind": design.details.kind = try TextCheck.identifier(value)
    case "answers": design.details.answers = try answers(value)
    case "because": design.details.because = try reasons(value)
    case "never": design.details.never = try NeverList.decode(value, of: [catalog], "catalog")
    case "operations": design.details.operations = try operations(value)
    case "accepted":
      for item in try value.requireElements() {
        design.details.accepted.append(try acceptance(item))
      }
    default:
      unknownMembers.append(UnknownMember(name: name, source: Array(value.source)))
    }
  }

  private mutating func decodeScopes(_ list: JSONValue) throws(ModelError) {
    let lines = list.linesOfElements()
    for (position, value) in try list.requireElements().enumerated() {
      let id = try TextCheck.line(value)
      guard lineOfScope.updateValue(lines[position], forKey: id) == nil else {
        throw value.error("the scope \"\(id)\" is listed twice", remedy: "Keep one of them")
      }
      if let index = catalog.indexOfScope(id) {
        design.scopes.insert(index)
      } else {
        try TextCheck.refuseCommand(id, value)
        design.details.unknownScopes.append(id)
      }
    }
  }

  /// A scope cannot be chosen and ruled out at once.
  private func checkNever(_ list: JSONValue) throws(ModelError) {
    for (value, name) in zip(list.elements, design.details.never)
    where lineOfScope[name] != nil {
      throw value.error(
        "the scope \"\(name)\" is in \"scopes\" and in \"never\"",
        remedy: "Remove it from one of the two")
    }
  }

  /// Whether conditions hold, in the catalog's order.
  private func answers(_ object: JSONValue) throws(ModelError) -> [Answer] {
    try object.requireObject()
    let names = catalog.conditions.map(\.id)
    var answers: [Answer] = []
    for (name, value) in object.members {
      guard names.contains(name) else {
        throw value.error(
          "the catalog has no condition \"\(name)\"",
          remedy: NearestName.suggestion(name, among: names)
            ?? (names.isEmpty
              ? "Remove the answer" : "Use one of: " + names.joined(separator: ", ")))
      }
      guard let holds = value.boolean else {
        throw value.error(
          "the answer to \"\(name)\" is neither true nor false", remedy: "Write one of them")
      }
      answers.append(Answer(condition: name, holds: holds))
    }
    return names.compactMap { name in answers.first { $0.condition == name } }
  }

  private func reasons(_ object: JSONValue) throws(ModelError) -> [Because] {
    try object.requireObject()
    var reasons: [Because] = []
    for (scope, value) in object.members {
      reasons.append(Because(scope: scope, text: try TextCheck.line(value)))
    }
    return reasons
  }

  private func addresses(_ list: JSONValue) throws(ModelError) -> [String] {
    var addresses: [String] = []
    for value in try list.requireElements() {
      let text = try TextCheck.line(value)
      guard AddressRange(text) != nil else {
        throw value.error(
          "\"\(text)\" is not an address",
          remedy: "Write an IPv4 or IPv6 address or range, such as 203.0.113.7 or 2001:db8::/48")
      }
      addresses.append(text)
    }
    return addresses
  }

  private func date(_ value: JSONValue) throws(ModelError) -> CalendarDate {
    let text = try TextCheck.line(value)
    guard let date = CalendarDate(text) else {
      throw value.error(
        "\"\(text)\" is not a date", remedy: "Write a day that exists as YYYY-MM-DD")
    }
    return date
  }

  /// Other members survive unread; a misspelt last day would let a risk stay for good.
  private func isNearlyUntil(_ name: String) -> Bool {
    NearestName.find(name, among: ["until"]) != nil
  }

  private func operations(_ list: JSONValue) throws(ModelError) -> [String] {
    var operations: [String] = []
    for value in try list.requireElements() { operations.append(try TextCheck.line(value)) }
    return operations
  }

  private func acceptance(_ value: JSONValue) throws(ModelError) -> Acceptance {
    var scopes: [String] = []
    for scope in try value.require("scopes").requireElements() {
      scopes.append(try TextCheck.line(scope))
    }
    let known: Set = ["rule", "scopes", "reason", "by", "until"]
    if value["until"] == nil, let member = value.members.first(where: { isNearlyUntil($0.name) }) {
      throw member.value.error(
        "the acceptance would never end, for \"\(member.name)\" says nothing",
        remedy: "Write \"until\", or another name")
    }
    return Acceptance(
      rule: try TextCheck.line(value.require("rule")), scopes: scopes,
      reason: try TextCheck.line(value.require("reason")),
      by: try TextCheck.line(value.require("by")),
      until: try value["until"].map { value throws(ModelError) in try date(value) },
      unknownMembers: value.members.filter { !known.contains($0.name) }
        .map { UnknownMember(name: $0.name, source: Array($0.value.source)) })
  }
}
