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
    var characters: [Character]
    var cursor: Int
  }

  /// Longer texts are cut, so that a paste cannot fill the memory.
  public static let maximumLength = 4096

  private var characters: [Character]
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  private var killed: [Character] = []
  private var history: [Snapshot] = []

  /// Creates a field with the cursor behind the text.
  public init(_ text: String = "") {
    characters = Array(text.prefix(Self.maximumLength))
    cursor = characters.count
  }

  /// The text.
  public var text: String { String(characters) }

  /// Takes a key: characters, moves, kills, yank, undo.
  public mutating func handle(_ key: Key) -> Response {
    switch key {
    case .character(let scalar): insert(String(scalar))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .alt("b"): cursor = wordStart(before: cursor)
    case .alt("f"): cursor = wordEnd(after: cursor)
    case .backspace: remove(max(0, cursor - 1)..<cursor, keep: false)
    case .delete, .control("d"): remove(cursor..<min(characters.count, cursor + 1), keep: false)
    case .control("w"), .alt("\u{7F}"): remove(wordStart(before: cursor)..<cursor, keep: true)
    case .alt("d"): remove(cursor..<wordEnd(after: cursor), keep: true)
    case .control("u"): remove(0..<cursor, keep: true)
    case .control("k"): remove(cursor..<characters.count, keep: true)
    case .control("y"): insert(String(killed))
    case .control("_"): undo()
    default: return .ignored
    }
    return .handled
  }

  /// Puts text at the cursor; line breaks and tabs become spaces, other controls are left out.
  public mutating func insert(_ text: String) {
    let clean = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
      return scalar.properties.generalCategory == .control ? nil : scalar
    }
    guard !clean.isEmpty else { return }
    remember()
    var before = String(characters[..<cursor])
    before.unicodeScalars.append(contentsOf: clean)
    let after = characters[cursor...]
    // A combining mark typed by itself joins the character before it.
    let joined = Array(before)
    characters = Array((joined + after).prefix(Self.maximumLength))
    cursor = min(joined.count, characters.count)
  }

  /// The part that fits into a number of columns, with the column of the cursor in it.
  public func window(columns: Int, charset: Charset) -> (text: String, cursorColumn: Int) {
    guard columns > 0 else { return ("", 0) }
    var start = 0
    var used = columnsOf(characters[..<cursor], charset)
    while used >= columns, start < cursor {
      used -= columnsOf(characters[start...start], charset)
      start += 1
    }
    return (String(characters[start...]), used)
  }

  private func columnsOf(_ part: ArraySlice<Character>, _ charset: Charset) -> Int {
    TextWidth.columns(of: String(part), charset: charset)
  }

  private mutating func remove(_ range: Range<Int>, keep: Bool) {
    guard !range.isEmpty else { return }
    remember()
    if keep { killed = Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func remember() {
    history.append(Snapshot(characters: characters, cursor: cursor))
    if history.count > 1000 { history.removeFirst() }
  }

  private mutating func undo() {
    guard let last = history.popLast() else { return }
    characters = last.characters
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
