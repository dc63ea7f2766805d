import Testing

@testable import Documents

/// The same work on many items over several threads.
struct OrderedWorkTests {
  private static func problem(_ number: Int) -> ModelError {
    ModelError(problem: "at \(number)", remedy: "None")
  }

  /// Squares the numbers below a count, those that threads are slow with among them.
  private func squares(
    below count: Int, threads: Int, nextFailsAt: Int = .max, useFailsAt: Int = .max
  ) -> (results: [Int], error: ModelError?) {
    var number = 0
    var results: [Int] = []
    do throws(ModelError) {
      try OrderedWork.run(
        threads: threads,
        next: { () throws(ModelError) -> Int? in
          if number == nextFailsAt { throw Self.problem(number) }
          guard number < count else { return nil }
          number += 1
          return number - 1
        },
        work: { item in
          // Some items take a thousand times as long as others.
          var sum = 0
          for step in 0..<(item % 7 == 0 ? 20_000 : 20) { sum &+= step }
          return item * item + (sum & 0)
        },
        use: { (result) throws(ModelError) in
          if results.count == useFailsAt { throw Self.problem(results.count) }
          results.append(result)
        })
      return (results, nil)
    } catch {
      return (results, error)
    }
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 3, 40, 1000])
  func `results come in the order of their items`(threads: Int, count: Int) {
    let (results, error) = squares(below: count, threads: threads)
    #expect(error == nil)
    #expect(results == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [1, 4])
  func `an error of the source ends the work`(threads: Int) {
    for place in [0, 1, 2, 50] {
      let (results, error) = squares(below: 100, threads: threads, nextFailsAt: place)
      #expect(error?.problem.description == "at \(place)")
      #expect(results == results.indices.map { $0 * $0 } && results.count <= place)
    }
  }

  @Test(arguments: [1, 4])
  func `an error of whoever takes the results ends the work`(threads: Int) {
    for place in [0, 1, 2, 50] {
      let (results, error) = squares(below: 100, threads: threads, useFailsAt: place)
      #expect(error?.problem.description == "at \(place)")
      #expect(results == (0..<place).map { $0 * $0 })
    }
  }

  @Test func `there is at least one core`() { #expect((1...8).contains(OrderedWork.cores)) }
}
