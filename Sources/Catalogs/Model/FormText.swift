/// A text with places to fill in: `{label}`, or `{label?}` where the text is left out without it.
package struct FormText: Hashable, Sendable {
  /// A piece of it.
  package enum Part: Hashable, Sendable {
    /// Words of the form's own.
    case words(String)
    /// What a name stands for.
    case value(name: String, isOptional: Bool)
  }

  /// The pieces.
  package var parts: [Part] = []

  /// Reads `Hello {name}`, with `{{` and `}}` for braces.
  ///
  /// Nil where a brace is left open or stands alone, or a name is empty.
  package init?(_ text: String) {
    var words = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{", "}":
        if rest.first == scalar {
          rest.removeFirst()
          words.unicodeScalars.append(scalar)
          continue
        }
        guard scalar == "{", let end = rest.firstIndex(of: "}") else { return nil }
        var name = rest[..<end]
        rest = rest[rest.index(after: end)...]
        let isOptional = name.last == "?"
        if isOptional { name.removeLast() }
        guard !name.isEmpty, name.allSatisfy(Self.isOfName) else { return nil }
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
        parts.append(.value(name: String(name), isOptional: isOptional))
      default: words.unicodeScalars.append(scalar)
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
  }

  /// Whether a character can stand in a name.
  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || scalar == "_"
  }

  /// The names that it uses.
  package var names: [String] {
    parts.compactMap { if case .value(let name, _) = $0 { name } else { nil } }
  }
}

/// A pattern of ids, such as `{group}/{resource}:{verb}`: signs, and names for what is between.
///
/// A name takes as little as it can, but what stands before the last signs takes all up to where
/// they stand for the last time.
package struct IDPattern: Hashable, Sendable {
  /// The signs before the first name, those between two, and those behind the last.
  package var signs: [String]
  /// The names.
  package var names: [String]

  /// Reads a pattern; nil where two names touch, or none is there.
  package init?(_ text: String) {
    guard let parsed = FormText(text) else { return nil }
    var (signs, names): ([String], [String]) = ([""], [])
    for part in parsed.parts {
      switch part {
      case .words(let words): signs[signs.count - 1] += words
      case .value(let name, false):
        guard names.isEmpty || !signs[signs.count - 1].isEmpty, !names.contains(name) else {
          return nil
        }
        names.append(name)
        signs.append("")
      case .value: return nil
      }
    }
    guard !names.isEmpty else { return nil }
    (self.signs, self.names) = (signs, names)
  }

  /// What the names stand for in an id; nil where it is of another form, or a name would stand for
  /// nothing.
  package func values(in id: String) -> [String]? {
    let bytes = Array(id.utf8)
    let first = Array(signs[0].utf8)
    let last = Array(signs[names.count].utf8)
    guard bytes.count >= first.count + last.count, bytes.starts(with: first),
      bytes.suffix(last.count).elementsEqual(last)
    else { return nil }
    var start = first.count
    let end = bytes.count - last.count
    var values: [String] = []
    for place in names.indices {
      var stop = end
      if place + 1 < names.count {
        let sign = Array(signs[place + 1].utf8)
        let starts = start..<max(start, end - sign.count + 1)
        let isHere = { (at: Int) in bytes[at..<at + sign.count].elementsEqual(sign) }
        let found =
          place + 2 == names.count ? starts.last(where: isHere) : starts.first(where: isHere)
        guard let found else { return nil }
        stop = found
      }
      guard stop > start else { return nil }
      values.append(String(decoding: bytes[start..<stop], as: UTF8.self))
      start = stop + (place + 1 < names.count ? signs[place + 1].utf8.count : 0)
    }
    return values
  }
}
