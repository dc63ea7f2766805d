/// The names and titles of many items in a copy that tells at once where their parts start.
///
/// A person's first letters stand in nearly every name, and often: here a look at 32 bytes together
/// says whether they do, and whether a part starts with them.
struct MarkedNames: Sendable {
  /// How a short word stands in an item's name and title.
  struct Standings: OptionSet {
    let rawValue: UInt8

    static let inName = Standings(rawValue: 1)
    static let startsInName = Standings(rawValue: 2)
    static let inTitle = Standings(rawValue: 4)
    static let startsInTitle = Standings(rawValue: 8)

    /// How it stands in the name.
    var name: WordPattern.Standing {
      contains(.startsInName) ? .atStart : contains(.inName) ? .inside : .nowhere
    }

    /// How it stands in the title.
    var title: WordPattern.Standing {
      contains(.startsInTitle) ? .atStart : contains(.inTitle) ? .inside : .nowhere
    }
  }

  /// Longer words are found in few names.
  static let longestWord = 3

  /// How many bytes are looked at together.
  private static let stride = 32
  private static let startMark: UInt8 = 0x80

  /// The texts as they are, the highest bit set where a part starts; each is filled up with zeros,
  /// at least one, so that no word goes on from one into the next.
  private let bytes: [UInt8]
  /// Where the name and the title of each item start, and where the last title ends.
  private let starts: [UInt32]

  /// Takes the names and titles of a table; those beyond ASCII are not to be asked for.
  init(_ table: TextTable) {
    var starts: [UInt32] = []
    starts.reserveCapacity(table.count * 2 + 1)
    var end = 0
    for item in 0..<table.count {
      let row = table[item]
      starts.append(UInt32(truncatingIfNeeded: end))
      end += Self.room(for: row.name)
      starts.append(UInt32(truncatingIfNeeded: end))
      end += Self.room(for: row.title)
    }
    starts.append(UInt32(truncatingIfNeeded: end))
    // What is looked at behind the last place comes on top.
    var marked = [UInt8](repeating: 0, count: end + Self.stride)
    let texts = table.buffer.bytes
    let span = texts.span
    var places = marked.mutableSpan
    for item in 0..<table.count {
      let row = table[item]
      Self.mark(span.extracting(row.name), in: &places, at: Int(starts[item * 2]))
      Self.mark(span.extracting(row.title), in: &places, at: Int(starts[item * 2 + 1]))
    }
    bytes = marked
    self.starts = starts
  }

  /// How many bytes a text takes.
  private static func room(for text: Range<Int>) -> Int { (text.count / stride + 1) * stride }

  /// Puts a text to a place where there is room for it.
  @inline(__always)
  private static func mark(
    _ text: borrowing Span<UInt8>, in marked: inout MutableSpan<UInt8>, at start: Int
  ) {
    let end = start &+ text.count
    // Seen here once, a byte need not be checked at every place.
    guard !text.isEmpty, start >= 0, end > start, end <= marked.count else { return }
    marked[start] = text[0] | startMark
    for offset in 1..<text.count {
      marked[start &+ offset] =
        text[offset] | SearchBytes.startMark(text[offset], behind: text[offset &- 1])
    }
  }

  /// How a word of up to three letters stands in each candidate; in the others it does not.
  func standings(of word: WordPattern, among candidates: [UInt8]?) -> [UInt8] {
    switch word.word.count {
    case 1: standings(among: candidates) { bytes, place in word.first.isHere(bytes[place] & 0x7F) }
    case 2:
      standings(among: candidates) { bytes, place in
        word.first.isHere(bytes[place] & 0x7F) & word.last.isHere(bytes[place &+ 1] & 0x7F)
      }
    default:
      standings(among: candidates) { bytes, place in
        word.first.isHere(bytes[place] & 0x7F) & word.second.isHere(bytes[place &+ 1] & 0x7F)
          & word.last.isHere(bytes[place &+ 2] & 0x7F)
      }
    }
  }

  @inline(__always)
  private func standings(
    among candidates: [UInt8]?, _ isHere: (_ bytes: borrowing Span<UInt8>, _ place: Int) -> UInt8
  ) -> [UInt8] {
    let count = starts.count / 2
    var standings = [UInt8](repeating: 0, count: count)
    let span = bytes.span
    let (all, known) = (candidates == nil, candidates ?? [])
    for item in 0..<count where all || known[item] > 0 {
      let (name, title) = (Int(starts[item &* 2]), Int(starts[item &* 2 &+ 1]))
      let inName = Self.look(from: name, to: title, span, isHere)
      let inTitle = Self.look(from: title, to: Int(starts[item &* 2 &+ 2]), span, isHere)
      standings[item] = inName | inTitle << 2
    }
    return standings
  }

  /// 1 where a word stands between two places, and 2 beside it where it starts a part.
  @inline(__always)
  private static func look(
    from start: Int, to end: Int, _ bytes: borrowing Span<UInt8>,
    _ isHere: (_ bytes: borrowing Span<UInt8>, _ place: Int) -> UInt8
  ) -> UInt8 {
    var (found, starts): (UInt8, UInt8) = (0, 0)
    var place = start
    while place < end {
      // The letters of a word reach two bytes further.
      let part = bytes.extracting(place..<place &+ stride &+ longestWord &- 1)
      for offset in 0..<stride {
        let here = isHere(part, offset)
        found |= here
        starts |= here & (part[offset] >> 7)
      }
      place &+= stride
    }
    return found | starts << 1
  }
}
