import TerminalUI

/// Prints a report as it comes, in pieces that are worth a call of the system.
struct LintPrinter {
  private static let pieceSize = 1 << 16

  private let isPatient = !Environment.outputIsTerminal
  private var pending = ""

  /// Prints lines that are inert.
  mutating func print(_ text: String) {
    pending += text
    if !isPatient || pending.utf8.count >= Self.pieceSize { flush() }
  }

  /// Says lines on standard error, behind all that was printed.
  mutating func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    flush()
    for line in lines { Console.say("keywright: " + line) }
  }

  /// Prints what is held back.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    Console.print(inert: pending)
    pending = ""
  }
}
