import KeyModel
import TerminalUI

/// One row of the key table, from which dispatch, key bar and help are all made.
struct KeyBinding: Sendable {
  /// The keys; the first is the one that the key bar shows.
  var keys: [Key]
  let command: Command
  /// Where the binding holds.
  let contexts: Set<Context>
  /// The word in the key bar; nil keeps it out of there.
  let label: String?
  /// The line in the help.
  let help: String

  init(
    _ keys: [Key], _ command: Command, in contexts: Set<Context>, bar label: String? = nil,
    _ help: String
  ) {
    self.keys = keys
    self.command = command
    self.contexts = contexts
    self.label = label
    self.help = help
  }
}

/// Where keys mean what they mean.
enum Context: String, Hashable, CaseIterable, Sendable {
  case tree = "Scopes"
  case operations = "Operations"
  case grid = "Grid"
  case detail = "Details"
  case findings = "Findings"
  case filter = "Filter"
  case form = "Key details"
  case review = "Review"
  case path = "Path"
  case acceptance = "Accepting a risk"
  case presets = "Presets"
  case quitQuestion = "Leaving with unsaved changes"
  case overwriteQuestion = "Replacing a file"
  case help = "Help"
  case draft = "A draft is there"
  case copy = "Copy, after y"

  /// Where letters are text.
  static let typing: Set<Context> = [.filter, .form, .path, .acceptance]
}

extension DesignerState {
  /// Where the keys go at the moment.
  var context: Context {
    switch mode {
    case .browsing:
      if showsFindingsOnly { return .findings }
      switch pane {
      case .tree:
        switch view {
        case .scopes: return .tree
        case .operations: return .operations
        case .grid: return .grid
        }
      case .detail: return .detail
      case .findings: return .findings
      }
    case .filtering: return .filter
    case .editingDetails: return .form
    case .reviewing: return .review
    case .choosingPath: return .path
    case .accepting: return .acceptance
    case .choosingPreset: return .presets
    case .asking(.quitUnsaved): return .quitQuestion
    case .asking(.overwrite): return .overwriteQuestion
    case .reading: return .help
    case .offeringDraft: return .draft
    case .choosingCopy: return .copy
    }
  }
}
