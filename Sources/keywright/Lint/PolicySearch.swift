import Documents
import SystemPackage

/// A look for the policy file that nobody has named: in a folder and in those above it, up to the
/// root of the git repository or the home folder.
///
/// A policy can silence findings. So none is taken that another user could have put there: one of
/// another owner, one that others can write, one above a folder that others can write.
struct PolicySearch {
  /// The path of the policy; nil where there is none to take.
  private(set) var path: String?
  /// The policies that were not taken, and why.
  private(set) var refused: [(path: String, reason: String)] = []

  /// Looks in a folder, the current one where its name is empty, and upward.
  init(from folder: String) {
    let current = Environment.currentFolder
    let home = Environment["HOME"].flatMap { try? Stat(FilePath($0)) }
    // The current folder comes without dots; most searches start there.
    var folder = folder.isEmpty ? current ?? "." : Self.normalized(folder, in: current)
    var doubtOnTheWay: String?
    while true {
      let prefix = folder + (folder.ends(exactlyWith: "/") ? "" : "/")
      let doubt = Ownership.doubt(aboutFolder: folder)
      doubtOnTheWay = doubtOnTheWay ?? doubt
      let candidate = prefix + PolicyFinder.fileName
      if DocumentFile.exists(candidate) {
        guard let reason = doubtOnTheWay ?? Ownership.doubt(aboutFile: candidate) else {
          path = candidate
          return
        }
        refused.append((candidate, reason))
      }
      // Nobody else may end the search with a repository of theirs.
      if doubt == nil, DocumentFile.exists(prefix + ".git") || Self.isSame(folder, home) { return }
      guard folder != "/", let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func isSame(_ folder: String, _ home: Stat?) -> Bool {
    guard let home, let status = try? Stat(FilePath(folder)) else { return false }
    return status.inode == home.inode && status.deviceID == home.deviceID
  }

  private static func normalized(_ folder: String, in current: String?) -> String {
    let path = FilePath(folder)
    let whole = current.map { FilePath($0).pushing(path) } ?? path
    return whole.lexicallyNormalized().string
  }
}
