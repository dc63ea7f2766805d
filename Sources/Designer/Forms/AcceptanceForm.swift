import Judgement
import Keys
import TerminalUI

/// What a person types to take a risk: the word where an error asks for it, a reason, a name, a day.
struct AcceptanceForm: Hashable, Sendable {
  /// One line of the form.
  enum Line: Int, CaseIterable, Sendable {
    case word
    case reason
    case by
    case until

    var title: String {
      switch self {
      case .word: "Type accept"
      case .reason: "Reason"
      case .by: "Your name"
      case .until: "Until"
      }
    }
  }

  /// The findings that are accepted together.
  var findings: [Finding]
  /// Whether the key is written afterwards.
  var writesAfterwards: Bool
  /// Whether it was opened from the review, and leads back there.
  var isOfReview = false
  var fields: [TextField]
  var line: Line
  /// How many lines of the findings have scrolled off above.
  var top = 0
  var problem: String?
  /// What stood in the fields at the start.
  private let before: [String]

  init(findings: [Finding], writesAfterwards: Bool, user: String) {
    self.findings = findings
    self.writesAfterwards = writesAfterwards
    fields = [TextField(), TextField(), TextField(user), TextField()]
    line = writesAfterwards ? .word : .reason
    before = fields.map(\.text)
  }

  /// Whether a field holds something else than at the start.
  var isChanged: Bool { fields.map(\.text) != before }

  /// The lines that are asked; the word only before a write.
  var lines: [Line] {
    guard writesAfterwards else { return [.reason, .by, .until] }
    return acceptable.isEmpty ? [.word] : Line.allCases
  }

  /// Those of the findings that are risks: a call that stays closed is none.
  private var acceptable: [Finding] { findings.filter(\.isAcceptable) }

  mutating func move(by step: Int) {
    guard let place = lines.firstIndex(of: line) else { return }
    line = lines[(place + step + lines.count) % lines.count]
  }

  func text(_ line: Line) -> String {
    fields[line.rawValue].text.split(separator: " ").joined(separator: " ")
  }

  /// The acceptances, or what is still missing and where.
  func acceptances(today: CalendarDate) -> Result<[Acceptance], Problem> {
    if writesAfterwards, text(.word) != "accept" {
      return .failure(Problem(line: .word, text: "type the word accept to go on"))
    }
    if acceptable.isEmpty { return .success([]) }
    guard !text(.reason).isEmpty else {
      return .failure(Problem(line: .reason, text: "say why the risk is taken"))
    }
    guard !text(.by).isEmpty else {
      return .failure(Problem(line: .by, text: "say who takes it"))
    }
    let until = CalendarDate(text(.until), from: today)
    if !text(.until).isEmpty, until == nil {
      return .failure(
        Problem(line: .until, text: "write a day that exists as YYYY-MM-DD, or days as 90d"))
    }
    if let until, until < today {
      return .failure(Problem(line: .until, text: "this day is past; today is \(today)"))
    }
    return .success(
      acceptable.map {
        Acceptance(
          rule: $0.rule, scopes: $0.scopes, reason: text(.reason), by: text(.by), until: until)
      })
  }

  /// What keeps the form from being applied.
  struct Problem: Error, Hashable {
    var line: Line
    var text: String
  }
}
