import Documents

/// Pieces of a manual page.
///
/// Lines of the source stay short: mandoc warns of others.
enum Roff {
  private static let width = 66
  private static let longest = 78

  /// The first line of a page.
  static func title(_ name: String) -> String {
    let upper = String(
      decoding: name.utf8.map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    return ".TH \(RoffText.escaped(upper)) 1 \(Program.released) "
      + "\"keywright \(RoffText.escaped(Program.version))\" \"User Commands\""
  }

  /// A sentence as it stands behind a name, without its full stop.
  static func sentence(_ text: String) -> [String] {
    self.text(text.ends(exactlyWith: ".") ? String(Substring(text.utf8.dropLast())) : text)
  }

  /// A text of any length.
  static func text(_ text: String) -> [String] {
    var (lines, current) = ([String](), "")
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let piece = String(Substring(word))
      if !current.isEmpty, current.utf8.count + piece.utf8.count >= width {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + piece
    }
    return (lines + [current]).map(RoffText.escaped)
  }

  /// A name with what it means.
  static func entry(_ name: String, _ about: String) -> [String] {
    [".TP", ".B \(RoffText.escaped(name))"] + (about.isEmpty ? ["\\&"] : text(about))
  }

  /// A line that is shown as it is; a long one goes on behind a backslash.
  static func fixed(_ line: String) -> [String] {
    var (lines, current) = ([String](), "")
    let words = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    for (place, word) in words.enumerated() {
      let piece = (place == 0 ? "" : " ") + RoffText.escaped(String(Substring(word)))
      if !current.isEmpty, current.utf8.count + piece.utf8.count > longest {
        lines.append(current + "\\")
        current = ""
      }
      current += piece
    }
    lines.append(current)
    // A line of source that starts with a space or a dot means something else.
    return lines.map { $0.utf8.first == 0x2E ? "\\&" + $0 : $0 }
  }
}
