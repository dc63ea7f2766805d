import Catalogs
import Documents
import Judgement
import Keys

/// A column of the table of keys.
package enum KeyColumn: String, CaseIterable, Sendable {
  case key
  case platform
  case kind
  case scopes
  case calls
  case worst
  case findings
  case touches
  case rotation
  case acceptance
  case catalog
  case changed

  /// The words above the column.
  package var title: String { self == .worst ? "worst finding" : rawValue }

  /// Whether it holds numbers, which stand at its right edge.
  package var isNumber: Bool { self == .scopes || self == .calls }

  /// What a row has in the column; nothing where the key cannot be read.
  package func text(_ row: KeyRow, today: CalendarDate) -> String {
    guard let facts = row.facts else { return self == .key ? row.path : "" }
    switch self {
    case .key: return row.path
    case .platform: return facts.platform
    case .kind: return facts.kind ?? ""
    case .scopes: return String(facts.scopes)
    case .calls: return String(facts.openCalls)
    case .worst: return facts.worst.map { "\($0.severity.rawValue) \($0.rule)" } ?? "none"
    case .findings:
      let counts = facts.findings
      return "\(counts.total - counts.accepted)"
        + (counts.accepted > 0 ? " and \(counts.accepted) accepted" : "")
    case .touches: return facts.touches.joined(separator: ", ")
    case .rotation: return Self.days(until: facts.rotateBy, from: today)
    case .acceptance: return Self.days(until: facts.acceptedUntil, from: today)
    case .catalog:
      return facts.madeWith + (facts.isCatalogOlder ? " (now \(facts.currentVersion))" : "")
    case .changed: return row.change?.rawValue ?? ""
    }
  }

  /// The days until a day in words; nothing where there is no day.
  private static func days(until day: CalendarDate?, from today: CalendarDate) -> String {
    guard let day else { return "" }
    let days = day.daysSince1970 - today.daysSince1970
    func counted(_ number: Int) -> String { "\(number) day" + (number == 1 ? "" : "s") }
    if days < 0 { return counted(-days) + " ago" }
    return days == 0 ? "today" : "in " + counted(days)
  }
}

// MARK: - Order

extension KeyColumn {
  /// Puts keys in order: what needs a look first, equal ones by path; last, whatever the direction,
  /// what nothing is known of, except by path.
  ///
  /// - Parameters:
  ///   - places: the places of the keys among `rows`.
  ///   - rows: all keys.
  ///   - isReversed: whether what needs a look comes last.
  /// - Returns: the places in order.
  package func sorted(_ places: [Int], of rows: [KeyRow], isReversed: Bool = false) -> [Int] {
    let ranked = places.map { (rank: rank(rows[$0]), place: $0) }
    return ranked.sorted { left, right in
      if left.rank.group != right.rank.group { return left.rank.group < right.rank.group }
      if left.rank.parts != right.rank.parts {
        return left.rank.parts.lexicographicallyPrecedes(right.rank.parts) != isReversed
      }
      if left.rank.text != right.rank.text {
        return left.rank.text.utf8.lexicographicallyPrecedes(right.rank.text.utf8) != isReversed
      }
      let (one, other) = (rows[left.place].path.utf8, rows[right.place].path.utf8)
      return self == .key && isReversed
        ? other.lexicographicallyPrecedes(one) : one.lexicographicallyPrecedes(other)
    }.map(\.place)
  }

  /// What keys are compared by: the group, then numbers, then a text.
  private struct Rank {
    var group = 0
    var parts: [Int] = []
    var text = ""
  }

  private func rank(_ row: KeyRow) -> Rank {
    if self == .key { return Rank() }
    guard let facts = row.facts else { return Rank(group: row.isPending ? 2 : 1) }
    switch self {
    case .key: return Rank()
    case .platform: return Rank(text: facts.platform + "\n" + (facts.kind ?? ""))
    case .kind: return Rank(parts: [facts.kind == nil ? 1 : 0], text: facts.kind ?? "")
    case .scopes: return Rank(parts: [-facts.scopes])
    case .calls: return Rank(parts: [-facts.openCalls])
    case .worst:
      let place = Severity.allCases.firstIndex { $0 == facts.worst?.severity }
      return Rank(parts: [place ?? Severity.allCases.count], text: facts.worst?.rule ?? "")
    case .findings:
      let counts = facts.findings
      return Rank(parts: [-counts.error, -counts.warning, -counts.note, -counts.accepted])
    case .touches:
      return Rank(parts: [-facts.touches.count], text: facts.touches.joined(separator: ", "))
    case .rotation: return Rank(parts: [facts.rotateBy?.daysSince1970 ?? .max])
    case .acceptance: return Rank(parts: [facts.acceptedUntil?.daysSince1970 ?? .max])
    case .catalog: return Rank(parts: [facts.isCatalogOlder ? 0 : 1], text: facts.madeWith)
    case .changed: return Rank(parts: [row.change == .new ? 0 : row.change == .changed ? 1 : 2])
    }
  }
}
