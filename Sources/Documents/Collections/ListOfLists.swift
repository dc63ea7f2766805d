/// Many short lists of numbers in two arrays: no allocation for each, and neighbors in memory.
package struct ListOfLists: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

  package init() {}

  /// Lists that were laid out before; nil where they are not laid out right.
  ///
  /// - Parameters:
  ///   - starts: where each list starts in `numbers`, and at the end where the last one ends.
  ///   - numbers: the numbers of all lists.
  ///   - limit: what every number has to be below.
  package init?(starts: [Int32], numbers: [Int32], below limit: Int) {
    guard starts.first == 0, starts.last == Int32(exactly: numbers.count) else { return nil }
    for index in 1..<max(1, starts.count) where starts[index] < starts[index - 1] { return nil }
    for number in numbers where number < 0 || number >= limit { return nil }
    (self.starts, self.numbers) = (starts, numbers)
  }

  /// How many lists there are.
  package var count: Int { starts.count - 1 }

  /// Where each list starts, and the numbers of all of them.
  package var layout: (starts: [Int32], numbers: [Int32]) { (starts, numbers) }

  /// The numbers of all lists, one list behind the other.
  package var all: [Int32] { numbers }

  /// Adds a list behind the others.
  package mutating func append(_ list: some Sequence<Int32>) {
    numbers.append(contentsOf: list)
    starts.append(Int32(numbers.count))
  }

  /// Adds a list of one number behind the others.
  package mutating func append(single number: Int32) {
    numbers.append(number)
    starts.append(Int32(numbers.count))
  }

  /// Makes room for so many lists, and for so many numbers in all of them.
  package mutating func reserveCapacity(_ count: Int, numbers all: Int) {
    starts.reserveCapacity(count + 1)
    numbers.reserveCapacity(all)
  }

  /// Puts a number into the list that is being made behind the others.
  package mutating func extend(by number: Int32) { numbers.append(number) }

  /// Ends the list that is being made: ascending, each number once.
  package mutating func endAscending() { closeAscending(from: Int(starts[starts.count - 1])) }

  /// The same lists, of each only the numbers for which a flag stands.
  package func filtered(by flags: [Bool]) -> ListOfLists {
    var result = ListOfLists()
    result.reserveCapacity(count, numbers: numbers.count)
    for position in 0..<count {
      for place in places(of: position) where flags[Int(numbers[place])] {
        result.numbers.append(numbers[place])
      }
      result.starts.append(Int32(result.numbers.count))
    }
    return result
  }

  /// Adds some lists of another, each widened by the lists of a third that its numbers lead to.
  package mutating func append(
    contentsOf other: ListOfLists, _ positions: Range<Int>, widenedBy further: ListOfLists
  ) {
    for position in positions {
      let start = numbers.count
      let list = other.places(of: position)
      for place in list { numbers.append(other.numbers[place]) }
      for place in list {
        for added in further.places(of: Int(other.numbers[place])) {
          numbers.append(further.numbers[added])
        }
      }
      // What is not widened stays as it is, ascending.
      if numbers.count == start + list.count {
        starts.append(Int32(numbers.count))
      } else {
        closeAscending(from: start)
      }
    }
  }

  /// Adds some lists of another.
  package mutating func append(contentsOf other: ListOfLists, _ positions: Range<Int>) {
    for position in positions { append(other[position]) }
  }

  /// Ends the list that starts at a place.
  private mutating func closeAscending(from start: Int) {
    sort(from: start)
    var end = start
    for index in start..<numbers.count where end == start || numbers[index] != numbers[end - 1] {
      numbers[end] = numbers[index]
      end += 1
    }
    numbers.removeLast(numbers.count - end)
    starts.append(Int32(end))
  }

  private mutating func sort(from start: Int) {
    // Nearly all lists are of two or three: a slice to sort would cost more than the sorting.
    guard numbers.count - start < 16 else { return numbers[start...].sort() }
    for index in start..<numbers.count {
      var place = index
      while place > start, numbers[place] < numbers[place - 1] {
        numbers.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  /// The same seen from the other side: for each number the positions of the lists that name it.
  package func inverted(count: Int) -> ListOfLists {
    var inverse = ListOfLists()
    inverse.starts = Array(repeating: 0, count: count + 1)
    for number in numbers { inverse.starts[Int(number) + 1] += 1 }
    for number in 0..<count { inverse.starts[number + 1] += inverse.starts[number] }
    inverse.numbers = Array(repeating: 0, count: numbers.count)
    var next = inverse.starts
    for position in 0..<self.count {
      for place in places(of: position) {
        let number = Int(numbers[place])
        inverse.numbers[Int(next[number])] = Int32(position)
        next[number] += 1
      }
    }
    return inverse
  }

  /// The list at a position.
  package subscript(position: Int) -> ArraySlice<Int32> { numbers[places(of: position)] }

  /// Where the numbers of a list stand: walking along them costs less than a slice.
  private func places(of position: Int) -> Range<Int> {
    Int(starts[position])..<Int(starts[position + 1])
  }
}
