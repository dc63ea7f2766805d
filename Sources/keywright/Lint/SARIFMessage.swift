import Documents
import Judgement

/// Messages of SARIF.
enum SARIFMessage {
  /// GitHub takes the beginning for the title of an alert, and the list shows so much of it.
  static let longest = 200

  /// A message.
  static func node(_ text: String) -> JSONNode {
    .object([("text", .string(SARIFText.message(text)))])
  }

  /// What a finding says: the sentence first, and as many of its scopes as there is room for.
  static func text(of finding: Finding) -> String {
    let sentence = cut(finding.message, to: longest)
    let scopes = finding.scopes
    guard !scopes.isEmpty else { return sentence }
    var best = sentence
    var named = scopes.count == 1 ? " Scope: " : " Scopes: "
    for (place, scope) in scopes.enumerated() {
      named += (place == 0 ? "" : ", ") + scope
      let rest = scopes.count - place - 1
      let text = sentence + named + (rest > 0 ? " and \(rest) more" : "")
      guard length(sentence + named) <= longest else { break }
      if length(text) <= longest { best = text }
    }
    return best
  }

  /// The text, cut where it is too long as it will be written.
  private static func cut(_ text: String, to longest: Int) -> String {
    guard length(text) > longest else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      var next = result
      next.unicodeScalars.append(scalar)
      guard length(next) < longest else { break }
      result = next
    }
    return result + "\u{2026}"
  }

  private static func length(_ text: String) -> Int { SARIFText.message(text).utf16.count }
}

/// Places of SARIF.
enum SARIFLocation {
  /// A place in a file: a region, a line, or the file alone.
  static func node(
    _ uri: String, region: TextRegion? = nil, line: Int? = nil, id: Int? = nil,
    message: String? = nil
  ) -> JSONNode {
    var place: [(name: String, value: JSONNode)] = [
      ("artifactLocation", .object([("uri", .string(uri))]))
    ]
    if let region {
      place.append(
        (
          "region",
          .object([
            ("startLine", .integer(region.startLine)),
            ("startColumn", .integer(region.startColumn)),
            ("endLine", .integer(region.endLine)), ("endColumn", .integer(region.endColumn)),
          ])
        ))
    } else if let line {
      place.append(("region", .object([("startLine", .integer(line))])))
    }
    var members: [(name: String, value: JSONNode)] = []
    if let id { members.append(("id", .integer(id))) }
    members.append(("physicalLocation", .object(place)))
    if let message { members.append(("message", SARIFMessage.node(message))) }
    return .object(members)
  }
}
