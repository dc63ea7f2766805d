/// Files that are made of a key beside its manifest: the keys of a split, the script of a probe.
package struct NewFiles: Hashable, Sendable {
  /// One of them.
  package struct File: Hashable, Sendable {
    /// Its name in the folder, or its path where there is none.
    package let name: String
    /// What it is to hold.
    package let bytes: [UInt8]
  }

  /// The files.
  package let files: [File]
  /// The folder that they go into, made where it is missing; nil where each has a path.
  package let folder: String?
  /// The paths of files that may be replaced: those that a person was asked about.
  package internal(set) var mayReplace: Set<String> = []
  /// The command line that writes them, to be changed to another place.
  let line: String
  /// What to do with them, said after they were written.
  let advice: String
}

/// How writing such files ended.
package enum NewFilesOutcome: Hashable, Sendable {
  /// All are there, by their paths.
  case written([String])
  /// Something stands at these paths; nothing was written.
  case inTheWay([String])
  /// They could not be written, and why.
  case failed(String)
}
