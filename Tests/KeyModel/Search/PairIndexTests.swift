import TestSupport
import Testing

@testable import Catalogs

/// Which summaries hold which pairs of letters.
@Suite struct PairIndexTests {
  /// The index of texts, as a compact form carries it.
  private func index(of texts: [String], atLeast fewest: Int = 0) throws -> PairIndex? {
    var writer = CompactWriter()
    PairIndex.write(texts.map { LazyText($0) }, atLeast: fewest, to: &writer)
    var reader = try #require(CompactReader(LazyText.Buffer(writer.finished), isTrusted: false))
    return PairIndex(items: texts.count, from: &reader)
  }

  private func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    SearchBytes.append(prepared: Array(text.utf8)[...], to: &bytes)
    return bytes.map(SearchBytes.fold)
  }

  private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte }

  @Test("A text that holds a word is always a candidate; of two letters the candidates are all")
  func candidates() throws {
    var random = SeededRandom()
    let letters = Array("abcAB é0.".map(String.init))
    for _ in 0..<60 {
      let texts = (0..<1 + random.next(below: 80)).map { _ in
        (0..<random.next(below: 12)).map { _ in letters[random.next(below: letters.count)] }
          .joined()
      }
      let all = texts.map(folded)
      guard let index = try index(of: texts) else {
        let pairs = all.flatMap { zip($0, $0.dropFirst()) }
        #expect(!pairs.contains { isLetter($0) && isLetter($1) }, "\(random)")
        continue
      }
      for _ in 0..<40 {
        let word = (0..<2 + random.next(below: 3)).map { _ in
          UInt8(ascii: "a") + UInt8(random.next(below: 3))
        }
        let found = try #require(index.candidates(holding: word))
        for (item, text) in all.enumerated() {
          let holds = text.indices.contains { text[$0...].starts(with: word) }
          if holds { #expect(found.contains(item), "\(word), \(texts[item]): \(random)") }
          if found.isExact { #expect(found.contains(item) == holds, "\(word): \(random)") }
        }
        #expect(found.isExact || word.count > 2, "\(random)")
      }
    }
  }

  @Test("Of a word without two letters side by side nothing is known")
  func unknown() throws {
    let index = try #require(try index(of: ["reads orders", "writes"]))
    for word in ["r", "1", "a1b", "é", "a.b"] {
      #expect(index.candidates(holding: Array(word.utf8)) == nil, "\(word)")
    }
  }

  @Test("Few texts are not worth an index")
  func fewTexts() throws {
    #expect(try index(of: ["reads", "writes"], atLeast: 3) == nil)
    #expect(try index(of: []) == nil)
    #expect(try index(of: ["reads", "writes"], atLeast: 2) != nil)
  }
}
