import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A name that only one living session uses: the system gives it back however that session ends.
final class DraftLock {
  /// How asking for a lock ended.
  enum Answer {
    /// It is this process's now.
    case taken(DraftLock)
    /// Another process has it; nil where it has not said which.
    case held(by: Int32?)
  }

  private let path: String
  private let descriptor: Int32
  private var isReleased = false

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { release() }

  /// Takes the lock of a file, which is made for it, without waiting.
  static func take(_ path: String) throws(ModelError) -> Answer {
    // Another process may remove the file between opening and locking: then that was no lock.
    for _ in 0..<100 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw failure(path) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        defer { close(descriptor) }
        guard errno == EWOULDBLOCK else { throw failure(path) }
        return .held(by: readProcess(descriptor))
      }
      var locked = stat()
      var named = stat()
      if fstat(descriptor, &locked) == 0, lstat(path, &named) == 0,
        locked.st_ino == named.st_ino, locked.st_dev == named.st_dev
      {
        // As long as any number is, written over what a killed session left: to cut a file short
        // first can take the file system milliseconds.
        let number = "\(getpid())"
        let text = Array(
          (number + String(repeating: " ", count: 11 - number.utf8.count) + "\n").utf8)
        _ = pwrite(descriptor, text, text.count, 0)
        return .taken(DraftLock(path: path, descriptor: descriptor))
      }
      close(descriptor)
    }
    return .held(by: nil)
  }

  /// Gives the name back.
  func release() {
    guard !isReleased else { return }
    isReleased = true
    // Removed while it is still held: nobody can have taken it meanwhile.
    unlink(path)
    close(descriptor)
  }

  private static func readProcess(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(0, count)).prefix { $0 > 32 }, as: UTF8.self)
    return Int32(text)
  }

  private static func failure(_ path: String) -> ModelError {
    ModelError(
      file: path, problem: "the draft cannot be locked: \(Errno(rawValue: errno))",
      remedy: "Check who may write there")
  }
}
