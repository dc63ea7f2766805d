import Catalogs
import Judgement
import Keys
import TerminalUI

/// All that the designer knows: a value, changed by `update` alone.
package struct DesignerState: Sendable {
  /// Where a finished key goes.
  package enum Target: Hashable, Sendable {
    /// Standard output, when the designer ends.
    case standardOutput
    /// A file. `known` is what is believed to stand there; nil for nothing.
    case file(path: String, known: [UInt8]?)
    /// Nowhere yet: the review proposes a path.
    case undecided

    /// Whether the key has a file to come back to.
    var isFile: Bool { if case .file = self { true } else { false } }
  }

  /// The catalog.
  package let catalog: Catalog
  /// The manifest that was opened, or a new one.
  package internal(set) var manifest: Manifest
  /// The design, with undo.
  package internal(set) var editor: DesignEditor
  /// The findings, kept up to date.
  package internal(set) var findings: Findings
  /// The findings in the order in which they are listed, made once a change; long lists are cut.
  private(set) var listedFindings: [Finding]
  /// Where the key goes.
  package internal(set) var target: Target
  /// The design as it was last written or opened.
  package internal(set) var savedDesign: KeyDesign
  /// What was written last, for the line that is left behind on the main screen.
  package internal(set) var lastWrite: String?
  /// The bytes for standard output, once the key is finished.
  package internal(set) var output: [UInt8]?

  /// The screen's size.
  package internal(set) var size: Size
  /// What the terminal can show.
  package let charset: Charset
  /// The person's name, proposed where a risk is accepted.
  let user: String
  /// The day of the session.
  let today: CalendarDate

  /// The form in which the key is written.
  var format = KeyForm.manifest
  /// Where a form other than the manifest goes, where a person has said so for one of them.
  var exportPath: (path: String, format: KeyForm)?
  /// The review, once it was opened.
  var reviewing = Reviewing()

  /// The scopes as a tree.
  var outline: Outline
  /// The operations as a tree, once somebody has looked at them.
  var callOutline: CallOutline?
  /// The scopes as a grid, once somebody has looked at it.
  var grid: GridState?
  /// The presets that the words of the filter name.
  var presetMatches = PresetMatches()
  /// Which of the three fills the main pane.
  var view = MainView.scopes
  /// What the chosen operations ask of the key.
  private(set) var calls: CallNeeds
  var mode = Mode.browsing
  var pane = Pane.tree
  /// The cell of the table of what the key can do.
  var powersCursor = PowersCursor()
  /// Where the list of findings stands.
  var findingPane = FindingPane()
  var detailTop = 0
  var message: Message? {
    didSet { if let message, message != oldValue { record(message) } }
  }
  /// What was said, the oldest first.
  private(set) var history: [Message] = []
  /// What was said and has to be read; it shows until Escape, or a look at the log.
  var unread: Message?
  /// What was cut from lines of text.
  var kills = KillRing()
  /// What to come back to.
  var interruption = Interruption()
  /// The keys as the person has them.
  let keys: KeyMap
  /// Which hue stands for what.
  let theme: Theme
  /// Whether mouse events are asked for; the terminal selects text while they are not.
  var takesMouse: Bool
  /// How the draft on disk stands.
  var drafting = Drafting()
  /// How a new key begins.
  var beginning = Beginning()
  /// A command that was typed and is still to be carried out.
  var typedCommand: TypedCommand?

  /// Starts a session.
  ///
  /// - Parameters:
  ///   - manifest: the opened manifest, or a new one of its catalog.
  ///   - target: where the key goes.
  ///   - today: the day of the session, for rules about dates.
  ///   - size: the screen's size.
  ///   - charset: what the terminal can show.
  ///   - user: the person's name.
  ///   - policy: what the team asks of its keys.
  ///   - settings: keys and colors as the person wants them.
  ///   - notice: what to say first, in the place of the welcome.
  ///   - startsOnPage: whether an empty key begins on the page with the ways on.
  package init(
    manifest: Manifest, target: Target, today: CalendarDate, size: Size, charset: Charset = .utf8,
    user: String = "", policy: Policy = Policy(), settings: Settings = Settings(),
    notice: String? = nil, startsOnPage: Bool = false
  ) {
    catalog = manifest.resolvedCatalog
    self.manifest = manifest
    editor = DesignEditor(catalog: catalog, design: manifest.original)
    findings = Findings(
      rules: RuleSet(catalog: catalog, policy: policy), design: manifest.original, today: today)
    listedFindings = findings.list(limit: Self.findingLimit)
    self.target = target
    // What was adopted from another document stands in no manifest yet.
    savedDesign = manifest.source == nil ? KeyDesign() : manifest.original
    self.size = size
    self.charset = charset
    self.user = user
    self.today = today
    keys = settings.keys
    theme = settings.theme
    takesMouse = settings.mouse ?? true
    outline = Outline(
      Forest(scopesOf: catalog), unknown: manifest.original.details.unknownScopes)
    calls = CallNeeds(manifest.original, catalog: catalog)
    beginning.isHome = startsOnPage && isBlank
    message = Message(
      text: notice ?? (beginning.isHome ? "" : welcome), isProblem: notice != nil)
    fitOutline()
    revealChosen()
    mode = asksForKind ? .answering(cursor: 0) : home
  }

  /// So many findings are listed at most; the counts are exact.
  private static let findingLimit = 500

  /// One line for the first start, with the keys as they are.
  var welcome: String {
    let parts: [(Command, String)] = [
      (.toggle, "ticks"), (.filter, "filters"), (.review, "reviews and writes"), (.quit, "leaves"),
      (.help, "lists all keys"),
    ]
    var text = ""
    for (command, verb) in parts {
      guard let name = keys.name(of: command, in: .tree) else { continue }
      text += "\(text.isEmpty ? "" : ", ")\(name) \(verb)"
    }
    return text
  }

  /// Whether there are changes that are not written.
  package var hasUnsavedChanges: Bool { editor.design != savedDesign }

  /// The finding under the cursor of the findings pane.
  ///
  /// In the review it is the finding under that one's cursor.
  var currentFinding: Finding? {
    if !speaks { return nil }
    if isReviewing {
      guard case .finding(let finding) = reviewItem else { return nil }
      return finding
    }
    let list = listedFindings
    return list.indices.contains(findingPane.cursor) ? list[findingPane.cursor] : nil
  }

  /// Keeps what was said, for the log; of very much the oldest goes.
  private mutating func record(_ message: Message) {
    if message.stays { unread = message }
    history.append(message)
    if history.count > 1000 { history.removeFirst(500) }
  }

  /// Whether the keys go to the findings.
  var isInFindings: Bool { pane == .findings }

  /// Whether the cursor of the findings stands on the finding that was walked to last.
  var isWalking: Bool {
    guard let walked = findingPane.walked, let currentFinding else { return false }
    return walked.rule == currentFinding.rule
      && walked.scopes == currentFinding.scopes
  }

  /// Takes a change of the design over into what follows from it.
  mutating func designChanged(flipped: [Int]) {
    let current = currentFinding
    let follows = pane == .findings || isWalking
    findings.update(design: editor.design, flipped: flipped)
    listedFindings = findings.list(limit: Self.findingLimit)
    takeCalls()
    let list = listedFindings
    findingPane.top = 0
    // The list goes back to its strongest, unless a person is reading further down.
    guard follows, let current else {
      findingPane.cursor = 0
      return fitOutline()
    }
    let place =
      list.firstIndex { $0.rule == current.rule && $0.scopes == current.scopes }
      ?? list.firstIndex { $0.rule == current.rule && list.count > 1 }
    if let place, isWalking { findingPane.walked = list[place] }
    findingPane.cursor = place ?? max(0, min(findingPane.cursor, list.count - 1))
    fitOutline()
  }

  /// Takes the chosen operations over into what follows from them.
  private mutating func takeCalls() {
    guard !calls.areOf(editor.design, catalog: catalog) else { return }
    calls = CallNeeds(editor.design, catalog: catalog)
    callOutline?.take(calls)
  }

  /// Tells what fills the main pane how much of it there is.
  mutating func fitOutline() {
    // Asked without the state as a whole, of which a copy would be made.
    let tree = LayoutPlan(
      size: size, pane: pane, findingsOnly: findingPane.fillsScreen, view: view,
      presets: presetsBeside.count
    ).tree
    guard tree.rows > 0 else { return }
    switch view {
    case .scopes: outline.setHeight(tree.rows)
    case .operations: callOutline?.outline.setHeight(tree.rows)
    case .grid: grid?.fit(tree)
    }
  }
}
