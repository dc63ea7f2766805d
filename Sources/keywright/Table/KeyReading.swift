import Designer
import Documents

extension LinterPool {
  /// The row of a manifest, whether it can be read or not; on any thread.
  func tableRow(of file: KeyFiles.Found) -> KeyRow {
    do throws(ModelError) {
      try file.requireFile()
      return try withLinter { (linter) throws(ModelError) in
        let (manifest, findings) = try linter.review(file.path)
        return KeyRow(path: file.path, manifest: manifest, findings: findings)
      }
    } catch {
      return KeyRow(path: file.path, error: error.withFileName)
    }
  }
}

/// The reading of all manifests of a table, beside the screen: rows, then how they stand to git.
struct KeyReading {
  /// How often the screen looks for rows that were read, at first.
  private static let pauseInMilliseconds = 50

  private let rows: BackgroundWork<KeyRow>
  private let revision: GitRevision?
  private var readPaths: [String] = []
  private var comparison: BackgroundWork<[String: KeyRow.Change]>?
  private var isOver = false

  /// Starts to read; once all are read, they are compared with the revision, where there is one.
  init(_ found: [KeyFiles.Found], with pool: LinterPool, revision: GitRevision?) {
    self.revision = revision
    // A file that is slow to open holds up its thread, and no other key.
    rows = BackgroundWork(count: found.count, threads: max(4, OrderedWork.cores)) {
      pool.tableRow(of: found[$0])
    }
  }

  /// What has happened since the last time.
  mutating func news() -> [TeamAction] {
    guard !isOver else { return [] }
    // Asked before: what is finished in between is taken the next time.
    let isDone = rows.isDone
    let read = rows.take()
    readPaths += read.filter { $0.output.facts != nil }.map(\.output.path)
    var news: [TeamAction] = read.isEmpty ? [] : [.read(read.map { ($0.item, $0.output) })]
    guard isDone else { return news }
    guard let revision else {
      isOver = true
      return news
    }
    if let comparison {
      let changes = comparison.take()
      news += changes.map { .changed($0.output, base: revision.name) }
      isOver = !changes.isEmpty
    } else {
      let paths = readPaths
      comparison = BackgroundWork(count: 1, threads: 1) { _ in
        (try? revision.changes(of: paths)) ?? [:]
      }
    }
    return news
  }

  /// How long to wait for keys of the keyboard before looking again, in milliseconds; nil where
  /// nothing is to come.
  ///
  /// The longer the table is, the more it costs to show it anew.
  var pause: Int? {
    isOver ? nil : max(Self.pauseInMilliseconds, min(1000, rows.count / 100))
  }

  /// Ends it: nobody wants the rest.
  mutating func cancel() {
    rows.cancel()
    isOver = true
  }
}
