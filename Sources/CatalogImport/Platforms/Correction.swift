import Documents

/// A call whose requirement is known better than the description has it.
struct Correction: Equatable {
  /// The method and the path with its parameters left unnamed; `* *` for every call.
  var call: String
  /// The alternatives of names.
  var sets: [[String]] = []
  /// What each alternative depends on.
  var terms: [CatalogDraft.Term] = []
  /// Whether the proof is thin.
  var isUncertain = false

  /// Reads a line such as `GET /me = a + b ? x | none ! x (uncertain)`.
  init?(_ line: Substring) {
    let mark = " (uncertain)"
    isUncertain = line.ends(exactlyWith: mark)
    let body = isUncertain ? line.dropLast(mark.count) : line
    let parts = body.split(separator: " = ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    call = Self.unnamed(parts[0])
    for alternative in parts[1].split(separator: " | ") {
      let when = alternative.split(separator: " ? ", maxSplits: 1)
      let unless = alternative.split(separator: " ! ", maxSplits: 1)
      var term = CatalogDraft.Term()
      if when.count == 2 { term.when = String(when[1]) }
      if unless.count == 2 { term.unless = String(unless[1]) }
      let names = when.count == 2 ? when[0] : unless[0]
      sets.append(names == "none" ? [] : names.split(separator: " + ").map(String.init))
      terms.append(term)
    }
  }

  /// A call whose parameters have no names: those differ between editions of a description.
  static func unnamed(_ call: some StringProtocol) -> String {
    var result = ""
    var isInside = false
    for scalar in call.unicodeScalars {
      if scalar == "}" { isInside = false }
      if !isInside { result.unicodeScalars.append(scalar) }
      if scalar == "{" { isInside = true }
    }
    return result
  }
}
