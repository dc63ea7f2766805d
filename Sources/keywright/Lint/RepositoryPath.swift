import Documents
import SystemPackage

/// Writes paths as the servers of a repository know them: from its root.
///
/// A step of a pipeline may run in any folder of the repository, and code scanning takes every path
/// from the root.
struct RepositoryPath {
  private let current: String?
  private let currentRoot: String?

  /// Looks for the root of the repository around the current folder.
  init() {
    current = Environment.currentFolder
    currentRoot = current.flatMap(Self.root)
  }

  /// The path from the root of the repository that the file is in; as it was given where it is in
  /// none.
  func relative(_ path: String) -> String {
    let place = FilePath(path)
    guard let whole = current.map({ FilePath($0).pushing(place).lexicallyNormalized().string })
    else { return path }
    if let currentRoot, let inside = Self.part(of: whole, below: currentRoot) { return inside }
    let folder = FilePath(whole).removingLastComponent().string
    if let root = Self.root(of: folder), let inside = Self.part(of: whole, below: root) {
      return inside
    }
    return place.isAbsolute ? path : place.lexicallyNormalized().string
  }

  /// Where a file is that `relative` named, as seen from anywhere.
  func place(ofRelative path: String) -> String {
    guard let currentRoot, !path.starts(exactlyWith: "/") else { return path }
    return currentRoot + (currentRoot == "/" ? "" : "/") + path
  }

  /// The path as a URI reference: relative where it can be.
  func uri(_ path: String) -> String {
    guard path != "-" else { return "stdin" }
    let relative = relative(path)
    guard !relative.starts(exactlyWith: "/") else {
      return "file://" + PercentCoding.encoded(relative)
    }
    return PercentCoding.encoded(relative)
  }

  /// The nearest folder at or above one that a repository starts in.
  private static func root(of folder: String) -> String? {
    var folder = folder
    while true {
      if DocumentFile.exists(folder + (folder == "/" ? "" : "/") + ".git") { return folder }
      guard folder != "/", let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else {
        return nil
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func part(of path: String, below root: String) -> String? {
    let prefix = root == "/" ? "/" : root + "/"
    guard path.starts(exactlyWith: prefix) else { return nil }
    return String(Substring(path.utf8.dropFirst(prefix.utf8.count)))
  }
}
