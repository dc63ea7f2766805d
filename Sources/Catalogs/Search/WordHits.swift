/// Where one word of a query is found.
struct WordHits: Sendable {
  /// The word, folded.
  let word: [UInt8]
  /// For each item in what the word is found there, as its search numbers that; 0 where it is not.
  let places: [UInt8]
  /// For each scope what the word is worth in the names around it; nil where it stands in none.
  var around: [UInt8]?
}
