/// Reads a program's output for what libvterm does not tell: modes, and where frames end.
///
/// A mode that is on at the end is one that a person's terminal would stay in.
struct ModeScanner {
  /// Whole frames so far: counts `CSI ? 2026 l`.
  private(set) var frames = 0
  /// How many bytes had come by when the last frame ended.
  private(set) var frameEnd = 0
  /// The private modes that differ from a fresh terminal's; 7 and 25 when they are off.
  private(set) var changedModes: Set<Int> = []
  /// Every private mode that was ever named.
  private(set) var namedModes: Set<Int> = []
  private(set) var isKeypadApplication = false

  private enum Place { case ground, escape, control, charset, string, stringEscape }
  private var place = Place.ground
  private var sequence: [UInt8] = []
  private var count = 0
  private var isGraphicCharset = false
  private var isShiftedOut = false
  private var scrollRegion = ""
  private var cursorStyle = ""
  private var keyboardDepth = 0
  private var modifiedKeys = ""
  private var titleDepth = 0

  var isInFrame: Bool { changedModes.contains(2_026) }
  var isCursorKeysApplication: Bool { changedModes.contains(1) }

  mutating func scan(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      count += 1
      switch place {
      case .ground: scanText(byte)
      case .escape: scanEscape(byte)
      case .charset:
        isGraphicCharset = byte == UInt8(ascii: "0")
        place = .ground
      case .control: scanControl(byte)
      case .string:
        if byte == 0x07 { place = .ground } else if byte == 0x1B { place = .stringEscape }
      case .stringEscape: place = byte == UInt8(ascii: "\\") ? .ground : .string
      }
    }
  }

  private mutating func scanText(_ byte: UInt8) {
    switch byte {
    case 0x1B: place = .escape
    case 0x0E: isShiftedOut = true
    case 0x0F: isShiftedOut = false
    default: break
    }
  }

  private mutating func scanEscape(_ byte: UInt8) {
    place = .ground
    switch byte {
    case UInt8(ascii: "["):
      sequence.removeAll(keepingCapacity: true)
      place = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      place = .string
    case UInt8(ascii: "("): place = .charset
    case UInt8(ascii: "="): isKeypadApplication = true
    case UInt8(ascii: ">"): isKeypadApplication = false
    case UInt8(ascii: "c"): reset()
    case 0x1B: place = .escape
    default: break
    }
  }

  private mutating func scanControl(_ byte: UInt8) {
    if byte == 0x1B {
      place = .escape
    } else if (0x40...0x7E).contains(byte) {
      place = .ground
      finish(String(decoding: sequence, as: UTF8.self), Character(Unicode.Scalar(byte)))
    } else if sequence.count < 256 {
      sequence.append(byte)
    }
  }

  private mutating func finish(_ parameters: String, _ command: Character) {
    switch (parameters.first, command) {
    case ("?", "h"): set(parameters.dropFirst(), true)
    case ("?", "l"): set(parameters.dropFirst(), false)
    case ("!", "p"): reset()
    case (">", "u"): keyboardDepth += 1
    case ("<", "u"): keyboardDepth -= max(1, Int(parameters.dropFirst()) ?? 1)
    case (">", "m"):
      modifiedKeys = parameters.hasPrefix(">4;") ? String(parameters.dropFirst(3)) : ""
    case (_, "r") where parameters.first != "?": scrollRegion = parameters
    case (_, "q") where parameters.last == " ": cursorStyle = parameters
    case (_, "t") where parameters.hasPrefix("22"): titleDepth += 1
    case (_, "t") where parameters.hasPrefix("23"): titleDepth -= 1
    default: break
    }
  }

  private mutating func set(_ modes: Substring, _ on: Bool) {
    for mode in modes.split(separator: ";").compactMap({ Int($0) }) {
      namedModes.insert(mode)
      if mode == 2_026, !on {
        frames += 1
        frameEnd = count
      }
      // Wrapping and the cursor are on in a fresh terminal; all else is off.
      let isFresh = on == (mode == 7 || mode == 25)
      if isFresh { changedModes.remove(mode) } else { changedModes.insert(mode) }
    }
  }

  /// A terminal that changes its size forgets its scroll region.
  mutating func resize() { scrollRegion = "" }

  private mutating func reset() {
    let old = self
    self = ModeScanner()
    (frames, frameEnd, count, namedModes) = (old.frames, old.frameEnd, old.count, old.namedModes)
  }

  /// What is not as in a fresh terminal of `rows` lines, in words.
  func leftOn(rows: Int) -> [String] {
    var left = changedModes.sorted().map { Self.names[$0] ?? "private mode \($0)" }
    if isKeypadApplication { left.append("application keypad") }
    if isGraphicCharset || isShiftedOut { left.append("line drawing charset") }
    if !isWholeScreen(scrollRegion, rows) { left.append("scroll region") }
    if !["", " ", "0 "].contains(cursorStyle) { left.append("cursor style") }
    if keyboardDepth > 0 { left.append("keyboard protocol") }
    if !["", "0"].contains(modifiedKeys) { left.append("modified keys") }
    if titleDepth > 0 { left.append("window title") }
    return left
  }

  private func isWholeScreen(_ region: String, _ rows: Int) -> Bool {
    let edges = region.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let top = edges.first ?? nil
    let bottom = edges.count > 1 ? edges[1] : nil
    return (top ?? 1) <= 1 && (bottom ?? rows) >= rows
  }

  private static let names = [
    1: "application cursor keys", 7: "no wrapping", 25: "cursor hidden", 47: "alternate screen",
    1_000: "mouse", 1_002: "mouse", 1_003: "mouse", 1_004: "focus events", 1_006: "SGR mouse",
    1_034: "meta key", 1_047: "alternate screen", 1_049: "alternate screen",
    2_004: "bracketed paste", 2_026: "synchronized frame",
  ]
}
