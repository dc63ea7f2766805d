import Documents

extension Form<[NativeForm]> {
  /// Forms of the platform's own: kept as their documents, and read whole once to be checked.
  static var nativeForms: Form {
    Form(
      holds: "list of forms",
      schema: {
        .list([
          ("type", .string("object")),
          ("required", .strings(["id", "title", "format", "template"])),
          ("additionalProperties", .boolean(false)),
          ("properties", .object(members.map { ($0.name, .object($0.schema)) })),
        ])
      },
      isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in
        try NativeForm.decode(list, kinds: reading.names.kinds)
      },
      write: { forms, _ in
        .array(
          forms.map { form in
            guard let document = try? JSONDocument(parsing: form.source) else {
              return .raw(form.source)
            }
            return JSONNode(document.root)
          })
      },
      pack: { forms, writer in
        writer.list(forms) { form, writer in
          writer.text(form.id)
          writer.text(form.title)
          writer.name(form.format.rawValue)
          writer.text(String(decoding: form.source, as: UTF8.self))
          writer.list(form.placeholders) { $1.text($0) }
        }
      },
      unpack: { reader in
        reader.list(ofWords: 8) { reader in
          let (id, title, format) = (reader.text(), reader.text(), reader.name())
          let source = Array(reader.text().utf8)
          let placeholders = reader.list(ofWords: 2) { $0.text() }
          guard let format = NativeForm.Format(rawValue: format) else {
            reader.refuse()
            return NativeForm(id: id, title: title, format: .text, source: source)
          }
          return NativeForm(
            id: id, title: title, format: format, placeholders: placeholders, source: source)
        }
      })
  }

  private static var members: [(name: String, schema: SchemaMembers)] {
    func described(_ text: String, _ members: SchemaMembers) -> SchemaMembers {
      [("description", .string(text))] + members
    }
    let line = SchemaMembers.text(1...300)
    return [
      ("id", described("What --form names.", .definition("name"))),
      ("title", described("What it is, in a few words.", .text(1...120))),
      (
        "format",
        described(
          "How it is written.", [("enum", .strings(NativeForm.Format.allCases.map(\.rawValue)))])
      ),
      (
        "kinds",
        described("The kinds of key that it is for; all where it is missing.", .list(line))
      ),
      (
        "limits",
        described("How much it takes of label, purpose, days, scope and scopes.", [])
      ),
      (
        "blanks",
        described(
          "What it has and no key design says.",
          .list([
            ("type", .string("object")), ("required", .strings(["name", "title"])),
          ]))
      ),
      (
        "leavesOut",
        described("What a key has and it cannot carry, in sentences.", .list(line))
      ),
      (
        "names",
        described("Its own ids of scopes, by the scopes' ids.", [("type", .string("object"))])
      ),
      ("remedy", described("What to do about a scope that it has no id for.", line)),
      ("template", described("The document to fill in; see Assets/Docs/catalogs.md.", [])),
    ]
  }
}
