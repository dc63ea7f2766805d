import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The one place that reads and writes files.
package enum DocumentFile {
  /// What a writer believes to stand in the file.
  package enum Expectation: Hashable, Sendable {
    /// Whatever; it may be replaced.
    case anything
    /// Nothing: the file must not exist.
    case absent
    /// These bytes.
    case bytes([UInt8])
  }

  /// How a write ended.
  package enum Outcome: Hashable, Sendable {
    /// The file holds the new bytes.
    case written
    /// The file is not what the writer believed; nothing was touched.
    case changedOnDisk
  }

  // MARK: - Reading

  /// All bytes of a file, at most 256 MiB.
  ///
  /// - Throws: `ModelError` naming the file and what to do.
  package static func read(_ path: String) throws(ModelError) -> [UInt8] {
    try read(path, maximumBytes: JSONDocument.maximumBytes)
  }

  /// All bytes of a file, at most so many.
  package static func read(_ path: String, maximumBytes: Int) throws(ModelError) -> [UInt8] {
    let descriptor = try open(path)
    defer { try? descriptor.close() }
    return try read(descriptor, named: path, maximumBytes: maximumBytes)
  }

  /// Opens a file for reading; whoever asks closes it.
  static func open(_ path: String) throws(ModelError) -> FileDescriptor {
    do {
      return try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw failure("cannot be read", path, error)
    }
  }

  /// All bytes of standard input, at most 256 MiB.
  package static func readStandardInput() throws(ModelError) -> [UInt8] {
    try read(.standardInput, named: "standard input", maximumBytes: JSONDocument.maximumBytes)
  }

  /// The bytes of a file, or nil where there is none.
  ///
  /// - Throws: `ModelError` where there may be one that cannot be read: it must not be taken for new.
  package static func readIfPresent(_ path: String) throws(ModelError) -> [UInt8]? {
    mayBePresent(path) ? try read(path) : nil
  }

  /// Says whether there is a file, or may be one that cannot be reached: it must not be taken for
  /// new.
  package static func mayBePresent(_ path: String) -> Bool {
    // Asked without an error to catch: at the start of a program that alone would cost as much as
    // reading a small file.
    access(path, F_OK) == 0 || errno != ENOENT
  }

  /// Says whether something stands at a path; a symbolic link counts by its target.
  package static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  private static func read(
    _ descriptor: FileDescriptor, named path: String, maximumBytes: Int
  ) throws(ModelError) -> [UInt8] {
    let tooLarge = ModelError(
      file: path, problem: "the file has more than \(maximumBytes >> 20) MiB",
      remedy: "Split it, or leave out what the program does not read")
    do {
      let status = try descriptor.stat()
      if status.type == .directory { throw folder(path) }
      guard Int(status.size) <= maximumBytes else { throw tooLarge }
      let size = Int(status.size)
      var bytes = try piece(descriptor, of: size > 0 ? size : 1 << 16)
      var count = bytes.count
      while count > 0 {
        // Devices and pipes state no size and may never end.
        guard bytes.count <= maximumBytes else { throw tooLarge }
        let more = try piece(descriptor, of: 1 << 16)
        count = more.count
        bytes += more
      }
      return bytes
    } catch let error as ModelError {
      throw error
    } catch {
      throw failure("cannot be read", path, error)
    }
  }

  /// The next bytes, at most so many, read to where they stay; none at the end.
  private static func piece(_ descriptor: FileDescriptor, of size: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      #if os(Linux)
      // Large pages: to be handed thousands of small ones takes as long as reading into them.
      if size >= 4 << 20, let start = buffer.baseAddress {
        let page = UnsafeMutableRawPointer(start).alignedUp(toMultipleOf: 4096)
        _ = madvise(page, size - 4096, MADV_HUGEPAGE)
      }
      #endif
      count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  // MARK: - Writing

  /// Replaces a file whole or not at all.
  ///
  /// Writes a temporary file in the same folder, syncs it, and renames it over the target. Mode and
  /// owner are kept; where the target is a symbolic link, the file it leads to is replaced.
  package static func write(
    _ bytes: [UInt8], to path: String, expecting expectation: Expectation = .anything,
    mode: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
  ) throws(ModelError) -> Outcome {
    try write(bytes, to: path, expecting: expectation, mode: mode) {}
  }

  // `beforeMove` is for tests: what another program does between check and rename.
  static func write(
    _ bytes: [UInt8], to path: String, expecting expectation: Expectation,
    mode: FilePermissions, beforeMove: () -> Void
  ) throws(ModelError) -> Outcome {
    let target = try followLinks(path)
    let status = try statusOfTarget(path)
    guard try isAsExpected(path, expectation, exists: status != nil) else { return .changedOnDisk }
    let temporary = temporaryName(beside: target)
    do {
      let descriptor = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: mode)
      do {
        try descriptor.closeAfter {
          if let status { keep(status, on: descriptor) }
          try descriptor.writeAll(bytes)
          guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
        beforeMove()
        guard try isAsExpected(path, expectation, exists: exists(path)) else {
          remove(temporary)
          return .changedOnDisk
        }
        guard try move(temporary, to: target, replacing: expectation != .absent) else {
          return .changedOnDisk
        }
      } catch {
        remove(temporary)
        throw error
      }
    } catch {
      throw failure("cannot be written", path, error)
    }
    syncFolder(of: target)
    return .written
  }

  /// What stands at a path, or nil where nothing does.
  ///
  /// - Throws: `ModelError` for what no file may replace: a folder, a device, a pipe, a socket.
  private static func statusOfTarget(_ path: String) throws(ModelError) -> Stat? {
    let status: Stat
    do {
      status = try Stat(FilePath(path))
    } catch Errno.noSuchFileOrDirectory {
      return nil
    } catch {
      throw failure("cannot be written", path, error)
    }
    if status.type == .directory { throw folder(path) }
    guard status.type == .regular else {
      throw ModelError(
        file: path, problem: "this is not a regular file", remedy: "Name a file to be written")
    }
    return status
  }

  /// Gives the new file the owner and the mode of the old one; only root can keep another's owner.
  private static func keep(_ status: Stat, on descriptor: FileDescriptor) {
    // The owner first: a change of owner takes mode bits away.
    _ = fchown(descriptor.rawValue, status.userID.rawValue, status.groupID.rawValue)
    _ = fchmod(descriptor.rawValue, status.permissions.rawValue)
  }

  /// Puts the finished file in its place; false where something stands there and must not.
  private static func move(
    _ temporary: FilePath, to target: FilePath, replacing: Bool
  ) throws -> Bool {
    if !replacing {
      // Unlike a rename, a link never replaces what came into being since the check.
      let linked = temporary.withPlatformString { source in
        target.withPlatformString { link(source, $0) }
      }
      let reason = errno
      if linked == 0 || reason == EEXIST {
        remove(temporary)
        return linked == 0
      }
      // A file system without hard links: the check has to do.
    }
    let renamed = temporary.withPlatformString { source in
      target.withPlatformString { rename(source, $0) }
    }
    guard renamed == 0 else { throw Errno(rawValue: errno) }
    return true
  }

  private static func remove(_ path: FilePath) {
    _ = path.withPlatformString { unlink($0) }
  }

  private static func isAsExpected(
    _ path: String, _ expectation: Expectation, exists: Bool
  ) throws(ModelError) -> Bool {
    switch expectation {
    case .anything: true
    case .absent: !exists
    case .bytes(let bytes): exists ? try read(path) == bytes : false
    }
  }

  /// The path after all symbolic links of its last part, so that links stay links.
  private static func followLinks(_ path: String) throws(ModelError) -> FilePath {
    var current = FilePath(path)
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4097)
      let count = current.withPlatformString { readlink($0, &buffer, buffer.count - 1) }
      guard count > 0 else { return current }
      // The buffer ends in a zero, whatever bytes the name has.
      let target = FilePath(platformString: buffer)
      current = target.isAbsolute ? target : current.removingLastComponent().pushing(target)
    }
    throw ModelError(
      file: path, problem: "symbolic links lead in a circle", remedy: "Mend the links")
  }

  /// A short name of its own: with the target's name in it, a long one could not be saved.
  private static func temporaryName(beside target: FilePath) -> FilePath {
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    return target.removingLastComponent().appending(".keywright-\(unique).tmp")
  }

  /// Makes the rename last through a power cut; a folder that cannot be synced is no failure.
  private static func syncFolder(of target: FilePath) {
    let folder = target.removingLastComponent()
    let path = folder.isEmpty ? FilePath(".") : folder
    guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return
    }
    fsync(descriptor.rawValue)
    try? descriptor.close()
  }

  static func folder(_ path: String) -> ModelError {
    ModelError(file: path, problem: "this is a folder, not a file", remedy: "Name a file in it")
  }

  static func failure(_ what: String, _ path: String, _ error: any Error) -> ModelError {
    let reason = (error as? Errno)?.description ?? "\(error)"
    let remedy =
      switch error as? Errno {
      case .noSuchFileOrDirectory: "Check the path"
      case .permissionDenied, .notPermitted, .readOnlyFileSystem: "Check who may use it"
      case .noSpace: "Free some space"
      default: "Check the file and its folder"
      }
    return ModelError(file: path, problem: "the file \(what): \(reason)", remedy: remedy)
  }
}
