/// Looks for presets by the words of their jobs: these are other words than those of the scopes.
extension Catalog {
  /// The presets that words name, in any case and in the catalog's order.
  ///
  /// Each word starts a word of the id, the title or the purpose; one of four letters or more may
  /// stand within one.
  package func presets(named query: String) -> [Int] {
    let words = query.lowercased().split(separator: " ").map { Array($0.utf8) }
    guard !words.isEmpty else { return [] }
    return presets.indices.filter { place in
      let preset = presets[place]
      let text = Array("\(preset.id) \(preset.title) \(preset.purpose)".lowercased().utf8)
      return words.allSatisfy { Self.names($0, text) }
    }
  }

  private static func names(_ word: [UInt8], _ text: [UInt8]) -> Bool {
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { start in
      guard text[start..<start + word.count].elementsEqual(word) else { return false }
      return word.count >= 4 || start == 0 || !isLetter(text[start - 1])
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
