/// Where the texts of a compact form's scopes stand, read out of its words when somebody asks.
struct CompactTexts: Sendable {
  /// The texts of a scope: id, title and summary.
  static let fields = 3

  /// The whole compact form.
  let buffer: LazyText.Buffer
  /// Where the words of the first scope start in the buffer.
  let words: Int
  /// The bytes from one scope's words to the next one's.
  let stride: Int
  /// The number of scopes.
  let count: Int
  /// Where the texts start in the buffer.
  let textStart: Int

  /// Where each text starts in the buffer, and at the end where the last one ends; nil where they do
  /// not stand one behind the other.
  var starts: [UInt32]? {
    let bytes = buffer.bytes
    let span = bytes.span
    var starts: [UInt32] = []
    starts.reserveCapacity(count * Self.fields + 1)
    var end: UInt32?
    for scope in 0..<count {
      let place = words &+ scope &* stride
      for field in 0..<Self.fields {
        let start = span.four(at: place &+ field &* 8)
        let length = span.four(at: place &+ field &* 8 &+ 4)
        guard start == end ?? start else { return nil }
        starts.append(UInt32(truncatingIfNeeded: textStart) &+ start)
        end = start &+ length
      }
    }
    let last = UInt32(truncatingIfNeeded: textStart) &+ (end ?? 0)
    guard Int(last) <= span.count, (starts.first ?? 0) <= last else { return nil }
    return starts + [last]
  }
}
