/// Cuts a stream of bytes into lines, keeping no more than one unfinished line.
struct LineSplitter {
  /// Longer lines are passed over: 1 MiB.
  static let longestLine = 1 << 20

  /// A line, or one that is too long to be looked at.
  enum Line {
    case whole
    case tooLong
  }

  private var carry: [UInt8] = []
  private var isTooLong = false
  /// How many lines were given out.
  private(set) var count = 0

  /// Gives out each line that ends in a piece, without its line break.
  mutating func feed(_ piece: Span<UInt8>, _ use: (Line, Span<UInt8>, _ number: Int) -> Void) {
    var start = 0
    while let index = piece.firstIndex(of: 0x0A, from: start) {
      if carry.isEmpty, !isTooLong {
        give(piece.extracting(start..<index), use)
      } else {
        keep(piece.extracting(start..<index))
        finish(use)
      }
      start = index + 1
    }
    keep(piece.extracting(start..<piece.count))
  }

  /// Gives out what stands after the last line break.
  mutating func finish(_ use: (Line, Span<UInt8>, _ number: Int) -> Void) {
    if isTooLong {
      count += 1
      use(.tooLong, carry.span, count)
    } else if !carry.isEmpty {
      let line = carry
      give(line.span, use)
    }
    isTooLong = false
    carry.removeAll(keepingCapacity: true)
  }

  /// Counts lines that were given out elsewhere.
  mutating func pass(lines: Int) { count += lines }

  /// The bytes of the line that is not finished, which is taken back; nil where it is too long.
  mutating func takeCarry() -> [UInt8]? {
    guard !isTooLong else { return nil }
    defer { carry = [] }
    return carry
  }

  /// Gives out a whole line under its number.
  static func give(
    _ line: Span<UInt8>, _ number: Int, _ use: (Line, Span<UInt8>, _ number: Int) -> Void
  ) {
    guard line.count <= Self.longestLine else {
      use(.tooLong, line.extracting(0..<0), number)
      return
    }
    let isReturn = !line.isEmpty && line[line.count - 1] == 0x0D
    use(.whole, isReturn ? line.extracting(0..<(line.count - 1)) : line, number)
  }

  private mutating func give(
    _ line: Span<UInt8>, _ use: (Line, Span<UInt8>, _ number: Int) -> Void
  ) {
    count += 1
    Self.give(line, count, use)
  }

  private mutating func keep(_ part: Span<UInt8>) {
    if isTooLong { return }
    if carry.count + part.count > Self.longestLine {
      isTooLong = true
      carry.removeAll(keepingCapacity: false)
      return
    }
    for index in part.indices { carry.append(part[index]) }
  }
}
