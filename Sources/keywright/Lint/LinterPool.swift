import Catalogs
import Documents
import Judgement
import Keys

/// Linters for several threads: each works with one of its own, with its own catalogs and rules.
///
/// What they share is guarded by a lock; the rest is never changed.
final class LinterPool: @unchecked Sendable {
  /// What came of one manifest.
  struct Answer: @unchecked Sendable {
    var path: String
    var result: Result<LintedManifest, ModelError>
    /// What has to be said of it beside the findings.
    var notes: [String] = []
    /// Its part of the report, where that is printed as it comes.
    var text: String?
  }

  /// Makes the parts of a report that is printed as it comes; nil where none is.
  let report: TextReport?
  private let catalogs: CatalogSource
  private let policy: String?
  private let today: CalendarDate
  private let accepted: AcceptedFindings
  private let lock = WorkLock()
  // Guarded by `lock`.
  private var idle: [Linter] = []
  private var said: Set<String> = []

  init(
    catalogs: CatalogSource, policy: String?, today: CalendarDate, accepted: AcceptedFindings,
    report: TextReport?
  ) {
    self.catalogs = catalogs
    self.policy = policy
    self.today = today
    self.accepted = accepted
    self.report = report
  }

  /// Does something with a linter that no other thread has meanwhile.
  func withLinter<Value>(
    _ body: (inout Linter) throws(ModelError) -> Value
  ) throws(ModelError) -> Value {
    var linter = lock.locked { idle.popLast() } ?? makeLinter()
    defer { lock.locked { idle.append(linter) } }
    return try body(&linter)
  }

  /// Judges a manifest, on any thread.
  func lint(_ path: String) -> Answer {
    do throws(ModelError) {
      let manifest = try withLinter { (linter) throws(ModelError) in try linter.lint(path) }
      var answer = Answer(
        path: path, result: .success(manifest), notes: ManifestNotes.lines(of: manifest))
      if let report {
        answer.text = report.text(of: manifest, accepted.findings(of: manifest))
      }
      return answer
    } catch {
      return Answer(path: path, result: .failure(error.withFileName))
    }
  }

  private func makeLinter() -> Linter {
    var linter = Linter(catalogs: catalogs, policy: policy, today: today)
    linter.policies = PolicyFinder(
      named: policy,
      say: { [self] text in
        // Each thread looks for itself, but people are told once.
        if lock.locked({ said.insert(text).inserted }) { Console.say("keywright: " + text) }
      })
    return linter
  }
}
