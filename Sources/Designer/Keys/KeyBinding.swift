import KeyModel
import TerminalUI

/// One row of the key table, from which dispatch, key bar and help are all made.
struct KeyBinding: Sendable {
  /// The keys; the first is the one that the key bar shows.
  var keys: [Key]
  let command: Command
  /// Where the binding holds.
  let contexts: ContextSet
  /// The word in the key bar; nil keeps it out of there.
  let label: String?
  /// The line in the help.
  let help: String

  init(
    _ keys: [Key], _ command: Command, in contexts: ContextSet, bar label: String? = nil,
    _ help: String
  ) {
    self.keys = keys
    self.command = command
    self.contexts = contexts
    self.label = label
    self.help = help
  }
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
