import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of what the program keeps for itself: nobody else may write there.
struct StateFolder {
  /// The absolute path.
  let path: String

  /// Finds the folder, or makes it.
  ///
  /// - Throws: `ModelError` where there is no home, it cannot be made, or others can write to it.
  static func open() throws(ModelError) -> StateFolder {
    guard let path = UserFolder.state.path else {
      throw ModelError(
        problem: "there is no home folder for drafts",
        remedy: "Set HOME, or XDG_STATE_HOME to an absolute path")
    }
    var status = stat()
    if stat(path, &status) != 0 {
      do {
        try Folder.make(path, mode: .ownerReadWriteExecute, withParents: true)
      } catch {
        throw failure(path, error)
      }
      guard stat(path, &status) == 0 else { throw failure(path, Errno(rawValue: errno)) }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw ModelError(
        file: path, problem: "this is not a folder", remedy: "Move it, so that drafts can be kept")
    }
    guard status.st_uid == geteuid() || geteuid() == 0, status.st_mode & 0o022 == 0 else {
      throw ModelError(
        file: path, problem: "others can write to this folder",
        remedy: "Make it yours alone (chmod 700), so that drafts can be kept")
    }
    guard access(path, W_OK) == 0 else { throw failure(path, Errno(rawValue: errno)) }
    return StateFolder(path: path)
  }

  /// The names in the folder that begin with a prefix, sorted.
  func names(withPrefix prefix: String) -> [String] {
    Folder.names(in: path).filter { $0.starts(exactlyWith: prefix) }
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  private static func failure(_ path: String, _ error: Errno) -> ModelError {
    ModelError(
      file: path, problem: "drafts cannot be kept here: \(error)",
      remedy: "Make the folder writable, or set XDG_STATE_HOME")
  }
}
