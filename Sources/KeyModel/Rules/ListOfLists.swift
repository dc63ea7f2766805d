/// Many short lists of numbers in two arrays: no allocation for each, and neighbors in memory.
struct ListOfLists: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

  init() {}

  /// Lists that were laid out before; nil where they are not laid out right.
  ///
  /// - Parameters:
  ///   - starts: where each list starts in `numbers`, and at the end where the last one ends.
  ///   - numbers: the numbers of all lists.
  ///   - limit: what every number has to be below.
  init?(starts: [Int32], numbers: [Int32], below limit: Int) {
    guard starts.first == 0, starts.last == Int32(exactly: numbers.count) else { return nil }
    for index in 1..<max(1, starts.count) where starts[index] < starts[index - 1] { return nil }
    for number in numbers where number < 0 || number >= limit { return nil }
    (self.starts, self.numbers) = (starts, numbers)
  }

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  /// Where each list starts, and the numbers of all of them.
  var layout: (starts: [Int32], numbers: [Int32]) { (starts, numbers) }

  /// Adds a list behind the others.
  mutating func append(_ list: some Sequence<Int32>) {
    numbers.append(contentsOf: list)
    starts.append(Int32(numbers.count))
  }

  /// The list at a position.
  subscript(position: Int) -> ArraySlice<Int32> {
    numbers[Int(starts[position])..<Int(starts[position + 1])]
  }
}
