/// What a person can come back to.
struct Interruption: Sendable {
  /// What a question about leaving has interrupted: "stay" goes back to it.
  var mode = Mode.browsing
  /// The form that was left last, with what was typed, as long as undo brings it back.
  var form: LeftForm?
  /// What a second click carries out, after a first one on it.
  var armed: Command?
}
