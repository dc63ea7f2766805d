/// What one word of a query is worth at each item.
struct WordHits: Sendable {
  /// The word, folded.
  let word: [UInt8]
  /// For each item what the word is worth there; 0 where it is not found.
  let points: [UInt8]
}
