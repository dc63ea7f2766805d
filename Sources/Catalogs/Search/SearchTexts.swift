import Documents

/// The texts of many items, prepared for looking for words in all of them.
///
/// ASCII is looked at where it stands, capitals included. Items with a text beyond ASCII are looked
/// at in a copy, in which that text is lowercased.
struct SearchTexts: Sendable {
  /// The number of items.
  let count: Int
  let plain: TextTable
  /// How long each item's name is; 255 for what is longer.
  let nameLengths: [UInt8]
  /// The items that have copies, in their order.
  let copied: [Int]
  let copies: TextTable
  /// Which items hold which pairs of letters in their summaries; nil where that is not known.
  let pairs: PairIndex?

  /// Takes texts as they stand.
  init(_ table: TextTable, pairs: PairIndex? = nil) {
    self.pairs = pairs
    var nameLengths = (0..<table.count).map { UInt8(clamping: table[$0].name.count) }
    var copy = TextTable.Copy()
    let copied = table.beyondASCII
    let stored = table.bytes
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
    // Spans, so that nothing is counted in and out for each item.
    let (bytes, copiedBytes) = (plain.bytes, copies.bytes)
    let (span, copiedSpan) = (bytes.span, copiedBytes.span)
    let (names, summaries) = (plain.nameStarts, plain.summaryStarts)
    let (nameStarts, summaryStarts) = (names.span, summaries.span)
    let (all, candidates) = (candidates == nil, candidates ?? [])
    let known = candidates.span
    var copy = 0
    var nextCopied = copied.first ?? count
    for item in 0..<count {
      let hasCopy = item == nextCopied
      if all || known[item] > 0 {
        if hasCopy {
          body(item, copies[copy], copiedSpan)
        } else {
          body(item, TextTable.Row(item, nameStarts, summaryStarts), span)
        }
      }
      if hasCopy {
        copy += 1
        nextCopied = copy < copied.count ? copied[copy] : count
      }
    }
  }

  /// Shows the texts of one item.
  func withTexts<Result>(
    of item: Int, _ body: (_ row: TextTable.Row, _ bytes: borrowing Span<UInt8>) -> Result
  ) -> Result {
    let place = copied.partitioningIndex(where: { $0 >= item })
    if place < copied.count, copied[place] == item {
      let bytes = copies.bytes
      return body(copies[place], bytes.span)
    }
    let bytes = plain.bytes
    return body(plain[item], bytes.span)
  }
}
