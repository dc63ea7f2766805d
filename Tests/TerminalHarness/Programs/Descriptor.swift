internal import CVirtualTerminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open file descriptor, closed once.
final class Descriptor {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  static func open(_ path: String, _ flags: Int32) throws -> Descriptor {
    #if canImport(Glibc)
    let number = Glibc.open(path, flags | O_CLOEXEC, 0o600)
    #else
    let number = Darwin.open(path, flags | O_CLOEXEC, 0o600)
    #endif
    guard number >= 0 else { throw HarnessError("cannot open \(path)", code: errno) }
    return Descriptor(number)
  }

  static func pipe() throws -> (reader: Descriptor, writer: Descriptor) {
    var reader: Int32 = -1
    var writer: Int32 = -1
    let error = cvt_pipe(&reader, &writer)
    guard error == 0 else { throw HarnessError("cannot make a pipe", code: error) }
    return (Descriptor(reader), Descriptor(writer))
  }

  /// Another end to write through, for a pipe of which only the reading end is here; Linux only.
  static func writer(ofPipe reader: Descriptor) throws -> Descriptor {
    try open("/proc/self/fd/\(reader.number)", O_WRONLY)
  }

  /// Waits until the last reading end of the pipe is closed, in whatever process; half a minute at
  /// most.
  func waitUntilNobodyReads() {
    var pipe = pollfd(fd: number, events: 0, revents: 0)
    while poll(&pipe, 1, 30_000) < 0 && errno == EINTR {}
  }

  static func terminal(_ size: ScreenSize) throws -> (master: Descriptor, slave: Descriptor) {
    var master: Int32 = -1
    var slave: Int32 = -1
    let error = cvt_open_terminal(Int32(size.rows), Int32(size.columns), &master, &slave)
    guard error == 0 else { throw HarnessError("cannot open a terminal", code: error) }
    return (Descriptor(master), Descriptor(slave))
  }

  func setNonblocking() throws {
    let error = cvt_set_nonblocking(number)
    guard error == 0 else { throw HarnessError("cannot unblock a pipe", code: error) }
  }

  /// What there is to read now, at most one buffer of it; nil at the end of the file.
  func read(into buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
    #if canImport(Glibc)
    let count = Glibc.read(number, &buffer, buffer.count)
    #else
    let count = Darwin.read(number, &buffer, buffer.count)
    #endif
    if count > 0 { return buffer[..<count] }
    // EIO: every program has closed its end of the terminal.
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }

  /// Writes what fits now; returns how much, or nil when nobody reads any more.
  func write(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBytes { buffer in
      #if canImport(Glibc)
      Glibc.write(number, buffer.baseAddress, buffer.count)
      #else
      Darwin.write(number, buffer.baseAddress, buffer.count)
      #endif
    }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }
}
