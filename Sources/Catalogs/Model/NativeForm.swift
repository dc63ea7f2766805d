/// A form that the platform itself takes a key in: a document, a link, or a list.
package struct NativeForm: Hashable, Sendable {
  /// How a form is written.
  package enum Format: String, CaseIterable, Sendable {
    /// One JSON document.
    case json
    /// One YAML document, or several.
    case yaml
    /// One TOML document.
    case toml
    /// A link.
    case url
    /// Lines of text.
    case text
  }

  /// The id that commands name.
  package var id: String
  /// What it is, in a few words.
  package var title: String
  /// How it is written.
  package var format: Format
  /// What stands in it for something that no key design says, such as `RESOURCE_ARN`; empty where
  /// nothing has to be filled in.
  package var placeholders: [String] = []
  /// The form as the catalog's document has it, in JSON on one line.
  package var source: [UInt8]
}

/// A form, read to be filled in.
package struct FormTemplate: Hashable, Sendable {
  /// Something that a form has and no key design says.
  package struct Blank: Hashable, Sendable {
    /// The name under which it is filled in, and which the template uses.
    package var name: String
    /// What belongs there.
    package var title: String
    /// What stands there until it is filled in; nil where it may be left out.
    package var placeholder: String?
  }

  /// How much a form takes.
  package struct Limit: Hashable, Sendable {
    /// Of what: `label`, `purpose`, `days`, `scope` (the characters of an id) or `scopes`.
    package var subject: String
    /// The least that it takes.
    package var least = 0
    /// The most that it takes: characters of a text, else a number.
    package var most = Int.max
  }

  /// The ids of the kinds of key that it is for; empty for all.
  package var kinds: [String] = []
  /// How much it takes.
  package var limits: [Limit] = []
  /// What it has beyond the key.
  package var blanks: [Blank] = []
  /// What a key has and the form cannot carry, in sentences.
  package var leavesOut: [String] = []
  /// The ids that the form knows scopes by, where they are neither the scopes' own nor `native`.
  package var names: [String: String] = [:]
  /// What to do about a scope for which the form knows no id.
  package var remedy = ""
  /// The template.
  package var root: FormNode
}

/// A part of a template.
package indirect enum FormNode: Hashable, Sendable {
  /// A text with places to fill in.
  case text(FormText)
  /// A number, `true`, `false` or `null`, as JSON has it.
  case constant([UInt8])
  /// An array; what stands for several things puts each of them in.
  case list([FormNode])
  /// An object.
  case object([FormMember])
  /// Something that is there once for each of several things.
  case each(FormEach)
}

/// A member of an object in a template.
package struct FormMember: Hashable, Sendable {
  /// Its name.
  package var name: FormText
  /// Its value.
  package var value: FormNode
}

/// A part of a template that is there once for each of several things.
package struct FormEach: Hashable, Sendable {
  /// What there is one for.
  package enum Source: String, CaseIterable, Sendable {
    /// The key's scopes.
    case scopes
    /// The scopes of the group that the part stands in.
    case items
    /// The key's addresses.
    case addresses
  }

  /// What there is one for.
  package var source: Source
  /// Only scopes for these kinds of key; empty for all.
  package var kinds: [String] = []
  /// What of a scope the patterns are about: `id`, `native` or `name`.
  package var subject = "id"
  /// Only scopes of which that is so; what the pattern's names stand for can be used inside.
  package var match: IDPattern?
  /// No scopes of which that is so.
  package var other: IDPattern?
  /// Scopes for which this text is the same are one group; the last one stands for it.
  package var group: FormText?
  /// Other words for what a name stands for.
  package var words: [String: [String: String]] = [:]
  /// What is put between, where all of them make one text.
  package var separator: String?
  /// What that text starts with.
  package var start = ""
  /// What stands there where there is none.
  package var fallback: FormText?
  /// What is there for each.
  package var body: FormNode
}
