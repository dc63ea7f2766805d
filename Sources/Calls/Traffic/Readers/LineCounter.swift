import Documents

/// The lines of places in a document, asked for mostly in their order.
struct LineCounter {
  private let bytes: ArraySlice<UInt8>
  private let firstLine: Int
  private var offset: Int
  private var line: Int

  init(_ document: JSONDocument, _ firstLine: Int) {
    bytes = document.root.source
    self.firstLine = firstLine
    offset = bytes.startIndex
    line = firstLine
  }

  mutating func line(at place: Int) -> Int {
    if place < offset { (offset, line) = (bytes.startIndex, firstLine) }
    for byte in bytes[offset..<min(max(place, offset), bytes.endIndex)] where byte == 0x0A {
      line += 1
    }
    offset = max(place, offset)
    return line
  }
}
