#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Says on a terminal that work goes on, where it takes longer than half a second.
struct Progress {
  private let task: Task<Void, Never>?

  /// Starts the clock.
  init(_ text: String) {
    guard isatty(2) == 1 else {
      task = nil
      return
    }
    task = Task.detached {
      try? await Task.sleep(for: .milliseconds(500))
      if !Task.isCancelled { Console.say("keywright: \(text)…") }
    }
  }

  /// Says no more.
  func end() { task?.cancel() }
}
