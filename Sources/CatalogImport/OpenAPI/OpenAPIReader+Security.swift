import Documents

/// A way to prove who calls.
struct SecurityScheme {
  /// Its type, as the document has it.
  var type: String
  /// Whether a credential of its kind carries scopes.
  var carriesScopes: Bool { type == "oauth2" || type == "openIdConnect" }
}

// Schemes, requirements, and members that vendors invented for permissions.

extension OpenAPIReader {
  mutating func readSchemes(isSwagger: Bool) throws(ModelError) {
    let list =
      isSwagger
      ? root.member("securityDefinitions") : root.member("components")?.member("securitySchemes")
    for (name, value) in try list?.requireMembers() ?? [] where !name.hasPrefix("x-") {
      let scheme = try references.resolve(.init(value: value, file: ""))
      let type = scheme.value.member("type")?.scalarText ?? ""
      schemes[name] = SecurityScheme(type: type)
      guard type == "oauth2" else { continue }
      do {
        try readFlows(of: scheme.value)
      } catch {
        throw references.inFile(scheme.file, error)
      }
    }
  }

  private mutating func readFlows(of scheme: JSONValue) throws(ModelError) {
    var flows: [JSONValue] = []
    for (name, flow) in try scheme.member("flows")?.requireMembers() ?? []
    where !name.hasPrefix("x-") {
      _ = try flow.requireMembers()
      flows.append(flow)
    }
    // Swagger has one flow, and the scopes stand beside its name.
    if flows.isEmpty { flows = [scheme] }
    for flow in flows {
      for (id, text) in try flow.member("scopes")?.requireMembers() ?? []
      where !id.hasPrefix("x-") {
        _ = scope(id, text: text.scalarText ?? "", declared: true, at: text)
      }
    }
  }

  /// The index of a scope; an id that no catalog can hold is repaired, and marked.
  mutating func scope(
    _ id: String, text: String = "", declared: Bool, at value: JSONValue
  ) -> Int {
    let isBad = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || PlainText.isControl(scalar)
    }
    guard id.isEmpty || id.unicodeScalars.contains(where: isBad) else {
      let index = draft.scope(id, text: text, isDeclared: declared)
      if draft.scopes[index].origin == nil { draft.scopes[index].origin = value }
      return index
    }
    var scalars = String.UnicodeScalarView()
    for scalar in id.unicodeScalars { scalars.append(isBad(scalar) ? "_" : scalar) }
    let repaired = id.isEmpty ? "_" : String(scalars)
    let count = draft.scopes.count
    let index = draft.scope(repaired, text: text, isDeclared: declared)
    if draft.scopes.count > count {
      note(
        "the scope \"\(id)\" has an id that no key can carry: kept as \"\(repaired)\", unconfirmed",
        at: value)
    }
    draft.scopes[index].isRepaired = true
    return index
  }

  // MARK: - Requirements

  /// What a call requires; nil where neither it nor the document says anything.
  mutating func requirement(of operation: JSONValue) throws(ModelError) -> [[Int]]? {
    var stated: [[Int]]?
    if let security = operation.member("security") ?? root.member("security") {
      stated = try alternatives(security)
    }
    for name in options.permissionMembers {
      guard let value = operation.member(name) else { continue }
      let sets = permissionSets(value)
      guard !sets.isEmpty else { continue }
      let bases = stated ?? [[]]
      guard stated == nil || bases.count * sets.count <= Self.maximumAlternatives else {
        note(
          "with \"\(name)\" the call would have more than \(Self.maximumAlternatives) alternatives: "
            + "the member was left out", at: value)
        continue
      }
      var joined: [[Int]] = []
      var seen: Set<[Int]> = []
      let further = sets.map { set in set.map { scope($0, declared: false, at: value) } }
      for base in bases {
        for set in further {
          let all = Set(base + set).sorted()
          if seen.insert(all).inserted { joined.append(all) }
        }
      }
      stated = joined
    }
    return stated
  }

  /// Members that would multiply the alternatives of a call beyond so many are left out.
  private static let maximumAlternatives = 256

  private mutating func alternatives(_ security: JSONValue) throws(ModelError) -> [[Int]] {
    var found: [(set: [Int], schemes: [String])] = []
    for alternative in try security.requireElements() {
      try alternative.requireObject()
      var set: Set<Int> = []
      var names: [String] = []
      for (name, list) in alternative.allMembers {
        names.append(name)
        let scheme = schemes[name]
        if scheme == nil, unknownSchemes.insert(name).inserted {
          // Of many only the first are read, and each looks at all schemes.
          let nearest =
            unknownSchemes.count <= 20 ? NearestName.suggestion(name, among: schemes.keys) : nil
          note(
            "there is no scheme \"\(name)\", which calls ask for"
              + "\(whole: nearest.map { ": " + $0 } ?? "")", at: list)
        }
        // Only OAuth lists its scopes; elsewhere the requirement is where they are declared.
        let isDeclared = scheme.map { $0.type != "oauth2" } ?? false
        for value in try list.requireElements() {
          set.insert(scope(try value.requireString(), declared: isDeclared, at: value))
        }
      }
      found.append((set.sorted(), names))
    }
    guard !found.isEmpty else { return [[]] }
    if !options.keepsUnscoped, found.contains(where: { !$0.set.isEmpty }) {
      let isOther = { (names: [String], schemes: [String: SecurityScheme]) in
        !names.isEmpty && names.allSatisfy { schemes[$0]?.carriesScopes == false }
      }
      for (set, names) in found where set.isEmpty && isOther(names, schemes) {
        unscoped[names.joined(separator: " with "), default: 0] += 1
      }
      found.removeAll { $0.set.isEmpty && isOther($0.schemes, schemes) }
    }
    var seen: Set<[Int]> = []
    return found.map(\.set).filter { seen.insert($0).inserted }
  }

  /// Alternatives of sets in a vendor's member: a text, a list that is needed in full, lists as
  /// alternatives, or `{ "operator": "OR", "permissions": […] }`.
  private func permissionSets(_ value: JSONValue) -> [[String]] {
    switch value.kind {
    case .string:
      let words = (value.string ?? "").split { $0 == " " || $0 == "," }.map(String.init)
      return words.isEmpty ? [] : [words]
    case .array:
      let lists = value.elements.filter { $0.kind == .array || $0.kind == .object }
      if !lists.isEmpty { return lists.flatMap { permissionSets($0) } }
      let names = value.elements.compactMap(\.string).filter { !$0.isEmpty }
      return names.isEmpty ? [] : [names]
    case .object:
      let inner = ["permissions", "scopes", "permission", "scope", "name"].lazy
        .compactMap { value.member($0) }.first
      guard let inner else { return [] }
      let sets = permissionSets(inner)
      let isAny = value.member("operator")?.string?.uppercased() == "OR"
      return isAny ? sets.flatMap { $0.map { [$0] } } : sets
    default: return []
    }
  }
}
