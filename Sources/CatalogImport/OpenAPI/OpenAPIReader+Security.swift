import Documents

// What calls require by their own `security`, or by the document's.

extension OpenAPIReader {
  /// An alternative of a requirement: what it asks of each scheme.
  private struct Alternative {
    /// The scopes, a list a scheme.
    var lists: [[Int]] = []
    var schemes: [String] = []
    /// Whether all its names are roles of schemes that are known and that carry no scopes.
    var isOfRoles = true

    /// Whether it says that nothing is needed, and not only that some credential is.
    var isFree: Bool { schemes.isEmpty }
    var namesScopes: Bool { lists.contains { !$0.isEmpty } }
  }

  /// What a call requires by its `security` or the document's; nil where that says nothing of scopes.
  ///
  /// Nothing is said by a credential without scopes, whatever its scheme: that some key is needed
  /// does not say that every key will do.
  mutating func security(of operation: Node) throws(ModelError) -> [[Int]]? {
    var stated = operation.member("security")
    if let own = stated, own.value.kind == .null {
      note("\"security\" is null here, which says nothing: the document's holds", at: own)
      stated = nil
    }
    if let own = stated {
      tally.callsWithOwn += 1
      if own.value.kind == .array, own.value.elements.allSatisfy(\.isEmptyObject) {
        tally.callsWithEmpty += 1
      }
    }
    let inherited = root.member("security").map { References.Place(value: $0, file: "") }
    guard let list = stated ?? inherited, list.value.kind != .null else { return nil }
    let place = try references.follow(list).place
    return try references.inFile(place.file) { () throws(ModelError) in
      try alternatives(place)
    }
  }

  private mutating func alternatives(
    _ security: References.Place
  ) throws(ModelError) -> [[Int]]? {
    let elements = try security.value.requireElements()
    var found: [Alternative] = []
    for element in elements {
      if element.kind == .null {
        note(
          "null stands in \"security\" here, which says nothing: left out",
          at: .init(value: element, file: security.file))
        continue
      }
      let node = try references.follow(.init(value: element, file: security.file))
      try node.place.value.requireObject()
      try node.place.value.refuseRepeatedMembers()
      try node.place.value.refuseHalfCharactersInNames()
      var alternative = Alternative()
      for (name, place) in node.members {
        let list = try scopes(of: name, place, &alternative)
        alternative.lists.append(list)
      }
      found.append(alternative)
    }
    if elements.isEmpty { return [[]] }
    // Roles of a key are no way around the scopes of a token.
    let hasScopes = found.contains { $0.namesScopes && !$0.isOfRoles }
    let isKept = { (alternative: Alternative) in
      alternative.namesScopes && (!hasScopes || !alternative.isOfRoles)
    }
    let states = found.contains(where: isKept)
    var sets: [[Int]] = []
    for alternative in found {
      if alternative.isFree {
        sets.append([])
      } else if isKept(alternative) || options.keepsUnscoped && alternative.namesScopes {
        if isPlaceholder(alternative.lists) {
          tally.placeholders += 1
        } else {
          sets += split(alternative.lists)
        }
      } else if states, options.keepsUnscoped {
        sets.append([])
      } else if states {
        unscoped[alternative.schemes.joined(separator: " with "), default: 0] += 1
      }
    }
    var seen: Set<[Int]> = []
    return sets.isEmpty ? nil : sets.filter { seen.insert($0).inserted }
  }

  /// The scopes that a requirement names of one scheme.
  private mutating func scopes(
    of name: String, _ place: References.Place, _ alternative: inout Alternative
  ) throws(ModelError) -> [Int] {
    let known = scheme(name)
    alternative.schemes.append(name)
    if known == nil, unknownSchemes.insert(name).inserted {
      // Of many only the first are read, and each looks at all schemes.
      let nearest =
        unknownSchemes.count <= 20 ? NearestName.suggestion(name, among: schemes.keys) : nil
      note(
        "there is no scheme \"\(name)\", which calls ask for"
          + "\(whole: nearest.map { ": " + $0 } ?? "")", at: place)
    }
    if place.value.kind == .null {
      note("\"\(name)\" lists no scopes here, but null: read as an empty list", at: place)
      return []
    }
    // Only OAuth lists its scopes; elsewhere the requirement is where they are declared.
    let isDeclared = known.map { $0.type != "oauth2" } ?? false
    var list: [Int] = []
    for value in try place.value.requireElements() {
      if value.kind == .null {
        note(
          "null stands in the scopes of \"\(name)\" here: left out",
          at: .init(value: value, file: place.file))
        continue
      }
      let text = try value.requireString()
      let parts = known?.type == "oauth2" ? declaredParts(of: text) : nil
      if let parts {
        note(
          "\"\(text)\" is \(parts.count) scopes in one text: read as each of them",
          at: .init(value: value, file: place.file))
      }
      for id in parts ?? [text] {
        let index = scope(
          id, declared: isDeclared, takesBlanks: known?.carriesScopes == false,
          at: .init(value: value, file: place.file))
        if !list.contains(index) { list.append(index) }
      }
    }
    if !list.isEmpty, known?.carriesScopes ?? true { alternative.isOfRoles = false }
    return list
  }

  /// The scopes that a text names together, as OAuth writes them, where every one is declared and the
  /// text as a whole is none.
  private func declaredParts(of text: String) -> [String]? {
    guard draft.indexOfScope[text] == nil else { return nil }
    let parts = text.utf8.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }.map { String($0) ?? "" }
    let areDeclared = parts.allSatisfy { part in
      draft.indexOfScope[part].map { draft.scopes[$0].isDeclared } ?? false
    }
    return parts.count > 1 && areDeclared ? parts : nil
  }

  /// A scheme by its name, or by its address (OpenAPI 3.2).
  private func scheme(_ name: String) -> SecurityScheme? {
    if let known = schemes[name] { return known }
    guard name.contains(bytesOf: "#/components/securitySchemes/"),
      let last = name.parts(between: "/").last
    else { return nil }
    return schemes[PercentSigns.decoded(last)]
  }

  /// The alternatives of one requirement, by what sets mean in this document.
  private func split(_ lists: [[Int]]) -> [[Int]] {
    meaning.alternatives(of: lists) ?? [Set(lists.joined()).sorted()]
  }

  /// Whether a set holds every scope that there is: generators write so where none is stated.
  private func isPlaceholder(_ lists: [[Int]]) -> Bool {
    declaredScopes >= Self.fewestOfPlaceholder && Set(lists.joined()).count >= declaredScopes
  }

  private static let fewestOfPlaceholder = 10
}

extension JSONValue {
  /// Whether it is an object without members.
  fileprivate var isEmptyObject: Bool { kind == .object && memberCount == 0 }
}
