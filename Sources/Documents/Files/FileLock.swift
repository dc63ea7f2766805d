#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The lock of a file or a folder that is there: all writers of this program take it between the
/// look at what they replace and the replacement, so that no two of them look at the same.
///
/// The system gives it back however its process ends, and it leaves nothing on the disk.
package final class FileLock {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the lock of what stands at a path; nil where nothing does, or nothing that can be
  /// locked: a file that this user may not read, or a file system that knows no locks.
  ///
  /// - Throws: `ModelError` where another process keeps it for ten seconds.
  package static func take(_ path: String) throws(ModelError) -> FileLock? {
    try take(path, milliseconds: 10_000)
  }

  static func take(_ path: String, milliseconds: Int) throws(ModelError) -> FileLock? {
    var patience = milliseconds
    while true {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
      guard descriptor >= 0 else { return nil }
      let lock = FileLock(descriptor: descriptor)
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        guard errno == EWOULDBLOCK || errno == EINTR else { return nil }
        guard patience > 0 else {
          throw ModelError(
            file: path, problem: "another program keeps this file locked",
            remedy: "Wait until it has ended, and write again")
        }
        usleep(2000)
        patience -= 2
      }
      if lock.isOf(path) { return lock }
    }
  }

  /// Whether what was locked still stands there: another writer may have put a new file in its place.
  private func isOf(_ path: String) -> Bool {
    var locked = stat()
    var named = stat()
    guard fstat(descriptor, &locked) == 0, stat(path, &named) == 0 else { return false }
    return locked.st_ino == named.st_ino && locked.st_dev == named.st_dev
  }
}
