import TestSupport
import Testing

@testable import Catalogs

/// Text as bytes that can be compared.
@Suite struct SearchBytesTests {
  @Test("Every character is lowercased as the standard library does it")
  func lowercasing() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Behind a character beyond ASCII, or else capitals are kept.
      let text = "\u{E9}" + String(scalar)
      var bytes: [UInt8] = []
      SearchBytes.append(prepared: Array(text.utf8)[...], to: &bytes)
      guard bytes == Array(text.lowercased().utf8) else {
        Issue.record("U+\(String(value, radix: 16)) became \(bytes)")
        return
      }
    }
  }

  @Test(
    "A word is found wherever it stands in eight bytes, and behind the end of the buffer nowhere")
  func everyPlace() throws {
    for length in 1...20 {
      let word = Array("abcdefghijklmnopqrstuvwxyz".utf8.prefix(length))
      let pattern = try #require(WordPattern(word))
      for before in 0...18 {
        for behind in 0...9 {
          let text =
            Array(repeating: UInt8(ascii: "a"), count: before) + word.map { $0 & 0x5F }
            + Array(repeating: UInt8(ascii: "z"), count: behind)
          let first = length == 1 ? 0 : before
          #expect(places(pattern, text.indices, text).first == first)
          #expect(stands(pattern, text.indices, text))
          // Only within the text that was asked for.
          #expect(places(pattern, 0..<first + length - 1, text).isEmpty)
          #expect(!stands(pattern, first + 1..<text.count, text) || length == 1)
        }
      }
    }
    #expect(WordPattern([]) == nil)
  }

  @Test("Signs, digits and bytes beyond ASCII are found as they are, and nothing is taken for them")
  func allBytes() throws {
    let all = (UInt8.min...UInt8.max).map { $0 }
    for byte in all where SearchBytes.fold(byte) == byte {
      let pattern = try #require(WordPattern([byte]))
      let expected = all.indices.filter { SearchBytes.fold(all[$0]) == byte }
      #expect(places(pattern, all.indices, all) == expected, "byte \(byte)")
      let pairs = all.flatMap { [$0, byte] }
      let pair = try #require(WordPattern([SearchBytes.fold(all[40]), byte]))
      #expect(stands(pair, pairs.indices, pairs), "byte \(byte)")
    }
  }

  @Test("A word is found in a text of any length exactly where looking at each place finds it")
  func finding() throws {
    var random = SeededRandom()
    for _ in 0..<2_000 {
      let text = (0..<random.next(below: 150)).map { _ in UInt8(97 + random.next(below: 6)) }
      let word = (0...random.next(below: 4)).map { _ in UInt8(97 + random.next(below: 6)) }
      let pattern = try #require(WordPattern(word))
      let start = random.next(below: text.count + 1)
      let part = start..<start + random.next(below: text.count - start + 1)
      let expected = part.filter { text[$0..<part.upperBound].starts(with: word) }
      #expect(places(pattern, part, text) == expected, "\(random)")
      #expect(stands(pattern, part, text) == !expected.isEmpty, "\(random)")
    }
  }

  @Test("How a word stands in a text is what looking at each of its places says")
  func standing() throws {
    var random = SeededRandom()
    let letters = Array("abzABZ019.:@[`{/ \u{E9}".utf8)
    var counts: [WordPattern.Standing: Int] = [:]
    for _ in 0..<6_000 {
      let text = (0..<random.next(below: 100)).map { _ in letters[random.next(below: letters.count)]
      }
      let word = (0...random.next(below: 5)).map { _ in
        SearchBytes.fold(letters[random.next(below: letters.count)])
      }
      let pattern = try #require(WordPattern(word))
      let start = random.next(below: text.count + 1)
      let part = start..<start + random.next(below: text.count - start + 1)
      let places = part.filter {
        text[$0..<part.upperBound].map(SearchBytes.fold).starts(with: word)
      }
      let starts = places.filter { isStart($0, in: part, text) }
      let isWhole = starts.contains { isEnd($0 + word.count, in: part, text) }
      let expected: WordPattern.Standing =
        places.isEmpty ? .nowhere : starts.isEmpty ? .inside : isWhole ? .whole : .atStart
      let found = standing(pattern, part, text)
      #expect(found == expected, "\(word) in \(text[part]): \(random)")
      #expect(
        min(standing(pattern, part, text, enough: .atStart), .atStart) == min(expected, .atStart),
        "\(word) in \(text[part]): \(random)")
      counts[found, default: 0] += 1
    }
    #expect(counts.count == 4 && counts.values.allSatisfy { $0 > 50 }, "\(counts): \(random)")
  }

  @Test("A word starts and ends between every pair of bytes where looking at them says so")
  func startsAndEnds() {
    for before in UInt8.min...UInt8.max {
      for byte in UInt8.min...UInt8.max {
        let pair = [before, byte]
        let here = UInt64(byte) * 0x0101_0101_0101_0101
        let starts = SearchBytes.starts(in: here, behind: here << 8 | UInt64(before))
        #expect((starts & 0x80 != 0) == isStart(1, in: 0..<2, pair), "\(pair)")
        let next = UInt64(byte) * 0x0101_0101_0101_0101
        let ends = SearchBytes.ends(before: next, of: UInt64(before) * 0x0101_0101_0101_0101)
        #expect((ends & 0x80 != 0) == isEnd(1, in: 0..<2, pair), "\(pair)")
      }
    }
  }

  // A span cannot be part of an expectation.

  private func standing(
    _ word: WordPattern, _ part: Range<Int>, _ text: [UInt8],
    enough: WordPattern.Standing = .whole
  ) -> WordPattern.Standing {
    word.standing(in: part, of: text.span, enough: enough)
  }

  private func isStart(_ place: Int, in part: Range<Int>, _ text: [UInt8]) -> Bool {
    SearchBytes.isStart(place, in: part, of: text.span)
  }

  private func isEnd(_ place: Int, in part: Range<Int>, _ text: [UInt8]) -> Bool {
    SearchBytes.isEnd(place, in: part, of: text.span)
  }

  private func stands(_ word: WordPattern, _ part: Range<Int>, _ text: [UInt8]) -> Bool {
    word.stands(in: part, of: text.span)
  }

  private func places(_ word: WordPattern, _ part: Range<Int>, _ text: [UInt8]) -> [Int] {
    var places: [Int] = []
    word.find(in: part, of: text.span) { place in
      places.append(place)
      return place + 1
    }
    return places
  }
}
