import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that this user owns and nobody else can write: what lies in it can be believed.
package struct PrivateFolder: Sendable {
  let path: String

  /// The folder at a path, made where it is missing; nil where it cannot be had, or others can write
  /// to it.
  package init?(path: String) {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    self.path = path
    _ = try? Folder.make(path, mode: .ownerReadWriteExecute, withParents: true)
    guard Self.isPrivate(path, type: S_IFDIR) else { return nil }
  }

  /// The bytes of a file in it; nil where it is missing, a link, or not this user's own.
  package func read(_ name: String, maximumBytes: Int) -> [UInt8]? {
    let file = path + "/" + name
    guard Self.isPrivate(file, type: S_IFREG) else { return nil }
    return try? DocumentFile.read(file, maximumBytes: maximumBytes)
  }

  /// Whether a file of its own stands in it.
  package func has(_ name: String) -> Bool { Self.isPrivate(path + "/" + name, type: S_IFREG) }

  /// Puts a file into it, whole or not at all; where that fails nothing is said.
  package func write(_ bytes: [UInt8], to name: String) {
    _ = try? DocumentFile.write(bytes, to: path + "/" + name, mode: [.ownerReadWrite])
  }

  /// Takes a file out.
  package func remove(_ name: String) { unlink(path + "/" + name) }

  /// Takes the files out that were not touched longest, until so many are left.
  package func keep(newest count: Int) {
    var files: [(name: String, time: Int)] = []
    for name in Folder.names(in: path) {
      guard let status = Self.status(path + "/" + name), status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      files.append((name, Int(Platform.times(of: status).content.tv_sec)))
    }
    guard files.count > count else { return }
    files.sort { ($0.time, $0.name) < ($1.time, $1.name) }
    for file in files.prefix(files.count - count) { remove(file.name) }
  }

  private static func isPrivate(_ path: String, type: mode_t) -> Bool {
    guard let status = status(path) else { return false }
    return status.st_mode & S_IFMT == type && status.st_uid == geteuid()
      && status.st_mode & (S_IWGRP | S_IWOTH) == 0
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }
}
