import TerminalUI

/// The calls that a person has: a line to type or paste them in, and what was read so far.
///
/// What is pasted never stands in the line: it may hold a password, and only its calls are kept.
struct CallsForm: Hashable, Sendable {
  /// The line for a call or the path of a file.
  var field = TextField()
  /// What was read; nil for nothing yet.
  var records: CallRecords?
  /// What it needs.
  var summary = CallSummary?.none
  /// How many lines of the page have scrolled off above.
  var top = 0
  /// The beginning of a command that was typed and goes on in the next line.
  var begun = ""
}

/// What a typed or pasted text is.
enum CallText: Hashable, Sendable {
  /// Calls, commands or a record.
  case calls(String)
  /// Perhaps the path of a file.
  case path(String)

  /// Tells a path from calls: one word, or quoted, with nothing of a command or a URL.
  init(_ text: String) {
    let trimmed = Self.trimmed(text)
    let isQuoted =
      trimmed.count > 1 && ["'", "\""].contains(trimmed.first)
      && trimmed.last == trimmed.first
    let bare = isQuoted ? String(trimmed.dropFirst().dropLast()) : Self.unescaped(trimmed)
    let words = trimmed.split { $0 == " " || $0 == "\t" }
    let isPathLike =
      !trimmed.contains(where: \.isNewline) && !bare.isEmpty && !bare.contains("{")
      && !bare.contains("://") && (isQuoted || words.count == 1 || trimmed.contains("\\ "))
    self = isPathLike ? .path(bare) : .calls(text)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(String.UnicodeScalarView(scalars[...last].drop(while: isSpace)))
  }

  /// A path as terminals paste it that a file was dragged on: spaces with a stroke before them.
  private static func unescaped(_ text: String) -> String {
    var (result, isEscaped) = (String.UnicodeScalarView(), false)
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      result.append(scalar)
      isEscaped = false
    }
    return String(result)
  }
}
