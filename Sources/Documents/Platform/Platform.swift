import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What differs between the systems below: nothing else in Swift asks which one it is, but for the
/// name of its C library.
package enum Platform {}

// MARK: - Files

extension Platform {
  /// When the content of a file last changed, and when its entry did.
  static func times(of status: stat) -> (content: timespec, entry: timespec) {
    #if canImport(Darwin)
    (status.st_mtimespec, status.st_ctimespec)
    #else
    (status.st_mtim, status.st_ctim)
    #endif
  }

  /// Makes a file outlast a power cut; false, with `errno`, where that cannot be had.
  ///
  /// On a Mac fsync(2) leaves it to the drive when it writes; F_FULLFSYNC asks the drive, and some file
  /// systems do not have it.
  package static func sync(_ descriptor: CInt) -> Bool {
    #if canImport(Darwin)
    if fcntl(descriptor, F_FULLFSYNC) == 0 { return true }
    #endif
    return fsync(descriptor) == 0
  }

  /// The same for what was appended, without the times of the file where the system can leave them.
  @discardableResult
  package static func syncContent(_ descriptor: CInt) -> Bool {
    #if canImport(Darwin)
    sync(descriptor)
    #else
    fdatasync(descriptor) == 0
    #endif
  }

  /// Opens a file without a name, which can be given one later; negative where there is no such thing.
  static func openUnnamedFile(in folder: FilePath, _ mode: FilePermissions) -> CInt {
    #if os(Linux)
    // O_TMPFILE, a macro that Swift does not import.
    let unnamed: CInt = 0o20000000 | O_DIRECTORY
    return folder.withPlatformString { open($0, unnamed | O_WRONLY | O_CLOEXEC, mode.rawValue) }
    #else
    return -1
    #endif
  }

  /// Asks for large pages behind memory that is to be read into: to be handed thousands of small ones
  /// takes as long as the reading.
  static func useLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
    guard let start = memory.baseAddress, memory.count >= 4 << 20 else { return }
    let page = start.alignedUp(toMultipleOf: 4096)
    _ = madvise(page, memory.count - 4096, MADV_HUGEPAGE)
    #endif
  }
}

// MARK: - Threads

extension Platform {
  // A number with glibc, a pointer elsewhere.
  #if canImport(Glibc)
  typealias Thread = pthread_t
  static let noThread: Thread = 0
  #else
  typealias Thread = pthread_t?
  static let noThread: Thread = nil
  #endif

  /// Waits until a thread has ended.
  static func join(_ thread: Thread) {
    #if canImport(Glibc)
    pthread_join(thread, nil)
    #else
    if let thread { pthread_join(thread, nil) }
    #endif
  }

  /// Lets a thread end by itself.
  static func detach(_ thread: Thread) {
    #if canImport(Glibc)
    pthread_detach(thread)
    #else
    if let thread { pthread_detach(thread) }
    #endif
  }
}

// MARK: - Programs that are started

extension Platform {
  // Pointers on a Mac, structures elsewhere.
  #if canImport(Darwin)
  package typealias SpawnActions = posix_spawn_file_actions_t?
  package typealias SpawnAttributes = posix_spawnattr_t?
  package static var spawnActions: SpawnActions { nil }
  package static var spawnAttributes: SpawnAttributes { nil }
  #else
  package typealias SpawnActions = posix_spawn_file_actions_t
  package typealias SpawnAttributes = posix_spawnattr_t
  package static var spawnActions: SpawnActions { SpawnActions() }
  package static var spawnAttributes: SpawnAttributes { SpawnAttributes() }
  #endif

  /// Two ends of a stream, so that writing to one whose other end is gone is an error and no signal;
  /// nil, with `errno`, where there is none.
  package static func streamPair() -> (CInt, CInt)? {
    #if canImport(Glibc)
    let kind = CInt(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    var ends: [CInt] = [-1, -1]
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    #if canImport(Darwin)
    var on: CInt = 1
    for end in ends {
      setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<CInt>.size))
    }
    #endif
    return (ends[0], ends[1])
  }

  /// Sends bytes to such an end: how many it took; negative, with `errno`, where it took none.
  package static func send(_ bytes: UnsafeRawBufferPointer, to end: CInt) -> Int {
    #if canImport(Darwin)
    let flags: CInt = 0
    #else
    let flags = CInt(MSG_NOSIGNAL)
    #endif
    #if canImport(Glibc)
    return Glibc.send(end, bytes.baseAddress, bytes.count, flags)
    #elseif canImport(Musl)
    return Musl.send(end, bytes.baseAddress, bytes.count, flags)
    #else
    return Darwin.send(end, bytes.baseAddress, bytes.count, flags)
    #endif
  }
}
