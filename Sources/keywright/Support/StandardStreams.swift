import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Descriptors 0 to 2, and what the process makes of writing where nothing can be written.
enum StandardStreams {
  /// Prepares the process; to be called before anything is opened.
  ///
  /// A stream that is closed would lend its number to the next file that is opened, and what is meant
  /// for standard output would go there. Its place is taken by a device that was opened the other way
  /// round, so that reading and writing still fail.
  static func prepare() {
    for descriptor: CInt in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
    // A file that may not grow that far is an error to tell, and no reason to die in the middle.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Sees to it that standard output can be written at all.
  ///
  /// - Throws: `ModelError` where it is closed.
  static func requireOutput() throws(ModelError) {
    let flags = fcntl(1, F_GETFL)
    guard flags == -1 || flags & O_ACCMODE == O_RDONLY else { return }
    throw ModelError(
      problem: "standard output is closed, and the key would go there",
      remedy: "Name a file with -o, or a manifest")
  }

  /// Reads all of standard input; a person who did not mean it learns what the program waits for.
  ///
  /// - Throws: `ModelError` where it cannot be read.
  static func readInput() throws(ModelError) -> [UInt8] {
    tellOfTerminal()
    return try DocumentFile.readStandardInput()
  }

  /// Says what the program waits for, where standard input is a terminal and is about to be read.
  static func tellOfTerminal() {
    guard isatty(0) == 1 else { return }
    Console.say("keywright: reading standard input, which is this terminal; Ctrl-D ends it")
  }

  /// Writes a document to standard output, to the last byte and, where that is a file, to the disk.
  ///
  /// - Throws: `ModelError` where a byte of it may be missing.
  static func deliver(_ bytes: [UInt8]) throws(ModelError) {
    do {
      try FileDescriptor.standardOutput.writeAllWaiting(bytes)
      // Pipes and terminals cannot be synced, and need not.
      if !Platform.sync(1), [EIO, ENOSPC, EDQUOT].contains(errno) { throw Errno(rawValue: errno) }
    } catch {
      throw failure(error)
    }
  }

  /// What is said where standard output does not take what it should.
  static func failure(_ error: any Error) -> ModelError {
    ModelError(
      problem: "standard output cannot be written: \((error as? Errno)?.description ?? "\(error)")",
      remedy: "Check where it leads")
  }
}
