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
  static func open(
    _ path: String, options: FileDescriptor.OpenOptions = []
  ) throws(ModelError) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), .readOnly, options: options.union(.closeOnExec))
    } catch {
      throw failure("cannot be read", path, error)
    }
  }

  /// All bytes of a file that nobody has named, but that was found at its usual place.
  ///
  /// - Throws: `ModelError`, also where a pipe stands there: nobody may ever write into it.
  package static func readFound(_ path: String) throws(ModelError) -> [UInt8] {
    let descriptor = try open(path, options: .nonBlocking)
    defer { try? descriptor.close() }
    guard (try? descriptor.stat())?.type != .fifo else {
      throw ModelError(
        file: path, problem: "this is a pipe, not a file", remedy: "Put a file in its place")
    }
    return try read(descriptor, named: path, maximumBytes: JSONDocument.maximumBytes)
  }

  /// The bytes of a file at its usual place, or nil where there is none.
  package static func readFoundIfPresent(_ path: String) throws(ModelError) -> [UInt8]? {
    mayBePresent(path) ? try readFound(path) : nil
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

  static func read(
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
      Platform.useLargePages(UnsafeMutableRawBufferPointer(buffer))
      count = try descriptor.readWaiting(into: UnsafeMutableRawBufferPointer(buffer))
    }
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
