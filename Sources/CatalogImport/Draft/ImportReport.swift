import Documents

/// What was found out, counted as a person would count it in the document.
package struct ImportCounts: Hashable, Sendable {
  /// Scopes that a scheme declares.
  package var declared = 0
  /// Calls.
  package var operations = 0
  /// Calls that name scopes where the description has its place for them.
  package var operationsWithScopes = 0
  /// Scopes that calls name there.
  package var named = 0
  /// Those of them that no scheme declares.
  package var undeclared = 0
  /// Calls that name permissions in a vendor's own member.
  package var operationsWithMembers = 0
  /// Permissions that calls name there.
  package var namedInMembers = 0
}

/// What an import repaired, left out or guessed.
package struct ImportNote: Sendable {
  /// Whether it is about the overlay, and not about the description.
  package var isOfOverlay: Bool
  /// Whether it is about what may state permissions in a form that is not understood.
  package var isNotUnderstood = false
  /// The file that it is about where that is not the one that was given.
  package var file: String?
  /// The line of the document, from 1; nil where it is about no one place.
  ///
  /// Counted when it is asked for: few of many notes are shown, and each would read all before it.
  package var line: Int? { place?.line }
  /// Whether it is about one place of a document, and not about the whole.
  package var hasPlace: Bool { place != nil }
  /// What was done, as a sentence without a full stop.
  package var text: String

  private let place: JSONValue?

  init(isOfOverlay: Bool = false, at place: JSONValue?, file: String? = nil, text: MessageText) {
    (self.isOfOverlay, self.place, self.file) = (isOfOverlay, place, file)
    self.text = text.string
  }
}
