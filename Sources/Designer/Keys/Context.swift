/// Where keys mean what they mean.
enum Context: UInt8, Hashable, CaseIterable, Sendable {
  case tree
  case operations
  case grid
  case detail
  case findings
  case filter
  case form
  case review
  case path
  case acceptance
  case presets
  case quitQuestion
  case overwriteQuestion
  case help
  case draft
  case copy

  /// Where letters are text.
  static let typing: ContextSet = [.filter, .form, .path, .acceptance]

  /// The heading in the help.
  var title: String {
    switch self {
    case .tree: "Scopes"
    case .operations: "Operations"
    case .grid: "Grid"
    case .detail: "Details"
    case .findings: "Findings"
    case .filter: "Filter"
    case .form: "Key details"
    case .review: "Review"
    case .path: "Path"
    case .acceptance: "Accepting a risk"
    case .presets: "Presets"
    case .quitQuestion: "Leaving with unsaved changes"
    case .overwriteQuestion: "Replacing a file"
    case .help: "Help"
    case .draft: "A draft is there"
    case .copy: "Copy, after y"
    }
  }
}

/// Some of the places where keys mean what they mean.
struct ContextSet: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  // Numbers, not lists: the key table names a hundred of these sets at every start.
  static let tree = ContextSet(.tree)
  static let operations = ContextSet(.operations)
  static let grid = ContextSet(.grid)
  static let detail = ContextSet(.detail)
  static let findings = ContextSet(.findings)
  static let filter = ContextSet(.filter)
  static let form = ContextSet(.form)
  static let review = ContextSet(.review)
  static let path = ContextSet(.path)
  static let acceptance = ContextSet(.acceptance)
  static let presets = ContextSet(.presets)
  static let quitQuestion = ContextSet(.quitQuestion)
  static let overwriteQuestion = ContextSet(.overwriteQuestion)
  static let help = ContextSet(.help)
  static let draft = ContextSet(.draft)
  static let copy = ContextSet(.copy)
  /// Every place.
  static let everywhere = ContextSet(rawValue: .max)

  init(_ context: Context) { rawValue = 1 << UInt32(context.rawValue) }

  func contains(_ context: Context) -> Bool { rawValue & 1 << UInt32(context.rawValue) != 0 }
}
