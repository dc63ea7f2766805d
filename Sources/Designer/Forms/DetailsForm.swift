import Judgement
import Keys
import TerminalUI

/// The key's details as fields.
struct DetailsForm: Hashable, Sendable {
  /// One line of the form.
  enum Line: Int, CaseIterable, Sendable {
    case label
    case purpose
    case addresses
    case rotateBy
    case owner

    var title: String {
      switch self {
      case .label: "Label"
      case .purpose: "Purpose"
      case .addresses: "Addresses"
      case .rotateBy: "Rotate by"
      case .owner: "Owner"
      }
    }

    var hint: String {
      switch self {
      case .label: "names the program that uses the key"
      case .purpose: "what the key is for, in a sentence"
      case .addresses: "who may use it: 203.0.113.7; empty: anyone"
      case .rotateBy: "the day it is replaced: 2027-02-01, or 90d"
      case .owner: "who holds the key: Ada, or a team"
      }
    }
  }

  var fields: [TextField]
  var line = Line.label
  var problem: String?
  /// What stood in the fields at the start.
  private let before: [String]

  init(_ details: KeyDetails) {
    fields = [
      details.label, details.purpose, details.ipAddresses.joined(separator: ", "),
      details.rotateBy?.description ?? "", details.owner,
    ].map { TextField(keeping: $0) }
    before = fields.map(\.text)
  }

  /// Whether a field holds something else than at the start.
  var isChanged: Bool { fields.map(\.text) != before }

  /// The titles of the fields that hold something else than at the start.
  var changedTitles: [String] { Line.allCases.filter(isChanged).map { $0.title.lowercased() } }

  mutating func move(by step: Int) {
    let count = Line.allCases.count
    line = Line(rawValue: (line.rawValue + step + count) % count) ?? .label
  }

  /// The details with what was typed, or the first problem and the line that it is on.
  ///
  /// Days from now are counted from today.
  func applied(to details: KeyDetails, today: CalendarDate) -> Result<KeyDetails, Problem> {
    // A field that nobody has touched changes nothing, however it came to its text.
    var next = details
    if isChanged(.label) { next.label = trimmed(.label) }
    if isChanged(.purpose) { next.purpose = trimmed(.purpose) }
    if isChanged(.owner) { next.owner = trimmed(.owner) }
    var addresses: [String] = []
    for part in fields[Line.addresses.rawValue].text.split(whereSeparator: { ", ;".contains($0) }) {
      guard AddressRange(String(part)) != nil else {
        return .failure(Problem(line: .addresses, text: "\"\(part)\" is not an address or range"))
      }
      if !addresses.contains(String(part)) { addresses.append(String(part)) }
    }
    if isChanged(.addresses) { next.ipAddresses = addresses }
    let date = trimmed(.rotateBy)
    next.rotateBy = CalendarDate(date, from: today)
    if !date.isEmpty, next.rotateBy == nil {
      return .failure(
        Problem(
          line: .rotateBy,
          text: "\"\(date)\" is not a day; write it as YYYY-MM-DD, or as 90d from today"))
    }
    return .success(next)
  }

  /// What keeps the form from being applied.
  struct Problem: Error, Hashable {
    var line: Line
    var text: String
  }

  private func isChanged(_ line: Line) -> Bool {
    fields[line.rawValue].text != before[line.rawValue]
  }

  private func trimmed(_ line: Line) -> String {
    fields[line.rawValue].text.split(separator: " ").joined(separator: " ")
  }
}
