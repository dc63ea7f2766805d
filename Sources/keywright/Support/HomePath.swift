import Documents

/// A path as a person types it in a form, where no shell puts the home folder in.
enum HomePath {
  /// The path with the home folder for `~/`, unless a folder of that name is here.
  static func expanded(_ path: String) -> String {
    guard path.starts(exactlyWith: "~/"), let home = Environment["HOME"], !home.isEmpty,
      !DocumentFile.exists("~")
    else { return path }
    return home + String(Substring(path.utf8.dropFirst()))
  }
}
