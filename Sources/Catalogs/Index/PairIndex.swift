/// Which items hold which pairs of letters in their summaries, of a large catalog in compact form.
///
/// Summaries are most of its bytes. What a word of two letters finds in them is known without a look
/// at one; a longer word is looked for only where all its pairs are.
struct PairIndex: Sendable {
  /// Where fewer items are, looking at all summaries is quick.
  static let fewestItems = 40_000

  /// The pairs of `a` to `z`, from `aa` on.
  private static let pairs = 26 * 26
  private static let itemsInWord = 32

  /// A row for each pair that is there: a bit for each item.
  private let table: CompactTable
  /// The row of each pair; nil for a pair that no summary holds.
  private let rowOfPair: [Int?]

  /// Items that may hold a word.
  struct Candidates {
    fileprivate let bits: [UInt32]
    /// Whether all of them do.
    let isExact: Bool

    func contains(_ item: Int) -> Bool {
      bits[item / PairIndex.itemsInWord] >> UInt32(item % PairIndex.itemsInWord) & 1 != 0
    }
  }

  /// The items that may hold a word, folded; nil where nothing is known of it.
  func candidates(holding word: [UInt8]) -> Candidates? {
    let pairs = zip(word, word.dropFirst()).compactMap(Self.number)
    guard !pairs.isEmpty else { return nil }
    var bits = Array(repeating: UInt32.max, count: table.words)
    for pair in pairs {
      guard let row = rowOfPair[pair] else {
        return Candidates(bits: Array(repeating: 0, count: table.words), isExact: true)
      }
      for place in bits.indices {
        bits[place] &= UInt32(truncatingIfNeeded: table.number(place, of: row))
      }
    }
    return Candidates(bits: bits, isExact: word.count == 2)
  }

  private static func number(_ first: UInt8, _ second: UInt8) -> Int? {
    let (first, second) = (SearchBytes.fold(first) &- 0x61, SearchBytes.fold(second) &- 0x61)
    return first < 26 && second < 26 ? Int(first) * 26 + Int(second) : nil
  }

  // MARK: - Compact form

  /// Nil where there is none, or where it is not laid out right: then nothing is known.
  init?(items: Int, from reader: inout CompactReader) {
    let pairs = reader.smallNumbers(below: Self.pairs)
    table = reader.table(ofWords: Self.words(forItems: items))
    guard !pairs.isEmpty, pairs.count == table.count else { return nil }
    var rows: [Int?] = Array(repeating: nil, count: Self.pairs)
    for (row, pair) in pairs.enumerated() { rows[Int(pair)] = row }
    rowOfPair = rows
  }

  /// Writes which pairs texts hold, or nothing of few texts.
  static func write(
    _ texts: [LazyText], atLeast fewest: Int, to writer: inout CompactWriter
  ) {
    guard texts.count >= max(1, fewest) else {
      writer.numbers([Int]())
      return writer.number(0)
    }
    let words = words(forItems: texts.count)
    var bits = Array(repeating: UInt32(0), count: pairs * words)
    var isThere = Array(repeating: false, count: pairs)
    var (raw, text): ([UInt8], [UInt8]) = ([], [])
    for (item, summary) in texts.enumerated() {
      raw.removeAll(keepingCapacity: true)
      text.removeAll(keepingCapacity: true)
      summary.append(to: &raw)
      SearchBytes.append(prepared: raw[...], to: &text)
      for place in text.indices.dropLast() {
        guard let pair = number(text[place], text[place + 1]) else { continue }
        isThere[pair] = true
        bits[pair * words + item / itemsInWord] |= 1 << UInt32(item % itemsInWord)
      }
    }
    let found = isThere.indices.filter { isThere[$0] }
    writer.numbers(found)
    writer.number(found.count)
    for pair in found {
      for word in bits[pair * words..<(pair + 1) * words] {
        writer.number(Int(Int32(bitPattern: word)))
      }
    }
  }

  private static func words(forItems items: Int) -> Int {
    max(1, (items + itemsInWord - 1) / itemsInWord)
  }
}
