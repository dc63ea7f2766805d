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
struct ContextSet: Equatable, Sendable, ExpressibleByArrayLiteral {
  /// Every place.
  static let everywhere = ContextSet(Context.allCases)

  private var bits: UInt32 = 0

  init(_ contexts: [Context]) {
    for context in contexts { bits |= 1 << UInt32(context.rawValue) }
  }

  init(arrayLiteral contexts: Context...) { self.init(contexts) }

  var isEmpty: Bool { bits == 0 }

  func contains(_ context: Context) -> Bool { bits & 1 << UInt32(context.rawValue) != 0 }

  func isDisjoint(with other: Self) -> Bool { bits & other.bits == 0 }

  func union(_ other: Self) -> Self {
    var result = self
    result.bits |= other.bits
    return result
  }
}
