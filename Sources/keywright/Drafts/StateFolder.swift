import KeyModel
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
    guard let path = location else {
      throw ModelError(
        problem: "there is no home folder for drafts",
        remedy: "Set HOME, or XDG_STATE_HOME to an absolute path")
    }
    var status = stat()
    if stat(path, &status) != 0 {
      try make(path)
      guard stat(path, &status) == 0 else { throw failure(path, Errno(rawValue: errno)) }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw ModelError(
        file: path, problem: "this is no folder", remedy: "Move it, so that drafts can be kept")
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
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: length) { String(cString: $0) }
      }
      if name.hasPrefix(prefix) { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// By the XDG base directories; a relative path there counts as unset.
  private static var location: String? {
    if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/keywright"
    }
    guard let home = Environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/keywright"
  }

  private static func make(_ path: String) throws(ModelError) {
    var current = FilePath(path).root.map { FilePath(root: $0) } ?? FilePath("/")
    for component in FilePath(path).components {
      current.append(component)
      let made = current.withPlatformString { mkdir($0, 0o700) }
      let reason = errno
      guard made == 0 || reason == EEXIST || reason == EROFS else {
        throw failure(path, Errno(rawValue: reason))
      }
    }
  }

  private static func failure(_ path: String, _ error: Errno) -> ModelError {
    ModelError(
      file: path, problem: "drafts cannot be kept here: \(error)",
      remedy: "Make the folder writable, or set XDG_STATE_HOME")
  }
}
