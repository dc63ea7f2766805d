import Catalogs
import Judgement
import Keys
import TerminalUI

/// The story of a rule: what it warns of, the calls in order, the remedy, a bad key and a good one.
enum RuleView {
  static func lines(_ rule: String, _ state: DesignerState, columns: Int) -> [StyledLine] {
    guard let page = RulePage(rule: rule, rules: state.findings.rules) else {
      return [StyledLine("\(rule): the rule has no page", .dim)]
    }
    let trace = state.findings.rules.combination(rule).flatMap {
      AbuseTrace($0, access: state.access)
    }
    let lines = Sanitizer.lines(of: page.text(width: columns, checkedBy: trace))
    return lines.enumerated().flatMap { place, line in
      // A page is never narrower than some screens are.
      line.isEmpty
        ? [StyledLine()]
        : TextWidth.columns(of: line, charset: state.charset) <= columns
          ? [StyledLine(line, place == 0 ? Look.heading : .plain)]
          : StyledLine.wrap(line, columns: columns, charset: state.charset)
    }
  }
}

extension DesignerState {
  /// The rule whose story is asked for: that of the finding under the cursor, or the gravest of what
  /// is said of the scope there; nil for none.
  var ruleUnderCursor: String? {
    if isReviewing || isInFindings { return currentFinding?.rule }
    guard case .scope(let scope) = subject else { return nil }
    let own = findings.list(ofScope: scope).first { !$0.isAccepted }
    return own?.rule
      ?? (editor.isChosen(scope)
        ? nil
        : findings.preview(flipping: scope).added.first { $0.rule != "unneeded-scope" }?.rule)
  }
}
