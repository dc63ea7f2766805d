import Documents
import Keys

/// The risks of a design that somebody has accepted and that have not run out.
struct AcceptedRisks {
  /// For each rule the scopes of its acceptances.
  private let scopes: [ExactText: [Set<ExactText>]]

  init(_ design: KeyDesign, today: CalendarDate) {
    let accepted = design.details.accepted.filter { $0.until.map { $0 >= today } ?? true }
    scopes = Dictionary(grouping: accepted) { ExactText($0.rule) }
      .mapValues { $0.map { Set($0.scopes.map(ExactText.init)) } }
  }

  /// Whether a finding is of an accepted rule and about no further scope.
  func cover(_ finding: Finding) -> Bool {
    guard !scopes.isEmpty, let named = scopes[ExactText(finding.rule)] else { return false }
    return named.contains { names in finding.scopes.allSatisfy { names.contains(ExactText($0)) } }
  }
}
