/// Code in a line of Markdown.
package enum MarkdownCode {
  /// A code span that holds a text of one line, whatever quotes are in it.
  package static func span(_ text: String) -> String {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A span cannot be empty, and its own quotes must not touch those of the text.
    let needsSpace = text.isEmpty || text.hasPrefix("`") || text.hasSuffix("`")
    let space = needsSpace ? " " : ""
    return fence + space + text + space + fence
  }
}
