/// What is wrong with a document or a file, where, and what to do about it.
///
/// The one error type of this module. Its text is part of the interface. It may quote what the
/// document says: sanitize it before it reaches a terminal.
package struct ModelError: Error, Hashable, Sendable {
  /// A place inside a document.
  package struct Place: Hashable, Sendable {
    /// The JSON path, for example `categories[0].scopes[3].id`; empty for the document itself.
    ///
    /// Of a long one the beginning and the end.
    package let path: String
    /// The line, from 1.
    package var line: Int
    /// The column in bytes, from 1.
    package var column: Int

    /// Creates a place.
    package init(path: String, line: Int, column: Int) {
      self.path = Wording.cutMiddle(path, to: MessageText.longestValue)
      self.line = line
      self.column = column
    }
  }

  /// The file's path as it was given, where there is one.
  package var file: String?
  /// The place inside the document, where the problem has one.
  package var place: Place?
  /// What is wrong, without a final full stop.
  package var problem: String
  /// What to do about it, without a final full stop; a question ends with its mark.
  package var remedy: String

  /// Creates an error; values that its problem quotes are cut where they are long.
  package init(file: String? = nil, place: Place? = nil, problem: MessageText, remedy: String) {
    self.file = file
    self.place = place
    self.problem = problem.string
    self.remedy = remedy
  }

  /// The same error, said of a file.
  package func inFile(_ path: String) -> ModelError {
    var copy = self
    copy.file = path
    return copy
  }
}

// MARK: - CustomStringConvertible

extension ModelError: CustomStringConvertible {
  /// File, line, path, problem and remedy on one line.
  package var description: String {
    var text = ""
    if let file { text += file + ":" }
    if let place {
      text += text.isEmpty ? "line \(place.line):" : "\(place.line):"
      if !place.path.isEmpty { text += " at \(place.path):" }
    }
    if !text.isEmpty { text += " " }
    return text + sentences
  }

  /// Problem and remedy, without the place.
  package var sentences: String {
    problem + ". " + remedy + (remedy.ends(exactlyWith: "?") ? "" : ".")
  }
}
