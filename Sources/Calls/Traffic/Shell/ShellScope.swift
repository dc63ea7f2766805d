/// The variables of a script as a shell would have them where the reading stands: what an assignment
/// lasts for, and where nobody knows which of several values a variable has.
///
/// An assignment in front of a command is that command's alone, and the shell puts variables in before
/// it; one in a subshell, a pipe or a text in quotes ends with it; behind branches, loops and bodies of
/// functions a variable that may have several values has none that is known.
struct ShellScope: Sendable {
  /// What holds the assignments within it together.
  enum Frame: Hashable {
    /// `if` and `case`.
    case branch
    /// What stands behind `&&` and `||`.
    case list
    /// `for`, `while`, `until`, `select`.
    case loop(isPiped: Bool)
    case function
    /// `( … )`.
    case subshell
    /// A text in quotes that another shell reads; in a literal one nothing is put in before.
    case quote(isLiteral: Bool)

    var isQuote: Bool { if case .quote = self { true } else { false } }
    var isLoop: Bool { if case .loop = self { true } else { false } }
  }

  private struct Open {
    var frame: Frame
    var before: ScriptVariables
    /// The values that each name had or was given; nil for one that is not known.
    var values: [[UInt8]: Set<[UInt8]?>] = [:]
    /// The names that are a function's own.
    var local: Set<[UInt8]> = []
    var cases = 0
    var braces = 0
    /// Parentheses within it that hold nothing together.
    var parentheses = 0
  }

  private struct Assignment {
    var name: [UInt8]
    var before: [UInt8]?
    var value: [UInt8]?
  }

  /// Frames within frames are followed so deeply; prose opens some that never end.
  private static let deepest = 64
  /// A longer value is not known.
  private static let longestValue = 1 << 11
  /// So many values are kept for later in all: beyond, a frame forgets instead.
  private static let mostKept = 1 << 20

  /// The values that are known.
  private(set) var variables = ScriptVariables()
  private var open: [Open] = []
  private var kept = 0
  /// What stands in front of a word that may be a command.
  private var pending: [Assignment] = []
  /// What a command before a text in quotes got in front of it.
  private var environment: [Assignment] = []

  /// Whether a closing bracket may end a pattern of `case`, which a command follows.
  var isInCase: Bool {
    open.last { $0.frame != .list && !$0.frame.isQuote }.map { $0.cases > 0 } ?? false
  }

  // MARK: - Assignments

  /// Takes in what a variable is set to, nil for what is not known; for good where it stands in front
  /// of no command.
  mutating func assign(_ name: ArraySlice<UInt8>, _ value: [UInt8]?, isDeclared: Bool) {
    // Each open frame keeps it: what is no part of an address is not worth that.
    let value = value.flatMap { $0.count <= Self.longestValue ? $0 : nil }
    let assignment = Assignment(name: Array(name), before: variables[name], value: value)
    variables[name] = value
    if isDeclared { note(assignment) } else { pending.append(assignment) }
  }

  /// Takes in that a variable has a value that is not known.
  mutating func forget(_ name: ArraySlice<UInt8>) {
    if let before = variables[name] {
      note(Assignment(name: Array(name), before: before, value: nil))
    }
    variables[name] = nil
  }

  /// Takes in what a line sets in another form than a shell's.
  mutating func declare(in line: ArraySlice<UInt8>) {
    ScriptDeclaration.read(line, into: &variables)
  }

  /// Takes in that a name is a function's own.
  mutating func makeLocal(_ name: ArraySlice<UInt8>) {
    guard let index = open.lastIndex(where: { $0.frame == .function }) else { return }
    open[index].local.insert(Array(name))
  }

  private mutating func note(_ assignment: Assignment) {
    for index in open.indices {
      var values = open[index].values[assignment.name] ?? assignment.before.map { [$0] } ?? []
      values.insert(assignment.value)
      open[index].values[assignment.name] = values
    }
  }

  /// The end of a simple command: what stood in front of nothing lasts.
  mutating func commit() {
    for assignment in pending { note(assignment) }
    pending = []
    environment = []
  }

  /// Takes back what stands in front of a command or a pipe.
  mutating func rollBack() {
    for assignment in pending.reversed() { variables[assignment.name] = assignment.before }
    environment += pending
    pending = []
  }

  /// Takes in the end of a command and its list; a background's is another shell's.
  mutating func endCommand(isShared: Bool) {
    if isShared { rollBack() }
    commit()
    endList()
  }

  // MARK: - Frames

  /// Opens a frame; `names` are those that get another value further on in it, nil where they are too
  /// many to say.
  mutating func begin(_ frame: Frame, assigning names: [ArraySlice<UInt8>]? = []) {
    if open.count >= Self.deepest { open.removeFirst() }
    kept += variables.count
    if kept > Self.mostKept || names == nil { variables.forgetAll() }
    open.append(Open(frame: frame, before: variables))
    if frame == .quote(isLiteral: true) {
      for assignment in environment { variables[assignment.name] = assignment.value }
    }
    for name in names ?? [] {
      if let before = variables[name] { open[open.count - 1].values[Array(name)] = [before] }
      variables[name] = nil
    }
  }

  /// Whether a text that another shell reads is the innermost.
  var isInQuote: Bool { open.last?.frame.isQuote ?? false }

  /// Ends such a text: what it set ends with it, but where a line ended it.
  mutating func endQuote(atLineEnd: Bool = false) {
    guard isInQuote, let quote = open.popLast() else { return }
    if !atLineEnd { close(quote) }
  }

  /// Ends the innermost frame of a kind, and those within it.
  mutating func end(_ isFrame: (Frame) -> Bool) {
    guard let index = open.lastIndex(where: { isFrame($0.frame) }) else { return }
    while open.count > index, let frame = open.popLast() { close(frame) }
  }

  private mutating func close(_ closed: Open) {
    if closed.frame == .subshell || closed.frame.isQuote {
      variables = closed.before
      if kept > Self.mostKept { variables.forgetAll() }
      return
    }
    for (name, values) in closed.values {
      if closed.local.contains(name) {
        variables[name] = closed.before[name]
      } else if values.count > 1 || values.contains(nil) || closed.frame == .function
        || closed.frame == .loop(isPiped: true)
      {
        variables[name] = nil
      } else if let only = values.first, let only {
        variables[name] = only
        if closed.before[name] == nil { variables.doubt(name) }
      }
    }
  }

  /// Starts the next of several branches: what the one before set holds no more.
  private mutating func alternate(_ isFrame: (Frame) -> Bool) {
    guard let frame = open.last, isFrame(frame.frame) else { return }
    for name in frame.values.keys { variables[name] = frame.before[name] }
  }

  /// Takes in `&&` or `||`.
  mutating func pass(isOr: Bool) {
    if open.last?.frame != .list { begin(.list) } else if isOr { alternate { $0 == .list } }
  }

  /// Takes in `;;`.
  mutating func endPattern() { alternate { $0 == .branch } }

  /// Takes in the end of a list: a line's end, or a semicolon.
  mutating func endList() {
    if open.last?.frame == .list { end { $0 == .list } }
  }

  /// Takes in a brace within the body of a function; the last ends it.
  mutating func passBrace(isOpening: Bool) {
    guard let index = open.lastIndex(where: { $0.frame == .function }) else { return }
    open[index].braces += isOpening ? 1 : -1
    if open[index].braces <= 0 { end { $0 == .function } }
  }

  /// Takes in a parenthesis, which starts a subshell where a command may stand.
  mutating func beginParenthesis(isSubshell: Bool) {
    if isSubshell {
      begin(.subshell)
    } else if !open.isEmpty {
      open[open.count - 1].parentheses += 1
    }
  }

  mutating func endParenthesis() {
    guard let last = open.indices.last else { return }
    if open[last].parentheses > 0 {
      open[last].parentheses -= 1
    } else if !isInCase {
      end { $0 == .subshell }
    }
  }

  /// Takes in a word where a command may stand.
  mutating func pass(_ word: ArraySlice<UInt8>) {
    switch word.count {
    case 2 where word.elementsEqual("if".utf8): begin(.branch)
    case 2 where word.elementsEqual("fi".utf8): end { $0 == .branch }
    case 4 where word.elementsEqual("case".utf8):
      begin(.branch)
      if !open.isEmpty { open[open.count - 1].cases = 1 }
    case 4 where word.elementsEqual("esac".utf8): end { $0 == .branch }
    case 4 where word.elementsEqual("else".utf8) || word.elementsEqual("elif".utf8):
      alternate { $0 == .branch }
    case 4 where word.elementsEqual("done".utf8):
      end { $0.isLoop }
    default: break
    }
  }
}
