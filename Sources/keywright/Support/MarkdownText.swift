import Keys
import TerminalUI

/// Texts from files inside Markdown that others will read, such as a comment on a pull request.
///
/// A code span is the one place where GitHub and GitLab make nothing of `@names`, `#numbers`, bare
/// addresses and HTML; a backslash before them is not enough.
enum MarkdownText {
  /// Plain words as they are; a code span for all that holds a sign.
  static func prose(_ text: String) -> String {
    let clean = Sanitizer.sanitize(text)
    let lower = clean.lowercased()
    // A colon before a space is a colon; before a letter it may be an address or an emoji.
    let isPlain =
      clean.replacing(": ", with: " ").unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || " ,.;()'\"".unicodeScalars.contains(scalar)
      } && !lower.contains("www.") && clean.first?.isLetter ?? false
    return isPlain ? clean : code(clean)
  }

  /// A code span on one line, whatever the text is.
  static func code(_ text: String) -> String { MarkdownCode.span(Sanitizer.sanitize(text)) }
}
