/// A line of text being edited, with the keys of a shell line and an undo of its own.
public struct TextField: Hashable, Sendable {
  /// What a key did to the field.
  public enum Response: Hashable, Sendable {
    /// The field took the key.
    case handled
    /// The key is not one of the field's.
    case ignored
  }

  private struct Snapshot: Hashable, Sendable {
    var text: String
    var cursor: Int
  }

  /// The most scalars that a field holds: what goes beyond is cut, so that no paste, not even one of
  /// combining marks alone, can fill the memory.
  public static let maximumLength = 4096
  private static let maximumHistory = 1000

  private var characters: [Character]
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  private var killed = ""
  private var history: [Snapshot] = []

  /// Creates a field with the cursor behind the text.
  public init(_ text: String = "") {
    characters = []
    cursor = 0
    set(before: Self.cleaned(text), after: "")
  }

  /// The text.
  public var text: String { String(characters) }

  /// Takes a key: characters, moves, kills, yank, undo.
  public mutating func handle(_ key: Key) -> Response {
    if case .character(let scalar) = key {
      insert(String(scalar))
      return .handled
    }
    guard let binding = Self.bindings.first(where: { $0.keys.contains(key) }) else {
      return .ignored
    }
    switch binding.edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = wordStart(before: cursor)
    case .wordRight: cursor = wordEnd(after: cursor)
    case .start: cursor = 0
    case .end: cursor = characters.count
    case .eraseLeft: remove(max(0, cursor - 1)..<cursor, keep: false)
    case .eraseRight: remove(cursor..<min(characters.count, cursor + 1), keep: false)
    case .killWordLeft: remove(wordStart(before: cursor)..<cursor, keep: true)
    case .killWordRight: remove(cursor..<wordEnd(after: cursor), keep: true)
    case .killToStart: remove(0..<cursor, keep: true)
    case .killToEnd: remove(cursor..<characters.count, keep: true)
    case .yank: insert(killed)
    case .transpose: transpose()
    case .undo: undo()
    }
    return .handled
  }

  /// Puts text at the cursor; line breaks and tabs become spaces, other controls are left out.
  public mutating func insert(_ text: String) {
    let clean = Self.cleaned(text)
    guard !clean.isEmpty else { return }
    remember()
    set(before: String(characters[..<cursor]) + clean, after: String(characters[cursor...]))
  }

  /// The part that fits into a number of columns, with the column of the cursor in it.
  ///
  /// The cursor has a column of its own: behind the last character there is room for it.
  public func window(columns: Int, charset: Charset) -> (text: String, cursorColumn: Int) {
    guard columns > 0 else { return ("", 0) }
    var start = cursor
    var used = 0
    while start > 0 {
      let width = columnsOf(characters[start - 1], charset)
      guard used + width < columns else { break }
      used += width
      start -= 1
    }
    var end = cursor
    var filled = used
    while end < characters.count {
      filled += columnsOf(characters[end], charset)
      guard filled <= columns else { break }
      end += 1
    }
    return (String(characters[start..<end]), used)
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
    let scalars = (before.unicodeScalars + after.unicodeScalars).prefix(Self.maximumLength)
    let place = min(before.unicodeScalars.count, scalars.count)
    characters = Array(String(String.UnicodeScalarView(scalars)))
    cursor = 0
    var passed = 0
    while passed < place, cursor < characters.count {
      passed += characters[cursor].unicodeScalars.count
      cursor += 1
    }
  }

  private mutating func remove(_ range: Range<Int>, keep: Bool) {
    guard !range.isEmpty else { return }
    remember()
    if keep { killed = String(characters[range]) }
    set(
      before: String(characters[..<range.lowerBound]),
      after: String(characters[range.upperBound...]))
  }

  /// Swaps the characters around the cursor and steps behind them; at the end, the last two.
  private mutating func transpose() {
    guard cursor > 0, characters.count > 1 else { return }
    let second = min(cursor, characters.count - 1)
    remember()
    var swapped = characters
    swapped.swapAt(second - 1, second)
    set(
      before: String(swapped[...second]), after: String(swapped[(second + 1)...]))
  }

  private mutating func remember() {
    history.append(Snapshot(text: text, cursor: cursor))
    if history.count > Self.maximumHistory { history.removeFirst() }
  }

  private mutating func undo() {
    guard let last = history.popLast() else { return }
    characters = Array(last.text)
    cursor = last.cursor
  }

  private func wordStart(before place: Int) -> Int {
    var place = place
    while place > 0, !isWord(characters[place - 1]) { place -= 1 }
    while place > 0, isWord(characters[place - 1]) { place -= 1 }
    return place
  }

  private func wordEnd(after place: Int) -> Int {
    var place = place
    while place < characters.count, !isWord(characters[place]) { place += 1 }
    while place < characters.count, isWord(characters[place]) { place += 1 }
    return place
  }

  private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
