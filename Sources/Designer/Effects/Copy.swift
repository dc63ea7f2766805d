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
  /// A program or a file has it, by its name.
  case arrived(at: String)
  /// A program or a file could not take it, and why.
  case failed(String)
  /// This terminal is not known to have a clipboard.
  case notPossible
}
