import Curses
import Designer
import Documents
import Judgement
import Keys
import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs the table of keys on a terminal: events and what was read in, effects out.
struct TableLoop {
  private let request: TableRequest
  private let session: CursesSession
  private let screen: ScreenChoice
  private let pool: LinterPool
  private let pages: TablePages
  private let revision: GitRevision?
  private var state: TeamState
  private var reading: KeyReading

  init(
    _ request: TableRequest, session: CursesSession, screen: ScreenChoice, state: TeamState,
    revision: GitRevision?
  ) {
    (self.request, self.session, self.screen) = (request, session, screen)
    (self.state, self.revision) = (state, revision)
    pool = LinterPool(
      catalogs: request.catalog, policy: request.policy,
      today: request.today, accepted: .include, report: nil)
    pages = TablePages(pool: pool, today: request.today)
    reading = KeyReading(request.found, with: pool, revision: revision)
  }

  /// Runs until the person leaves or a signal ends it, and ends the process.
  consuming func run() -> Never {
    session.present(TeamView.frame(state))
    while true {
      let events = session.nextEvents(within: reading.pause)
      for event in events {
        if let outcome = take(.input(event)) { finish(outcome) }
      }
      for news in reading.news() {
        if let outcome = take(news) { finish(outcome) }
      }
      session.present(TeamView.frame(state))
    }
  }

  private mutating func take(_ action: TeamAction) -> Outcome? {
    for effect in state.update(action) {
      switch effect {
      case .suspend: _ = session.suspend()
      case .repaint: session.repaint()
      case .quit(let outcome): return outcome
      default:
        do {
          if let outcome = take(try carryOut(effect)) { return outcome }
        } catch {
          let text = (error as? ModelError).map { "\($0)" } ?? "\(error)"
          if let outcome = take(.said(text, isProblem: true)) { return outcome }
        }
      }
    }
    return nil
  }

  /// What came of an effect.
  private mutating func carryOut(_ effect: TeamEffect) throws -> TeamAction {
    switch effect {
    case .open(let place): return try open(place)
    case .compare(let left, let right):
      return .compared(
        KeyComparison(try reviewed(left), try reviewed(right)), left: state.rows[left].path,
        right: state.rows[right].path)
    case .makePage(let subject):
      return .page(try pages.page(subject, of: state.rows))
    case .write(let subject, let path):
      return .said(try pages.write(subject, to: path, of: state.rows), isProblem: false)
    case .readAgain:
      let found = try KeyFiles.find(request.paths)
      reading.cancel()
      reading = KeyReading(found, with: pool, revision: revision)
      return .found(found.map(\.path))
    case .suspend, .repaint, .quit: return .read([])
    }
  }

  /// Opens the designer on a key; what it has become is read when the person comes back.
  private mutating func open(_ place: Int) throws -> TeamAction {
    let path = state.rows[place].path
    var design = DesignRequest()
    design.manifest = path
    design.catalog = request.catalog
    design.policy = request.policy
    let said = try design.visit(session, screen)
    // The screen may have another size by now.
    _ = take(.input(.resize(session.size)))
    var row = pool.tableRow(of: KeyFiles.Found(path: path))
    if let revision, row.facts != nil {
      row.change = ((try? revision.changes(of: [path])) ?? [:])[path]
    }
    _ = take(.read([(place, row)]))
    return .said(said ?? "nothing was written", isProblem: false)
  }

  private func reviewed(_ place: Int) throws(ModelError) -> ReviewedKey {
    try pool.withLinter { (linter) throws(ModelError) in
      let (manifest, findings) = try linter.review(state.rows[place].path)
      return ReviewedKey(findings, catalogVersion: manifest.catalogReference.version)
    }
  }

  private func finish(_ outcome: Outcome) -> Never {
    session.end()
    switch outcome {
    case .terminated(let signal): session.die(of: signal)
    case .hungUp: session.die(of: SIGHUP)
    case .written, .left: break
    }
    // Here and now: what is still being read is nobody's business any more.
    exit(0)
  }
}
