import Documents

/// Whether the issued key is the designed key, by the answers that it was given.
///
/// How a status is read:
///
/// | status | the designed key has the scope | it has not |
/// |---|---|---|
/// | 401, 403 | missing | as designed |
/// | 2xx | as designed | extra |
/// | 400, 404, 409, 410, 422: the gate was passed | as designed | extra, see below |
/// | anything else, or no answer | unclear | unclear |
///
/// Some platforms look for the object before they look at the scope, and then the 404 of a key that
/// has not the scope says nothing. So it counts as extra only where another call of the same kind
/// was refused in the same run: the platform is then known to look at the scope first.
///
/// Where the person who ran the script named no real object, a platform may refuse because of the
/// object. A refusal below it counts only where another such call was not refused.
package struct ProbeVerdict: Hashable, Sendable {
  /// An answer that cannot be read.
  package struct Unclear: Hashable, Sendable {
    /// The scope's id.
    package let scope: String
    /// The call, as `METHOD /path`; nil where none was made.
    package let call: String?
    /// The status; 0 for no answer.
    package let status: Int
    /// Why, as words.
    package let reason: String
  }

  /// The calls whose answers show that the key has what it should, or has not what it should not.
  package let confirmed: [ProbeResults.Answer]
  /// The calls that the key should be allowed and is not.
  package let missing: [ProbeResults.Answer]
  /// The calls that the key is allowed and should not be.
  package let extra: [ProbeResults.Answer]
  /// The answers that show nothing.
  package let unclear: [Unclear]
  /// The scopes that no harmless call shows; empty where no design was given.
  package let untested: [ProbePlan.Untested]

  /// Whether every call was answered as the design says.
  package var isMatch: Bool {
    missing.isEmpty && extra.isEmpty && unclear.isEmpty && !confirmed.isEmpty
  }

  /// Judges results by what they say was expected.
  package init(_ results: ProbeResults) { self.init(results, untested: []) }

  /// Judges the results of a plan.
  ///
  /// - Throws: `ModelError` where they are the results of another plan.
  package init(_ results: ProbeResults, of plan: ProbePlan) throws(ModelError) {
    let planned = plan.calls.map { [$0.scope, $0.call, $0.expected.rawValue, $0.kind.rawValue] }
    let found = results.answers.map {
      [$0.scope, $0.call, $0.expected.rawValue, $0.kind.rawValue]
    }
    guard Set(planned) == Set(found), plan.catalogID == results.catalogID else {
      throw ModelError(
        problem: "the results are those of another key or of another catalog",
        remedy: "Make the script again from this manifest, and run it")
    }
    self.init(results, untested: plan.untested)
  }

  private init(_ results: ProbeResults, untested: [ProbePlan.Untested]) {
    var confirmed: [ProbeResults.Answer] = []
    var missing: [ProbeResults.Answer] = []
    var extra: [ProbeResults.Answer] = []
    var unclear: [Unclear] = []
    let wasRefused = Set(results.answers.filter { $0.outcome == .refused }.map(\.group))
    let wasPassed = Set(
      results.answers.filter { [.open, .passed].contains($0.outcome) }.map(\.group))
    for answer in results.answers {
      func note(_ reason: String) {
        unclear.append(
          Unclear(scope: answer.scope, call: answer.call, status: answer.status, reason: reason))
      }
      switch (answer.outcome, answer.expected) {
      case (.silent, _): note(answer.reason)
      case (.refused, _) where !answer.isGiven && !wasPassed.contains(answer.group):
        note(
          "all calls inside objects that do not exist were refused: name a real one to the script")
      case (.refused, .allowed): missing.append(answer)
      case (.refused, .refused), (.open, .allowed), (.passed, .allowed): confirmed.append(answer)
      case (.open, .refused): extra.append(answer)
      case (.passed, .refused) where wasRefused.contains(answer.group): extra.append(answer)
      case (.passed, .refused):
        note("the platform may look for the object before it looks at the scope")
      }
    }
    self.confirmed = confirmed
    self.missing = missing
    self.extra = extra
    self.unclear = unclear
    self.untested = untested
  }
}

extension ProbeResults.Answer {
  fileprivate enum Outcome { case open, passed, refused, silent }

  fileprivate struct Group: Hashable {
    var kind: ProbeCall.Kind
    var isGiven: Bool
  }

  /// Answers that can be held against each other.
  fileprivate var group: Group { Group(kind: kind, isGiven: isGiven) }

  fileprivate var outcome: Outcome {
    switch status {
    case 200..<300: .open
    case 400, 404, 409, 410, 422: .passed
    case 401, 403: .refused
    default: .silent
    }
  }

  fileprivate var reason: String {
    switch status {
    case 0: "there was no answer"
    case 429: "the platform asked to slow down: set KEYWRIGHT_DELAY higher"
    case 300..<400: "the platform sent the call elsewhere"
    case 500...: "the platform failed"
    default: "the status says nothing about scopes"
    }
  }
}
