/// The texts of many items in one buffer: names and titles side by side, and the summaries behind
/// all of those.
///
/// A word is looked for in all names, and in the summaries of few items: what is looked through
/// stands close together, so that memory brings it in advance.
struct TextTable: Sendable {
  /// Where the texts of one item stand.
  struct Row {
    let name: Range<Int>
    let title: Range<Int>
    let summary: Range<Int>

    var names: Range<Int> { name.lowerBound..<title.upperBound }

    /// Finds the texts of an item by where those of all items start.
    @inline(__always)
    init(
      _ item: Int, _ nameStarts: borrowing Span<UInt32>, _ summaryStarts: borrowing Span<UInt32>
    ) {
      let (start, middle) = (Int(nameStarts[item * 2]), Int(nameStarts[item * 2 + 1]))
      name = start..<middle
      title = middle..<Int(nameStarts[item * 2 + 2])
      summary = Int(summaryStarts[item])..<Int(summaryStarts[item + 1])
    }
  }

  /// Texts that are copied together.
  struct Copy {
    private var names: [UInt8] = []
    private var summaries: [UInt8] = []
    private var nameStarts: [UInt32] = [0]
    private var summaryStarts: [UInt32] = [0]

    /// Adds an item; each text is appended to the bytes that are given.
    mutating func add(
      name: (inout [UInt8]) -> Void, title: (inout [UInt8]) -> Void,
      summary: (inout [UInt8]) -> Void
    ) {
      name(&names)
      nameStarts.append(UInt32(truncatingIfNeeded: names.count))
      title(&names)
      nameStarts.append(UInt32(truncatingIfNeeded: names.count))
      summary(&summaries)
      summaryStarts.append(UInt32(truncatingIfNeeded: summaries.count))
    }

    /// All bytes, and where the texts start in them.
    fileprivate var finished: (bytes: [UInt8], nameStarts: [UInt32], summaryStarts: [UInt32]) {
      let first = UInt32(truncatingIfNeeded: names.count)
      return (names + summaries, nameStarts, summaryStarts.map { $0 &+ first })
    }
  }

  /// Where the texts stand.
  let bytes: [UInt8]
  /// Where the name and the title of each item start, and where the last title ends.
  let nameStarts: [UInt32]
  /// Where each summary starts, and where the last one ends.
  let summaryStarts: [UInt32]
  /// The items of which a text is not all ASCII.
  let beyondASCII: [Int]

  /// The number of items.
  var count: Int { summaryStarts.count - 1 }

  /// The texts of a compact form, where they stand in it one behind the other; else nil.
  init?(sharing texts: CompactTexts) {
    guard let starts = texts.starts else { return nil }
    bytes = texts.buffer.array
    (nameStarts, summaryStarts) = starts
    beyondASCII = texts.beyondASCII
  }

  /// Texts that were copied, one behind the other.
  init(_ copy: Copy) {
    let (bytes, nameStarts, summaryStarts) = copy.finished
    (self.bytes, self.nameStarts, self.summaryStarts) = (bytes, nameStarts, summaryStarts)
    let span = bytes.span
    beyondASCII = (0..<summaryStarts.count - 1).filter { item in
      let row = Row(item, nameStarts.span, summaryStarts.span)
      return !SearchBytes.isASCII(row.names, of: span)
        || !SearchBytes.isASCII(row.summary, of: span)
    }
  }

  subscript(item: Int) -> Row { Row(item, nameStarts.span, summaryStarts.span) }
}
