import TerminalUI

/// A line on standard error that says how far a long job is; shown on a terminal alone.
struct ProgressLine {
  /// A job has to take this long before the line is shown.
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  private let isShown = Environment.errorIsTerminal
  private var next = ContinuousClock.now + patience
  private var width = 0

  /// Shows a text in place of the last one, where it is time for it.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = ContinuousClock.now + Self.pause
    replace(with: text())
  }

  /// Takes the line away.
  mutating func clear() {
    if width > 0 { replace(with: "") }
    width = 0
  }

  private mutating func replace(with text: String) {
    // Spaces, and no escape sequence: every terminal knows them.
    let rest = String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
    width = TextWidth.columns(of: text)
    Console.overwriteErrorLine(text + rest)
  }
}
