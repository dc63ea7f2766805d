import Designer
import Documents
import Keys

/// The keys of a team beside each other.
struct KeyTable {
  private(set) var rows: [KeyRow] = []
  /// The day that dates are counted from.
  let today: CalendarDate
  /// The revision that the keys were compared with; nil where there is none.
  private(set) var base: String?

  init(today: CalendarDate) { self.today = today }

  /// Reads manifests over all cores, one row for each, whether it can be read or not.
  mutating func read(_ found: [KeyFiles.Found], with pool: LinterPool) throws(ModelError) {
    var progress = ProgressLine()
    var files = found[...]
    try OrderedWork.run(
      next: { () throws(ModelError) in files.popFirst() }, work: { pool.tableRow(of: $0) },
      use: { (row) throws(ModelError) in
        rows.append(row)
        progress.show("\(rows.count) of \(found.count) keys")
      })
    progress.clear()
  }

  /// Compares the files with a revision of git.
  mutating func compare(with revision: GitRevision) throws(ModelError) {
    let changes = try revision.changes(of: rows.filter { $0.facts != nil }.map(\.path))
    for index in rows.indices { rows[index].change = changes[rows[index].path] }
    base = revision.name
  }

  /// Leaves only the rows that all of some words are found in.
  mutating func filter(_ words: [String]) {
    rows.removeAll { !$0.matches(words) }
  }

  /// Puts the rows in order: what needs a look first, equal ones by path.
  mutating func sort(by column: KeyColumn) {
    rows = column.sorted(Array(rows.indices), of: rows).map { rows[$0] }
  }
}
