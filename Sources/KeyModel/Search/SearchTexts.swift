/// The texts of many items, prepared for looking for words in all of them.
///
/// ASCII is looked at where it stands, capitals included. Items with a text beyond ASCII are looked
/// at in a copy, in which that text is lowercased.
struct SearchTexts: Sendable {
  /// The number of items.
  let count: Int
  private let plain: TextTable
  /// How long each item's name is; 255 for what is longer.
  let nameLengths: [UInt8]
  /// The items that have copies, in their order.
  private let copied: [Int]
  private let copies: TextTable

  /// Takes texts as they stand.
  init(_ table: TextTable) {
    var nameLengths: [UInt8] = []
    nameLengths.reserveCapacity(table.count)
    var copied: [Int] = []
    var copy = TextTable.Copy()
    let stored = table.buffer.bytes
    let span = stored.span
    for item in 0..<table.count {
      let row = table[item]
      nameLengths.append(UInt8(clamping: row.name.count))
      if SearchBytes.isASCII(row.all, of: span) { continue }
      copied.append(item)
      for text in [row.name, row.title, row.summary] {
        SearchBytes.append(prepared: stored[text], to: &copy.bytes)
        copy.end()
      }
    }
    count = table.count
    plain = table
    self.copied = copied
    copies = TextTable(copy)
    for (place, item) in copied.enumerated() {
      nameLengths[item] = UInt8(clamping: copies[place].name.count)
    }
    self.nameLengths = nameLengths
  }

  /// What each candidate is worth, by what its texts are; 0 for the others.
  ///
  /// Candidates are items that were worth something before; all of them where nothing is given.
  @inline(__always)
  func points(
    among candidates: [UInt8]?,
    _ worth: (_ item: Int, _ row: TextTable.Row, _ bytes: borrowing Span<UInt8>) -> UInt8
  ) -> [UInt8] {
    var points: [UInt8] = Array(repeating: 0, count: count)
    let (bytes, copiedBytes) = (plain.buffer.bytes, copies.buffer.bytes)
    let (span, copiedSpan) = (bytes.span, copiedBytes.span)
    let (all, known) = (candidates == nil, candidates ?? [])
    for item in 0..<count where all || known[item] > 0 {
      points[item] = worth(item, plain[item], span)
    }
    for (place, item) in copied.enumerated() where all || known[item] > 0 {
      points[item] = worth(item, copies[place], copiedSpan)
    }
    return points
  }
}
