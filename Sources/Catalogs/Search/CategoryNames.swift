/// The names of a catalog's categories, for looking for words in all of them.
struct CategoryNames: Sendable {
  private let bytes: [UInt8]
  /// For each category where its name ends.
  private let ends: [Int]
  private let parents: [Int]
  private let scopes: [Range<Int>]

  init(catalog: Catalog) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for category in catalog.categories {
      SearchBytes.append(prepared: Array(category.name.utf8)[...], to: &bytes)
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
    parents = catalog.categories.map { $0.parent ?? -1 }
    scopes = catalog.categories.map(\.scopes)
  }

  /// For each scope what a word is worth in the names of the categories around it; nil where it
  /// stands in none.
  func points(of word: WordPattern, count: Int) -> [UInt8]? {
    var points: [UInt8]?
    var places: [UInt8] = []
    places.reserveCapacity(ends.count)
    var start = 0
    let span = bytes.span
    for (category, end) in ends.enumerated() {
      let own = WordPlace.inCategory(word, start..<end, of: span)?.rawValue ?? 0
      let around = parents[category] >= 0 ? places[parents[category]] : 0
      // Inner categories come later, so that what they are worth beyond this is written over.
      if own > around {
        var known = points.take() ?? Array(repeating: 0, count: count)
        for scope in scopes[category] { known[scope] = own }
        points = known
      }
      places.append(max(own, around))
      start = end
    }
    return points
  }
}
