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
  case terms
  case ruledOutQuestion
  case reason
  case start
  case givingCalls
  case keyFiles
  case commandLine
  case scopeChoice = 23
  case powers
  case filesPage

  /// Where letters are text.
  static let typing: ContextSet = [
    .filter, .form, .path, .acceptance, .reason, .givingCalls, .commandLine,
  ]

  /// The heading in the help.
  var title: String {
    switch self {
    case .tree: "Scopes"
    case .operations: "Calls"
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
    case .terms: "Kind of key and questions"
    case .ruledOutQuestion: "Ticking what is ruled out"
    case .reason: "Reason for a scope"
    case .start: "Start"
    case .givingCalls: "Calls that your program makes"
    case .keyFiles: "Opening a key"
    case .commandLine: "Command line"
    case .scopeChoice: "Scopes of a cell"
    case .powers: "What the key can do"
    case .filesPage: "The keys of a split, the calls of a probe"
    }
  }
}

/// Some of the places where keys mean what they mean.
struct ContextSet: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  // Numbers that stand here, one for each place in its order: only so is the key table, which names
  // a hundred of these sets, data of the program.
  static let tree = ContextSet(rawValue: 0x0001)
  static let operations = ContextSet(rawValue: 0x0002)
  static let grid = ContextSet(rawValue: 0x0004)
  static let detail = ContextSet(rawValue: 0x0008)
  static let findings = ContextSet(rawValue: 0x0010)
  static let filter = ContextSet(rawValue: 0x0020)
  static let form = ContextSet(rawValue: 0x0040)
  static let review = ContextSet(rawValue: 0x0080)
  static let path = ContextSet(rawValue: 0x0100)
  static let acceptance = ContextSet(rawValue: 0x0200)
  static let presets = ContextSet(rawValue: 0x0400)
  static let quitQuestion = ContextSet(rawValue: 0x0800)
  static let overwriteQuestion = ContextSet(rawValue: 0x1000)
  static let help = ContextSet(rawValue: 0x2000)
  static let draft = ContextSet(rawValue: 0x4000)
  static let copy = ContextSet(rawValue: 0x8000)
  static let terms = ContextSet(rawValue: 0x10000)
  static let ruledOutQuestion = ContextSet(rawValue: 0x20000)
  static let reason = ContextSet(rawValue: 0x40000)
  static let start = ContextSet(rawValue: 0x80000)
  static let givingCalls = ContextSet(rawValue: 0x100000)
  static let keyFiles = ContextSet(rawValue: 0x200000)
  static let commandLine = ContextSet(rawValue: 0x400000)
  static let scopeChoice = ContextSet(rawValue: 0x800000)
  static let powers = ContextSet(rawValue: 0x1000000)
  static let filesPage = ContextSet(rawValue: 0x2000000)
  /// Every place.
  static let everywhere = ContextSet(rawValue: .max)

  init(_ context: Context) { rawValue = 1 << UInt32(context.rawValue) }

  func contains(_ context: Context) -> Bool { rawValue & 1 << UInt32(context.rawValue) != 0 }
}
