import Testing

@testable import Documents

/// Finding by bisection.
@Suite struct BisectionTests {
  @Test(
    "The first index is what looking at each element finds, wherever it is, and the end where none")
  func everyPlace() {
    for count in 0...20 {
      let numbers = Array(0..<count)
      for limit in 0...count {
        #expect(numbers.partitioningIndex(where: { $0 >= limit }) == limit)
        #expect(
          numbers.dropFirst(3).partitioningIndex(where: { $0 >= limit })
            == max(min(3, count), limit)
        )
      }
    }
  }
}
