import Catalogs

/// A form in which a key is written: one that every catalog has, or one of its platform's own.
package enum KeyForm: Hashable, Sendable {
  /// One that every catalog has.
  case export(ExportFormat)
  /// One that the platform itself takes.
  case native(NativeForm)

  /// The JSON manifest.
  package static let manifest = KeyForm.export(.manifest)

  /// All forms of a catalog's keys, the platform's own last.
  package static func all(of catalog: Catalog) -> [KeyForm] {
    ExportFormat.allCases.map { .export($0) } + catalog.forms.map { .native($0) }
  }

  /// The form of a name: that of an export, or the id of a form of the platform's own; `native` is
  /// the first of these.
  package init?(named name: String, of catalog: Catalog) {
    if let form = catalog.forms.first(where: { $0.id == name }) {
      self = .native(form)
    } else if let format = ExportFormat(rawValue: name) {
      self = .export(format)
    } else if name == "native", let form = catalog.forms.first {
      self = .native(form)
    } else {
      return nil
    }
  }

  /// The name.
  package var name: String {
    switch self {
    case .export(let format): format.rawValue
    case .native(let form): form.id
    }
  }

  /// What it is, in a few words behind its name.
  package var words: String {
    switch self {
    case .export(let format): format.words
    case .native(let form): "\(form.id), \(form.title)"
    }
  }

  /// How a file of this form ends.
  package var fileEnding: String {
    switch self {
    case .export(let format): format.fileEnding
    case .native(let form): form.fileEnding
    }
  }

  /// The path of a file of this form beside another.
  package func path(beside path: String) -> String {
    ExportFormat.path(beside: path, ending: fileEnding)
  }
}
