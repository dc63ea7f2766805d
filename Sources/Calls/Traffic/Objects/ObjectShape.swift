/// How the lines of one program's log are built: the text between their values, which is the same in
/// all of them, and what each value says of a call.
///
/// A line that fits a shape needs no parser. Whatever is unusual in it is left to `ObjectReader`, with
/// the same answer.
struct ObjectShape {
  /// What may stand in a value's place.
  enum Kind {
    case string
    case number
    /// `true`, `false` or `null`.
    case word
    /// An array of strings, numbers and words.
    case list
    /// An object or array whose inside is never looked at.
    case closed
    /// Headers, which may name the host.
    case headers
  }

  /// What a value says of a call; of several the one with the lowest rank counts.
  enum Use {
    case nothing
    case method
    case address(rank: Int)
    case host(rank: Int)
    case port
    case status(rank: Int)
  }

  /// A value, and the text before it.
  private struct Slot {
    var text: Range<Int>
    var kind: Kind
    var use: Use
  }

  /// Where the parts of a call stand in a line.
  struct Call {
    var method: Range<Int>
    var target: Range<Int>
    var host: Range<Int>?
    var status: Int?
  }

  private var texts: [UInt8] = []
  private var slots: [Slot] = []
  private var tail = 0..<0

  /// Adds the next value of the line that the shape is made of.
  mutating func add(_ kind: Kind, _ use: Use, after text: ArraySlice<UInt8>) {
    slots.append(Slot(text: append(text), kind: kind, use: use))
  }

  /// Adds what stands behind the last value.
  mutating func end(with text: ArraySlice<UInt8>) { tail = append(text) }

  private mutating func append(_ text: ArraySlice<UInt8>) -> Range<Int> {
    let start = texts.count
    texts += text
    return start..<texts.count
  }

  /// What a line is to a shape.
  enum Fit {
    /// It is built otherwise.
    case none
    /// It is built so, but has no plain call.
    case unusual
    case call(Call)
  }

  /// Looks at a line of printable ASCII without a backslash.
  func fit(_ line: Span<UInt8>) -> Fit {
    var index = 0
    var found = Found()
    for slot in slots {
      guard starts(line, index, with: slot.text) else { return .none }
      index += slot.text.count
      guard let end = Self.end(of: slot.kind, in: line, index) else { return .none }
      found.add(slot.use, index..<end, of: line)
      if slot.kind == .headers, Self.mayNameHost(line.extracting(index..<end)) {
        found.isUnusual = true
      }
      index = end
    }
    guard starts(line, index, with: tail), index + tail.count == line.count else { return .none }
    return found.call.map { .call($0) } ?? .unusual
  }

  private func starts(_ line: Span<UInt8>, _ start: Int, with text: Range<Int>) -> Bool {
    guard start + text.count <= line.count else { return false }
    return line.extracting(start..<(start + text.count))
      .isSame(as: texts.span.extracting(text))
  }

  // MARK: - The parts of a call

  /// What the values of a line said so far.
  private struct Found {
    var method: Range<Int>?
    var target: Range<Int>?
    var targetRank = Int.max
    var host: Range<Int>?
    var hostRank = Int.max
    var status: Int?
    var statusRank = Int.max
    var hasPort = false
    var isUnusual = false

    mutating func add(_ use: Use, _ range: Range<Int>, of line: Span<UInt8>) {
      if case .nothing = use { return }
      guard !range.isEmpty else { return }
      switch use {
      case .nothing: break
      case .method:
        if method == nil {
          method = range
          if LineBytes.endOfMethod(line, range.lowerBound) != range.upperBound { isUnusual = true }
        }
      case .address(let rank):
        guard line[range.lowerBound] == UInt8(ascii: "/") else {
          isUnusual = true
          return
        }
        if rank < targetRank { (target, targetRank) = (range, rank) }
      case .host(let rank):
        guard rank < hostRank else { return }
        if line.extracting(range).firstIndex(of: UInt8(ascii: "/"), from: 0) != nil {
          isUnusual = true
        }
        if LineHost.isHost(line, range) { (host, hostRank) = (range, rank) }
      case .port: hasPort = true
      case .status(let rank):
        guard rank < statusRank else { return }
        guard range.count == 3,
          let number = LineBytes.status(line, range.lowerBound, range.upperBound), number >= 100
        else {
          isUnusual = true
          return
        }
        (status, statusRank) = (number, rank)
      }
    }

    var call: Call? {
      guard !isUnusual, let method, let target, !(hasPort && hostRank == 5) else { return nil }
      // A server that answers 400 may not have read the whole target.
      guard status != 400 else { return nil }
      return Call(method: method, target: target, host: host, status: status)
    }
  }

  // MARK: - Values

  private static func end(of kind: Kind, in line: Span<UInt8>, _ start: Int) -> Int? {
    switch kind {
    case .string: line.firstIndex(of: UInt8(ascii: "\""), from: start)
    case .number: endOfNumber(line, start)
    case .word:
      LineBytes.starts(line, start, with: "true") || LineBytes.starts(line, start, with: "null")
        ? start + 4 : LineBytes.starts(line, start, with: "false") ? start + 5 : nil
    case .list: endOfContainer(line, start, isFlat: true)
    case .closed, .headers: endOfContainer(line, start, isFlat: false)
    }
  }

  private static func endOfNumber(_ line: Span<UInt8>, _ start: Int) -> Int? {
    func endOfDigits(_ start: Int) -> Int? {
      var end = start
      while end < line.count, LineBytes.isDigit(line[end]) { end += 1 }
      return end > start ? end : nil
    }
    var index = start
    if index < line.count, line[index] == UInt8(ascii: "-") { index += 1 }
    guard var end = endOfDigits(index) else { return nil }
    if line[index] == UInt8(ascii: "0"), end > index + 1 { return nil }
    if end < line.count, line[end] == UInt8(ascii: ".") {
      guard let next = endOfDigits(end + 1) else { return nil }
      end = next
    }
    if end < line.count, line[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if exponent < line.count, "+-".utf8.contains(line[exponent]) { exponent += 1 }
      guard let next = endOfDigits(exponent) else { return nil }
      end = next
    }
    return end
  }

  /// The end of an object or an array; nil where it is none, or a flat one has another in it.
  private static func endOfContainer(_ line: Span<UInt8>, _ start: Int, isFlat: Bool) -> Int? {
    guard start < line.count,
      line[start] == UInt8(ascii: "[") || !isFlat && line[start] == UInt8(ascii: "{")
    else { return nil }
    var depth = 0
    var index = start
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "\""):
        guard let end = line.firstIndex(of: UInt8(ascii: "\""), from: index + 1) else { return nil }
        index = end
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > (isFlat ? 1 : 64) { return nil }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func mayNameHost(_ headers: Span<UInt8>) -> Bool {
    for index in headers.indices {
      let letter = headers[index] | 0x20
      if letter == UInt8(ascii: "h"), isWord(headers, index, "host") { return true }
      if letter == UInt8(ascii: "a"), isWord(headers, index, "authority") { return true }
    }
    return false
  }

  private static func isWord(_ text: Span<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
    guard start + word.utf8CodeUnitCount <= text.count else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { text[start + $0] | 0x20 == letters[$0] }
    }
  }
}
