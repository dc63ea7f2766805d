/// The texts of many items side by side in one buffer: name, title and summary of each, in its turn.
struct TextTable: Sendable {
  /// Where the texts of one item stand.
  struct Row {
    let name: Range<Int>
    let title: Range<Int>
    let summary: Range<Int>

    var names: Range<Int> { name.lowerBound..<title.upperBound }
    var all: Range<Int> { name.lowerBound..<summary.upperBound }
  }

  /// Texts that are copied together.
  struct Copy {
    var bytes: [UInt8] = []
    fileprivate var starts: [UInt32] = [0]

    /// Says that a text ends here.
    mutating func end() { starts.append(UInt32(truncatingIfNeeded: bytes.count)) }
  }

  private static let fields = 3

  let buffer: LazyText.Buffer
  /// Where each text starts, and where the last one ends.
  private let starts: [UInt32]

  /// The number of items.
  var count: Int { (starts.count - 1) / Self.fields }

  /// The texts of a compact form, where they stand in it one behind the other; else nil.
  init?(sharing texts: CompactTexts) {
    guard let starts = texts.starts else { return nil }
    buffer = texts.buffer
    self.starts = starts
  }

  /// Texts that were copied, one behind the other.
  init(_ copy: Copy) {
    buffer = LazyText.Buffer(copy.bytes)
    starts = copy.starts
  }

  subscript(item: Int) -> Row {
    let place = item * Self.fields
    let (name, title) = (Int(starts[place]), Int(starts[place + 1]))
    let (summary, end) = (Int(starts[place + 2]), Int(starts[place + 3]))
    return Row(name: name..<title, title: title..<summary, summary: summary..<end)
  }
}
