import Catalogs
import Judgement
import Keys
import TerminalUI

/// What can be typed next in the command line, the best first.
struct Completions {
  /// One way to go on.
  struct Entry: Hashable {
    /// The line with it.
    var line: String
    /// The word as it is listed.
    var word: String
    /// What it does, or is.
    var help: String
    /// The key that does the same.
    var key: String?
  }

  /// So many are found at most.
  private static let limit = 200

  /// The ways to go on.
  private(set) var entries: [Entry] = []

  init(_ line: CommandLine, _ state: DesignerState) {
    let text = line.field.text
    let start = String(text.drop { $0 == " " })
    if let space = start.firstIndex(of: " ") {
      let name = String(start[..<space])
      let rest = String(start[space...].drop { $0 == " " })
      addArguments(name, rest, state)
    } else {
      addWords(start.lowercased(), state)
    }
  }

  private mutating func addWords(_ text: String, _ state: DesignerState) {
    let words = CommandWord.all(state.keys)
    let starting = words.filter { $0.name.hasPrefix(text) }
    let inside = words.filter { !$0.name.hasPrefix(text) && $0.name.contains(text) }
    let about = words.filter {
      text.count > 2 && !$0.name.contains(text) && $0.help.lowercased().contains(text)
    }
    entries = (starting + inside + about).map { word in
      Entry(
        line: word.name + (word.argument.isEmpty ? "" : " "),
        word: word.name + (word.argument.isEmpty ? "" : " " + word.argument), help: word.help,
        key: word.key)
    }
  }

  private mutating func addArguments(_ name: String, _ rest: String, _ state: DesignerState) {
    guard let word = CommandWord.named(name, state.keys),
      let verb = PlainCommand.named(word.name)?.verb
    else { return }
    // Of several words the last is being typed.
    let takesSeveral = [.tick, .untick].contains(verb)
    let kept = takesSeveral ? rest.lastIndex(of: " ").map { rest[...$0] } ?? "" : ""
    let typed = String(rest.dropFirst(kept.count)).lowercased()
    let all = Self.arguments(verb, state)
    let starting = all.filter { $0.word.lowercased().hasPrefix(typed) }
    let inside = all.filter {
      let folded = $0.word.lowercased()
      return !folded.hasPrefix(typed) && folded.contains(typed)
    }
    entries = (starting + inside).prefix(Self.limit).map { argument in
      Entry(
        line: "\(word.name) \(kept)\(argument.word)", word: argument.word, help: argument.help,
        key: nil)
    }
    if entries.isEmpty, !word.argument.isEmpty {
      entries = [
        Entry(line: "\(word.name) \(rest)", word: "\(word.name) \(word.argument)", help: word.help)
      ]
    }
  }

  private static func arguments(
    _ verb: PlainCommand.Verb, _ state: DesignerState
  ) -> [(word: String, help: String)] {
    let catalog = state.catalog
    var scopes: [(word: String, help: String)] { catalog.scopes.map { ($0.id, $0.title) } }
    var chosen: [(word: String, help: String)] {
      state.editor.design.scopes.map { (catalog.scopes[$0].id, catalog.scopes[$0].title) }
    }
    var calls: [(word: String, help: String)] {
      catalog.operations.map { ($0.call, $0.summary) }
    }
    switch verb {
    case .tick, .show, .never: return scopes
    case .untick, .because: return chosen
    case .call: return calls
    case .uncall: return state.editor.design.details.operations.map { ($0, "") }
    case .story:
      return state.findings.rules.infos.map { ($0.id, $0.title) } + scopes + calls
    case .preset: return catalog.presets.map { ($0.id, $0.title) }
    case .list: return catalog.categories.map { ($0.name, $0.summary) }
    case .kind: return catalog.kinds.map { ($0.id, $0.title) }
    case .allow: return state.editor.design.details.never.map { ($0, "") }
    case .format: return KeyForm.all(of: catalog).map { ($0.name, $0.words) }
    case .native:
      return catalog.forms.map { ($0.id, $0.title) }
    case .clear: return ["label", "purpose", "addresses", "rotate"].map { ($0, "empty it") }
    case .help: return PlainCommand.table.map { ($0.names[0], $0.help) }
    case .open: return state.beginning.keys.map { ($0.path, $0.isRecent ? "used before" : "here") }
    case .diff:
      let path = if case .file(let path, _) = state.target { path } else { "PATH" }
      return [("git:HEAD:\(path)", "as it was committed last")]
        + state.beginning.keys.map { ($0.path, $0.isRecent ? "used before" : "here") }
    default: return []
    }
  }
}
