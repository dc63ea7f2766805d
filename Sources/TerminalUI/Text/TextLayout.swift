/// Cutting and wrapping of text by columns, at clusters and words.
public enum TextLayout {
  /// What stands for what is left out; a column.
  package static func ellipsis(_ charset: Charset) -> String { charset == .utf8 ? "\u{2026}" : "~" }

  /// The text cut to a number of columns, the last of them an ellipsis where something is left out.
  public static func fit(_ text: String, columns: Int, charset: Charset) -> String {
    guard columns > 0 else { return "" }
    let ellipsis = ellipsis(charset)
    if let count = Sanitizer.plainCount(text, charset: charset) {
      guard count > columns else { return text }
      return String(text.unicodeScalars.prefix(columns - 1)) + ellipsis
    }
    var kept = ""
    var keptColumns = 0
    var whole = ""
    var wholeColumns = 0
    var overflows = false
    Sanitizer.forEachCluster(of: text, charset: charset) { cluster, width in
      if wholeColumns + width > columns {
        overflows = true
        return false
      }
      whole += cluster.text
      wholeColumns += width
      if keptColumns + width <= columns - 1, keptColumns == wholeColumns - width {
        kept = whole
        keptColumns = wholeColumns
      }
      return true
    }
    return overflows ? kept + ellipsis : whole
  }

  /// The text in lines of at most `columns` columns, broken between words where that is possible.
  ///
  /// Existing line breaks stand. Words longer than a line are broken at clusters.
  public static func wrap(_ text: String, columns: Int, charset: Charset) -> [String] {
    guard columns > 0 else { return [] }
    // Most texts are one line; to look for more by characters costs as much as wrapping it.
    guard text.utf8.contains(UInt8(ascii: "\n")) else {
      return wrapLine(text, columns: columns, charset: charset)
    }
    return Sanitizer.lines(of: text)
      .flatMap { wrapLine($0, columns: columns, charset: charset) }
  }

  private static func wrapLine(_ text: String, columns: Int, charset: Charset) -> [String] {
    // Most texts fit as they are, and need not be taken apart for it.
    if let count = Sanitizer.plainCount(text, charset: charset), !hasLooseSpaces(text) {
      if count <= columns { return [text] }
      if let lines = wrapPlain(text, columns: columns) { return lines }
    }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text) {
      let width = TextWidth.columns(of: word, charset: charset)
      if used > 0, used + 1 + width <= columns {
        line += " "
        line += word
        used += 1 + width
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      guard width > columns else {
        (line, used) = (word, width)
        continue
      }
      var pieces = pieces(ofWord: word, columns: columns, charset: charset)
      (line, used) = pieces.removeLast()
      lines += pieces.map(\.text)
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The lines of a text whose bytes are a column each, with single spaces between its words; nil
  /// where a word is longer than a line.
  private static func wrapPlain(_ text: String, columns: Int) -> [String]? {
    let bytes = text.utf8
    var lines: [String] = []
    var start = bytes.startIndex
    var gap: String.Index?
    var used = 0
    for index in bytes.indices {
      let isSpace = bytes[index] == UInt8(ascii: " ")
      if isSpace { gap = index }
      if used == columns {
        guard let end = gap else { return nil }
        lines.append(String(text[start..<end]))
        start = bytes.index(after: end)
        used = bytes.distance(from: start, to: index)
        gap = nil
        if isSpace {
          used = 0
          continue
        }
      }
      used += 1
    }
    lines.append(String(text[start...]))
    return lines
  }

  /// Whether there are spaces that a line does not keep: at the ends, and behind another.
  private static func hasLooseSpaces(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    var last = space
    for byte in text.utf8 {
      if byte == space, last == space { return true }
      last = byte
    }
    return last == space && !text.isEmpty
  }

  private static func words(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  /// A word that is longer than a line, in lines; never none.
  ///
  /// An id or a path breaks behind a sign of its own where it has one, all else between clusters.
  private static func pieces(
    ofWord word: String, columns: Int, charset: Charset
  ) -> [(text: String, columns: Int)] {
    var clusters: [(text: String, columns: Int)] = []
    Sanitizer.forEachCluster(of: word, charset: charset) { cluster, width in
      // A wide character on a line of one column.
      clusters.append(width > columns ? ("?", 1) : (cluster.text, width))
      return true
    }
    var pieces: [(text: String, columns: Int)] = []
    var start = 0
    repeat {
      var end = start
      var used = 0
      while end < clusters.count, used + clusters[end].columns <= columns {
        used += clusters[end].columns
        end += 1
      }
      if end < clusters.count,
        let sign = (start..<end).last(where: { "/.,-_:".contains(clusters[$0].text) }),
        sign - start >= (end - start) / 2
      {
        end = sign + 1
      }
      let part = clusters[start..<end]
      pieces.append((part.map(\.text).joined(), part.reduce(0) { $0 + $1.columns }))
      start = end
    } while start < clusters.count
    return pieces
  }
}
