/// What was cut from lines of text, the last first; one for all lines, as in a shell.
public struct KillRing: Hashable, Sendable {
  /// Which end of the text before a cut that follows at once belongs to.
  enum Side: Hashable, Sendable {
    case left
    case right
  }

  private static let capacity = 16

  private var entries: [String] = []

  /// An empty ring.
  public init() {}

  /// What was cut last.
  var current: String? { entries.first }

  /// Takes what was cut; a cut that follows another at once is joined to it.
  mutating func cut(_ text: String, on side: Side, joins: Bool) {
    guard joins, let before = entries.first else {
      entries.insert(text, at: 0)
      if entries.count > Self.capacity { entries.removeLast() }
      return
    }
    entries[0] = side == .left ? text + before : before + text
  }

  /// Makes what was cut before it the current one.
  mutating func rotate() {
    guard !entries.isEmpty else { return }
    entries.append(entries.removeFirst())
  }
}
