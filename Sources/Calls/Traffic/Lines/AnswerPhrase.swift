/// The answer that words beside a call state: `took 200 ms, HTTP 403`, `was refused (403)`, `timed out`.
///
/// A number is a status where a word says so, where it stands first or by itself, or where the words of
/// a status follow it; never where a unit follows, or a word says what it measures. What may be the
/// answer that the call was refused, and may be another number, is said to be unclear.
struct AnswerPhrase {
  /// What the words say.
  enum Answer: Hashable {
    case none
    case status(Int)
    /// A number that may be the status, or two that do not agree.
    case unclear
  }

  /// So much of a line is looked at.
  private static let longest = 400

  private let line: [UInt8]
  private let end: Int
  private var index: Int
  /// The word right before, in small letters; nil where a sign parts it from what follows.
  private var label: [UInt8]?
  private var isNegated = false
  private var isFirst = true
  /// Whether the number that stands first is the status.
  private var isSettled = false
  private var stated: Int?
  private var separate: Int?
  private var isUnclear = false
  /// A number in brackets.
  private var enclosed: Int?
  /// Whether no call stands in the line, so that a number which stands first must stand alone.
  private var isAlone = false
  private var spoken: Int?

  private init(_ line: Span<UInt8>, _ range: Range<Int>) {
    self.line = range.prefix(Self.longest).map { line[$0] }
    index = 0
    end = self.line.count
  }

  /// What the words behind a call say.
  static func answer(in line: Span<UInt8>, from start: Int) -> Answer {
    var phrase = AnswerPhrase(line, min(start, line.count)..<line.count)
    phrase.read()
    return phrase.answer
  }

  /// The status that the words before a call state.
  static func status(in line: Span<UInt8>, before method: Int) -> Int? {
    var phrase = AnswerPhrase(line, max(0, method - longest)..<method)
    phrase.read()
    guard !phrase.isUnclear else { return nil }
    // `could not GET`
    let isUndone = phrase.label == Words.not && phrase.isNegated
    return phrase.stated ?? phrase.enclosed ?? phrase.spoken ?? (isUndone ? 0 : nil)
  }

  /// The status that a line clearly states which follows a call's.
  static func status(inLine line: Span<UInt8>) -> Int? {
    guard line.count <= longest else { return nil }
    let start = line.indices.first { LineBytes.isLetter(line[$0]) || LineBytes.isDigit(line[$0]) }
    var phrase = AnswerPhrase(line, (start ?? 0)..<line.count)
    phrase.isAlone = true
    phrase.read()
    return phrase.isUnclear ? nil : phrase.stated
  }

  private var answer: Answer {
    if isUnclear, stated == nil, separate != nil { return .unclear }
    if let status = stated ?? separate { return .status(status) }
    if isUnclear { return .unclear }
    return spoken.map { .status($0) } ?? .none
  }

  // MARK: - Parts

  private mutating func read() {
    while index < end {
      let byte = line[index]
      if LineBytes.isLetter(byte) || byte == 0x5F {
        readWord()
      } else if LineBytes.isDigit(byte) {
        readNumber()
      } else {
        if byte == UInt8(ascii: "{"), stated != nil { return }
        if !" \t=:\"'".utf8.contains(byte) {
          if label != nil { label = nil }
          if byte < 0x80, ";.!".utf8.contains(byte) { isNegated = false }
        }
        index += 1
      }
      if isSettled { return }
    }
  }

  private mutating func readWord() {
    let start = index
    while index < end, LineBytes.isLetter(line[index]) || line[index] == 0x5F { index += 1 }
    var word = (start..<index).map { line[$0] }
    for place in word.indices where (0x41...0x5A).contains(word[place]) { word[place] |= 0x20 }
    if index < end, LineBytes.isDigit(line[index]) {
      passOver()
      label = nil
      isFirst = false
      return
    }
    if word == Words.http, index + 1 < end, line[index] == UInt8(ascii: "/") {
      index += 1
      while index < end, LineBytes.isDigit(line[index]) || line[index] == 0x2E { index += 1 }
    } else {
      if !Words.leading.contains(word) { isFirst = false }
      speak(word)
    }
    // `resulted in 403`
    if word == Words.in, let label, Words.ends.contains(label) { return }
    label = word
  }

  private mutating func readNumber() {
    let start = index
    while index < end, LineBytes.isDigit(line[index]) { index += 1 }
    let stop = index
    let before = start > 0 ? line[start - 1] : 0x20
    let isGlued = "-.#$+/_".utf8.contains(before) || (before == 0x3A && isAfterHost(start))
    if passOver() || isGlued {
      isFirst = false
      label = nil
      return
    }
    defer {
      isFirst = false
      label = nil
    }
    guard !precedesUnit(stop) else {
      let start = LineBytes.skipBlanks(line.span, stop)
      let unit = word(at: start)
      if unit != Words.of { index = start + unit.count }
      return
    }
    guard let status = LineBytes.status(line.span, start, stop) else { return }
    let role = role(of: label)
    guard status > 0 || role == .answer else { return }
    if precedesReason(stop) || role == .answer {
      state(status)
      isSettled = isFirst && label == nil && !isAlone
    } else if isFirst {
      if !isAlone || LineBytes.skipBlanks(line.span, stop) >= end { stated = status }
      isSettled = stated != nil
    } else if role == nil, Words.statuses.contains(status) {
      if isEnclosed(start, stop) { enclosed = enclosed ?? status }
      if label == nil { separate = separate ?? status } else if status >= 400 { isUnclear = true }
    }
  }

  private mutating func state(_ status: Int) {
    guard let stated else {
      self.stated = status
      return
    }
    let first = CallOutcome(status: stated) == .succeeded
    if first != (CallOutcome(status: status) == .succeeded) {
      isUnclear = true
      self.stated = nil
      separate = nil
    }
  }

  /// Passes over what goes on with digits: a date, a time, an address, a unit; false where nothing does.
  @discardableResult
  private mutating func passOver() -> Bool {
    let start = index
    while index < end {
      let byte = line[index]
      let isJoint =
        ".:-/_,".utf8.contains(byte) && index + 1 < end && LineBytes.isDigit(line[index + 1])
        && !(byte == UInt8(ascii: ",") && index == start)
      guard
        LineBytes.isLetter(byte) || LineBytes.isDigit(byte) || isJoint || byte == 0x5F
          || byte == UInt8(ascii: "%") || byte == 0xC2 && index + 1 < end && line[index + 1] == 0xB5
          || byte == 0xB5
      else { break }
      index += 1
    }
    return index > start
  }

  /// `api.example.com:443`.
  private func isAfterHost(_ start: Int) -> Bool {
    start > 1 && LineBytes.isLetter(line[start - 2]) && !(label.map(Words.isAnswer) ?? false)
  }

  /// `[403]` and `(403)`; not `app[403]`.
  private func isEnclosed(_ start: Int, _ stop: Int) -> Bool {
    start > 0 && stop < end && "[(".utf8.contains(line[start - 1]) && "])".utf8.contains(line[stop])
      && (start == 1 || LineBytes.isBlank(line[start - 2]))
  }

  private func word(at start: Int) -> [UInt8] {
    var stop = start
    while stop < end, LineBytes.isLetter(line[stop]) { stop += 1 }
    return (start..<stop).map { line[$0] | 0x20 }
  }

  private func precedesUnit(_ stop: Int) -> Bool {
    if stop < end, line[stop] == UInt8(ascii: "%") { return true }
    let start = LineBytes.skipBlanks(line.span, stop)
    let unit = word(at: start)
    // In `status=403 bytes=512` the word belongs to what follows.
    let next = start + unit.count
    if next < end, line[next] == UInt8(ascii: "=") { return false }
    return Words.units.contains(unit)
  }

  /// Says whether a unit stands at an index.
  static func isUnit(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard start < line.count, LineBytes.isLetter(line[start]) else { return false }
    return AnswerPhrase(line, start..<line.count).hasUnit
  }

  private var hasUnit: Bool { Words.units.contains(word(at: 0)) }

  private func precedesReason(_ stop: Int) -> Bool {
    Words.reasons.contains(word(at: LineBytes.skipBlanks(line.span, stop)))
  }

  private enum Role { case answer, measure }

  private func role(of label: [UInt8]?) -> Role? {
    guard let label else { return nil }
    if Words.isAnswer(label) { return .answer }
    return Words.measures.contains(label) ? .measure : nil
  }

  /// Takes in a word that says how a call ended without a status.
  private mutating func speak(_ word: [UInt8]) {
    if Words.negations.contains(word) {
      isNegated = true
      if word == Words.not { return }
    } else if let status = Words.spoken[word], !isNegated || label == Words.not && status != 0 {
      if !isSetting(index), spoken == nil || status == 403 { spoken = status }
    } else if label == Words.not, word == Words.found {
      spoken = spoken ?? 404
    } else if label == Words.not, word == Words.authorized {
      spoken = 403
    }
  }

  /// Says whether an empty value or a number is set to a word: `error=""`, `timeout=30`.
  private func isSetting(_ start: Int) -> Bool {
    var place = start
    while place < end, "\"'".utf8.contains(line[place]) { place += 1 }
    guard place < end, line[place] == UInt8(ascii: "=") || line[place] == UInt8(ascii: ":") else {
      return place < end && line[place] == UInt8(ascii: "-") || place < end && line[place] == 0x2F
    }
    let isEqual = line[place] == UInt8(ascii: "=")
    place = LineBytes.skipBlanks(line.span, place + 1)
    while place < end, "\"'".utf8.contains(line[place]) { place += 1 }
    guard place < end, line[place] > 0x20 else { return isEqual }
    return LineBytes.isDigit(line[place]) || "-[{,".utf8.contains(line[place])
      || Words.nothing.contains(word(at: place))
  }
}
