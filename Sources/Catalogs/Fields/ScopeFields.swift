import Documents

extension Scope {
  /// The members of a scope.
  static let table = FieldTable<Scope>(
    title: "a scope", says: "One permission that the platform can grant.", definition: "scope",
    fields: [
      Field(
        "id", { $1(&$0.idText) }, Form.scopeID.lazy, "The id that a key carries.", need: .required,
        isInRow: true),
      Field(
        "title", { $1(&$0.titleText) }, .line(300), "The platform's own short name for it.",
        need: .required, isInRow: true),
      Field(
        "summary", { $1(&$0.summaryText) }, .text(2_000, least: 0),
        "What it really opens, surprising powers first. May be empty where the source says nothing.",
        isInRow: true),
      Field(
        "permission",
        "The permission of which the scope is a level. Its levels stand one behind the other in one category, the least first, and are shown together.",
        holds: "text", schema: { .definition("title") },
        write: { _, writing in
          writing.catalog.permission(ofScope: writing.scope).map {
            .string(writing.catalog.title(of: writing.catalog.permissions[$0]))
          }
        }),
      Field(
        "level", "The name of the level, such as read.",
        holds: "text", schema: { .definition("title") },
        write: { _, writing in
          writing.catalog.level(ofScope: writing.scope).map { .string($0) }
        }),
      Field(
        "access", { $1(&$0.access) }, .access,
        "view, create, update, delete, or the verb that it is (deliver, refund). Generic rules read it; without it they stay silent.",
        isInRow: true),
      Field(
        "touches", { $1(&$0.touches) },
        .words(Scope.Touches.names, "is not something that a scope can touch"),
        "What a holder reaches, in this order: \(Scope.Touches.names.joined(separator: ", ")). Credentials are secrets, keys, license keys and webhook secrets.",
        isInRow: true),
      Field(
        "provenance", { $1(&$0.provenance) }, .provenance,
        "The name of the source that states this id, or \"unconfirmed\".", isInRow: true),
      Field(
        "deprecated", { $1(&$0.isDeprecated) }, .flag,
        "Present and true when the platform discourages it.", isInRow: true),
      Field(
        "replacement", { $1(&$0.replacement) }, .replacement,
        "The scope to use in its place, only where the platform names one.", isInRow: true),
      Field(
        "includes", { $1(&$0.includes) }, .includes,
        "The scopes that a key with this one has as well. What those include follows by itself; nothing may include itself in the end.",
        isInRow: true),
      Field(
        "inferred", { $1(&$0.inferred) },
        .words(Scope.Inferred.names, "is not a fact of a scope that can be inferred"),
        "Which of these facts were worked out from names, and not stated by the platform.",
        isInRow: true),
      Field(
        "undeclared", { $1(&$0.isUndeclared) }, .flag,
        "Present and true where calls name the scope although the platform's own list does not.",
        isInRow: true),
      Field(
        "kinds", { $1(&$0.kinds) }, .kinds, "The kinds of key that take it; absent where all do."),
      Field(
        "native", { $1(&$0.nativeIDs) }, .nativeIDs,
        "The id that the platform uses for it elsewhere, such as a GUID; by kind of key where they differ."
      ),
      Field(
        "homepage", { $1(&$0.homepage) },
        .text(300).describedBy { .definition("title") }, "Where the platform describes it."),
    ],
    rules: {
      [
        (
          "dependentRequired",
          .object([
            ("replacement", .strings(["deprecated"])), ("permission", .strings(["level"])),
            ("level", .strings(["permission"])),
          ])
        )
      ]
    })
}

extension Form<Scope.Access> {
  static var access: Form {
    Form(
      holds: "word", schema: { .text(0...50, pattern: "^[a-z][a-zA-Z-]*$") },
      isAbsent: { $0 == .unstated },
      read: { (value, _) throws(ModelError) in
        Scope.Access(rawValue: try TextCheck.optionalLine(value))
      },
      write: { value, _ in .string(value.rawValue) },
      pack: { $1.name($0.rawValue) }, unpack: { Scope.Access(rawValue: $0.name()) })
  }
}

extension Form<Scope.Provenance> {
  static var provenance: Form {
    Form(
      holds: "source", schema: { .text(1...100) }, isAbsent: \.name.isEmpty,
      read: { (value, _) throws(ModelError) in
        let name = try TextCheck.optionalLine(value)
        return name == Value.unconfirmed.name ? .unconfirmed : .source(name)
      },
      write: { value, _ in .string(value.name) },
      pack: { $1.optionalName($0 == .unconfirmed ? nil : $0.name) },
      unpack: { $0.optionalName().map { .source($0) } ?? .unconfirmed })
  }
}

extension Form<String?> {
  /// A scope by its id, looked up once all are known.
  static var replacement: Form {
    Form(
      holds: "scope", schema: { .definition("scopeID") }, isAbsent: { $0 == nil },
      read: { (value, reading) throws(ModelError) in
        reading.replacements.append((reading.scope, value))
        return try TextCheck.scopeIdentifier(value)
      },
      write: { value, _ in .string(value ?? "") },
      pack: { $1.optionalName($0) }, unpack: { $0.optionalName() })
  }
}

extension Form<[Int]> {
  /// Scopes by their ids, looked up once all are known.
  static var includes: Form {
    Form(
      holds: "list of scopes", schema: { .definition("scopeIDs") }, isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in
        reading.includes.append((reading.scope, list))
        return []
      },
      write: { value, writing in .strings(value.map { writing.scopeIDs[$0] }) },
      pack: { $1.numbers($0) }, unpack: { $0.numbers(below: $0.limits.scopes) })
  }
}

extension Category {
  /// The members of a category.
  static let table = FieldTable<Category>(
    title: "a category", says: "A named group of scopes, of further categories, or of both.",
    definition: "category",
    fields: [
      Field("name", { $1(&$0.name) }, .line(200), "The name shown in the tree.", need: .required),
      Field("summary", { $1(&$0.summary) }, .text(600), "One line on what the group covers."),
      Field(
        "inferred", { $1(&$0.isInferred) }, .flag,
        "Present and true where the group was formed from the names of its scopes, and not by the vendor."
      ),
      Field(
        "scopes", "Its scopes, in the order shown.", holds: "list of objects",
        schema: { .list(Scope.table.reference) }, inner: { Scope.table.shape }),
      Field(
        "categories", "Categories within it, shown after its scopes.", holds: "list of objects",
        schema: { .list(.definition("category")) }, inner: { Category.shape }),
    ],
    rules: {
      [
        (
          "anyOf",
          .array(["scopes", "categories"].map { .object([("required", .strings([$0]))]) })
        )
      ]
    })

  private static var shape: ObjectShape { table.shape }
}
