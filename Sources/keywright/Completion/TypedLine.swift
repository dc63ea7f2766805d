import Documents

/// A command line of bash up to the cursor, taken apart as the shell does.
struct TypedLine {
  /// The quotes that a word is still within.
  enum Quote {
    case none, single, double
  }

  /// The words, without quotes; the last is being typed.
  private(set) var words = [""]
  /// The quotes around the end of it.
  private(set) var quote = Quote.none

  init(_ line: String) {
    var (word, isWord, isEscaped) = ("", false, false)
    for scalar in line.unicodeScalars {
      if isEscaped {
        // Between double quotes a backslash stands for itself before most.
        if quote == .double, !"\"\\$`".unicodeScalars.contains(scalar) { word += "\\" }
        word.unicodeScalars.append(scalar)
        isEscaped = false
        continue
      }
      switch (scalar, quote) {
      case ("\\", .none), ("\\", .double): (isEscaped, isWord) = (true, true)
      case ("'", .none): (quote, isWord) = (.single, true)
      case ("\"", .none): (quote, isWord) = (.double, true)
      case ("'", .single), ("\"", .double): quote = .none
      case (" ", .none), ("\t", .none):
        if isWord { words.insert(word, at: words.count - 1) }
        (word, isWord) = ("", false)
      default:
        word.unicodeScalars.append(scalar)
        isWord = true
      }
    }
    words[words.count - 1] = word
  }

  /// A candidate as it has to stand on the line, from where bash starts to replace: behind the last
  /// sign that breaks words, as `:` and `=` do outside of quotes.
  func replacement(for text: String, breaks: String) -> String {
    guard quote == .none else { return text }
    let typed = words.last ?? ""
    let place = typed.utf8.lastIndex { byte in
      [0x3A, 0x3D, 0x40].contains(byte) && breaks.utf8.contains(byte)
    }
    let count = place.map { typed.utf8.distance(from: typed.startIndex, to: $0) + 1 } ?? 0
    let rest = String(Substring(text.utf8.dropFirst(count)))
    var result = ""
    for scalar in rest.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_./:=@%+,-".unicodeScalars.contains(scalar)
      if !isPlain { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
