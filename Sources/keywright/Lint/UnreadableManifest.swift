import Documents

/// A manifest that could not be judged: it, its policy or its catalog cannot be read.
struct UnreadableManifest {
  /// The name under which reports have it among the rules; the id of a rule has no slash.
  static let rule = "keywright/unreadable-file"
  /// What it means.
  static let meaning = "The file cannot be read, so no rule was asked about the key."

  /// The path as it was given; `-` for standard input.
  var path: String
  /// Why.
  var error: ModelError

  /// The path of the file that is at fault.
  var file: String {
    guard path != "-" || error.file != "standard input" else { return path }
    return error.file ?? path
  }

  /// What is wrong, without file and line.
  var message: String {
    let path = error.place?.path ?? ""
    return (path.isEmpty ? "" : "at \(path): ") + error.sentences
  }
}
