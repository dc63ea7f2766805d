import Documents

/// The members of one kind of object in a catalog.
struct FieldTable<Owner: Sendable>: Sendable {
  /// What messages call such an object, such as `a scope`.
  let title: String
  /// What it is, for the schema.
  let says: String
  /// Its name under `$defs` in the schema; nil where it is described in its place.
  var definition: String?
  /// The members, in the order in which they are written.
  let fields: [Field<Owner>]
  /// What the schema says beyond the members.
  var rules: @Sendable () -> SchemaMembers = { [] }
  /// Whether members of others, whose names start with `x-`, may stand beside its own.
  var takesExtensions = false

  // MARK: - JSON

  /// Reads an object's members; what is missing stays as it is.
  func read(
    _ object: JSONValue, into owner: inout Owner, _ reading: inout CatalogReading
  ) throws(ModelError) {
    try object.requireObject()
    // Most objects have few members: when all are found, no other need be looked for.
    var left = object.memberCount
    for field in fields where left > 0 || field.need == .required {
      guard let value = try field.value(in: object) else { continue }
      left -= 1
      try field.read?(value, &owner, &reading)
    }
  }

  /// An object's members, without those that are written elsewhere.
  func write(_ owner: Owner, _ writing: CatalogWriting) -> SchemaMembers {
    fields.compactMap { field in field.write?(owner, writing).map { (field.name, $0) } }
  }

  // MARK: - The compact form

  /// The members that have no place of their own in the compact form.
  var packed: [Field<Owner>.Packing] { fields.compactMap(\.packing) }

  /// Writes such members one behind the other.
  func pack(_ owner: Owner, to writer: inout CompactWriter) {
    for field in fields { field.packing?.write(owner, &writer) }
  }

  func unpack(into owner: inout Owner, from reader: inout CompactReader) {
    for field in fields { field.packing?.read(&owner, &reader) }
  }

  /// Writes, member by member, which of many objects have it: few do.
  func packFew(_ owners: some RandomAccessCollection<Owner>, to writer: inout CompactWriter) {
    for field in packed {
      let having = owners.enumerated().filter { !field.isAbsent($0.element) }
      writer.list(having) { item, writer in
        writer.number(item.offset)
        field.write(item.element, &writer)
      }
    }
  }

  /// Reads what `packFew` wrote; `change` changes one of the objects, by its index.
  func unpackFew(
    count: Int, from reader: inout CompactReader,
    change: (Int, (inout Owner) -> Void) -> Void
  ) {
    for field in packed {
      for _ in 0..<reader.count(ofWords: 2) {
        let index = reader.number(below: count)
        if reader.isDamaged { return }
        change(index) { field.read(&$0, &reader) }
      }
    }
  }

  // MARK: - Descriptions

  /// The names of the members, for the check for others.
  var shape: ObjectShape {
    ObjectShape(
      title: title, members: fields.map { ($0.name, $0.inner) }, takesExtensions: takesExtensions)
  }

  /// The schema of such an object where another names it.
  var reference: SchemaMembers { definition.map { .definition($0) } ?? schema }

  /// The whole schema of such an object.
  var schema: SchemaMembers {
    [
      ("description", .string(says)), ("type", .string("object")),
      (
        "properties",
        .object(
          fields.map { field in
            (field.name, .object([("description", .string(field.says))] + field.schema()))
          })
      ),
      ("required", .strings(fields.filter { $0.need != .optional }.map(\.name))),
    ] + (takesExtensions ? [] : [("additionalProperties", .boolean(false))]) + rules()
  }
}

// MARK: - Objects in members

extension Form {
  /// An object with members of its own.
  static func object(_ table: FieldTable<Value>, _ blank: Value) -> Form {
    Form(
      holds: "object", schema: { table.schema.filter { $0.name != "description" } },
      inner: { table.shape }, isAbsent: { _ in false },
      read: { (value, reading) throws(ModelError) in
        var owner = blank
        try table.read(value, into: &owner, &reading)
        return owner
      },
      write: { value, writing in .object(table.write(value, writing)) },
      pack: { table.pack($0, to: &$1) },
      unpack: { reader in
        var owner = blank
        table.unpack(into: &owner, from: &reader)
        return owner
      })
  }

  /// A list of objects, each made from a blank one.
  ///
  /// `limits` is what the schema says of their number; `check` looks at an object once it is read,
  /// with those before it; `id` says what an object is and its id, of which there may be one.
  static func list<Element>(
    of table: @autoclosure @escaping @Sendable () -> FieldTable<Element>, _ blank: Element,
    limits: SchemaMembers = [],
    check:
      @escaping @Sendable (inout Element, JSONValue, [Element], inout CatalogReading)
      throws(ModelError) -> Void = { (_, _, _, _) throws(ModelError) in },
    id: (@Sendable (Element) -> (what: String, id: String))? = nil
  ) -> Form where Value == [Element] {
    Form(
      holds: "list of objects", schema: { .list(table().reference, limits) },
      inner: { table().shape }, isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in
        let table = table()
        var owners: [Element] = []
        var known: Set<ExactText> = []
        for value in try list.requireElements() {
          var owner = blank
          try table.read(value, into: &owner, &reading)
          try check(&owner, value, owners, &reading)
          if let (what, id) = id?(owner), !known.insert(ExactText(id)).inserted {
            throw value.error(
              "the \(what) \"\(id)\" is listed twice", remedy: "Keep one of them")
          }
          owners.append(owner)
        }
        return owners
      },
      write: { value, writing in .array(value.map { .object(table().write($0, writing)) }) },
      pack: { value, writer in writer.list(value) { table().pack($0, to: &$1) } },
      unpack: { reader in
        reader.list(ofWords: table().packed.count) { reader in
          var owner = blank
          table().unpack(into: &owner, from: &reader)
          return owner
        }
      })
  }
}
