import CCurses
import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension CursesSession {
  /// Leaves the screen to the shell and stops the whole process group, until it is continued in the
  /// foreground.
  ///
  /// Returns false if nobody would have continued it: the process leads its session, or its group
  /// is orphaned. Afterwards the next batch of events has the size, which may be another, and the
  /// next frame paints all of it. A program that is told to end while it is stopped comes back
  /// without the screen, and the next batch says so.
  @discardableResult
  public func suspend() -> Bool {
    guard isActive, keywright_may_stop() else { return false }
    leave()
    let wasStopped = keywright_stop(SIGTSTP)
    resume()
    return wasStopped
  }

  /// Gives the terminal back as it was, and standard error with what was held.
  ///
  /// Safe to call twice.
  public func end() {
    guard !hasEnded else { return }
    hasEnded = true
    isActive = false
    keywright_close()
  }

  /// Ends the session, then the process by a signal's default action, so that its wait status is
  /// that of any program which dies of the signal.
  public func die(of signal: Int32) -> Never {
    end()
    keywright_die(signal)
  }

  /// Gives the handling of `.terminate` that much time from now on; zero stops the clock.
  ///
  /// To be called on `.hangUp` as well, which a signal may follow while the draft is saved. Without
  /// this, a process that has not ended 200 ms after the signal is ended by force.
  public func extendDeadline(milliseconds: Int) {
    keywright_set_deadline(Int32(clamping: milliseconds))
  }

  /// Enters the modes again after a stop that this program was not asked about (SIGSTOP): the shell
  /// has had the terminal meanwhile.
  func comeBack() {
    guard !hasEnded else { return }
    // First its turn, then the modes: after `bg` the screen is the shell's.
    guard keywright_wait_for_foreground() else {
      collectSignals()
      return
    }
    if isActive { leave() }
    resume()
  }

  private func leave() {
    isActive = false
    keywright_leave()
  }

  private func resume() {
    // After `bg` the process stops here again, until it is its turn.
    let hasTurn = keywright_wait_for_foreground()
    collectSignals()
    guard hasTurn, !keywright_is_terminating() else { return }
    keywright_enter()
    isActive = true
    updateSize()
    queue.append(.resize(size))
  }
}
