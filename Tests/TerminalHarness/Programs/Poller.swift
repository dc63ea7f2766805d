#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One wait for several descriptors, with poll(2).
struct Poller {
  private var entries: [pollfd] = []

  /// Waits for something to read, or for room to write.
  mutating func add(_ descriptor: Descriptor?, writing: Bool = false) {
    guard let descriptor else { return }
    let events = Int16(POLLIN) | (writing ? Int16(POLLOUT) : 0)
    entries.append(pollfd(fd: descriptor.number, events: events, revents: 0))
  }

  /// Waits for room to write only.
  mutating func addWriter(_ descriptor: Descriptor?) {
    guard let descriptor else { return }
    entries.append(pollfd(fd: descriptor.number, events: Int16(POLLOUT), revents: 0))
  }

  /// Returns as soon as one is ready, or when the time is up.
  mutating func wait(_ time: Duration) {
    var milliseconds = time.components.seconds * 1_000
    // Rounded up: a wait of less than a millisecond must not become a busy loop.
    milliseconds += (time.components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    _ = poll(&entries, nfds_t(entries.count), Int32(clamping: max(milliseconds, 0)))
  }

  /// Whether the descriptor is worth a read: data, an error, or the end.
  func isReadable(_ descriptor: Descriptor?) -> Bool {
    entries.contains { $0.fd == descriptor?.number && $0.revents & ~Int16(POLLOUT) != 0 }
  }

  /// Whether the descriptor is worth a write.
  func isWritable(_ descriptor: Descriptor?) -> Bool {
    entries.contains { $0.fd == descriptor?.number && $0.revents & ~Int16(POLLIN) != 0 }
  }
}
