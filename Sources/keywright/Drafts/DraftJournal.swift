import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file of one draft: whole records begin it anew, all others are appended.
///
/// Appending costs a few microseconds and leaves what is there alone, so a key press can afford it;
/// `sync` makes it outlast a power cut, and is for moments in which nobody types.
final class DraftJournal {
  private let path: FilePath
  private var descriptor: FileDescriptor?
  /// Whether something was written that a power cut could still take.
  private(set) var needsSync = false
  private var isNew = true

  init(path: String) { self.path = FilePath(path) }

  deinit { close() }

  /// Takes one record.
  ///
  /// - Throws: `ModelError` where it cannot be written, or where the journal has not begun and this
  ///   one does not begin it.
  func write(_ line: [UInt8], beginsAnew: Bool) throws(ModelError) {
    do {
      if beginsAnew {
        try begin(line)
      } else if let descriptor {
        _ = try descriptor.writeAll(line)
      } else {
        throw Errno.badFileDescriptor
      }
      needsSync = true
    } catch {
      throw ModelError(
        file: path.string,
        problem: "the draft cannot be written: \((error as? Errno)?.description ?? "\(error)")",
        remedy: "Write the key soon (w), and free some space")
    }
  }

  /// Makes what was written outlast a power cut.
  func sync() {
    guard needsSync, let descriptor else { return }
    needsSync = false
    Platform.syncContent(descriptor.rawValue)
    if isNew { Self.sync(folder: path.removingLastComponent()) }
    isNew = false
  }

  /// Removes the file.
  func remove() {
    close()
    _ = path.withPlatformString { unlink($0) }
    needsSync = false
    isNew = true
  }

  func close() {
    try? descriptor?.close()
    descriptor = nil
  }

  /// Puts a file with one record in the place of the one that is there.
  private func begin(_ line: [UInt8]) throws {
    var temporary = path
    temporary.extension = "tmp"
    // Of a session that was killed, or something else: a pipe would keep this one waiting.
    _ = temporary.withPlatformString { unlink($0) }
    let next = try FileDescriptor.open(
      temporary, .writeOnly, options: [.create, .exclusiveCreate, .append, .closeOnExec],
      permissions: .ownerReadWrite)
    do {
      _ = try next.writeAll(line)
      var status = stat()
      let replaces = path.withPlatformString { lstat($0, &status) } == 0
      // The old one must not go before the new one is safe.
      if replaces, !Platform.sync(next.rawValue) { throw Errno(rawValue: errno) }
      let renamed = temporary.withPlatformString { source in
        path.withPlatformString { rename(source, $0) }
      }
      guard renamed == 0 else { throw Errno(rawValue: errno) }
    } catch {
      try? next.close()
      _ = temporary.withPlatformString { unlink($0) }
      throw error
    }
    close()
    descriptor = next
    isNew = true
  }

  private static func sync(folder: FilePath) {
    guard let descriptor = try? FileDescriptor.open(folder, .readOnly, options: .closeOnExec)
    else { return }
    _ = Platform.sync(descriptor.rawValue)
    try? descriptor.close()
  }
}
