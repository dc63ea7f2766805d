import Documents

extension CatalogParts {
  /// The members of a catalog.
  ///
  /// Calls name scopes and rules name both, so that each stands behind what it names.
  static let table = FieldTable<CatalogParts>(
    title: "a catalog",
    says:
      "All of a platform's scopes, calls, combination rules and presets, as data. What a schema cannot say is checked by `keywright catalog check`: ids are unique, and every scope, call and rule that is named exists.",
    fields: [
      Field(
        "$schema", "Names this format and its version.", holds: "text", need: .required,
        schema: {
          [("type", .string("string")), ("pattern", .string(SchemaName.pattern("catalog")))]
        },
        read: { (value, _, _) throws(ModelError) in
          guard SchemaName.matches(try value.requireString(), "catalog") else {
            throw value.error(
              "\"\(value.string ?? "")\" is not a catalog of a version that this program knows",
              remedy: "Use a catalog with \"$schema\": \"\(Catalog.schema)\"")
          }
        },
        write: { _, _ in .string(Catalog.schema) }),
      Field(
        "id", { $1(&$0.id) }, .identifier, "The platform, as manifests and --catalog name it.",
        need: .required),
      Field(
        "name", { $1(&$0.name) }, .line(100), "The platform's name as people write it.",
        need: .required),
      Field(
        "version", { $1(&$0.version) }, .line(100),
        "The version of this catalog: the date of the facts, or any string that a manifest can name.",
        need: .required),
      Field(
        "summary", { $1(&$0.summary) }, .text(600), "What the platform is, in a sentence or two."),
      Field(
        "sources", { $1(&$0.sources) }, .list(of: Catalog.Source.table, Catalog.Source()),
        "Where the facts come from."),
      Field(
        "limits", { $1(&$0.limits) }, .texts(300),
        "Where the catalog would be wrong, or says less than the platform does, a sentence each."),
      Field(
        "servers", { $1(&$0.servers) }, .servers,
        "Base addresses of the API, without a final slash. Calls in logs are matched after removing one of them."
      ),
      Field(
        "kinds", { $1(&$0.kinds) }, .kinds,
        "The kinds of key that the platform gives out; a key is of one of them. Absent where it tells none apart."
      ),
      Field(
        "conditions", { $1(&$0.conditions) }, .conditions,
        "What holds for some keys and not for others, and decides which alternatives of a call count. A key answers each with yes or no."
      ),
      Field(
        "categories", "The tree of scopes, in the order shown.", holds: "list of objects",
        need: .required,
        schema: { .list(Category.table.reference, [("minItems", .integer(1))]) },
        inner: { Category.table.shape }),
      Field(
        "operations", "The calls of the API, in the order of the reference.",
        holds: "list of objects", schema: { .list(Operation.table.reference) },
        inner: { Operation.table.shape }),
      Field(
        "combinations", { $1(&$0.combinations) }, .combinations,
        "Rules about scopes of this platform, alone or together."),
      Field(
        "reviewed", { $1(&$0.reviewed) }, .list(of: Review.table, Review()),
        "Scopes that no combination names and that were judged harmless, each with the reason."),
      Field("presets", { $1(&$0.presets) }, .presets, "Ready-made choices for common jobs."),
      Field(
        "forms", { $1(&$0.forms) }, .nativeForms,
        "The forms in which the platform itself takes a key; the first is the usual one."),
      Field(
        "neighbors", { $1(&$0.neighbors) }, .list(of: Catalog.Neighbor.table, Catalog.Neighbor()),
        "Other catalogs to which a key may belong that names this one, as after a catalog was divided."
      ),
    ],
    rules: {
      [
        (
          "patternProperties",
          .object([
            (
              "^x-",
              .object([
                (
                  "description",
                  .string("An extension. Readers that do not know it keep it and ignore it.")
                )
              ])
            )
          ])
        ),
        ("additionalProperties", .boolean(false)),
      ]
    },
    takesExtensions: true)
}

extension Catalog {
  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:catalog:1"

  /// The members that a catalog can have, and the objects in it.
  package static var shape: ObjectShape { CatalogParts.table.shape }
}

extension Catalog.Source {
  static let table = FieldTable<Catalog.Source>(
    title: "a source", says: "One source. Scopes refer to it by name.",
    fields: [
      Field("name", { $1(&$0.name) }, .line(100), "A short name for the source.", need: .required),
      Field(
        "location", { $1(&$0.location) }, .line(500),
        "An address or a description by which a reader finds it.", need: .required),
    ])
}

extension Catalog.Neighbor {
  static let table = FieldTable<Catalog.Neighbor>(
    title: "a neighbor", says: "One other catalog.",
    fields: [
      Field("id", { $1(&$0.id) }, .identifier, "The id of the other catalog.", need: .required),
      Field(
        "scopes", { $1(&$0.scopes) }, .texts(200),
        "The scopes by which such a key is known; those that this catalog has as well say nothing.",
        need: .required),
    ])
}

extension KeyKind {
  static let table = FieldTable<KeyKind>(
    title: "a kind of key", says: "One kind.",
    fields: [
      Field(
        "id", { $1(&$0.id) }, .identifier, "The id that manifests name, such as bot.",
        need: .required),
      Field(
        "title", { $1(&$0.title) }, .line(300).describedBy { .definition("title") },
        "What the platform calls it.", need: .required),
    ])
}

extension Condition {
  static let table = FieldTable<Condition>(
    title: "a condition", says: "One condition.",
    fields: [
      Field(
        "id", { $1(&$0.id) }, .identifier,
        "The id that calls and manifests name, such as private-repository.", need: .required),
      Field(
        "question", { $1(&$0.question) }, .line(300).describedBy { .definition("title") },
        "The question, to be answered with yes or no. Yes is the case in which more is needed.",
        need: .required),
    ])
}

extension Review {
  static let table = FieldTable<Review>(
    title: "a reviewed scope", says: "One judgment.",
    fields: [
      Field("scope", { $1(&$0.scope) }, .scope, "The scope judged.", need: .required),
      Field("reason", { $1(&$0.reasonText) }, .line(600), "Why no rule is due.", need: .required),
    ])

  /// The members that a review can have.
  package static var shape: ObjectShape { table.shape }
}

extension Preset {
  static let table = FieldTable<Preset>(
    title: "a preset", says: "A ready-made choice for one job.", definition: "preset",
    fields: [
      Field("id", { $1(&$0.id) }, .identifier, "The id that --preset takes.", need: .required),
      Field("title", { $1(&$0.titleText) }, .line(100), "Its name in the list.", need: .required),
      Field(
        "purpose", { $1(&$0.purposeText) }, .line(200),
        "What a key of this kind does, in one sentence.",
        need: .required),
      Field(
        "scopes", { $1(&$0.scopes) }, .sortedScopes, "Its scopes, in catalog order.",
        need: .required),
      Field(
        "warnings", { $1(&$0.warnings) }, .sortedTexts,
        "The ids of the rules of severity warning that it raises, sorted. A preset never raises an error.",
        need: .expected
      ),
    ])

  /// The members that a preset can have.
  package static var shape: ObjectShape { table.shape }
}

extension Combination {
  /// The members that a rule about scopes can have, and the objects in it.
  package static var shape: ObjectShape { table.shape }
}

// MARK: - Lists in which nothing stands twice

extension Form<[String]> {
  static var servers: Form {
    Form(
      holds: "list of addresses",
      schema: {
        .list(
          [
            ("type", .string("string")), ("format", .string("uri")), ("minLength", .integer(1)),
            ("maxLength", .integer(500)), ("pattern", .string("^https?://[!-~]+$")),
          ], [("uniqueItems", .boolean(true))])
      },
      isAbsent: \.isEmpty,
      read: { (list, _) throws(ModelError) in
        var servers: [String] = []
        for value in try list.requireElements() { servers.append(try TextCheck.line(value)) }
        return servers
      },
      write: { value, _ in .strings(value) },
      pack: { value, writer in writer.list(value) { $1.text($0) } },
      unpack: { reader in reader.list(ofWords: 2) { $0.text() } })
  }
}

extension Form<[KeyKind]> {
  static var kinds: Form {
    list(
      of: KeyKind.table, KeyKind(),
      limits: [("minItems", .integer(1)), ("maxItems", .integer(KeyKind.maximumCount))]
    ) { (kind, value, before, reading) throws(ModelError) in
      guard !reading.names.kinds.contains(kind.id) else {
        throw try value.require("id").error(
          "the kind \"\(kind.id)\" is listed twice", remedy: "Keep one of them")
      }
      guard before.count < KeyKind.maximumCount else {
        throw value.error(
          "the catalog has more than \(KeyKind.maximumCount) kinds of key",
          remedy: "Make a catalog of its own for some of them")
      }
      reading.names.kinds.append(kind.id)
    }
  }
}

extension Form<[Condition]> {
  static var conditions: Form {
    list(
      of: Condition.table, Condition(),
      limits: [("minItems", .integer(1)), ("maxItems", .integer(Condition.maximumCount))]
    ) { (condition, value, before, reading) throws(ModelError) in
      guard !condition.id.utf8.contains(UInt8(ascii: "=")) else {
        throw try value.require("id").error(
          "the id \"\(condition.id)\" holds an equals sign, which stands before the answer in commands",
          remedy: "Write it without")
      }
      guard !reading.names.conditions.contains(condition.id) else {
        throw try value.require("id").error(
          "the condition \"\(condition.id)\" is listed twice", remedy: "Keep one of them")
      }
      guard before.count < Condition.maximumCount else {
        throw value.error(
          "the catalog has more than \(Condition.maximumCount) conditions",
          remedy: "Ask only what decides between scopes")
      }
      reading.names.conditions.append(condition.id)
    }
  }
}

extension Form<[Combination]> {
  static var combinations: Form {
    list(
      of: Combination.table, Combination(),
      check: { (rule, value, _, _) throws(ModelError) in
        try CombinationDecoder.check(rule, value)
      }, id: { ("combination", $0.id) })
  }
}

extension Form<[Preset]> {
  static var presets: Form {
    list(of: Preset.table, Preset(), id: { ("preset", $0.id) })
  }
}
