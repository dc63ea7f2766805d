import TestSupport
import Testing

@testable import Catalogs

/// What is known of the words that are whole parts of ids.
@Suite struct WholeWordsTests {
  @Test("No whole part of an id is ever denied, and what is none is mostly known to be none")
  func parts() throws {
    var random = SeededRandom()
    let letters = Array("abABz09.:_é".utf8)
    var (isPart, isKnownToBeNone) = (0, 0)
    for _ in 0..<300 {
      let ids = (0..<3).map { _ in
        String(
          decoding: (0..<1 + random.next(below: 12)).map { _ in
            letters[random.next(below: letters.count)]
          }, as: UTF8.self)
      }
      let known = WholeWords(ids: ids.map { LazyText($0) })
      guard !known.hashes.isEmpty else { continue }
      for id in ids {
        var bytes: [UInt8] = []
        SearchBytes.append(prepared: Array(id.utf8)[...], to: &bytes)
        for start in bytes.indices {
          for end in start + 1...bytes.count {
            let word = bytes[start..<end].map(SearchBytes.fold)
            let pattern = try #require(WordPattern(word))
            if standing(pattern, bytes) == .whole {
              #expect(known.mayContain(word), "\(word) in \(id): \(random)")
              isPart += 1
            } else if !known.mayContain(word) {
              isKnownToBeNone += 1
            }
          }
        }
      }
    }
    #expect(isPart > 1_000 && isKnownToBeNone > 1_000, "\(random)")
  }

  @Test("Parts are told apart by signs and by capitals")
  func examples() {
    let known = WholeWords(ids: [LazyText("ec2:DescribeInstances"), LazyText("stores.view")])
    for word in ["ec2", "describe", "instances", "describeinstances", "stores", "view"] {
      #expect(known.mayContain(Array(word.utf8)), "\(word)")
    }
    for word in ["e", "scribe", "instance", "store", "iew"] {
      #expect(!known.mayContain(Array(word.utf8)), "\(word)")
    }
    #expect(known.mayContain(Array("stores.view".utf8)), "a word with signs may be several parts")
  }

  @Test("Where an id has too many parts to take apart, any word may be one")
  func tooMany() {
    let known = WholeWords(ids: [LazyText("view"), LazyText("aAbBcCdDeEfFgGhHiIjJkK")])
    #expect(known.hashes.isEmpty)
    #expect(known.mayContain(Array("anything".utf8)))
  }

  // A span cannot be part of an expectation.
  private func standing(_ word: WordPattern, _ text: [UInt8]) -> WordPattern.Standing {
    word.standing(in: text.indices, of: text.span)
  }
}
