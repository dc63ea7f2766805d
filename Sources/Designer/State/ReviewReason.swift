import BitCollections
import Catalogs
import Judgement
import Keys

/// Why a chosen scope is there: the strongest of its reasons.
enum ReviewReason: Hashable, Sendable {
  /// Calls that the key is for need it.
  case needed
  /// A preset brought it.
  case preset(String)
  /// The remedy of a finding brought it.
  case remedy(String)
  /// A person ticked it.
  case hand
  /// It stood in the file that was opened.
  case opened

  /// The heading of the scopes with this reason.
  var title: String {
    switch self {
    case .needed: "Needed by these calls"
    case .preset(let title): "From the preset \(title)"
    case .remedy(let rule): "To settle \(rule)"
    case .hand: "Chosen by hand"
    case .opened: "As it stood in the file"
    }
  }

  /// Where its group stands: what was decided last comes first.
  var rank: Int {
    switch self {
    case .hand: 0
    case .preset: 1
    case .remedy: 2
    case .needed: 3
    case .opened: 4
    }
  }
}

extension DesignerState {
  /// The reason of every chosen scope.
  func reviewReasons() -> [Int: ReviewReason] {
    let needed = neededScopes()
    let origins = editor.origins()
    var reasons: [Int: ReviewReason] = [:]
    for scope in editor.design.scopes {
      if needed.contains(scope) {
        reasons[scope] = .needed
        continue
      }
      reasons[scope] =
        switch origins[scope] {
        case .hand: .hand
        case .preset(let title): .preset(title)
        case .remedy(let rule): .remedy(rule)
        case nil: .opened
        }
    }
    return reasons
  }

  /// The chosen scopes that calls which the key is for, and which it opens, ask for.
  private func neededScopes() -> BitSet {
    var needed: BitSet = []
    let access = access
    for call in editor.design.details.operations {
      guard let index = catalog.indexOfOperation(call) else { continue }
      guard access.isOpen(index) else { continue }
      for scope in access.heldRows(of: index).joined().joined() {
        if let holder = access.holder(of: scope) { needed.insert(holder) }
      }
    }
    return needed
  }

  /// For each scope the calls that the key is for and that ask for it.
  func callsByNeededScope() -> [Int: [String]] {
    var calls: [Int: [String]] = [:]
    let access = access
    for call in editor.design.details.operations {
      guard let index = catalog.indexOfOperation(call),
        let rows = access.rows(of: index)
      else { continue }
      let named = Set(rows.joined().joined().flatMap { [$0] + catalog.granters(of: $0) })
      for scope in named { calls[scope, default: []].append(call) }
    }
    return calls
  }
}
