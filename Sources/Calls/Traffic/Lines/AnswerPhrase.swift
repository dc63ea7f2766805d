/// The answer that words beside a call state: `took 200 ms, HTTP 403`, `was refused (403)`, `timed out`.
///
/// A number is a status where a word says so, where it stands first or by itself, or where the words of
/// a status follow it; never where a unit follows, or a word says what it measures. What may be the
/// answer that the call was refused, and may be another number, is said to be unclear.
///
/// A word of failure says how the call ended, unless it is only mentioned (`after a timeout`,
/// `failed deliveries`, `timeout 30`); 0 is a status only where it is called one, for a program that
/// ended well says 0 too.
struct AnswerPhrase {
  /// What the words say.
  enum Answer: Hashable {
    case none
    case status(Int)
    /// That the call succeeded, without a status.
    case succeeded
    /// A number or a word that may tell of a refusal, or two that do not agree.
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
  /// Whether nothing but words that lead to a call stands behind the last word of failure.
  private var isJoined = false
  /// Whether a word before says that what follows is not about this call's end: `after`, `checking`.
  private var isMention = false
  private var mentionsRefusal = false
  private var hasSucceeded = false
  /// Whether the words before name another status: `exit code`, `grpc-status`.
  private var isForeign = false
  private var isBeforeCall = false

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

  /// What the words before a call say.
  ///
  /// A word of failure counts where it leads to the call: `Forbidden: DELETE`, `failed to GET`.
  static func answer(in line: Span<UInt8>, before method: Int) -> Answer {
    var phrase = AnswerPhrase(line, max(0, method - longest)..<method)
    phrase.isBeforeCall = true
    phrase.read()
    guard !phrase.isUnclear else { return .none }
    if let status = phrase.stated ?? phrase.enclosed { return .status(status) }
    if let spoken = phrase.spoken {
      if phrase.isJoined { return .status(spoken) }
      if spoken != 0 { return .unclear }
    }
    // `could not GET`
    if phrase.label == Words.not, phrase.isNegated { return .status(0) }
    return phrase.mentionsRefusal ? .unclear : .none
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
    // `ok 200, but access denied`
    if stated == nil, let separate, spoken == 403, CallOutcome(status: separate) == .succeeded {
      return .unclear
    }
    if let status = stated ?? separate, status > 0 || !hasSucceeded { return .status(status) }
    if isUnclear { return .unclear }
    if hasSucceeded { return spoken ?? 0 == 0 ? .succeeded : .unclear }
    if let spoken { return .status(spoken) }
    return mentionsRefusal ? .unclear : .none
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
          if byte != UInt8(ascii: "-") { isForeign = false }
          if byte < 0x80, ";.!".utf8.contains(byte) { endSentence(byte) }
        }
        if byte < 0x80, ":,;>".utf8.contains(byte) { isMention = false }
        // `no luck, denied`
        if byte == UInt8(ascii: ",") { isNegated = false }
        index += 1
      }
      if isSettled { return }
    }
  }

  /// Drops what a sentence before the call's own says: it is not about the call.
  private mutating func endSentence(_ byte: UInt8) {
    isNegated = false
    guard isBeforeCall, !isJoined,
      byte == UInt8(ascii: ";") || index + 1 < end && line[index + 1] == 0x20
    else { return }
    spoken = nil
    isMention = false
    mentionsRefusal = false
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
      speak(word, at: start)
    }
    isForeign = Words.isForeign(word) || isForeign && Words.codes.contains(word)
    // `resulted in 403`
    if word == Words.in, let label, Words.ends.contains(label) { return }
    // `status code 0`
    if word == Words.code, let label, Words.isStatus(label) { return }
    label = word
  }

  private mutating func readNumber() {
    let start = index
    while index < end, LineBytes.isDigit(line[index]) { index += 1 }
    isMention = false
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
      isForeign = false
    }
    guard !precedesUnit(stop) else {
      let start = LineBytes.skipBlanks(line.span, stop)
      let unit = word(at: start)
      if unit != Words.of { index = start + unit.count }
      return
    }
    guard let status = LineBytes.status(line.span, start, stop) else { return }
    let role = role(of: label)
    // Curl's `000` is a status, and so is a 0 that is called one.
    let isNamed = role == .answer && (stop - start == 3 || label.map(Words.isStatus) ?? false)
    guard status > 0 || isNamed else { return }
    if precedesReason(stop) || role == .answer {
      state(status)
      isSettled = isFirst && label == nil && !isAlone
    } else if isFirst {
      if !isAlone || LineBytes.skipBlanks(line.span, stop) >= end { stated = status }
      isSettled = stated != nil
    } else if role == nil, Words.statuses.contains(status) {
      if isEnclosed(start, stop) { enclosed = enclosed ?? status }
      // `ok 200`
      let isSuccess = status < 400 && label.map { Words.successes.contains($0) } ?? false
      if label == nil || isSuccess {
        separate = separate ?? status
      } else if status >= 400 {
        isUnclear = true
      }
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
    if isForeign { return .measure }
    if Words.isAnswer(label) { return .answer }
    return Words.measures.contains(label) ? .measure : nil
  }

  // MARK: - Words of success and failure

  /// Takes in a word that says how a call ended without a status.
  private mutating func speak(_ word: [UInt8], at start: Int) {
    if !Words.joins(word) { isJoined = false }
    if Words.mentions.contains(word) { isMention = true }
    if Words.negations.contains(word) {
      isNegated = true
      if word == Words.not { return }
    } else if let status = Words.spoken[word], !isNegated || label == Words.not && status != 0 {
      guard !isSetting(index), !isCounted(word, index), !followsZero(start) else { return }
      let isNear = label.map { Words.nearMentions.contains($0) } ?? false
      if isMention || isNear || precedesThing(index) {
        mentionsRefusal = mentionsRefusal || status != 0
      } else {
        if spoken == nil || status == 403 { spoken = status }
        isJoined = true
      }
    } else if Words.successes.contains(word) {
      hasSucceeded = hasSucceeded || !isNegated && !isSetting(index)
    } else if label == Words.not, word == Words.found {
      spoken = spoken ?? 404
      isJoined = true
    } else if label == Words.not, word == Words.authorized {
      spoken = 403
      isJoined = true
    }
  }

  /// Says whether a word is counted, and there are none: `0 failed`.
  private func followsZero(_ start: Int) -> Bool {
    guard start > 1, line[start - 1] == 0x20, line[start - 2] == UInt8(ascii: "0") else {
      return false
    }
    return start == 2 || line[start - 3] <= 0x20 || "([,;|".utf8.contains(line[start - 3])
  }

  /// Says whether what follows is a thing that a word of failure only describes: `failed deliveries`,
  /// `error handling`.
  private func precedesThing(_ start: Int) -> Bool {
    let place = LineBytes.skipBlanks(line.span, start)
    guard place > start else { return false }
    let thing = word(at: place)
    if Words.things.contains(thing) { return true }
    // An English plural, not `access`.
    let isDoubled = thing.suffix(2).elementsEqual("ss".utf8)
    return thing.count > 4 && thing.last == UInt8(ascii: "s") && !isDoubled
  }

  /// Says whether an empty value or a number is set to a word: `error=""`, `timeout=30`.
  private func isSetting(_ start: Int) -> Bool {
    var place = start
    while place < end, "\"'".utf8.contains(line[place]) { place += 1 }
    guard place < end else { return false }
    if line[place] == UInt8(ascii: "-") || line[place] == UInt8(ascii: "/") { return true }
    let isEqual = line[place] == UInt8(ascii: "=")
    guard isEqual || line[place] == UInt8(ascii: ":") else { return false }
    place = LineBytes.skipBlanks(line.span, place + 1)
    while place < end, "\"'".utf8.contains(line[place]) { place += 1 }
    guard place < end, line[place] > 0x20 else { return isEqual }
    return LineBytes.isDigit(line[place]) || "-[{,".utf8.contains(line[place])
      || Words.nothing.contains(word(at: place))
  }

  /// Says whether a number stands behind a word, or behind the noun that follows it: `timeout 30`,
  /// `failed job: 5`, `error code 0`.
  private func isCounted(_ name: [UInt8], _ start: Int) -> Bool {
    var place = LineBytes.skipBlanks(line.span, start)
    guard place > start, place < end else { return false }
    if LineBytes.isDigit(line[place]) { return name == Words.timeout || isZero(place) }
    let noun = word(at: place)
    place = LineBytes.skipBlanks(line.span, place + noun.count)
    let isSet = place < end && "=:".utf8.contains(line[place])
    if isSet { place = LineBytes.skipBlanks(line.span, place + 1) }
    guard !noun.isEmpty, place < end, LineBytes.isDigit(line[place]) else { return false }
    // `error code 5` is an error.
    if Words.codes.contains(noun) { return isZero(place) }
    return isSet && !Words.isAnswer(noun) && noun != Words.out
      || noun == Words.of && name == Words.timeout
  }

  /// A 0 that is not the start of a longer number.
  private func isZero(_ place: Int) -> Bool {
    guard line[place] == UInt8(ascii: "0") else { return false }
    let next = place + 1
    return next >= end || !LineBytes.isDigit(line[next]) && !".:xX".utf8.contains(line[next])
  }
}
