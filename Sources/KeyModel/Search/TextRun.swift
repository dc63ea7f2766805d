/// Texts that turn out to stand in one buffer, one behind the other.
struct TextRun {
  private var buffer: LazyText.Buffer?
  private var starts: [UInt32] = []
  private var end: UInt32 = 0

  /// Makes room for so many.
  init(count: Int) { starts.reserveCapacity(count + 1) }

  /// Takes the next text; false for one that stands elsewhere.
  mutating func add(_ text: LazyText) -> Bool {
    guard let place = text.place else {
      // An empty text stands nowhere, and so everywhere; only the first has nothing before it.
      guard text.isEmpty, buffer != nil else { return false }
      starts.append(end)
      return true
    }
    if let buffer {
      guard buffer === place.buffer, place.start == end else { return false }
    } else {
      buffer = place.buffer
    }
    starts.append(place.start)
    end = place.start + place.count
    return true
  }

  /// The buffer with the places where the texts start, and where the last one ends.
  var finished: (buffer: LazyText.Buffer, starts: [UInt32])? { buffer.map { ($0, starts + [end]) } }
}
