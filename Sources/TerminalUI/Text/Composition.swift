/// Letters with marks behind them as the one letter that Unicode has for both.
///
/// It is how such letters get into a Latin-1 terminal, and jamo into the cells of a syllable. What
/// is left apart shows all the same, as a letter with marks in its cell.
enum Composition {
  /// Latin, Greek and Cyrillic letters, and kana.
  private static let ranges: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x386...0x3D4, 0x400...0x4F9, 0x1E00...0x1EF9, 0x1F00...0x1FFC, 0x304C...0x30FE,
  ]

  /// The letters by their canonical form, which is what keys of strings are compared by.
  private static let letters: [String: Unicode.Scalar] = {
    var letters: [String: Unicode.Scalar] = [:]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      // The first of several that are the same is the one that Unicode composes to.
      if letters[String(scalar)] == nil { letters[String(scalar)] = scalar }
    }
    return letters
  }()

  /// The one scalar for a letter and a mark, or for two jamo; nil where there is none.
  static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    if let syllable = syllable(base, mark) { return syllable }
    // These blocks hold all marks of those letters.
    guard (0x300...0x345).contains(mark.value) || (0x3099...0x309A).contains(mark.value),
      base.properties.isAlphabetic
    else { return nil }
    var pair = String(base)
    pair.unicodeScalars.append(mark)
    return letters[pair]
  }

  /// By the arithmetic of the Unicode Standard, section 3.12.
  private static func syllable(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar?
  {
    let (lead, vowel, tail, whole) = (
      0x1100 as UInt32, 0x1161 as UInt32, 0x11A7 as UInt32, 0xAC00 as UInt32
    )
    if (lead..<lead + 19).contains(first.value), (vowel..<vowel + 21).contains(second.value) {
      return Unicode.Scalar(whole + ((first.value - lead) * 21 + second.value - vowel) * 28)
    }
    if (whole..<whole + 11172).contains(first.value), (first.value - whole) % 28 == 0,
      (tail + 1..<tail + 28).contains(second.value)
    {
      return Unicode.Scalar(first.value + second.value - tail)
    }
    return nil
  }
}
