/// Many short lists of numbers in two arrays: no allocation for each, and neighbors in memory.
struct ListOfLists: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

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
