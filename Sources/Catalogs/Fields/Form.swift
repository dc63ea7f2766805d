import Documents

/// How values of one type are written: as JSON, in the compact form, and in the schema.
struct Form<Value: Sendable>: Sendable {
  /// What stands there, in a few words.
  let holds: String
  /// What the schema says of a value.
  let schema: @Sendable () -> SchemaMembers
  /// The objects in a value, where there are any.
  var inner: (@Sendable () -> ObjectShape)?
  /// Whether a value is what a missing member means.
  let isAbsent: @Sendable (Value) -> Bool
  let read: @Sendable (JSONValue, inout CatalogReading) throws(ModelError) -> Value
  let write: @Sendable (Value, CatalogWriting) -> JSONNode
  let pack: @Sendable (Value, inout CompactWriter) -> Void
  let unpack: @Sendable (inout CompactReader) -> Value

  /// The same for a value that may be missing.
  var optional: Form<Value?> {
    Form<Value?>(
      holds: holds, schema: schema, inner: inner, isAbsent: { $0 == nil },
      read: { (value, reading) throws(ModelError) in try read(value, &reading) },
      write: { value, writing in value.map { write($0, writing) } ?? .null },
      pack: { value, writer in
        writer.number(value == nil ? 0 : 1)
        if let value { pack(value, &writer) }
      },
      unpack: { $0.number() == 0 ? nil : unpack(&$0) })
  }

  /// The same with a further check of what was read.
  func checked(
    _ check: @escaping @Sendable (Value, JSONValue) throws(ModelError) -> Void
  ) -> Form {
    Form(
      holds: holds, schema: schema, inner: inner, isAbsent: isAbsent,
      read: { (value, reading) throws(ModelError) in
        let result = try read(value, &reading)
        try check(result, value)
        return result
      }, write: write, pack: pack, unpack: unpack)
  }

  /// The same with another schema.
  func describedBy(_ schema: @escaping @Sendable () -> SchemaMembers) -> Form {
    Form(
      holds: holds, schema: schema, inner: inner, isAbsent: isAbsent, read: read, write: write,
      pack: pack, unpack: unpack)
  }
}

// MARK: - Texts and flags

extension Form<String> {
  /// A text on one line of at most so many characters, as the schema has it; where it may be empty,
  /// it may be missing.
  static func text(_ most: Int, least: Int = 1) -> Form {
    text(holds: "text", schema: .text(least...most)) { (value) throws(ModelError) in
      try TextCheck.optionalLine(value)
    }
  }

  /// A text on one line that is not empty.
  static func line(_ most: Int) -> Form {
    text(holds: "text", schema: .text(1...most)) { (value) throws(ModelError) in
      try TextCheck.line(value)
    }
  }

  /// An id of the catalog's own.
  static var identifier: Form {
    text(holds: "id", schema: .definition("name")) {
      (value) throws(ModelError) in try TextCheck.identifier(value)
    }
  }

  /// The id of a scope, as the platform spells it.
  static var scopeID: Form {
    text(holds: "scope", schema: .definition("scopeID")) {
      (value) throws(ModelError) in try TextCheck.scopeIdentifier(value)
    }
  }

  static func text(
    holds: String, schema: @autoclosure @escaping @Sendable () -> SchemaMembers,
    _ read: @escaping @Sendable (JSONValue) throws(ModelError) -> String
  ) -> Form {
    Form(
      holds: holds, schema: schema, isAbsent: \.isEmpty,
      read: { (value, _) throws(ModelError) in try read(value) },
      write: { value, _ in .string(value) },
      pack: { $1.text($0) }, unpack: { $0.text() })
  }

  /// The same text, which stays bytes in the compact form until somebody reads it.
  var lazy: Form<LazyText> {
    Form<LazyText>(
      holds: holds, schema: schema, isAbsent: \.isEmpty,
      read: { (value, reading) throws(ModelError) in LazyText(try read(value, &reading)) },
      write: { value, writing in write(value.string, writing) },
      pack: { $1.text($0) }, unpack: { $0.lazyText() })
  }
}

extension Form<LazyText> {
  static func text(_ most: Int, least: Int = 1) -> Form {
    Form<String>.text(most, least: least).lazy
  }
  static func line(_ most: Int) -> Form { Form<String>.line(most).lazy }
}

extension Form<Bool> {
  /// `true`, or left out.
  static var flag: Form {
    Form(
      holds: "`true`", schema: { [("const", .boolean(true))] }, isAbsent: { !$0 },
      read: { (value, _) throws(ModelError) in
        guard let flag = value.boolean else {
          throw value.error("expected true or false", remedy: "Write one of them")
        }
        return flag
      },
      write: { value, _ in .boolean(value) },
      pack: { $1.number($0 ? 1 : 0) }, unpack: { $0.number() != 0 })
  }
}

extension Form<[String]> {
  /// Texts on one line each, of at most so many characters, in their order.
  static func texts(_ most: Int) -> Form {
    Form(
      holds: "list of texts", schema: { .list(.text(1...most)) }, isAbsent: \.isEmpty,
      read: { (list, _) throws(ModelError) in
        var texts: [String] = []
        for value in try list.requireElements() { texts.append(try TextCheck.line(value)) }
        return texts
      },
      write: { value, _ in .strings(value) },
      pack: { value, writer in writer.list(value) { $1.text($0) } },
      unpack: { reader in reader.list(ofWords: 2) { $0.text() } })
  }

  /// Texts that are sorted; a list of none is written as well.
  static var sortedTexts: Form {
    Form(
      holds: "list of texts",
      schema: { .list(.definition("name"), [("uniqueItems", .boolean(true))]) },
      isAbsent: { _ in false },
      read: { (value, _) throws(ModelError) in try value.requireStrings().sorted() },
      write: { value, _ in .strings(value) },
      pack: { value, writer in writer.list(value) { $1.text($0) } },
      unpack: { reader in reader.list(ofWords: 2) { $0.text() } })
  }
}

// MARK: - Words

extension Form where Value: OptionSet, Value.RawValue == UInt8 {
  /// A set of words, each of which is a bit.
  static func words(_ names: [String], _ problem: String) -> Form {
    Form(
      holds: "words",
      schema: {
        .list(
          [("enum", .strings(names))], [("minItems", .integer(1)), ("uniqueItems", .boolean(true))])
      },
      isAbsent: { $0.rawValue == 0 },
      read: { (list, _) throws(ModelError) in
        var bits: UInt8 = 0
        for word in try list.requireElements() {
          let name = try word.requireString()
          guard let bit = names.firstIndex(of: name) else {
            throw word.error(
              "\"\(name)\" \(problem)", remedy: "Use one of: " + names.joined(separator: ", "))
          }
          bits |= 1 << UInt8(bit)
        }
        return Value(rawValue: bits)
      },
      write: { value, _ in
        .strings(names.indices.filter { value.rawValue & (1 << UInt8($0)) != 0 }.map { names[$0] })
      },
      pack: { $1.number(Int($0.rawValue)) },
      unpack: { Value(rawValue: UInt8(truncatingIfNeeded: $0.number())) })
  }
}

extension Form where Value: RawRepresentable, Value.RawValue == String {
  /// One of a few words; `fallback` is what a damaged compact form is read as.
  static func word(
    _ all: [Value], _ what: StaticString, fallback: Value,
    schema: @escaping @Sendable () -> SchemaMembers
  ) -> Form {
    Form(
      holds: "word", schema: schema, isAbsent: { _ in false },
      read: { (value, _) throws(ModelError) in
        let word = try value.requireString()
        if let found = all.first(where: { $0.rawValue == word }) { return found }
        let words = all.map(\.rawValue)
        throw value.error(
          "\"\(word)\" is not a \(what)",
          remedy: "Use " + words.dropLast().joined(separator: ", ") + " or "
            + words[words.count - 1])
      },
      write: { value, _ in .string(value.rawValue) },
      pack: { $1.name($0.rawValue) },
      unpack: { reader in
        let name = reader.name()
        if let found = all.first(where: { $0.rawValue == name }) { return found }
        reader.refuse()
        return fallback
      })
  }
}
