import Documents

/// A way to prove who calls.
struct SecurityScheme {
  /// Its type, as the document has it.
  var type: String
  /// Whether a credential of its kind carries scopes.
  var carriesScopes: Bool { type == "oauth2" || type == "openIdConnect" }
}

extension OpenAPIReader {
  mutating func readSchemes(isSwagger: Bool) throws(ModelError) {
    let list =
      isSwagger
      ? root.member("securityDefinitions") : root.member("components")?.member("securitySchemes")
    noteIfList(list, "the list of security schemes")
    for (name, value) in try list?.requireMembers() ?? [] {
      let place = References.Place(value: value, file: "")
      // A name that starts with x- is an extension, unless a scheme stands behind it.
      if name.starts(exactlyWith: "x-") {
        let found = try? references.follow(place)
        guard found?.member("type")?.value.string != nil else { continue }
      }
      let scheme = try references.follow(place)
      let type = scheme.member("type")?.value.scalarText ?? ""
      schemes[name] = SecurityScheme(type: type)
      guard type == "oauth2" else { continue }
      try readFlows(of: scheme)
    }
  }

  private mutating func readFlows(of scheme: Node) throws(ModelError) {
    var flows: [References.Place] = []
    if let list = scheme.member("flows") {
      let all = try references.inFile(list.file) { () throws(ModelError) in
        try list.value.requireMembers()
      }
      for (name, value) in all where !name.starts(exactlyWith: "x-") {
        let flow = try references.follow(.init(value: value, file: list.file)).place
        _ = try references.inFile(flow.file) { () throws(ModelError) in
          try flow.value.requireMembers()
        }
        flows.append(flow)
      }
    }
    // Swagger has one flow, and the scopes stand beside its name.
    if flows.isEmpty {
      flows = [References.Place(value: scheme.value, file: scheme.layers.last?.file ?? "")]
    }
    for flow in flows {
      guard let list = flow.value.member("scopes") else { continue }
      let place = References.Place(value: list, file: flow.file)
      noteIfList(list, "the list of scopes", in: flow.file)
      let scopes = try references.inFile(place.file) { () throws(ModelError) in
        try references.follow(place).place.value.requireMembers()
      }
      for (id, text) in scopes where !id.starts(exactlyWith: "x-") {
        _ = scope(
          id, text: text.scalarText ?? "", declared: true,
          at: .init(value: text, file: place.file))
      }
    }
  }

  /// Tells of a list that stands for an object without members.
  mutating func noteIfList(_ value: JSONValue?, _ what: String, in file: String = "") {
    guard let value, value.kind == .array, value.isNothing else { return }
    note(
      "\(what) is an empty list: read as an object without members",
      at: .init(value: value, file: file))
  }

  /// The index of a scope; an id that no catalog can hold is repaired, and marked.
  ///
  /// Single blanks may stand inside where `takesBlanks` says so, as in names of groups; the scopes of
  /// OAuth have none (RFC 6749, section 3.3).
  mutating func scope(
    _ id: String, text: String = "", declared: Bool, takesBlanks: Bool = false,
    at place: References.Place
  ) -> Int {
    if draft.indexOfScope[id] != nil {
      // It was looked at when it was added.
      return draft.scope(id, text: text, isDeclared: declared)
    }
    let isBad = { (scalar: Unicode.Scalar) in
      (scalar.properties.isWhitespace && !(takesBlanks && scalar == " "))
        || PlainText.isControl(scalar)
    }
    guard id.isEmpty || id.unicodeScalars.contains(where: isBad) else {
      let index = draft.scope(id, text: text, isDeclared: declared)
      if draft.scopes[index].origin == nil { draft.scopes[index].origin = place }
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
        at: place)
    }
    draft.scopes[index].isRepaired = true
    return index
  }
}
