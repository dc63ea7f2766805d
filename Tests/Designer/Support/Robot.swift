import CLocale
import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// A robot user: presses keys and reads the screen, with no terminal.
struct Robot {
  /// The designer.
  var state: DesignerState
  /// What the last step asked of the world.
  private(set) var effects: [Effect] = []

  init(
    _ manifest: Manifest? = nil, target: DesignerState.Target = .undecided,
    size: Size = Size(rows: 24, columns: 100), charset: Charset = .utf8, user: String = "Robin",
    settings: Settings = Settings(), startsOnPage: Bool = false
  ) throws {
    try #require(keywright_adopt_utf8_locale() != 0)
    let today = try #require(CalendarDate("2026-06-24"))
    let komerza = try TestCatalog.komerza()
    state = DesignerState(
      manifest: manifest ?? Manifest(catalog: komerza), target: target, today: today, size: size,
      charset: charset, user: user, settings: settings,
      startsOnPage: startsOnPage)
  }

  /// Opens a manifest's text, as if it stood in `key.json`.
  init(opening text: String, size: Size = Size(rows: 24, columns: 100)) throws {
    let bytes = Array(text.utf8)
    let catalog = try TestCatalog.komerza()
    try self.init(
      Manifest(decoding: bytes) { _ throws(ModelError) in catalog },
      target: .file(path: "key.json", known: bytes), size: size)
  }

  // MARK: - Doing

  /// Presses keys, one after the other.
  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  /// Presses a key until something holds, at most 200 times.
  mutating func press(_ key: Key, until isDone: (Robot) -> Bool) throws {
    var rest = 200
    while !isDone(self), rest > 0 {
      press(key)
      rest -= 1
    }
    try #require(isDone(self), "200 times \(key.name) did not do it")
  }

  /// Types a text, letter by letter.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(.character(scalar))) }
  }

  /// Pastes a text.
  mutating func paste(_ text: String) { send(.paste(text)) }

  /// Reports something from the terminal.
  mutating func send(_ event: InputEvent) {
    effects = state.update(.input(event))
  }

  /// Tells the designer that something happened.
  mutating func take(_ action: Action) {
    effects = state.update(action)
  }

  /// Presses the left mouse button.
  mutating func click(row: Int, column: Int) {
    send(.mouse(MouseEvent(.press, at: Point(row: row, column: column))))
  }

  /// Turns the wheel.
  mutating func scroll(_ kind: MouseEvent.Kind, row: Int, column: Int) {
    send(.mouse(MouseEvent(kind, at: Point(row: row, column: column))))
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.resize(Size(rows: rows, columns: columns)))
  }

  /// Answers the write that the last step asked for.
  mutating func answerWrite(_ result: Result<DocumentFile.Outcome, ModelError>) throws {
    let (bytes, path, _) = try #require(write)
    effects = state.update(.wrote(path: path, bytes: bytes, result))
  }

  /// Moves the cursor to a scope by walking there, row by row.
  mutating func walk(to id: String) throws {
    let scope = try #require(state.catalog.indexOfScope(id))
    let node = state.catalog.tree.nodeOfLeaf[scope]
    let row = try #require(state.outline.rows.firstIndex(of: node), "\(id) is not visible")
    try walk(toRow: row)
  }

  /// Moves the cursor to a category by walking there, row by row.
  mutating func walk(toCategory name: String) throws {
    let category = try #require(state.catalog.categories.firstIndex { $0.name == name })
    let node = state.catalog.tree.nodeOfGroup[category]
    try walk(toRow: #require(state.outline.rows.firstIndex(of: node), "\(name) is not visible"))
  }

  private mutating func walk(toRow row: Int) throws {
    press("1")
    try press(state.outline.cursor < row ? .down : .up) { $0.state.outline.cursor == row }
  }

  // MARK: - Reading

  var frame: Frame { DesignerView.frame(state) }
  var screen: String { frame.text }
  var lines: [String] { (0..<state.size.rows).map(frame.text(row:)) }

  /// Says whether the screen shows a text on one line.
  func shows(_ text: String) -> Bool { screen.contains(text) }

  /// The first line that holds a text.
  func line(with text: String) -> String? { lines.first { $0.contains(text) } }

  /// The row of the screen that holds a text.
  func row(of text: String) -> Int? { lines.firstIndex { $0.contains(text) } }

  /// Moves the cursor of the operations to a call, by its letters.
  mutating func walk(toCall call: String) throws {
    press("2")
    if state.shownOutline.matched != nil { press(.escape) }
    press("/")
    type(call)
    press(.enter)
    let operation = try #require(state.catalog.indexOfOperation(call))
    try press("n") { $0.state.subject == .operation(operation) }
  }

  /// Ticks calls, one after the other, and clears the filter.
  mutating func tick(calls: String...) throws {
    for call in calls {
      try walk(toCall: call)
      press(.space, .escape)
    }
  }

  /// The chosen operations as they stand in the manifest.
  var operations: [String] { state.editor.design.details.operations }

  /// What is said above the key bar, in as many lines as it takes there.
  var message: String {
    let lines = lines
    let last = state.size.rows - 2
    let above = MessageView.rowsAbove(state, LayoutPlan(state: state))
    let first = last - min(above, max(0, last - frame.cursor.row - 1))
    return lines[first...last].joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// The key bar.
  var bar: String { lines[state.size.rows - 1] }

  /// The line that the cursor is on.
  var currentLine: String { frame.text(row: frame.cursor.row) }

  /// The ids of the chosen scopes.
  var chosen: [String] { state.editor.design.scopes.map { state.catalog.scopes[$0].id } }

  /// The ids of the rules that found something.
  var rules: [String] { state.listedFindings.map(\.rule) }

  /// The write that the last step asked for.
  var write: (bytes: [UInt8], path: String, expecting: DocumentFile.Expectation)? {
    guard case .write(let bytes, let path, let expecting)? = effects.first else { return nil }
    return (bytes, path, expecting)
  }

  /// The text of that write.
  var written: String? { write.map { String(decoding: $0.bytes, as: UTF8.self) } }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A character's key, written as the character.
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(scalar) }
}

extension Robot: CustomTestStringConvertible {
  /// The screen: what a failed expectation shows.
  var testDescription: String { "\n" + screen + "\n" }
}

extension DesignerState {
  /// The scope under the cursor of the tree.
  var currentScope: Int? {
    guard case .leaf(let scope) = outline.item else { return nil }
    return scope
  }
}
