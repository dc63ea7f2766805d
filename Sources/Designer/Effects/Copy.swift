/// What is copied out of the designer.
package struct Copy: Hashable, Sendable {
  /// What it is, in words.
  package var what: String
  /// The bytes.
  package var bytes: [UInt8]
}

/// How copying ended.
package enum CopyOutcome: Hashable, Sendable {
  /// It was handed to the terminal, which may still refuse it without a word.
  case sent
  /// This terminal is not known to have a clipboard.
  case notPossible
}
