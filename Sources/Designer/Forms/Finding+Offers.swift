import Judgement
import Keys

extension Finding {
  /// Whether it says that a call is closed which the key is for.
  var isClosedCall: Bool { rule == WantedCallClosed.id }

  /// Whether a person can take it as a risk.
  var isAcceptable: Bool { !isClosedCall && !rule.hasPrefix("acceptance-") }

  /// The calls that can be given up to settle it; nil where none can.
  var callsToGiveUp: [String]? {
    for case .giveUp(let calls) in remedy?.offers ?? [] { return calls }
    return nil
  }

  /// Whether a list of addresses is offered in the place of an edit.
  var offersAddresses: Bool {
    remedy?.detail == .addresses || remedy?.offers.contains(.limitAddresses) == true
  }
}

extension DetailsForm.Line {
  /// The line of a detail that a remedy names; nil where it is none of the form.
  init?(_ detail: Remedy.Detail) {
    switch detail {
    case .label: self = .label
    case .purpose: self = .purpose
    case .owner: self = .owner
    case .addresses: self = .addresses
    case .rotateBy: self = .rotateBy
    case .reason: return nil
    }
  }
}
