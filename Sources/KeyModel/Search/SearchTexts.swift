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
    var nameLengths = (0..<table.count).map { UInt8(clamping: table[$0].name.count) }
    var copy = TextTable.Copy()
    let copied = table.beyondASCII
    let stored = table.buffer.bytes
    for item in copied {
      let row = table[item]
      copy.add {
        SearchBytes.append(prepared: stored[row.name], to: &$0)
      } title: {
        SearchBytes.append(prepared: stored[row.title], to: &$0)
      } summary: {
        SearchBytes.append(prepared: stored[row.summary], to: &$0)
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
    forEach(among: candidates) { item, row, bytes in points[item] = worth(item, row, bytes) }
    return points
  }

  /// Goes through the candidates in their order.
  @inline(__always)
  func forEach(
    among candidates: [UInt8]?,
    _ body: (_ item: Int, _ row: TextTable.Row, _ bytes: borrowing Span<UInt8>) -> Void
  ) {
    let (bytes, copiedBytes) = (plain.buffer.bytes, copies.buffer.bytes)
    let (span, copiedSpan) = (bytes.span, copiedBytes.span)
    let (all, known) = (candidates == nil, candidates ?? [])
    var copy = 0
    var nextCopied = copied.first ?? count
    for item in 0..<count {
      let hasCopy = item == nextCopied
      if all || known[item] > 0 {
        if hasCopy {
          body(item, copies[copy], copiedSpan)
        } else {
          body(item, plain[item], span)
        }
      }
      if hasCopy {
        copy += 1
        nextCopied = copy < copied.count ? copied[copy] : count
      }
    }
  }
}
