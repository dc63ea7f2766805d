import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whoever started the program may have made its streams non-blocking: "not yet" is no end and no
/// failure.
extension FileDescriptor {
  /// Reads what is there into a buffer, after waiting for it where nothing is there yet.
  ///
  /// - Returns: the number of bytes; 0 at the end.
  package func readWaiting(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      do {
        return try read(into: buffer)
      } catch Errno.wouldBlock {
        wait(for: CShort(POLLIN))
      }
    }
  }

  /// Writes all bytes, and waits wherever they are not taken yet.
  package func writeAllWaiting(_ bytes: some Sequence<UInt8>) throws {
    let bytes = Array(bytes)
    try bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        do {
          rest = rest.dropFirst(try write(UnsafeRawBufferPointer(rebasing: rest)))
        } catch Errno.wouldBlock {
          wait(for: CShort(POLLOUT))
        }
      }
    }
  }

  private func wait(for events: CShort) {
    var place = pollfd(fd: rawValue, events: events, revents: 0)
    // Whatever ends the wait, a signal among it: the next attempt says what is the matter.
    _ = poll(&place, 1, -1)
  }
}
