import TerminalUI
import TestSupport

/// Something that a person, or a cat on the keyboard, may do.
enum RandomEvent {
  private static let keys: [Key] =
    "  jjkkhlgG+-=/nNufFaewqp?142233tt==odyximyQ1.:JJKv:Ccso::".unicodeScalars.map {
      .character($0)
    } + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .escape, .tab,
      .backTab, .backspace, .delete, .control("r"), .control("u"), .control("w"), .control("y"),
      .control("_"), .control("_"), .control("t"), .control("k"), .alt("y"), .control("g"),
      .control("l"), .alt("v"), .function(1), .function(5), .insert,
      .character("漢"), .character("\u{301}"), .character("\u{1F469}"), .space, .space, .down, .down,
    ]
  private static let pastes = [
    "refund", "orders", "curl https://api.komerza.com/stores/5d/orders", "/etc/hostname",
    "story unpaid-delivery", "split", "tick stores.orders.view", "GET ", "accept", "203.0.113.7",
    "2027-01-01", "q\nd", "\u{1B}[2J",
    "e\u{301}漢👩‍👩‍👧",
    String(repeating: "x", count: 5000),
  ]

  static func make(_ random: inout SeededRandom, size: Size) -> InputEvent {
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      return .resize(
        Size(
          rows: Int.random(in: 0...50, using: &random),
          columns: Int.random(in: 0...130, using: &random)))
    case 1: return .resize(Size(rows: 24, columns: 80))
    case 2...3: return .paste(pastes.randomElement(using: &random) ?? "")
    case 4...6:
      let kinds: [MouseEvent.Kind] = [.press, .press, .scrollUp, .scrollDown]
      return .mouse(
        MouseEvent(
          kinds.randomElement(using: &random) ?? .press,
          at: Point(
            row: Int.random(in: -1...size.rows, using: &random),
            column: Int.random(in: -1...size.columns, using: &random))))
    case 7: return .interrupt
    default: return .key(keys.randomElement(using: &random) ?? .down)
    }
  }
}
