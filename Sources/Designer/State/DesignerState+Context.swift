extension DesignerState {
  /// Where the keys go at the moment.
  var context: Context {
    switch mode {
    case .browsing:
      if findingPane.fillsScreen { return .findings }
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
    case .givingReason: return .reason
    case .accepting: return .acceptance
    case .choosingPreset: return .presets
    case .choosingScopes: return .scopeChoice
    case .asking(.quitUnsaved): return .quitQuestion
    case .asking(.overwrite), .asking(.replaceFiles): return .overwriteQuestion
    case .asking(.tickRuledOut): return .ruledOutQuestion
    case .answering: return .terms
    case .reading(.powers, _, _): return .powers
    case .reading(.report(let report), _, _): return report.offer == nil ? .help : .filesPage
    case .reading: return .help
    case .offeringDraft: return .draft
    case .choosingCopy: return .copy
    case .starting: return .start
    case .givingCalls: return .givingCalls
    case .choosingKey: return .keyFiles
    case .commanding: return .commandLine
    }
  }

  /// Where the keys go when the page that is read is left.
  var contextBelow: Context {
    var below = self
    while case .reading(.keys, _, let covered) = below.mode { below.mode = covered }
    return below.context
  }
}
