import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension DocumentFile {
  /// Replaces a file whole or not at all.
  ///
  /// Writes a temporary file in the same folder, syncs it, and moves it to its place. What is known of
  /// the old file (owner, mode, access control list) is kept; where the target is a symbolic link, the
  /// file it leads to is replaced. The look at what is there and the move are one step for all
  /// writers of this program, by the lock of the old file.
  package static func write(
    _ bytes: [UInt8], to path: String, expecting expectation: Expectation = .anything,
    mode: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
  ) throws(ModelError) -> Outcome {
    try write(bytes, to: path, expecting: expectation, mode: mode) {}
  }

  // `beforeLook` is for tests: what another program does while the new file is written.
  static func write(
    _ bytes: [UInt8], to path: String, expecting expectation: Expectation,
    mode: FilePermissions, mayBeUnnamed: Bool = true, beforeLook: () -> Void
  ) throws(ModelError) -> Outcome {
    let target = try followLinks(path)
    try requireFileName(path, target)
    let status = try statusOfTarget(path)
    guard try isAsExpected(path, expectation, exists: status != nil) else { return .changedOnDisk }
    let folder = target.removingLastComponent()
    do {
      let file = try TemporaryFile(in: folder, mode: mode, mayBeUnnamed: mayBeUnnamed)
      if let status { KeptFacts.give(status, of: target, to: file.descriptor) }
      try file.descriptor.writeAllWaiting(bytes)
      guard Platform.sync(file.descriptor.rawValue) else { throw Errno(rawValue: errno) }
      beforeLook()
      let lock = try FileLock.take(target.string)
      defer { withExtendedLifetime(lock) {} }
      guard try isAsExpected(path, expectation, exists: exists(path)),
        try file.move(to: target, replacing: expectation != .absent)
      else { return .changedOnDisk }
    } catch let error as ModelError {
      throw error
    } catch {
      throw failure("cannot be written", path, error)
    }
    TemporaryFile.sweep(folder)
    syncFolder(folder)
    return .written
  }

  /// A path with a slash at its end is that of a folder, by whatever link: nothing is written beside
  /// it under a name of our own.
  private static func requireFileName(_ path: String, _ target: FilePath) throws(ModelError) {
    guard path.utf8.last == UInt8(ascii: "/") || target.lastComponent == nil else { return }
    guard !exists(path) else { throw folder(path) }
    throw ModelError(
      file: path, problem: "the name ends in a slash, as that of a folder does",
      remedy: "Name a file, without the slash")
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
      file: path, problem: "symbolic links lead in a circle", remedy: "Fix the links")
  }

  /// Makes the move last through a power cut; a folder that cannot be synced is no failure.
  private static func syncFolder(_ folder: FilePath) {
    let path = folder.isEmpty ? FilePath(".") : folder
    guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return
    }
    _ = Platform.sync(descriptor.rawValue)
    try? descriptor.close()
  }
}
