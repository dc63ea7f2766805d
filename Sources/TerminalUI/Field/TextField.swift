/// A line of text being edited, with the keys of a shell line and an undo of its own.
public struct TextField: Hashable, Sendable {
  /// What a key did to the field.
  public enum Response: Hashable, Sendable {
    /// The field took the key.
    case handled
    /// The key is not one of the field's.
    case ignored
    /// The key is one of the field's and can do nothing at the moment; the reason.
    case refused(String)
  }

  /// What the key before did, where the next may go on from there.
  private enum LastKey: Hashable, Sendable {
    case other
    case cut
    case yank(before: FieldHistory.Moment)
  }

  /// The most scalars that a field holds: what goes beyond is cut, so that no paste, not even one of
  /// combining marks alone, can fill the memory.
  public static let maximumLength = 4096

  private var characters: [Character]
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  /// What was cut, here or in other lines.
  public var kills = KillRing()
  private var history = FieldHistory()
  private var lastKey = LastKey.other
  /// The most scalars that this field holds.
  private let limit: Int

  /// Creates a field with the cursor behind the text, of which what is too long is cut.
  public init(_ text: String = "") {
    self.init(Self.cleaned(text), limit: Self.maximumLength)
  }

  /// Creates a field with the cursor behind a text of which nothing may be lost: one that is longer
  /// than a field may be is kept, and does not grow.
  public init(keeping text: String) {
    let clean = Self.cleaned(text)
    self.init(clean, limit: max(Self.maximumLength, clean.unicodeScalars.count))
  }

  private init(_ clean: String, limit: Int) {
    characters = []
    cursor = 0
    self.limit = limit
    set(before: String(String.UnicodeScalarView(clean.unicodeScalars.prefix(limit))), after: "")
  }

  /// The text.
  public var text: String { String(characters) }

  /// Takes a key: characters, moves, cuts, undo and redo.
  public mutating func handle(_ key: Key) -> Response {
    if case .character(let scalar) = key {
      lastKey = .other
      return put(String(scalar), .typing(isSpace: scalar.properties.isWhitespace))
        ? .handled : .refused("the line is full")
    }
    guard let binding = Self.bindings.first(where: { $0.keys.contains(key) }) else {
      return .ignored
    }
    let before = lastKey
    lastKey = .other
    switch binding.edit {
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .wordLeft: move(to: start(before: cursor, of: Self.isWord))
    case .wordRight: move(to: wordEnd(after: cursor))
    case .start: move(to: 0)
    case .end: move(to: characters.count)
    case .eraseLeft: remove(max(0, cursor - 1)..<cursor, .erasing(toLeft: true))
    case .eraseRight:
      remove(cursor..<min(characters.count, cursor + 1), .erasing(toLeft: false))
    case .killSpacedLeft:
      cut(start(before: cursor) { !$0.isWhitespace }..<cursor, .left, after: before)
    case .killWordLeft: cut(start(before: cursor, of: Self.isWord)..<cursor, .left, after: before)
    case .killWordRight: cut(cursor..<wordEnd(after: cursor), .right, after: before)
    case .killToStart: cut(0..<cursor, .left, after: before)
    case .killToEnd: cut(cursor..<characters.count, .right, after: before)
    case .yank: return yank()
    case .yankEarlier: return yankEarlier(after: before)
    case .transpose: transpose()
    case .undo:
      guard let moment = history.undo() else {
        return .refused("nothing to undo in this line")
      }
      take(moment)
    case .redo:
      guard let moment = history.redo() else {
        return .refused("nothing to redo in this line")
      }
      take(moment)
    }
    return .handled
  }

  /// Puts text at the cursor; line breaks and tabs become spaces, other controls are left out.
  ///
  /// - Returns: whether there was room for all of it; the end of what is too long is cut.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    lastKey = .other
    return put(text, .whole)
  }

  /// Puts the cursor on the character that `window` has in a column, or behind the last.
  public mutating func moveCursor(toColumn column: Int, columns: Int, charset: Charset) {
    var place = windowStart(columns: columns, charset: charset).start
    var passed = 0
    while place < characters.count {
      passed += columnsOf(characters[place], charset)
      guard passed <= column else { break }
      place += 1
    }
    lastKey = .other
    move(to: place)
  }

  /// The part that fits into a number of columns, with the column of the cursor in it.
  ///
  /// The cursor has a column of its own: behind the last character there is room for it.
  public func window(columns: Int, charset: Charset) -> (text: String, cursorColumn: Int) {
    guard columns > 0 else { return ("", 0) }
    let (start, used) = windowStart(columns: columns, charset: charset)
    var end = cursor
    var filled = used
    while end < characters.count {
      filled += columnsOf(characters[end], charset)
      guard filled <= columns else { break }
      end += 1
    }
    return (String(characters[start..<end]), used)
  }

  /// The first character that shows, and the columns from there to the cursor.
  private func windowStart(columns: Int, charset: Charset) -> (start: Int, used: Int) {
    var start = cursor
    var used = 0
    while start > 0 {
      let width = columnsOf(characters[start - 1], charset)
      guard used + width < columns else { break }
      used += width
      start -= 1
    }
    return (start, used)
  }

  private func columnsOf(_ character: Character, _ charset: Charset) -> Int {
    TextWidth.columns(of: String(character), charset: charset)
  }

  /// What may stand on one line of a manifest.
  private static func cleaned(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t", "\r", "\u{85}", "\u{2028}", "\u{2029}": clean.append(" ")
      default: if scalar.properties.generalCategory != .control { clean.append(scalar) }
      }
    }
    return String(clean)
  }

  /// Takes a text with the cursor between its two parts, which may join into other characters
  /// there: a combining mark belongs to what stands before it.
  private mutating func set(before: String, after: String) {
    let place = before.unicodeScalars.count
    characters = Array(before + after)
    cursor = 0
    var passed = 0
    while passed < place, cursor < characters.count {
      passed += characters[cursor].unicodeScalars.count
      cursor += 1
    }
  }

  // MARK: - Changes

  private var moment: FieldHistory.Moment { FieldHistory.Moment(text: text, cursor: cursor) }

  private mutating func take(_ moment: FieldHistory.Moment) {
    characters = Array(moment.text)
    cursor = moment.cursor
  }

  private mutating func move(to place: Int) {
    cursor = max(0, min(place, characters.count))
    history.endRun()
  }

  private mutating func change(before: String, after: String, _ change: FieldHistory.Change) {
    let earlier = moment
    set(before: before, after: after)
    if text != earlier.text { history.record(change, from: earlier, to: moment) }
  }

  /// Puts text at the cursor, as far as there is room, and says whether all of it went in.
  private mutating func put(_ text: String, _ change: FieldHistory.Change) -> Bool {
    let clean = Self.cleaned(text)
    let fitting = fitting(clean)
    if !fitting.isEmpty {
      self.change(
        before: String(characters[..<cursor]) + fitting, after: String(characters[cursor...]),
        change)
    }
    return fitting.unicodeScalars.count == clean.unicodeScalars.count
  }

  /// As much of a text as there is room for.
  private func fitting(_ text: String) -> String {
    let taken = characters.reduce(0) { $0 + $1.unicodeScalars.count }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, limit - taken))))
  }

  private mutating func remove(_ range: Range<Int>, _ change: FieldHistory.Change) {
    guard !range.isEmpty else { return }
    self.change(
      before: String(characters[..<range.lowerBound]),
      after: String(characters[range.upperBound...]), change)
  }

  private mutating func cut(
    _ range: Range<Int>, _ side: KillRing.Side, after before: LastKey
  ) {
    lastKey = .cut
    guard !range.isEmpty else { return }
    kills.cut(String(characters[range]), on: side, joins: before == .cut)
    remove(range, .whole)
  }

  private mutating func yank() -> Response {
    guard let text = kills.current else { return .refused("nothing was cut yet") }
    let before = moment
    let hadRoom = put(text, .whole)
    // A line that is full has taken nothing.
    if self.text != before.text { lastKey = .yank(before: before) }
    return hadRoom ? .handled : .refused("the line is full")
  }

  private mutating func yankEarlier(after before: LastKey) -> Response {
    guard case .yank(let moment) = before else {
      return .refused("only at once after Ctrl-Y")
    }
    // The same step as the put: undo takes both back.
    take(moment)
    kills.rotate()
    let text = fitting(kills.current ?? "")
    set(before: String(characters[..<cursor]) + text, after: String(characters[cursor...]))
    history.amend(to: self.moment)
    lastKey = before
    return .handled
  }

  /// Swaps the characters around the cursor and steps behind them; at the end, the last two.
  private mutating func transpose() {
    guard cursor > 0, characters.count > 1 else { return }
    let second = min(cursor, characters.count - 1)
    var swapped = characters
    swapped.swapAt(second - 1, second)
    change(before: String(swapped[...second]), after: String(swapped[(second + 1)...]), .whole)
  }

  // MARK: - Words

  private func start(before place: Int, of isPart: (Character) -> Bool) -> Int {
    var place = place
    while place > 0, !isPart(characters[place - 1]) { place -= 1 }
    while place > 0, isPart(characters[place - 1]) { place -= 1 }
    return place
  }

  private func wordEnd(after place: Int) -> Int {
    var place = place
    while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
    while place < characters.count, Self.isWord(characters[place]) { place += 1 }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
