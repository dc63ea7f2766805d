import Documents

extension RecordReader {
  /// As many bytes are read at once.
  package static let blockSize = 1 << 19

  /// Reads a whole record from wherever it comes, its lines over all cores.
  ///
  /// The answer is that of `read` and `finish`, whatever the number of threads: plain lines are
  /// counted in any order, all others are read in theirs.
  ///
  /// - Parameters:
  ///   - tally: takes the calls in.
  ///   - threads: how many threads work.
  ///   - blockSize: so many bytes are read at once.
  ///   - show: is told from time to time how many lines were read.
  ///   - fill: reads the next bytes into a buffer, and says how many; 0 at the end.
  /// - Throws: `ModelError` where the record is empty, cannot be read or holds no call, or what `fill`
  ///   throws.
  package mutating func readAll(
    into tally: inout CallTally, threads: Int = OrderedWork.cores, blockSize: Int = Self.blockSize,
    show: (_ lines: Int, CallTally) -> Void = { _, _ in },
    from fill: (UnsafeMutableRawBufferPointer) throws(ModelError) -> Int
  ) throws(ModelError) {
    var blocks = LineBlocks(size: blockSize)
    while true {
      if let carry = startBlocks() {
        blocks.carry = carry
        break
      }
      guard let piece = try blocks.piece(from: fill) else {
        try finish(into: &tally)
        return
      }
      try read(piece.bytes.span.extracting(0..<piece.count), into: &tally)
      show(lines, tally)
      blocks.reuse(piece)
    }
    let scanner = BlockScanner(resolver: tally.resolver, filter: tally.filter)
    try OrderedWork.run(
      threads: threads, next: { () throws(ModelError) in try blocks.next(from: fill) },
      work: { scanner.scan($0) },
      use: { (scan) throws(ModelError) in
        take(scan, into: &tally)
        show(lines, tally)
        blocks.reuse(scan.block)
      })
    try finish(into: &tally)
  }
}

/// Cuts what comes from a file into blocks that end where a line does.
private struct LineBlocks {
  let size: Int
  /// The start of a line whose end has not come yet.
  var carry: [UInt8] = []
  private var isInLongLine = false
  private var isAtEnd = false
  private var spare: [[UInt8]] = []

  init(size: Int) { self.size = size }

  mutating func reuse(_ block: LineBlock) {
    if spare.count < 2 { spare.append(block.bytes) }
  }

  /// The next bytes as they come; nil at the end.
  mutating func piece(
    from fill: (UnsafeMutableRawBufferPointer) throws(ModelError) -> Int
  ) throws(ModelError) -> LineBlock? {
    var bytes = buffer()
    let count = try Self.fill(&bytes, from: 0, fill)
    return count == 0 ? nil : LineBlock(bytes: bytes, count: count, isWhole: false)
  }

  /// The next block; nil at the end.
  mutating func next(
    from fill: (UnsafeMutableRawBufferPointer) throws(ModelError) -> Int
  ) throws(ModelError) -> LineBlock? {
    var bytes = buffer()
    if carry.count >= bytes.count { bytes = carry + [UInt8](repeating: 0, count: size) }
    for index in carry.indices { bytes[index] = carry[index] }
    var count = carry.count
    carry.removeAll(keepingCapacity: true)
    while !isAtEnd {
      if count == bytes.count {
        guard count <= LineSplitter.longestLine else {
          // Nobody reads a line of such a length, and none has to be kept.
          isInLongLine = true
          return LineBlock(bytes: bytes, count: count, isWhole: false)
        }
        bytes += [UInt8](repeating: 0, count: size)
      }
      let new = try Self.fill(&bytes, from: count, fill)
      isAtEnd = new == 0
      let start = count
      count += new
      let came = bytes.span.extracting(start..<count)
      if isInLongLine, let end = came.firstIndex(of: 0x0A, from: 0) {
        isInLongLine = false
        keep(came.extracting((end + 1)..<came.count))
        return LineBlock(bytes: bytes, count: start + end + 1, isWhole: false)
      }
      if isInLongLine {
        if new > 0 { return LineBlock(bytes: bytes, count: count, isWhole: false) }
      } else if let end = came.lastIndex(of: 0x0A) {
        keep(came.extracting((end + 1)..<came.count))
        return LineBlock(bytes: bytes, count: start + end + 1)
      }
    }
    // What stands behind the last line break.
    return count == 0 ? nil : LineBlock(bytes: bytes, count: count, isWhole: false)
  }

  private mutating func keep(_ rest: Span<UInt8>) {
    carry.removeAll(keepingCapacity: true)
    for index in rest.indices { carry.append(rest[index]) }
  }

  private mutating func buffer() -> [UInt8] {
    spare.popLast() ?? [UInt8](repeating: 0, count: size)
  }

  private static func fill(
    _ bytes: inout [UInt8], from start: Int,
    _ fill: (UnsafeMutableRawBufferPointer) throws(ModelError) -> Int
  ) throws(ModelError) -> Int {
    var count: Result<Int, ModelError> = .success(0)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(ModelError) {
        count = .success(try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[start...])))
      } catch {
        count = .failure(error)
      }
    }
    return try count.get()
  }
}
