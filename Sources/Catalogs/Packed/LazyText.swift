/// A text that stays bytes in a large buffer until somebody reads it.
///
/// A catalog of 100,000 scopes holds 300,000 texts, of which a screen shows fifty.
struct LazyText: Sendable {
  /// A buffer that many texts share.
  final class Buffer: Sendable {
    private enum Storage: Sendable {
      case array([UInt8])
      case program(ProgramBytes)
    }

    private let storage: Storage
    let count: Int

    init(_ bytes: [UInt8]) { (storage, count) = (.array(bytes), bytes.count) }

    init(_ bytes: ProgramBytes) { (storage, count) = (.program(bytes), bytes.count) }

    /// Shows the bytes.
    @inline(__always)
    func withSpan<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
      switch storage {
      case .array(let bytes): body(bytes.span)
      case .program(let bytes): bytes.withSpan(body)
      }
    }

    /// The bytes as an array; a copy where they are part of the program.
    var array: [UInt8] {
      switch storage {
      case .array(let bytes): bytes
      case .program(let bytes): bytes.array
      }
    }

    /// Shows some of the bytes as a collection.
    @inline(__always)
    func withBytes<Result>(
      _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
      withSpan { $0.extracting(range).withUnsafeBufferPointer(body) }
    }
  }

  private enum Content: Sendable {
    case string(String)
    case bytes(Buffer, start: UInt32, count: UInt32)
  }

  private let content: Content

  /// A text that is there already.
  init(_ string: String) { content = .string(string) }

  /// A text in a buffer; empty where the range is not inside.
  init(_ buffer: Buffer, _ range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= buffer.count,
      let start = UInt32(exactly: range.lowerBound), let count = UInt32(exactly: range.count)
    else {
      content = .string("")
      return
    }
    content = .bytes(buffer, start: start, count: count)
  }

  /// The text; what is not UTF-8 in it is replaced.
  var string: String {
    switch content {
    case .string(let string): string
    case .bytes(let buffer, let start, let count):
      buffer.withBytes(Self.range(start, count)) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Where it stands in a buffer; nil for one that stands in none.
  var place: (buffer: Buffer, start: UInt32, count: UInt32)? {
    guard case .bytes(let buffer, let start, let count) = content else { return nil }
    return (buffer, start, count)
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool {
    switch content {
    case .string(let string): string.isEmpty
    case .bytes(_, _, let count): count == 0
    }
  }

  /// Appends the bytes to others.
  func append(to bytes: inout [UInt8]) {
    switch content {
    case .string(let string): bytes.append(contentsOf: string.utf8)
    case .bytes(let buffer, let start, let count):
      buffer.withBytes(Self.range(start, count)) { bytes.append(contentsOf: $0) }
    }
  }

  /// Whether it stands before, at (0) or behind other bytes, compared byte by byte.
  func compare(to other: some Collection<UInt8>) -> Int {
    switch content {
    case .string(let string): Self.compare(string.utf8, other)
    case .bytes(let buffer, let start, let count):
      buffer.withBytes(Self.range(start, count)) { Self.compare($0, other) }
    }
  }

  /// Whether its first bytes are others.
  func starts(with other: some Collection<UInt8>) -> Bool {
    switch content {
    case .string(let string): string.utf8.starts(with: other)
    case .bytes(let buffer, let start, let count):
      buffer.withBytes(Self.range(start, count)) { $0.starts(with: other) }
    }
  }

  private static func range(_ start: UInt32, _ count: UInt32) -> Range<Int> {
    Int(start)..<Int(start) + Int(count)
  }

  private static func compare(
    _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
  ) -> Int {
    var (first, second) = (left.makeIterator(), right.makeIterator())
    while true {
      switch (first.next(), second.next()) {
      case (nil, nil): return 0
      case (nil, _): return -1
      case (_, nil): return 1
      case (let one?, let other?): if one != other { return one < other ? -1 : 1 }
      }
    }
  }
}

extension LazyText: Hashable {
  static func == (left: LazyText, right: LazyText) -> Bool { left.string == right.string }

  func hash(into hasher: inout Hasher) { hasher.combine(string) }
}
