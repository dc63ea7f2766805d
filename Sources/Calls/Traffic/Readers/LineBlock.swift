/// A part of a record that ends where a line does.
struct LineBlock: Sendable {
  var bytes: [UInt8]
  var count: Int
  /// Whether the block is whole lines; a part of a line that is too long is none.
  var isWhole = true

  /// Gives out the place of each line, without its line break, and its number from 1.
  func forEachLine(_ use: (Range<Int>, _ number: Int) -> Void) {
    let span = bytes.span.extracting(0..<count)
    var (start, number) = (0, 0)
    while start < span.count {
      let end = span.firstIndex(of: 0x0A, from: start) ?? span.count
      number += 1
      use(start..<end, number)
      start = end + 1
    }
  }
}
