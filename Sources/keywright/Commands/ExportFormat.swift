import ArgumentParser
import Keys

/// The forms in which a key can be exported, as an option's value.
enum ExportChoice: String, CaseIterable, ExpressibleByArgument {
  case manifest, ids, oauth, markdown, dashboard, native

  /// The form; nil for the platform's own.
  var format: ExportFormat? { ExportFormat(rawValue: rawValue) }
}
