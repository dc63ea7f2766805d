import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The one place that lists folders and makes them: swift-system has neither.
package enum Folder {
  /// The names of what stands in a folder, sorted; nothing where it cannot be read.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: length) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Says whether a folder stands at a path, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    (try? Stat(FilePath(path)))?.type == .directory
  }

  /// Whether a file stands at a path, or a link that leads to one; not a pipe, a device or a socket.
  package static func holdsFile(at path: String) -> Bool {
    (try? Stat(FilePath(path)))?.type == .regular
  }

  /// Makes a folder where nothing stands at its path.
  ///
  /// - Parameters:
  ///   - path: where; something that stands there is left alone, whatever it is.
  ///   - mode: who may use what is made, less what the process's mask takes away.
  ///   - withParents: whether the folders around it are made as well.
  /// - Returns: whether it was made.
  /// - Throws: the system's reason; folders around it that were made stay.
  @discardableResult
  package static func make(
    _ path: String, mode: FilePermissions, withParents: Bool
  ) throws(Errno) -> Bool {
    try make(FilePath(path), mode: mode, withParents: withParents)
  }

  private static func make(
    _ path: FilePath, mode: FilePermissions, withParents: Bool
  ) throws(Errno) -> Bool {
    let made = path.withPlatformString { mkdir($0, mode.rawValue) }
    let reason = Errno(rawValue: errno)
    if made == 0 { return true }
    if reason == .fileExists { return false }
    let parent = path.removingLastComponent()
    guard withParents, reason == .noSuchFileOrDirectory, !parent.isEmpty, parent != path else {
      throw reason
    }
    _ = try make(parent, mode: mode, withParents: true)
    return try make(path, mode: mode, withParents: false)
  }
}
