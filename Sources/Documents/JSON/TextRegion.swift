/// A stretch of a document as editors and code scanning count it.
package struct TextRegion: Hashable, Sendable {
  /// The line of its first character, from 1.
  package var startLine: Int
  /// The column of its first character, from 1, in UTF-16 code units.
  package var startColumn: Int
  /// The line of its last character, from 1.
  package var endLine: Int
  /// The column behind its last character, from 1, in UTF-16 code units.
  package var endColumn: Int
}

/// Where the lines of a document start: finds the region of a range of bytes without reading all
/// that stands before it.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// A byte is then a column.
  private let isASCII: Bool

  /// Reads a document once.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var bits: UInt8 = 0
    for (place, byte) in bytes.enumerated() {
      bits |= byte
      if byte == UInt8(ascii: "\n") { starts.append(place + 1) }
    }
    self.starts = starts
    isASCII = bits < 0x80
  }

  /// The region of a range of bytes.
  package func region(of range: Range<Int>) -> TextRegion {
    let (startLine, startColumn) = place(of: range.lowerBound)
    let (endLine, endColumn) = place(of: range.upperBound)
    return TextRegion(
      startLine: startLine, startColumn: startColumn, endLine: endLine, endColumn: endColumn)
  }

  /// The region of the first line, without its end.
  package var firstLine: TextRegion {
    let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return region(of: 0..<(end ?? bytes.count))
  }

  private func place(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = starts[low]
    guard !isASCII else { return (low + 1, offset - start + 1) }
    var units = 0
    // A byte that starts a character is a unit, or two where the character needs four bytes.
    for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    return (low + 1, units + 1)
  }
}
