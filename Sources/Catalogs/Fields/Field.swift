import Documents

/// A member of an object in a catalog: all that there is to say of it, in one place.
///
/// The decoder, the encoder, the compact form, the check for unknown members, the JSON Schema and the
/// tables in `catalogs.md` all follow from it.
struct Field<Owner: Sendable>: Sendable {
  typealias Read =
    @Sendable (JSONValue, inout Owner, inout CatalogReading) throws(ModelError) -> Void
  typealias Write = @Sendable (Owner, CatalogWriting) -> JSONNode?

  /// Whether objects have to have a member.
  enum Need: Sendable {
    /// An object without it is an error.
    case required
    /// The schema asks for it; the decoder does without.
    case expected
    /// It may be missing.
    case optional
  }

  /// How the member stands in the compact form.
  struct Packing: Sendable {
    /// Whether there is nothing to write.
    let isAbsent: @Sendable (Owner) -> Bool
    let write: @Sendable (Owner, inout CompactWriter) -> Void
    let read: @Sendable (inout Owner, inout CompactReader) -> Void
  }

  /// The member's name in documents.
  let name: String
  /// What it means, in a sentence or two.
  let says: String
  /// What stands there, in a few words.
  let holds: String
  /// Whether objects have to have it.
  let need: Need
  /// What the schema says of the value, without `says`.
  let schema: @Sendable () -> SchemaMembers
  /// The objects in it, where there are any.
  let inner: (@Sendable () -> ObjectShape)?
  /// Nil where the decoder reads it along with something else.
  let read: Read?
  /// Gives nil for what is left out; nil where the encoder writes it along with something else.
  let write: Write?
  /// Nil where it has a place of its own in the compact form, such as a row in a table.
  let packing: Packing?

  /// Hands on a property to be looked at or changed: a key path says the same, and takes 20 times as
  /// long to make, which a start would spend on every member.
  typealias Property<Value> = @Sendable (inout Owner, (inout Value) -> Void) -> Void

  /// A member that is a property.
  ///
  /// - Parameters:
  ///   - name: the member's name in documents.
  ///   - property: the property; it has its default where the member is missing.
  ///   - form: how its values are written.
  ///   - says: what it means.
  ///   - need: whether objects have to have it.
  ///   - isInRow: whether it has a place of its own in the compact form.
  init<Value: Sendable>(
    _ name: String, _ property: @escaping Property<Value>, _ form: Form<Value>, _ says: String,
    need: Need = .optional, isInRow: Bool = false
  ) {
    let value = { @Sendable (owner: Owner, use: (Value) -> Void) in
      var owner = owner
      property(&owner) { use($0) }
    }
    self.init(
      name, says, holds: form.holds, need: need, schema: form.schema,
      inner: form.inner,
      read: { (json, owner, reading) throws(ModelError) in
        let new = try form.read(json, &reading)
        property(&owner) { $0 = new }
      },
      write: { owner, writing in
        var node: JSONNode?
        value(owner) { value in
          if need == .required || !form.isAbsent(value) { node = form.write(value, writing) }
        }
        return node
      },
      packing: isInRow
        ? nil
        : Packing(
          isAbsent: { owner in
            var isAbsent = false
            value(owner) { isAbsent = form.isAbsent($0) }
            return isAbsent
          },
          write: { owner, writer in value(owner) { form.pack($0, &writer) } },
          read: { owner, reader in property(&owner) { $0 = form.unpack(&reader) } }))
  }

  /// A member of which some part is done elsewhere.
  init(
    _ name: String, _ says: String, holds: String, need: Need = .optional,
    schema: @escaping @Sendable () -> SchemaMembers, inner: (@Sendable () -> ObjectShape)? = nil,
    read: Read? = nil, write: Write? = nil, packing: Packing? = nil
  ) {
    (self.name, self.says, self.holds, self.need) = (name, says, holds, need)
    (self.schema, self.inner) = (schema, inner)
    (self.read, self.write, self.packing) = (read, write, packing)
  }

  /// The member of an object; nil where it has none.
  func value(in object: JSONValue) throws(ModelError) -> JSONValue? {
    need == .required ? try object.require(name) : object[name]
  }
}
