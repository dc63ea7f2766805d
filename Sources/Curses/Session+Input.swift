import CCurses
public import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension CursesSession {
  /// So many events at most are one batch, so that endless input cannot fill the memory.
  private static let batchLimit = 4096

  /// Sleeps until something comes, then returns all there is, in order.
  ///
  /// Empty only where `milliseconds` are given and nothing came within them.
  ///
  /// After `.hangUp` the program is to save and end. One that goes on asking is ended by SIGHUP,
  /// because a terminal that is gone is always readable and the loop would spin.
  public func nextEvents(within milliseconds: Int? = nil) -> [InputEvent] {
    while true {
      if !queue.isEmpty {
        defer { queue.removeAll() }
        return queue
      }
      if hangUps > 2 || hasEnded { die(of: SIGHUP) }
      // A sequence that is still coming in is waited for first: it is something that came.
      let isWaitingLongEnough = decoder.timeout == nil && milliseconds != nil
      let timeout = decoder.timeout ?? milliseconds.map { Int32(clamping: $0) } ?? -1
      let ready = keywright_wait(timeout)
      if has(ready, KEYWRIGHT_READY_SIGNAL) { takeSignals() }
      if has(ready, KEYWRIGHT_READY_HANG_UP) {
        hangUp()
      } else if has(ready, KEYWRIGHT_READY_INPUT) {
        takeInput()
      } else if ready == 0 {
        if isWaitingLongEnough { return [] }
        decoder.expire(into: &queue)
      }
    }
  }

  /// Drops the keys, pastes and clicks that came before now; all else is still to be taken.
  public func dropTyped() {
    var kept: [InputEvent] = []
    var events: [InputEvent]
    repeat {
      events = nextEvents(within: 0)
      kept += events.filter { event in
        switch event {
        case .key, .paste, .mouse: false
        case .resize, .interrupt, .suspend, .terminate, .hangUp: true
        }
      }
    } while !events.isEmpty && !kept.contains(.hangUp)
    queue = kept + queue
  }

  private func has(_ ready: Int32, _ bit: keywright_ready) -> Bool {
    UInt32(bitPattern: ready) & bit.rawValue != 0
  }

  private func hangUp() {
    hangUps += 1
    queue.append(.hangUp)
  }

  // MARK: Signals

  private func takeSignals() {
    if collectSignals() { comeBack() }
  }

  /// Queues what the signals mean; says whether the process was continued.
  @discardableResult
  func collectSignals() -> Bool {
    var wasContinued = false
    var isResized = false
    var isTyped = false
    while case let signal = keywright_next_signal(&isTyped), signal != 0 {
      switch signal {
      case SIGCONT: wasContinued = true
      case SIGWINCH: isResized = true
      case SIGTSTP: queue.append(.suspend)
      case SIGINT where isTyped:
        decoder.interrupt()
        queue.append(.interrupt)
      default: queue.append(.terminate(signal: signal))
      }
    }
    if isResized, isActive, !wasContinued {
      // Also where the size is the same: whoever attaches another terminal to this one says so.
      updateSize()
      queue.append(.resize(size))
    }
    return wasContinued
  }

  // MARK: Bytes

  private func takeInput() {
    var isFirst = true
    while queue.count < Self.batchLimit {
      let bytes = readBytes()
      guard let bytes else { return hangUp() }
      if bytes.isEmpty {
        // A terminal that is readable and gives nothing is gone, if it does so again and again.
        if isFirst { emptyReads += 1 }
        if emptyReads >= 3 { hangUp() }
        return
      }
      isFirst = false
      emptyReads = 0
      decoder.take(gather(bytes), into: &queue)
    }
  }

  /// What comes at once after characters, so that a paste without brackets is seen whole: some
  /// programs in between hand it on key by key.
  ///
  /// Where brackets are to be expected, a single character is taken as it is: typing waits for
  /// nothing.
  private func gather(_ first: [UInt8]) -> [UInt8] {
    var bytes = first
    guard first.first != 0x1B, !decoder.isUnfinished, !decoder.hasBrackets,
      first.count > 1 || !keywright_has_brackets()
    else { return bytes }
    while bytes.count < Self.batchLimit,
      has(keywright_wait(TypingBurst.gap), KEYWRIGHT_READY_INPUT),
      let more = readBytes(), !more.isEmpty
    { bytes += more }
    return bytes
  }

  /// What the terminal has; nil when it is gone.
  private func readBytes() -> [UInt8]? {
    var isGone = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.batchLimit) { buffer, count in
      let read = keywright_read_bytes(buffer.baseAddress, Int32(buffer.count))
      isGone = read < 0
      count = max(0, Int(read))
    }
    return isGone ? nil : bytes
  }

  /// The keys of the terminal that TERM names.
  static func terminfoKeys() -> TerminfoKeys {
    TerminfoKeys(
      TerminfoKeys.names.compactMap { name, key in
        guard let text = keywright_key_text(name) else { return nil }
        let bytes = UnsafeBufferPointer(start: text, count: strlen(text))
        return (bytes.map { UInt8(bitPattern: $0) }, key)
      })
  }
}
