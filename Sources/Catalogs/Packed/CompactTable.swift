/// Rows of words of one length in a compact form, read where they stand.
///
/// What cannot be is read as 0 or as nothing: whoever reads a row gets one, whatever the bytes are.
struct CompactTable: Sendable {
  /// The whole compact form.
  let buffer: LazyText.Buffer
  /// Where the first row starts in the buffer.
  let start: Int
  /// The words of a row.
  let words: Int
  /// The number of rows.
  let count: Int
  /// Where the texts start in the buffer.
  let textStart: Int
  /// The texts that many rows share.
  let names: [String]

  /// A word of a row; rows and words that are not there end the program.
  func number(_ word: Int, of row: Int) -> Int {
    precondition(row >= 0 && row < count && word < words, "there is no such row")
    let place = start &+ (row &* words &+ word) &* 4
    return buffer.withSpan { Int(Int32(bitPattern: $0.four(at: place))) }
  }

  /// A text of a row, of which two words say where it starts and how long it is.
  func text(_ word: Int, of row: Int) -> LazyText {
    let (place, length) = (number(word, of: row), number(word + 1, of: row))
    guard place >= 0, length > 0 else { return LazyText("") }
    return LazyText(buffer, textStart + place..<textStart + place + length)
  }

  /// A text that many rows share, where 0 says that there is none.
  func optionalName(_ word: Int, of row: Int) -> String? {
    let place = number(word, of: row) - 1
    return names.indices.contains(place) ? names[place] : nil
  }

  /// A text that many rows share.
  func name(_ word: Int, of row: Int) -> String {
    let place = number(word, of: row)
    return names.indices.contains(place) ? names[place] : ""
  }
}
