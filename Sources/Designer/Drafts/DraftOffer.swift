import Keys

/// A draft that an earlier session left behind, offered to this one.
package struct DraftOffer: Sendable {
  /// The name by which the keeper of drafts knows it.
  package var name: String
  /// What it holds.
  package var draft: Draft
  /// How long ago it was last changed, in seconds.
  package var age: Int
  /// Whether the file holds something else now than when the draft was begun.
  package var fileHasChanged: Bool

  /// Creates an offer.
  package init(name: String, draft: Draft, age: Int, fileHasChanged: Bool) {
    self.name = name
    self.draft = draft
    self.age = age
    self.fileHasChanged = fileHasChanged
  }

  /// The age in words, for example `3 minutes ago`.
  var ageInWords: String {
    func ago(_ count: Int, _ unit: String) -> String {
      "\(count) \(unit)\(count == 1 ? "" : "s") ago"
    }
    return switch age {
    case ..<(-60): "at a time to come, by this machine's clock"
    case ..<60: "less than a minute ago"
    case ..<3600: ago(age / 60, "minute")
    case ..<86_400: ago(age / 3600, "hour")
    default: ago(age / 86_400, "day")
    }
  }
}

extension DraftOffer: Hashable {
  /// Offers are the same where their names are: a name stands for one draft.
  package static func == (left: DraftOffer, right: DraftOffer) -> Bool {
    left.name == right.name && left.age == right.age
  }

  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What the keeper of drafts has to say at the start of a session.
package struct DraftsFound: Hashable, Sendable {
  /// What earlier sessions left behind, the newest first.
  package var offers: [DraftOffer]
  /// How many more wait for a later start.
  package var waiting: Int
  /// What a person has to know, for example that another session has the file open.
  package var notices: [String]
  /// Whether this session's changes can be kept.
  package var canKeep: Bool

  /// Creates a report.
  package init(
    offers: [DraftOffer] = [], waiting: Int = 0, notices: [String] = [], canKeep: Bool = true
  ) {
    self.offers = offers
    self.waiting = waiting
    self.notices = notices
    self.canKeep = canKeep
  }
}

/// What the keeper of drafts is asked to do.
package enum DraftStep: Hashable, Sendable {
  /// Write a record; one that is whole begins the draft anew.
  case record(DraftRecord)
  /// Remove this session's draft: nothing is unsaved.
  case remove
  /// Go on with an offered draft as this session's own.
  case take(name: String)
  /// Remove an offered draft.
  case discard(name: String)
  /// Keep an offered draft for a later start.
  case leave(name: String)
  /// The manifest was written to a path: from now on drafts are of that file.
  case wrote(bytes: [UInt8], path: String)
}
