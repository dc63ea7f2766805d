import Documents
import TerminalUI

/// How a person wants the designer: decoded from a file, or as it comes.
package struct Settings: Sendable {
  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:config:1"

  /// The keys.
  package var keys = KeyMap.standard
  /// Whether hues show.
  package var usesColors = true
  /// The hues that stand for meanings.
  package var theme = Theme()
  /// Whether the mouse is taken; nil for as it comes.
  package var mouse: Bool?
  /// Whether only ASCII is drawn; nil for as it comes.
  package var ascii: Bool?
  /// Whether frames are bracketed; nil for as it comes.
  package var synchronizedOutput: Bool?
  /// Where what is copied goes.
  package var clipboard = ClipboardPlace.terminal
  /// Whether a new key begins on the page with the ways on, and not on its scopes.
  package var startsOnPage = true
  /// The catalog of a new key, by id or path; nil for the first that ships.
  package var defaultCatalog: String?

  /// The settings as they come.
  package init() {}

  /// Decodes and validates settings.
  ///
  /// - Throws: `ModelError` with JSON path and line for what is unknown or clashes.
  package init(decoding bytes: [UInt8]) throws(ModelError) {
    self.init()
    try decode(JSONDocument(parsing: bytes).root)
  }
}

/// Which hue stands for what.
package struct Theme: Hashable, Sendable {
  /// What a hue can stand for.
  package enum Role: String, CaseIterable, Sendable {
    /// Errors, and what goes.
    case error
    /// Warnings, and what differs.
    case warning
    /// What is chosen or comes.
    case added
    /// Headings and notes.
    case heading
    /// Letters that a filter has matched.
    case match

    /// The hue that the views use for it.
    package var standard: Hue {
      switch self {
      case .error: .red
      case .warning: .yellow
      case .added: .green
      case .heading: .cyan
      case .match: .magenta
      }
    }
  }

  /// The hue of each role that has another than its own.
  package var hues: [Role: Hue] = [:]

  /// The hues as they come.
  package init() {}

  /// The hue of a role.
  package func hue(_ role: Role) -> Hue { hues[role] ?? role.standard }

  /// A frame with these hues.
  func applied(to frame: Frame) -> Frame {
    guard !hues.isEmpty else { return frame }
    var frame = frame
    frame.replaceHues { hue in
      Role.allCases.first { $0.standard == hue }.map(self.hue) ?? hue
    }
    return frame
  }
}

extension Hue {
  /// The names of the hues in a file.
  package static let names: [(name: String, hue: Hue)] = [
    ("none", .plain), ("red", .red), ("yellow", .yellow), ("green", .green), ("cyan", .cyan),
    ("magenta", .magenta),
  ]
}
