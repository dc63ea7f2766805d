import CCurses
public import TerminalUI

#if canImport(Darwin)
import Darwin
#else
import Glibc
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
      var timeout = decoder.timeout ?? milliseconds.map { Int32(clamping: $0) } ?? -1
      if hasMoreInput { timeout = 0 }
      let ready = keywright_wait(timeout)
      if has(ready, KEYWRIGHT_READY_SIGNAL) { takeSignals() }
      if has(ready, KEYWRIGHT_READY_HANG_UP) {
        hangUp()
      } else if has(ready, KEYWRIGHT_READY_INPUT) || hasMoreInput {
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
      let before = size
      updateSize()
      if size != before { queue.append(.resize(size)) }
    }
    return wasContinued
  }

  // MARK: Bytes

  private func takeInput() {
    var isFirst = !hasMoreInput
    hasMoreInput = false
    while queue.count < Self.batchLimit {
      if decoder.isPasting {
        guard takePaste(isFirst: isFirst) else { return }
      } else {
        let code = keywright_read_key()
        if code < 0 {
          decoder.pause(into: &queue)
          if isFirst { countEmptyRead(isGone: code == KEYWRIGHT_KEY_FAILED.rawValue) }
          return
        }
        decoder.take(code, into: &queue)
      }
      isFirst = false
      emptyReads = 0
    }
    hasMoreInput = true
  }

  /// Reads a piece of a paste, never past its end; false when there is nothing more for now.
  private func takePaste(isFirst: Bool) -> Bool {
    let limit = decoder.pasteBytesWanted
    var bytes: (UInt64, UInt64) = (0, 0)
    let more = withUnsafeMutableBytes(of: &bytes) { buffer -> Bool in
      let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let count = keywright_read_bytes(start, Int32(min(limit, buffer.count)))
      guard count > 0 else {
        if isFirst || count < 0 { countEmptyRead(isGone: count < 0) }
        return false
      }
      for byte in buffer.prefix(Int(count)) { decoder.takePasted(byte, into: &queue) }
      return true
    }
    return more
  }

  /// A terminal that is readable and gives nothing is gone, if it does so again and again.
  private func countEmptyRead(isGone: Bool) {
    emptyReads += 1
    if isGone || emptyReads >= 3 { hangUp() }
  }
}
