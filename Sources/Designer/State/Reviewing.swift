import Judgement

/// What the review shows, beside where it stands.
struct Reviewing: Sendable {
  /// What the key can do that the file cannot, while the review is open.
  var comparison: KeyDiff?
  /// Where the review was left for a form or a question.
  var interrupted = Review()
  /// The review's lines, once it was opened.
  var sheet: ReviewSheet?
}
