import Documents

// Values that name something of the catalog: scopes, kinds of key, conditions, calls.

extension Form<[Int]> {
  /// Scopes by their ids, none twice; there may be none.
  static var scopes: Form {
    scopes(schema: .definition("scopeIDs")) {
      (list, names) throws(ModelError) in try names.scopeIndices(list)
    }
  }

  /// At least one scope.
  static var someScopes: Form {
    scopes(schema: .definition("scopeIDs")) {
      (list, names) throws(ModelError) in
      let indices = try names.scopeIndices(list)
      guard !indices.isEmpty else {
        throw list.error("the list is empty", remedy: "Name a scope or leave the list out")
      }
      return indices
    }
  }

  /// Scopes in the order of the catalog.
  static var sortedScopes: Form {
    scopes(schema: .definition("scopeIDs")) {
      (list, names) throws(ModelError) in try names.scopeIndices(list).sorted()
    }
  }

  /// A set of scopes that are all needed: an empty one says that none is.
  static var scopeSet: Form {
    scopes(
      schema: .list(.definition("scopeID"), [("uniqueItems", .boolean(true))])
    ) { (list, names) throws(ModelError) in try names.scopeIndices(list) }
  }

  private static func scopes(
    schema: @autoclosure @escaping @Sendable () -> SchemaMembers,
    _ read: @escaping @Sendable (JSONValue, CatalogNames) throws(ModelError) -> [Int]
  ) -> Form {
    Form(
      holds: "list of scopes", schema: schema, isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in try read(list, reading.names) },
      write: { value, writing in .strings(value.map { writing.scopeIDs[$0] }) },
      pack: { $1.numbers($0) }, unpack: { $0.numbers(below: $0.limits.scopes) })
  }

  /// Calls by method and path.
  static var calls: Form {
    Form(
      holds: "list of calls",
      schema: {
        .list(.definition("call"), [("minItems", .integer(1)), ("uniqueItems", .boolean(true))])
      },
      isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in
        var indices: [Int] = []
        for value in try list.requireElements() {
          indices.append(try reading.names.operationIndex(value))
        }
        return indices
      },
      write: { value, writing in .strings(value.map { writing.calls[$0] }) },
      pack: { $1.numbers($0) }, unpack: { $0.numbers(below: $0.limits.operations) })
  }
}

extension Form<[[Int]]> {
  /// Lists of scopes, each with at least one.
  static var groupsOfScopes: Form {
    Form(
      holds: "lists of scopes",
      schema: { .list(.definition("scopeIDs"), [("minItems", .integer(1))]) }, isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in
        var groups: [[Int]] = []
        for group in try list.requireElements() {
          groups.append(try Form<[Int]>.someScopes.read(group, &reading))
        }
        return groups
      },
      write: { value, writing in
        .array(value.map { Form<[Int]>.scopes.write($0, writing) })
      },
      pack: { value, writer in writer.list(value) { $1.numbers($0) } },
      unpack: { reader in reader.list(ofWords: 1) { $0.numbers(below: $0.limits.scopes) } })
  }
}

extension Form<Int> {
  /// One scope.
  static var scope: Form {
    Form(
      holds: "scope", schema: { .definition("scopeID") }, isAbsent: { _ in false },
      read: { (value, reading) throws(ModelError) in try reading.names.scopeIndex(value) },
      write: { value, writing in .string(writing.scopeIDs[value]) },
      pack: { $1.number($0) }, unpack: { $0.number(below: $0.limits.scopes) })
  }

  /// One call by method and path.
  static var call: Form {
    Form(
      holds: "call", schema: { .definition("call") }, isAbsent: { _ in false },
      read: { (value, reading) throws(ModelError) in try reading.names.operationIndex(value) },
      write: { value, writing in .string(writing.calls[value]) },
      pack: { $1.number($0) }, unpack: { $0.number(below: $0.limits.operations) })
  }

  /// One condition.
  static var condition: Form {
    Form(
      holds: "condition", schema: { .definition("name") }, isAbsent: { _ in false },
      read: { (value, reading) throws(ModelError) in try reading.names.conditionIndex(value) },
      write: { value, writing in .string(writing.catalog.conditions[value].id) },
      pack: { $1.number($0) }, unpack: { $0.number(below: Condition.maximumCount) })
  }
}

extension Form<KindSet> {
  /// Kinds of key; all of them where the member is missing.
  static var kinds: Form {
    Form(
      holds: "list of kinds", schema: { .definition("kindIDs") }, isAbsent: { $0 == .all },
      read: { (list, reading) throws(ModelError) in try reading.names.kindSet(list) },
      write: { value, writing in
        let kinds = writing.catalog.kinds
        return .strings(kinds.indices.filter(value.contains).map { kinds[$0].id })
      },
      pack: { $1.number(Int($0.bits)) },
      unpack: { KindSet(bits: UInt32(truncatingIfNeeded: $0.number())) })
  }
}

extension Form<[Scope.NativeID]> {
  /// The one id for all kinds of key, or an object with an id for each.
  static var nativeIDs: Form {
    Form(
      holds: "id, or ids by kind",
      schema: {
        [
          (
            "oneOf",
            .array([
              .object(.definition("scopeID")),
              .object([
                ("type", .string("object")),
                ("additionalProperties", .object(.definition("scopeID"))),
                ("minProperties", .integer(1)),
              ]),
            ])
          )
        ]
      },
      isAbsent: \.isEmpty,
      read: { (value, reading) throws(ModelError) in try read(value, reading.names.kinds) },
      write: { value, writing in
        if let all = value.first(where: { $0.kind == nil }) { return .string(all.id) }
        return .object(
          value.compactMap { native in
            native.kind.map { (writing.catalog.kinds[$0].id, .string(native.id)) }
          })
      },
      pack: { value, writer in
        writer.list(value) {
          $1.optional($0.kind)
          $1.text($0.id)
        }
      },
      unpack: { reader in
        reader.list(ofWords: 3) { reader in
          Scope.NativeID(kind: reader.optional(below: reader.limits.kinds), id: reader.text())
        }
      })
  }

  private static func read(
    _ value: JSONValue, _ kinds: [String]
  ) throws(ModelError) -> [Scope.NativeID] {
    if value.kind == .string {
      return [Scope.NativeID(kind: nil, id: try TextCheck.identifier(value))]
    }
    try value.requireObject()
    var ids: [Scope.NativeID] = []
    for (name, member) in value.members {
      guard let kind = kinds.firstIndex(of: name) else {
        throw member.error(
          "the catalog has no kind of key \"\(name)\"",
          remedy: NearestName.suggestion(name, among: kinds) ?? "Add it to \"kinds\"")
      }
      guard !ids.contains(where: { $0.kind == kind }) else {
        throw member.error("the kind \"\(name)\" is named twice", remedy: "Keep one of them")
      }
      ids.append(Scope.NativeID(kind: kind, id: try TextCheck.identifier(member)))
    }
    return ids.sorted { ($0.kind ?? -1) < ($1.kind ?? -1) }
  }
}
