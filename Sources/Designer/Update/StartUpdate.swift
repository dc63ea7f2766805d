import Judgement
import Keys
import TerminalUI

// The page on which a new key begins, and opening another key.

extension DesignerState {
  mutating func start(_ command: Command, _ cursor: Int) -> [Effect] {
    let ways = StartWay.allCases
    switch command {
    case .confirm: return take(ways[max(0, min(cursor, ways.count - 1))])
    case .presets: return take(.job)
    case .giveCalls: return take(.calls)
    case .scopesView: return take(.scopes)
    case .openKey: return take(.key)
    case .help: openHelp()
    case .up, .down, .pageUp, .pageDown, .first, .last:
      let next = moved(cursor, command, page: ways.count, end: ways.count - 1)
      beginning.cursor = max(0, min(next, ways.count - 1))
      mode = home
    case .powersView, .commandLine: return browse(command)
    default:
      mode = .browsing
      return browse(command)
    }
    return []
  }

  /// Goes a way on from the start page.
  mutating func take(_ way: StartWay) -> [Effect] {
    beginning.cursor = way.rawValue
    mode = home
    if let reason = disabledReason(way.command) {
      message = Message(text: reason, isProblem: true)
      return []
    }
    mode = .browsing
    guard way == .scopes else { return browse(way.command) }
    show(.scopes)
    message = Message(text: welcome)
    return []
  }

  // MARK: - Opening a key

  /// Opens the list of the keys that are there, and has them looked for.
  mutating func openKeys() -> [Effect] {
    mode = .choosingKey(cursor: 0)
    return [.ask(.keys)]
  }

  mutating func chooseKey(_ command: Command, _ cursor: Int) -> [Effect] {
    let end = max(0, beginning.keys.count - 1)
    switch command {
    case .back: mode = home
    case .help: openHelp()
    case .typePath: mode = .commanding(CommandLine(field: TextField("open ")), over: home)
    case .confirm:
      guard beginning.keys.indices.contains(cursor) else {
        message = Message(text: "there is no key here: \(key(.typePath)) names a file")
        return []
      }
      return open(key: beginning.keys[cursor].path)
    default:
      let page = max(1, LayoutPlan(state: self).body.rows - 2)
      let next = moved(cursor, command, page: page, end: end)
      mode = .choosingKey(cursor: max(0, min(next, end)))
    }
    return []
  }

  /// Asks for another key, where nothing would be lost by it.
  mutating func open(key path: String) -> [Effect] {
    if let reason = reasonAgainstOpening {
      message = Message(text: reason, isProblem: true)
      return []
    }
    return [.ask(.key(path: path))]
  }

  /// Goes on with another key.
  private mutating func become(_ opened: OpenedKey) {
    var settings = Settings()
    (settings.keys, settings.theme, settings.mouse) = (keys, theme, takesMouse)
    let (known, kills) = (beginning.keys, kills)
    self = DesignerState(
      manifest: opened.manifest, target: .file(path: opened.path, known: opened.bytes),
      today: today, size: size, charset: charset, user: user, policy: opened.policy,
      settings: settings, notice: opened.notice)
    (beginning.keys, self.kills) = (known, kills)
    if opened.notice == nil { message = Message(text: "opened \(opened.path): \(summary)") }
  }

  // MARK: - Answers

  /// Takes what was found outside.
  mutating func answered(_ inquiry: Inquiry, _ answer: InquiryAnswer) -> [Effect] {
    switch answer {
    case .keys(let keys): beginning.keys = keys
    case .calls(let records): add(records)
    case .key(let opened): become(opened)
    case .page(let report): open(.report(report))
    case .failed(let reason): message = Message(text: reason, isProblem: true)
    case .noFile:
      // What is no file may be a call.
      if case .calls(let path) = inquiry { read(calls: path) }
    }
    fitOutline()
    return []
  }
}
