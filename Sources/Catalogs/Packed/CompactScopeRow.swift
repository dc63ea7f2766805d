/// How the words of a scope stand in a compact form: id, title and summary, each with its place and
/// its length; access, provenance, flags, and the scope that replaces it.
enum CompactScopeRow {
  /// The number of words.
  static let words = 10
  /// The first words of id and title: those of all scopes stand one behind the other.
  static let names = [0, 2]
  /// The first word of the summary: they stand behind all names.
  static let summary = [4]
  /// The word of the flags: what the scope touches, what was inferred in the next byte, then these.
  static let flags = 8

  static let isDeprecated = 1 << 16
  static let isUndeclared = 1 << 17
  /// One of its texts is not all ASCII.
  static let isBeyondASCII = 1 << 18
}
