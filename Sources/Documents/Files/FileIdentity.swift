#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the file system says of a file: where it changes, the content may have changed.
///
/// The time of the last change of its entry cannot be set by a program, unlike that of its content.
package struct FileIdentity: Hashable, Sendable {
  private let facts: [UInt64]
  /// The number of bytes.
  package let size: Int
  /// When its entry last changed, in seconds since 1970.
  let changed: Int

  /// The identity of what stands at a path, links followed; nil where that is no regular file.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let (content, entry) = Platform.times(of: status)
    size = Int(status.st_size)
    changed = Int(entry.tv_sec)
    facts = [
      UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino),
      UInt64(truncatingIfNeeded: content.tv_sec), UInt64(truncatingIfNeeded: content.tv_nsec),
      UInt64(truncatingIfNeeded: entry.tv_sec), UInt64(truncatingIfNeeded: entry.tv_nsec),
      UInt64(truncatingIfNeeded: status.st_size),
    ]
  }

  /// A name for it, which no other has: all its facts in hexadecimal, at most 118 bytes.
  package var name: String { facts.map { String($0, radix: 16) }.joined(separator: "-") }

  /// Whether the file has rested for some seconds, so that a later change shows in its times.
  package func hasRested(seconds: Int) -> Bool { time(nil) - changed >= seconds }
}
