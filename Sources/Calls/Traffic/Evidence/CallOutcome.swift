import Documents

/// How a recorded call ended, by the status of its answer.
package enum CallOutcome: Int, CaseIterable, Sendable {
  /// The platform did what was asked: 2xx and 3xx, and 101.
  case succeeded
  /// The record states no status.
  case unstated
  /// The key, or its lack of scopes, was refused: 401, 403, 407.
  case refused
  /// There was nothing by that name: 404, 405, 410.
  case missed
  /// Anything else went wrong: other statuses, 0 and -1 above all.
  case broken

  /// The outcome that a status stands for; nil for none stated.
  package init(status: Int?) {
    guard let status else {
      self = .unstated
      return
    }
    self =
      switch status {
      case 101, 200..<400: .succeeded
      case 401, 403, 407: .refused
      case 404, 405, 410: .missed
      default: .broken
      }
  }

  /// The word for it in documents and messages.
  package var name: String {
    switch self {
    case .succeeded: "succeeded"
    case .unstated: "unstated"
    case .refused: "refused"
    case .missed: "missed"
    case .broken: "broken"
    }
  }
}

/// Which statuses make a call count.
package struct StatusFilter: Hashable, Sendable {
  /// What succeeded, and what states no status.
  package static let standard = StatusFilter(countsUnstated: true) {
    CallOutcome(status: $0) == .succeeded
  }

  private static let statuses = 0..<1000
  private var counted: [Bool]
  private var countsUnstated: Bool

  private init(countsUnstated: Bool, _ counts: (Int) -> Bool) {
    self.countsUnstated = countsUnstated
    counted = Self.statuses.map(counts)
  }

  /// Reads a list such as `2xx,304,none`; nil where a part is no status.
  ///
  /// A part is a status, a class of them (`4xx`), `none` for calls without one, or `any`.
  package init?(_ text: String) {
    self.init(countsUnstated: false) { _ in false }
    let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for part in parts.map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
      switch part {
      case "none": countsUnstated = true
      case "any": self.init(countsUnstated: true) { _ in true }
      default:
        let digits = Array(part.utf8)
        guard digits.count == 3, let first = Int(part.prefix(1)), (1...5).contains(first) else {
          guard part == "0" else { return nil }
          counted[0] = true
          continue
        }
        if part.ends(exactlyWith: "xx") {
          for status in (first * 100)..<(first * 100 + 100) { counted[status] = true }
        } else {
          guard let status = Int(part) else { return nil }
          counted[status] = true
        }
      }
    }
  }

  /// Says whether a call with a status counts.
  package func counts(_ status: Int?) -> Bool {
    guard let status else { return countsUnstated }
    return counted[Self.statuses.contains(status) ? status : 0]
  }
}
