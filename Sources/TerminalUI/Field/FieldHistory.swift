/// The changes of a line of text, for undo and redo.
///
/// What is typed or erased in one go is one step: typing up to the start of the next word, erasing
/// up to the next key of another kind. A paste, a cut and a put are a step each.
struct FieldHistory: Hashable, Sendable {
  /// The line as it stands at one time.
  struct Moment: Hashable, Sendable {
    var text: String
    /// The number of characters before the cursor.
    var cursor: Int
  }

  /// What a change is, as far as it may join the one before.
  enum Change: Hashable, Sendable {
    /// A typed character; a space ends the word that it stands behind.
    case typing(isSpace: Bool)
    /// Erasing to the left or to the right.
    case erasing(toLeft: Bool)
    /// Something that is a step by itself.
    case whole
  }

  private struct Step: Hashable, Sendable {
    var before: Moment
    var after: Moment
  }

  private static let limit = 1000
  /// The most bytes of text that are kept, of very long lines.
  private static let mostBytes = 32 << 20

  private var done: [Step] = []
  private var undone: [Step] = []
  /// The change that the next one may join.
  private var run: Change?

  /// Takes a change.
  mutating func record(_ change: Change, from before: Moment, to after: Moment) {
    let joins =
      switch (run, change) {
      case (.typing(let wasSpace), .typing(let isSpace)): isSpace || !wasSpace
      case (.erasing(let wasLeft), .erasing(let isLeft)): wasLeft == isLeft
      default: false
      }
    run = change
    undone = []
    guard !joins else { return amend(to: after) }
    done.append(Step(before: before, after: after))
    let most = min(Self.limit, max(1, Self.mostBytes / max(1, after.text.utf8.count)))
    if done.count > most { done.removeFirst(done.count - most) }
  }

  /// Gives the last step another end.
  mutating func amend(to after: Moment) {
    guard !done.isEmpty else { return }
    done[done.count - 1].after = after
  }

  /// The next change starts a step of its own, as after a move.
  mutating func endRun() { run = nil }

  /// The moment before the last step; nil where there is none.
  mutating func undo() -> Moment? {
    run = nil
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step.before
  }

  /// The moment after the step that was undone last; nil where there is none.
  mutating func redo() -> Moment? {
    run = nil
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step.after
  }
}
