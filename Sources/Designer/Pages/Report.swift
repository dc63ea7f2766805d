/// A page to read that was made for a question: lines, each with what it is.
package struct Report: Hashable, Sendable {
  /// A line, which may be wider than the screen.
  package struct Line: Hashable, Sendable {
    /// What a line is.
    package enum Role: Hashable, Sendable {
      case heading
      case text
      case quiet
      case warning
      case added
      case removed
    }

    /// The text, of any width.
    package var text: String
    /// What it is.
    package var role: Role

    package static func heading(_ text: String) -> Line { Line(text: text, role: .heading) }
    package static func text(_ text: String) -> Line { Line(text: text, role: .text) }
    package static func quiet(_ text: String) -> Line { Line(text: text, role: .quiet) }
    package static func warning(_ text: String) -> Line { Line(text: text, role: .warning) }
    package static func added(_ text: String) -> Line { Line(text: text, role: .added) }
    package static func removed(_ text: String) -> Line { Line(text: text, role: .removed) }

    /// A line of a comparison by its sign: `+` came, `-` went; one at the edge is a heading where the
    /// next ones are set in.
    package static func compared(_ text: String) -> Line {
      let start = text.drop { $0 == " " }
      if start.hasPrefix("+ ") { return added(text) }
      if start.hasPrefix("- ") { return removed(text) }
      return Line.text(text)
    }
  }

  /// What it is about.
  package var title: String
  /// The lines.
  package var lines: [Line]
  /// The command line that writes what it shows to files; nil where it is there to be read alone.
  var offer: String?

  /// Creates a page.
  package init(title: String, lines: [Line]) {
    self.title = title
    self.lines = lines
  }
}
