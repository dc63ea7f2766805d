import Documents

/// Reads the words and texts of a compact form, never beyond its end.
///
/// What cannot be read gives zeros and empty texts, and is remembered: whoever reads asks at the
/// end whether anything was wrong.
struct CompactReader {
  private let buffer: LazyText.Buffer
  /// Where the text starts in the buffer.
  private let textStart: Int
  /// Where the words end that may still be read.
  private var end: Int
  private var position: Int
  /// The texts that many parts share.
  private var names: [String] = []
  /// How many there are of what numbers name; 0 as long as that is not known.
  var limits = Limits()
  /// Whether something was not as it has to be.
  private(set) var isDamaged = false

  struct Limits {
    var kinds = 0
    var scopes = 0
    var operations = 0
  }

  /// Nil where the header does not fit the bytes.
  init?(_ buffer: LazyText.Buffer, isTrusted: Bool) {
    self.buffer = buffer
    let start = CompactHeader.words * 4
    let count = buffer.count
    guard count >= start else { return nil }
    let header = (0..<CompactHeader.words).map { place in
      buffer.withSpan { $0.four(at: place * 4) }
    }
    let (words, texts) = (Int(header[2]), Int(header[3]))
    guard header[0] == CompactHeader.magic, header[1] == CompactHeader.version,
      words > 0, count == (CompactHeader.words + words) * 4 + texts
    else { return nil }
    position = start
    end = start + words * 4
    textStart = start + words * 4
    if !isTrusted {
      let sum = buffer.withSpan { CompactHeader.checksum($0.extracting(start..<count)) }
      guard sum == header[4] else { return nil }
    }
    readNames()
  }

  private mutating func readNames() {
    let start = position
    position = end - 4
    let count = number()
    end -= 4
    guard count >= 0, count * 8 <= end - start else {
      isDamaged = true
      return
    }
    position = end - count * 8
    names = (0..<count).map { _ in text() }
    end -= count * 8
    position = start
  }

  /// Whether all words were read and were as they have to be.
  var isWhole: Bool { !isDamaged && position == end }

  mutating func number() -> Int {
    guard position + 4 <= end else {
      isDamaged = true
      return 0
    }
    defer { position += 4 }
    return buffer.withSpan { Int(Int32(bitPattern: $0.four(at: position))) }
  }

  /// A number below a limit.
  mutating func number(below limit: Int) -> Int {
    let value = number()
    if value >= 0, value < limit { return value }
    isDamaged = true
    return 0
  }

  /// How many of something follow, each of at least so many words.
  mutating func count(ofWords words: @autoclosure () -> Int) -> Int {
    let count = number()
    if count == 0 { return 0 }
    if count > 0, count <= (end - position) / (words() * 4) { return count }
    isDamaged = true
    return 0
  }

  /// A number that may be missing.
  mutating func optional(below limit: Int) -> Int? {
    let value = number(below: limit + 1)
    return value > 0 ? value - 1 : nil
  }

  mutating func lazyText() -> LazyText {
    let (start, count) = (number(), number())
    guard start >= 0, count >= 0, start <= buffer.count - textStart,
      count <= buffer.count - textStart - start
    else {
      isDamaged = true
      return LazyText("")
    }
    if count == 0 { return LazyText("") }
    return LazyText(buffer, textStart + start..<textStart + start + count)
  }

  mutating func text() -> String { lazyText().string }

  mutating func name() -> String {
    let place = number(below: names.count)
    return names.indices.contains(place) ? names[place] : ""
  }

  /// The same where 0 says that there is none.
  mutating func optionalName() -> String? {
    let place = optional(below: names.count)
    return place.flatMap { names.indices.contains($0) ? names[$0] : nil }
  }

  /// A list of numbers below a limit.
  mutating func numbers(below limit: Int) -> [Int] {
    let count = count(ofWords: 1)
    var numbers: [Int] = []
    if count == 0 { return numbers }
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(number(below: limit)) }
    return numbers
  }

  mutating func smallNumbers(below limit: Int) -> [Int32] {
    let count = count(ofWords: 1)
    let start = position
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    let areBelow = buffer.withSpan { span in
      var areBelow = true
      for place in 0..<count {
        let number = Int32(bitPattern: span.four(at: start &+ place &* 4))
        if number < 0 || Int(number) >= limit { areBelow = false }
        numbers.append(number)
      }
      return areBelow
    }
    if !areBelow { isDamaged = true }
    position += count * 4
    return isDamaged ? [] : numbers
  }

  /// Lists of numbers below a limit; nil where they are not laid out right.
  mutating func lists(below limit: Int) -> ListOfLists? {
    let starts = smallNumbers(below: .max)
    return ListOfLists(starts: starts, numbers: smallNumbers(below: limit), below: limit)
  }

  mutating func list<Element>(
    ofWords words: @autoclosure () -> Int, _ read: (inout CompactReader) -> Element
  ) -> [Element] {
    let count = count(ofWords: words())
    var elements: [Element] = []
    // Room for none would still make the type of an array that has some.
    if count == 0 { return elements }
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(read(&self)) }
    return elements
  }

  /// Rows of so many words, which follow.
  func table(ofWords words: Int, count: Int) -> CompactTable {
    CompactTable(
      buffer: buffer, start: position, words: words, count: count, textStart: textStart,
      names: names)
  }

  /// Rows that are read only when somebody asks.
  mutating func table(ofWords words: Int) -> CompactTable {
    let count = count(ofWords: words)
    let table = table(ofWords: words, count: count)
    position += table.count * words * 4
    return table
  }

  /// Says that what was read cannot be.
  mutating func refuse() { isDamaged = true }
}
