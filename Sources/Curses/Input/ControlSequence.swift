import TerminalUI

/// A whole control sequence: `CSI`, its parameters, and what ends it.
struct ControlSequence {
  /// The parameters, each with its parts between colons; 0 is an empty one, -1 one that is no number
  /// or too large for one.
  let numbers: [[Int]]
  /// The private mark before them, if there is one.
  let mark: UInt8?
  /// Whether something stands between the parameters and the end.
  let hasIntermediate: Bool
  let final: UInt8
  private let startsWithBracket: Bool

  init(_ bytes: ArraySlice<UInt8>, final: UInt8) {
    self.final = final
    startsWithBracket = bytes.first == UInt8(ascii: "[")
    mark = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    hasIntermediate = bytes.contains { (0x20...0x2F).contains($0) }
    numbers = bytes.dropFirst(mark == nil ? 0 : 1)
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { parameter in
        parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
          .map { $0.isEmpty ? 0 : Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
      }
  }

  /// What it says.
  ///
  /// A reply to a question, and whatever else is not known, is nothing.
  var meaning: InputUnit.Meaning {
    if startsWithBracket {
      // The Linux console's F1 to F5.
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) else { return .nothing }
      return .event(.key(.function(final - UInt8(ascii: "A") + 1)))
    }
    if mark == UInt8(ascii: "<") { return mouse(isOld: false) }
    guard mark == nil, !hasIntermediate else { return .nothing }
    switch (final, first) {
    case (UInt8(ascii: "~"), 200): return .paste
    case (UInt8(ascii: "M"), _): return mouse(isOld: true)
    case (UInt8(ascii: "u"), let code): return event(code: code)
    case (UInt8(ascii: "~"), 27) where numbers.count == 3: return event(code: numbers[2].first ?? 0)
    case (UInt8(ascii: "~"), let number): return event(KeyTable.key(number: number), modifiers)
    // rxvt ends these so with Shift, Control, or both.
    case (UInt8(ascii: "$"), let number): return event(KeyTable.key(number: number), [.shift])
    case (UInt8(ascii: "^"), let number): return event(KeyTable.key(number: number), [.control])
    case (UInt8(ascii: "@"), let number):
      return event(KeyTable.key(number: number), [.control, .shift])
    case (UInt8(ascii: "Z"), 0): return event(.backTab, [])
    case (UInt8(ascii: "a")...UInt8(ascii: "d"), 0):
      return event(KeyTable.key(singleShift: final - 0x20), [.shift])
    // An old console puts the modifier first.
    case (_, 2...) where numbers.count == 1:
      return event(KeyTable.key(cursor: final), KeyModifiers(number: first))
    case (_, 0...1): return event(KeyTable.key(cursor: final), modifiers)
    default: return .nothing
    }
  }

  private var first: Int { numbers.first?.first ?? 0 }

  private var modifiers: KeyModifiers {
    KeyModifiers(number: numbers.count > 1 ? numbers[1].first ?? 1 : 1)
  }

  /// Whether a key was released, in the form of the kitty protocol.
  private var isRelease: Bool { numbers.count > 1 && numbers[1].count > 1 && numbers[1][1] == 3 }

  private func event(_ key: Key?, _ modifiers: KeyModifiers) -> InputUnit.Meaning {
    guard !isRelease, let key, let modified = KeyReport.key(key, modifiers) else { return .nothing }
    return .event(.key(modified))
  }

  /// A key by its code point.
  private func event(code: Int) -> InputUnit.Meaning {
    let isXTerm = final == UInt8(ascii: "~")
    let shifted = !isXTerm && numbers[0].count > 1 ? numbers[0][1] : 0
    let text = !isXTerm && numbers.count > 2 ? numbers[2].first ?? 0 : 0
    guard !isRelease,
      let event = KeyReport.event(
        code: code, shifted: shifted > 0 ? shifted : text, modifiers: modifiers)
    else { return .nothing }
    return .event(event)
  }

  /// `CSI < button ; column ; row M` or `m`, and rxvt's form without the mark.
  private func mouse(isOld: Bool) -> InputUnit.Meaning {
    let values = numbers.map { $0.first ?? 0 }
    let isEnd = final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    guard isEnd, values.count == 3 else { return .nothing }
    let report = MouseReport(
      button: isOld ? values[0] - 32 : values[0], column: values[1], row: values[2],
      isRelease: final == UInt8(ascii: "m"))
    return report.map { .mouse($0) } ?? .nothing
  }
}
