import Documents

/// Collects the words and texts of a compact form.
struct CompactWriter {
  private var words: [UInt32] = []
  private var text: [UInt8] = []
  private var names: [String: UInt32] = [:]

  mutating func number(_ value: Int) { words.append(UInt32(truncatingIfNeeded: value)) }

  /// A number that may be missing.
  mutating func optional(_ value: Int?) { number(value.map { $0 + 1 } ?? 0) }

  /// A text: where it starts, and its length.
  mutating func text(_ value: LazyText) { range(place(value)) }

  /// Puts a text behind the others; where it stands is to be written as well.
  mutating func place(_ value: LazyText) -> Range<Int> {
    let start = text.count
    value.append(to: &text)
    return start..<text.count
  }

  /// Where a text stands.
  mutating func range(_ value: Range<Int>) {
    number(value.lowerBound)
    number(value.count)
  }

  mutating func text(_ value: String) { text(LazyText(value)) }

  /// A text that many parts share: its place in the list of names.
  mutating func name(_ value: String) { words.append(place(ofName: value)) }

  /// The same where 0 says that there is none.
  mutating func optionalName(_ value: String?) {
    words.append(value.map { place(ofName: $0) + 1 } ?? 0)
  }

  private mutating func place(ofName value: String) -> UInt32 {
    if let place = names[value] { return place }
    let place = UInt32(names.count)
    names[value] = place
    return place
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout CompactWriter) -> Void
  ) {
    number(elements.count)
    for element in elements { write(element, &self) }
  }

  mutating func numbers(_ values: [Int]) {
    number(values.count)
    for value in values { number(value) }
  }

  mutating func numbers(_ values: [Int32]) {
    number(values.count)
    for value in values { number(Int(value)) }
  }

  mutating func lists(_ lists: ListOfLists) {
    numbers(lists.layout.starts)
    numbers(lists.layout.numbers)
  }

  /// Everything as bytes; the names stand behind the other words, with their count as the last.
  var finished: [UInt8] {
    var copy = self
    let sorted = names.sorted { $0.value < $1.value }
    for (name, _) in sorted { copy.text(name) }
    copy.number(sorted.count)
    let content = Self.bytes(of: copy.words) + copy.text
    return Self.bytes(of: [
      CompactHeader.magic, CompactHeader.version, UInt32(copy.words.count),
      UInt32(copy.text.count), CompactHeader.checksum(content.span),
    ]) + content
  }

  private static func bytes(of words: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * 4)
    for word in words {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return bytes
  }
}
