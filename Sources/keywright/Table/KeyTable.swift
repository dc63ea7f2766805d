import ArgumentParser
import Catalogs
import Documents
import Judgement
import Keys

/// The keys of a team beside each other.
struct KeyTable {
  /// What the rows are put in order by.
  enum Column: String, ExpressibleByArgument, CaseIterable {
    case key
    case platform
    case scopes
    case calls
    case findings
    case rotation
    case acceptance
    case catalog
    case changed
  }

  private(set) var rows: [KeyRow] = []
  /// The day that dates are counted from.
  let today: CalendarDate
  /// The revision that the keys were compared with; nil where there is none.
  private(set) var base: String?

  init(today: CalendarDate) { self.today = today }

  /// Reads manifests, one row for each, whether it can be read or not.
  mutating func read(_ found: [KeyFiles.Found], with linter: inout Linter) {
    var progress = ProgressLine()
    for (number, file) in found.enumerated() {
      progress.show("\(number) of \(found.count) keys")
      do throws(ModelError) {
        guard !file.isNoFile else {
          throw ModelError(
            file: file.path, problem: "this is not a file", remedy: "Take it out of the folder")
        }
        let (manifest, findings) = try linter.review(file.path)
        rows.append(KeyRow(path: file.path, manifest: manifest, findings: findings))
      } catch {
        rows.append(KeyRow(path: file.path, error: error.withFileName))
      }
    }
    progress.clear()
  }

  /// Compares the files with a revision of git.
  mutating func compare(with revision: GitRevision) throws(ModelError) {
    let changes = try revision.changes(of: rows.map(\.path))
    for index in rows.indices { rows[index].change = changes[rows[index].path] }
    base = revision.name
  }

  /// Leaves only the rows that all of some words are found in.
  mutating func filter(_ words: [String]) {
    rows.removeAll { !$0.matches(words) }
  }

  /// Puts the rows in order: what needs a look first, equal ones by path.
  mutating func sort(by column: Column) {
    let ranked = rows.map { (rank: rank($0, by: column), row: $0) }
    rows = ranked.sorted { left, right in
      left.rank == right.rank
        ? left.row.path.utf8.lexicographicallyPrecedes(right.row.path.utf8)
        : left.rank.lexicographicallyPrecedes(right.rank, by: Rank.precedes)
    }.map(\.row)
  }

  /// A part of what rows are compared by.
  private enum Rank: Equatable {
    case number(Int)
    case text(String)

    static func precedes(_ left: Rank, _ right: Rank) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)): left < right
      case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  private func rank(_ row: KeyRow, by column: Column) -> [Rank] {
    // What cannot be read comes last: nothing is known of it.
    guard let facts = row.facts else { return [.number(column == .key ? 0 : 1)] }
    let rank: [Rank] =
      switch column {
      case .key: []
      case .platform: [.text(facts.platform), .text(facts.kind ?? "")]
      case .scopes: [.number(-facts.scopes)]
      case .calls: [.number(-facts.openCalls)]
      case .findings:
        [
          .number(-facts.findings.error), .number(-facts.findings.warning),
          .number(-facts.findings.note), .number(-facts.findings.accepted),
        ]
      case .rotation: [.number(facts.rotateBy?.daysSince1970 ?? .max)]
      case .acceptance: [.number(facts.acceptedUntil?.daysSince1970 ?? .max)]
      case .catalog: [.number(facts.isCatalogOlder ? 0 : 1), .text(facts.versions.made)]
      case .changed:
        [.number(row.change == .new ? 0 : row.change == .changed ? 1 : 2)]
      }
    return [.number(0)] + rank
  }
}

extension KeyRow.Facts {
  /// Whether the manifest was made with another version of its catalog than the one at hand.
  var isCatalogOlder: Bool { versions.made != versions.current }

  /// How many days are left until a day; negative where it has passed.
  static func days(until day: CalendarDate?, from today: CalendarDate) -> Int? {
    day.map { $0.daysSince1970 - today.daysSince1970 }
  }
}
