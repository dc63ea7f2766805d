internal import CVirtualTerminal

/// The two pipes between a test and the keeper of a job.
final class KeeperLine {
  var commands: Descriptor?
  let events: Descriptor
  private(set) var theirCommands: Descriptor?
  private(set) var theirEvents: Descriptor?
  private var rest: [UInt8] = []

  init() throws {
    let down = try Descriptor.pipe()
    let up = try Descriptor.pipe()
    (theirCommands, commands) = (down.reader, down.writer)
    (events, theirEvents) = (up.reader, up.writer)
    try events.setNonblocking()
  }

  /// Leaves the keeper's ends to the keeper.
  func closeTheirs() {
    theirCommands = nil
    theirEvents = nil
  }

  func order(_ byte: UInt8) { _ = commands?.write([byte]) }

  /// What has happened since the last look.
  func read() -> [cvt_event] {
    let size = MemoryLayout<cvt_event>.size
    var buffer = [UInt8](repeating: 0, count: 64 * size)
    if let bytes = events.read(into: &buffer) { rest += bytes }
    let whole = rest.count / size
    let found = rest.withUnsafeBytes { bytes in
      (0..<whole).map { bytes.loadUnaligned(fromByteOffset: $0 * size, as: cvt_event.self) }
    }
    rest.removeFirst(whole * size)
    return found
  }
}
