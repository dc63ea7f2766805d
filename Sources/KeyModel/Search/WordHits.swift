/// The scopes that one word of a query finds, in tree order, each with what the place is worth.
struct WordHits: Sendable {
  /// The word, folded.
  let word: [UInt8]
  /// The scopes whose names hold the word.
  private(set) var named: [Int32] = []
  /// All scopes found.
  private(set) var scopes: [Int32] = []
  /// For each of them its points.
  private(set) var points: [Int32] = []

  /// Looks through all scopes, or through those that a shorter word has found: a longer word stands
  /// nowhere else.
  init(_ word: [UInt8], in text: SearchText, after shorter: WordHits? = nil) {
    self.word = word
    // What only abbreviates a shorter word says nothing about the longer one.
    if let shorter, !shorter.named.isEmpty {
      look(through: shorter.scopes.lazy.map { Int($0) }, text)
    } else {
      look(through: 0..<text.count, text)
    }
    if named.isEmpty { addAbbreviations(in: text) }
  }

  private mutating func look(through candidates: some Sequence<Int>, _ text: SearchText) {
    let letters = SearchBytes.letters(of: word)
    let categories = Self.categories(word, in: text)
    let span = text.bytes.span
    for scope in candidates {
      let place = Self.place(
        word, letters, scope, category: categories[Int(text.categories[scope])], text, of: span)
      guard let place else { continue }
      if place > .abbreviation { named.append(Int32(scope)) }
      scopes.append(Int32(scope))
      points.append(place.rawValue)
    }
  }

  /// For each category the best place of the word in its name and those around it.
  private static func categories(_ word: [UInt8], in text: SearchText) -> [WordPlace?] {
    var places: [WordPlace?] = []
    places.reserveCapacity(text.categoryNames.count)
    for (index, name) in text.categoryNames.enumerated() {
      let own = WordPlace.inCategory(word, name)
      let parent = text.categoryParents[index]
      let around = parent >= 0 ? places[parent] : nil
      places.append([own, around].compactMap { $0 }.max())
    }
    return places
  }

  /// The best place of a word in a scope's texts; an abbreviation is none.
  private static func place(
    _ word: [UInt8], _ letters: UInt64, _ scope: Int, category: WordPlace?, _ text: SearchText,
    of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    if text.letters[scope] & letters == letters {
      let id = WordPlace.inID(word, text.range(.id, of: scope), of: bytes)
      if let id, id > .wordOfTitle { return id }
      let title = WordPlace.inTitle(word, text.range(.title, of: scope), of: bytes)
      if let best = [id, title, category].compactMap({ $0 }).max() { return best }
    } else if let category {
      return category
    }
    guard text.summaryLetters[scope] & letters == letters else { return nil }
    return WordPlace.inSummary(word, text.range(.summary, of: scope), of: bytes)
  }

  private mutating func addAbbreviations(in text: SearchText) {
    let letters = SearchBytes.letters(of: word)
    let span = text.bytes.span
    var found: [Int32] = []
    for scope in 0..<text.count where text.letters[scope] & letters == letters {
      if Abbreviation.matches(word, text.range(.id, of: scope), of: span) {
        found.append(Int32(scope))
      }
    }
    guard !found.isEmpty else { return }
    merge(found, worth: WordPlace.abbreviation.rawValue)
  }

  /// Adds scopes in tree order; one that is there already keeps the better place.
  private mutating func merge(_ added: [Int32], worth: Int32) {
    let (oldScopes, oldPoints) = (scopes, points)
    (scopes, points) = ([], [])
    var (left, right) = (0, 0)
    while left < oldScopes.count || right < added.count {
      let old = left < oldScopes.count ? oldScopes[left] : .max
      let new = right < added.count ? added[right] : .max
      scopes.append(min(old, new))
      points.append(new <= old ? worth : oldPoints[left])
      if old <= new { left += 1 }
      if new <= old { right += 1 }
    }
  }
}
