/// How messages are put together so that a list can show each on one line.
package enum Wording {
  /// Messages have at most so many scalars.
  static let limit = 140

  /// A sentence that names things as `list` does.
  package static func sentence(
    _ start: String, count: Int, plural: String, separator: String = ", ",
    name: (Int) -> String
  ) -> String {
    list(start, count: count, plural: plural, separator: separator, name: name) + "."
  }

  /// Words that name as many things as fit, three at most, and counts the rest.
  ///
  /// `plural` says what they are where not even one fits.
  package static func list(
    _ start: String, count: Int, plural: String, separator: String = ", ",
    name: (Int) -> String
  ) -> String {
    for shown in stride(from: min(3, count), to: 0, by: -1) {
      let names = (0..<shown).map(name).joined(separator: separator)
      let more = count > shown ? " and \(count - shown) more" : ""
      let text = start + " " + names + more
      if text.unicodeScalars.count < limit { return text }
    }
    return start + " \(count) \(plural)"
  }

  /// A text from outside, cut where it is too long for its sentence.
  package static func cut(_ text: String, to length: Int = 40) -> String {
    guard isLonger(text, than: length) else { return text }
    return String(text.unicodeScalars.prefix(length - 1)) + "…"
  }

  /// A text from outside whose end says as much as its beginning, cut where it is too long.
  package static func cutMiddle(_ text: String, to length: Int) -> String {
    guard isLonger(text, than: length) else { return text }
    let scalars = text.unicodeScalars
    return String(scalars.prefix(length / 2)) + "…" + String(scalars.suffix((length - 1) / 2))
  }

  /// Counts no further than it has to; and scalars, since one character can hold any number of them.
  private static func isLonger(_ text: String, than length: Int) -> Bool {
    text.unicodeScalars.dropFirst(length).first != nil
  }
}
