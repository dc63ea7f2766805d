import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

extension DesignerState {
  /// Opens the review on the design as it is.
  mutating func openReview() {
    reviewing.interrupted = Review()
    resumeReview()
  }

  /// Opens the review where it was left.
  mutating func resumeReview() {
    compareWithFile()
    var review = reviewing.interrupted
    review.add(reviewReasons())
    reviewing.interrupted = review
    mode = .reviewing(review)
    reviewing.sheet = ReviewSheet(self, review)
  }

  /// Takes a new size or format over into the review that is open, or that a question covers.
  mutating func refitReview() {
    guard reviewing.sheet != nil else { return }
    reviewing.sheet = mode == .browsing ? nil : ReviewSheet(self, reviewing.interrupted)
  }

  mutating func review(_ command: Command, _ review: Review) -> [Effect] {
    reviewing.interrupted = review
    switch command {
    case .write:
      let errors = listedFindings.filter { $0.severity == .error && !$0.isAccepted }
      guard errors.isEmpty else {
        mode = .accepting(AcceptanceForm(findings: errors, writesAfterwards: true, user: user))
        return []
      }
      return write()
    case .otherPath:
      mode = .choosingPath(TextField(knownPath))
    case .otherFormat:
      let all = KeyForm.all(of: catalog)
      format = all[((all.firstIndex(of: format) ?? 0) + 1) % all.count]
      refitReview()
      message = Message(text: "format: \(format.words); it goes to \(targetName)")
    case .copyExport:
      do throws(ModelError) {
        return copy(format == .manifest ? "the manifest" : format.name, try exported())
      } catch {
        message = Message(text: error.description, isProblem: true)
      }
    case .back: mode = .browsing
    case .help: openHelp()
    case .powersView: open(.powers)
    case .commandLine: openCommandLine()
    case .logView, .manifestView, .ruleStory: openPage(command)
    case .toggle: changeInReview { $0.toggle($1) }
    case .undo where interruption.form != nil: _ = reopenLeftForm()
    case .undo, .redo: changeInReview { state, _ in _ = state.browse(command) }
    case .applyRemedy: changeInReview { state, _ in state.applyRemedy() }
    case .giveUpCalls: changeInReview { state, _ in state.giveUpCalls() }
    case .acceptFinding:
      startAccepting()
      if case .accepting(var form) = mode {
        form.isOfReview = true
        mode = .accepting(form)
      }
    case .nextPart: moveToPart(forward: true, in: review)
    case .previousPart: moveToPart(forward: false, in: review)
    default: move(command, in: review)
    }
    return []
  }

  /// Moves to the first entry under the next heading, or the one before, around the end.
  private mutating func moveToPart(forward: Bool, in review: Review) {
    guard let sheet = reviewing.sheet else { return }
    let parts = sheet.items.indices.filter { place in
      guard case .heading = sheet.items[place] else { return false }
      return place + 1 < sheet.items.count
    }
    .map { $0 + 1 }
    let next =
      forward
      ? parts.first { $0 > review.cursor } ?? parts.first
      : parts.last { $0 < review.cursor } ?? parts.last
    guard let next else { return }
    var review = review
    review.cursor = next
    show(review, sheet)
  }

  private mutating func toggle(_ item: ReviewPlan.Item) {
    switch item {
    case .scope(let scope): toggle(scope: scope)
    case .unknown(let id):
      if let place = outline.unknown.firstIndex(of: id) { toggle(unknown: [place]) }
    default: break
    }
  }

  /// Changes the design under the review; the cursor stays on what it was on.
  private mutating func changeInReview(
    _ change: (inout DesignerState, ReviewPlan.Item) -> Void
  ) {
    guard let item = reviewItem else { return }
    change(&self, item)
    resumeReview()
    guard case .reviewing(var review) = mode, let sheet = reviewing.sheet else { return }
    review.cursor =
      sheet.items.firstIndex(of: item) ?? max(0, min(review.cursor, sheet.items.count - 1))
    show(review, sheet)
  }

  private mutating func move(_ command: Command, in review: Review) {
    guard let sheet = reviewing.sheet else { return }
    var review = review
    let end = max(0, sheet.items.count - 1)
    let page = max(1, sheet.rect.rows - 2)
    review.cursor = max(0, min(moved(review.cursor, command, page: page, end: end), end))
    show(review, sheet)
  }

  private mutating func show(_ review: Review, _ sheet: ReviewSheet) {
    var review = review
    review.top = sheet.top(review)
    mode = .reviewing(review)
  }

  // MARK: - The mouse

  /// A press moves the cursor; on a scope's box it ticks as well, or says why it does not.
  mutating func press(_ point: Point, in review: Review) {
    guard let sheet = reviewing.sheet, let (place, isFirst) = sheet.entry(atRow: point.row, review)
    else { return }
    var review = review
    (review.top, review.cursor) = (sheet.top(review), place)
    // Nothing scrolls under the mouse, as in the tree.
    mode = .reviewing(review)
    switch sheet.items[place] {
    case .scope, .unknown, .granted:
      if isFirst, ReviewSheet.boxColumns.contains(point.column) { _ = attempt(.toggle) }
    default: break
    }
  }

  /// Turns the wheel in the review.
  mutating func scroll(_ review: Review, by count: Int) {
    guard let sheet = reviewing.sheet else { return }
    mode = .reviewing(sheet.scrolled(review, by: count))
  }
}
