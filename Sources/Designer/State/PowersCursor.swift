import Judgement
import Keys

/// The cell of the table of powers that the cursor is on, by its place.
struct PowersCursor: Hashable, Sendable {
  var row = 0
  var verb = 0

  /// The same inside a table; nil where that has no cell.
  func inside(_ powers: KeyPowers) -> PowersCursor? {
    guard !powers.rows.isEmpty, !powers.verbs.isEmpty else { return nil }
    return PowersCursor(
      row: max(0, min(row, powers.rows.count - 1)), verb: max(0, min(verb, powers.verbs.count - 1)))
  }
}

extension DesignerState {
  /// What the key can do.
  var powers: KeyPowers { KeyPowers(editor.design, in: catalog) }

  /// Why a key of the table can do nothing at the moment.
  func reasonAgainstPowers(_ command: Command) -> String? {
    let powers = powers
    guard let cursor = powersCursor.inside(powers) else { return "the key opens nothing" }
    switch command {
    case .columnLeft: return cursor.verb == 0 ? "this is the first column" : nil
    case .columnRight:
      return cursor.verb == powers.verbs.count - 1 ? "this is the last column" : nil
    case .confirm:
      let (row, verb) = (powers.rows[cursor.row], powers.verbs[cursor.verb])
      return row.count(verb) == 0 ? "the key \(verb.rawValue) nothing here: \(row.name)" : nil
    default: return nil
    }
  }
}
