import Catalogs
import Judgement
import Keys
import TerminalUI

/// What the key can do: in sentences, as a table with bars, and call by call.
enum PowersView {
  /// So many calls of a cell are listed; the counts are exact.
  static let limit = 200

  /// The page at a number of columns.
  static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    let powers = KeyPowers(state.editor.design, in: state.catalog)
    var lines = [StyledLine("What this key can do", Look.heading)]
    for sentence in powers.sentences {
      lines += StyledLine.wrap(sentence, columns: columns, charset: state.charset)
    }
    lines += table(powers, state, columns: columns)
    for row in powers.rows {
      for verb in powers.verbs where row.count(verb) > 0 {
        lines += [StyledLine(), heading(row, verb, powers)]
        lines += members(row.members[verb] ?? [], powers, state, columns: columns)
      }
    }
    return lines
  }

  private static func heading(
    _ row: KeyPowers.Row, _ verb: KeyPowers.Verb, _ powers: KeyPowers
  ) -> StyledLine {
    let word = verb.rawValue.prefix(1).uppercased() + verb.rawValue.dropFirst()
    return StyledLine("\(word) \(row.name)", style(verb)).adding("  \(row.count(verb))", .dim)
  }

  private static func table(
    _ powers: KeyPowers, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    guard !powers.rows.isEmpty else { return [] }
    let names = powers.rows.map(\.name.count).max() ?? 0
    guard columns >= names + 2 + 9 * powers.verbs.count else {
      return list(powers, state, columns: columns)
    }
    let cell = min(20, (columns - names - 2) / max(1, powers.verbs.count))
    let most = powers.rows.flatMap { row in powers.verbs.map(row.count) }.max() ?? 1
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    var head = StyledLine(padded("", names + 2))
    for verb in powers.verbs { head = head.adding(padded(verb.rawValue, cell), .bold) }
    var lines = [StyledLine(), head]
    let bar = state.charset == .utf8 ? "\u{2588}" : "#"
    for row in powers.rows {
      var line = StyledLine(padded(row.name, names + 2))
      for verb in powers.verbs {
        let count = row.count(verb)
        let room = max(0, cell - 2 - String(most).count - 1)
        // The smallest number has a bar as well: it is not nothing.
        let length = count == 0 ? 0 : max(1, count * room / most)
        let number = count == 0 ? "" : String(count)
        let drawn = number + " " + String(repeating: bar, count: min(length, room))
        line = line.adding(padded(count == 0 ? "" : drawn, cell), style(verb))
      }
      lines.append(line)
    }
    return lines
  }

  /// The same without columns, where the screen has no room for them.
  private static func list(
    _ powers: KeyPowers, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    [StyledLine()]
      + powers.rows.flatMap { row in
        let counts = powers.verbs.filter { row.count($0) > 0 }.map {
          "\($0.rawValue) \(row.count($0))"
        }
        return StyledLine.wrap(
          counts.joined(separator: ", "), columns: columns, charset: state.charset,
          lead: row.name + ": ", leadStyle: .bold)
      }
  }

  private static func members(
    _ indices: [Int], _ powers: KeyPowers, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let (catalog, shown) = (state.catalog, indices.prefix(limit))
    let access = KeyAccess(state.editor.design, in: catalog)
    let lines = shown.flatMap { index in
      guard powers.unit == .calls else {
        return StyledLine.wrap(
          catalog.scopes[index].id, columns: columns, charset: state.charset, lead: "  ")
      }
      let scopes = access.opening(of: index).scopes.map { catalog.scopes[$0].id }
      return StyledLine.wrap(
        catalog.operations[index].call + " by " + scopes.joined(separator: ", "),
        columns: columns, charset: state.charset, lead: "  ")
    }
    let more = indices.count - shown.count
    return more > 0 ? lines + [StyledLine("  and \(more) more", .dim)] : lines
  }

  private static func style(_ verb: KeyPowers.Verb) -> Style {
    switch verb {
    case .reads: .plain
    case .makes: Style(.green)
    case .changes: Look.style(.warning)
    case .deletes: Look.style(.error)
    }
  }
}
