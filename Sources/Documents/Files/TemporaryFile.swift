import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that is written before it takes its place, so that nobody ever sees half of it.
///
/// Where the file system can do that it has no name until it is whole: a program that is killed
/// meanwhile leaves nothing behind. Elsewhere, and between the two system calls in which it takes the
/// place of another, it is called `.keywright-….tmp` and locked; `sweep` removes those that a killed
/// program left, whose lock is free.
final class TemporaryFile {
  let descriptor: FileDescriptor
  private let folder: FilePath
  /// The path, where it has one.
  private var path: FilePath?
  /// The signals that were held back before, where those that ask a program to end are now.
  private var heldBefore: sigset_t?

  /// Makes an empty file in a folder.
  ///
  /// - Throws: `Errno`.
  init(in folder: FilePath, mode: FilePermissions, mayBeUnnamed: Bool = true) throws {
    self.folder = folder
    if mayBeUnnamed, let unnamed = Self.openUnnamed(in: folder, mode) {
      descriptor = unnamed
      flock(unnamed.rawValue, LOCK_EX | LOCK_NB)
      return
    }
    // Only a kill may leave a file that has a name.
    let before = Self.holdEndings()
    do {
      (descriptor, path) = try Self.openNamed(in: folder, mode)
    } catch {
      Self.restore(before)
      throw error
    }
    heldBefore = before
  }

  deinit {
    if let path { Self.remove(path) }
    try? descriptor.close()
    if let heldBefore { Self.restore(heldBefore) }
  }

  private static func openNamed(
    in folder: FilePath, _ mode: FilePermissions
  ) throws -> (FileDescriptor, FilePath) {
    while true {
      let name = newName(in: folder)
      let file = try FileDescriptor.open(
        name, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: mode)
      flock(file.rawValue, LOCK_EX)
      var status = stat()
      // Before it was locked it could be taken for one that was left behind.
      if fstat(file.rawValue, &status) == 0, status.st_nlink > 0 { return (file, name) }
      try file.close()
    }
  }

  /// A file without a name that can be given one later; nil where there is no such thing.
  private static func openUnnamed(in folder: FilePath, _ mode: FilePermissions) -> FileDescriptor? {
    let file = Platform.openUnnamedFile(in: folder.isEmpty ? FilePath(".") : folder, mode)
    guard file >= 0 else { return nil }
    if access(openName(file), F_OK) == 0 { return FileDescriptor(rawValue: file) }
    close(file)
    return nil
  }

  /// The name by which the system knows an open file.
  private static func openName(_ descriptor: CInt) -> String { "/proc/self/fd/\(descriptor)" }

  /// Puts the finished file in its place; false where something stands there and must not.
  ///
  /// - Throws: `Errno`.
  func move(to target: FilePath, replacing: Bool) throws -> Bool {
    if !replacing {
      // Unlike a rename, a link never replaces what came into being since the check.
      let linked = give(target)
      if linked == 0 || linked == EEXIST {
        if let path { Self.remove(path) }
        path = nil
        return linked == 0
      }
      // A file system without hard links: the check has to do.
      if path == nil { throw Errno(rawValue: linked) }
    }
    let name = path ?? Self.newName(in: folder)
    if path == nil {
      heldBefore = Self.holdEndings()
      let linked = give(name)
      guard linked == 0 else { throw Errno(rawValue: linked) }
      path = name
    }
    let renamed = name.withPlatformString { source in
      target.withPlatformString { rename(source, $0) }
    }
    guard renamed == 0 else { throw Errno(rawValue: errno) }
    path = nil
    return true
  }

  /// Gives the file a further name; 0, or the reason why not.
  private func give(_ name: FilePath) -> CInt {
    let source = path ?? FilePath(Self.openName(descriptor.rawValue))
    let linked = source.withPlatformString { source in
      name.withPlatformString { linkat(AT_FDCWD, source, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) }
    }
    return linked == 0 ? 0 : errno
  }

  /// Holds the signals back that ask a program to end; gives those that were held back before.
  private static func holdEndings() -> sigset_t {
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    return before
  }

  private static func restore(_ signals: sigset_t) {
    var signals = signals
    pthread_sigmask(SIG_SETMASK, &signals, nil)
  }

  // MARK: - Names

  private static let prefix = ".keywright-"
  private static let suffix = ".tmp"

  /// A short name of its own: with the target's name in it, a long one could not be saved.
  private static func newName(in folder: FilePath) -> FilePath {
    folder.appending(prefix + String(UInt64.random(in: .min ... .max), radix: 36) + suffix)
  }

  /// Removes the files from a folder that killed programs of this user left there.
  static func sweep(_ folder: FilePath) {
    let path = folder.isEmpty ? "." : folder.string
    for name in Folder.names(in: path)
    where name.starts(exactlyWith: prefix) && name.ends(exactlyWith: suffix) {
      removeIfLeft(path + "/" + name)
    }
  }

  private static func removeIfLeft(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else { return }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
    close(file)
  }

  private static func remove(_ path: FilePath) { _ = path.withPlatformString { unlink($0) } }
}
