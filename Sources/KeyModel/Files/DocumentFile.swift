public import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The one place that reads and writes files.
public enum DocumentFile {
  /// What a writer believes to stand in the file.
  public enum Expectation: Hashable, Sendable {
    /// Whatever; it may be replaced.
    case anything
    /// Nothing: the file must not exist.
    case absent
    /// These bytes.
    case bytes([UInt8])
  }

  /// How a write ended.
  public enum Outcome: Hashable, Sendable {
    /// The file holds the new bytes.
    case written
    /// The file is not what the writer believed; nothing was touched.
    case changedOnDisk
  }

  // MARK: - Reading

  /// All bytes of a file, at most 256 MiB.
  ///
  /// - Throws: `ModelError` naming the file and what to do.
  public static func read(_ path: String) throws(ModelError) -> [UInt8] {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw failure("cannot be read", path, error)
    }
    defer { try? descriptor.close() }
    return try read(descriptor, named: path)
  }

  /// All bytes of standard input, at most 256 MiB.
  public static func readStandardInput() throws(ModelError) -> [UInt8] {
    try read(.standardInput, named: "standard input")
  }

  /// The bytes of a file, or nil where there is none.
  public static func readIfPresent(_ path: String) throws(ModelError) -> [UInt8]? {
    exists(path) ? try read(path) : nil
  }

  /// Says whether something stands at a path; a symbolic link counts by its target.
  public static func exists(_ path: String) -> Bool {
    (try? Stat(FilePath(path))) != nil
  }

  private static func read(
    _ descriptor: FileDescriptor, named path: String
  ) throws(ModelError) -> [UInt8] {
    do {
      let status = try descriptor.stat()
      if status.type == .directory {
        throw ModelError(
          file: path, problem: "this is a folder, not a file", remedy: "Name a file in it")
      }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(max(0, min(Int(status.size), JSONDocument.maximumBytes)) + 1)
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try chunk.withUnsafeMutableBytes { buffer in
          try descriptor.read(into: buffer)
        }
        if count == 0 { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= JSONDocument.maximumBytes else {
          throw ModelError(
            file: path, problem: "the file has more than 256 MiB",
            remedy: "Split it, or leave out what the program does not read")
        }
      }
    } catch let error as ModelError {
      throw error
    } catch {
      throw failure("cannot be read", path, error)
    }
  }

  // MARK: - Writing

  /// Replaces a file whole or not at all.
  ///
  /// Writes a temporary file in the same folder, syncs it, and renames it over the target. The mode
  /// is kept; where the target is a symbolic link, the file it leads to is replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, expecting expectation: Expectation = .anything,
    mode: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
  ) throws(ModelError) -> Outcome {
    let target = try followLinks(path)
    let status = try? Stat(target)
    if status?.type == .directory {
      throw ModelError(
        file: path, problem: "this is a folder, not a file", remedy: "Name a file in it")
    }
    if let status, status.type != .regular {
      throw ModelError(
        file: path, problem: "this is not a regular file", remedy: "Name a file to be written")
    }
    guard try isAsExpected(path, expectation, exists: status != nil) else { return .changedOnDisk }
    let temporary = temporaryName(beside: target)
    do {
      let descriptor = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: mode)
      do {
        if let status { _ = fchmod(descriptor.rawValue, status.permissions.rawValue) }
        try descriptor.closeAfter {
          try descriptor.writeAll(bytes)
          guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
        guard rename(temporary.string, target.string) == 0 else { throw Errno(rawValue: errno) }
      } catch {
        unlink(temporary.string)
        throw error
      }
    } catch {
      throw failure("cannot be written", path, error)
    }
    syncFolder(of: target)
    return .written
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
      let count = readlink(current.string, &buffer, buffer.count - 1)
      guard count > 0 else { return current }
      let bytes = buffer[..<count].map { UInt8(bitPattern: $0) }
      let target = FilePath(String(decoding: bytes, as: UTF8.self))
      current = target.isAbsolute ? target : current.removingLastComponent().pushing(target)
    }
    throw ModelError(
      file: path, problem: "symbolic links lead in a circle", remedy: "Mend the links")
  }

  private static func temporaryName(beside target: FilePath) -> FilePath {
    let name = target.lastComponent?.string ?? "manifest"
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    return target.removingLastComponent().appending(".\(name).\(unique).tmp")
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

  private static func failure(_ what: String, _ path: String, _ error: any Error) -> ModelError {
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
