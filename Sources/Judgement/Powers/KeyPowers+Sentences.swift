import Documents

extension KeyPowers {
  /// The same in two or three sentences, for whoever decides about the key.
  ///
  /// Texts of the manifest stand in it as they are: whoever writes it somewhere escapes it.
  package var sentences: [String] {
    deedSentences + [notStatedSentence, neverSentence].compactMap(\.self)
  }

  /// What the key can and must not do, without what is not known of its platform: for a list of keys,
  /// where that would be said of each.
  package var summary: String {
    (deedSentences + [neverSentence].compactMap(\.self)).joined(separator: " ")
  }

  private var deedSentences: [String] {
    let open = "opens \(total) of \(Self.counted(all, unit))"
    var sentences = [
      asked == 0 ? "It \(open)." : "It was made for \(Self.counted(asked, .calls)) and \(open)."
    ]
    if unit == .scopes { sentences[0] = "It holds \(total) of \(Self.counted(all, unit))." }
    if total > 0 {
      let deeds = verbs.map { verb in
        verb.rawValue + " " + Self.listed(rows.filter { $0.count(verb) > 0 }.map(\.phrase))
      }
      let harmless = verbs == [.reads] ? ", and changes nothing" : ""
      sentences.append("It " + Self.listed(deeds, separator: "; ") + harmless + ".")
    }
    return sentences
  }

  private var notStatedSentence: String? {
    guard notStated > 0 else { return nil }
    return "\(Self.counted(notStated, .calls)) state\(notStated == 1 ? "s" : "") no scope: "
      + "whether it opens \(notStated == 1 ? "that one" : "those") is not known."
  }

  private var neverSentence: String? {
    guard !never.isEmpty else { return nil }
    return Wording.sentence("It must never have", count: never.count, plural: "scopes or calls") {
      never[$0]
    }
  }

  /// The table, its columns aligned: a heading, then a line for each kind of thing.
  package var table: [String] {
    guard !rows.isEmpty else { return [] }
    let names = [""] + rows.map(\.name)
    let columns = verbs.map { verb in
      [verb.rawValue] + rows.map { $0.count(verb) == 0 ? "" : String($0.count(verb)) }
    }
    let width = names.map(\.utf8.count).max() ?? 0
    return names.indices.map { line in
      let cells = columns.map { cells in
        Self.padded(cells[line], to: cells.map(\.utf8.count).max() ?? 0, right: true)
      }
      return ([Self.padded(names[line], to: width)] + cells).joined(separator: "  ")
    }
  }

  private static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.utf8.count))
    return right ? blanks + text : text + blanks
  }

  private static func counted(_ count: Int, _ unit: Unit) -> String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }

  private static func listed(_ parts: [String], separator: String = ", ") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.joined() }
    let and = separator == "; " ? "; and " : " and "
    return parts.dropLast().joined(separator: separator) + and + last
  }
}

extension KeyPowers.Row {
  /// The row's name within a sentence.
  fileprivate var phrase: String { touched ?? "what the catalog does not classify" }
}
