import Catalogs
import Judgement
import Keys

extension PlainSession {
  /// The calls that the key is for, or those that have all these words.
  func calls(_ words: String) -> Reply {
    let operations = state.catalog.operations
    let ticked = state.editor.design.details.operations
    guard words.isEmpty else {
      let parts = words.lowercased().split(separator: " ")
      let matches = operations.indices.filter { index in
        let call = operations[index].call.lowercased()
        return parts.allSatisfy { call.contains($0) }
      }
      guard !matches.isEmpty else { return problem("No call has all of these words.") }
      let count = "\(matches.count) call\(matches.count == 1 ? "" : "s"):"
      let more = matches.count > 50 ? ["  and \(matches.count - 50) more"] : []
      return Reply(lines: [count] + matches.prefix(50).flatMap { line(ofCall: $0) } + more)
    }
    guard !ticked.isEmpty else {
      return problem("No call is ticked yet; calls WORDS finds some, call NUMBER ticks one.")
    }
    return Reply(
      lines: ticked.flatMap { call in
        state.catalog.indexOfOperation(call).map { line(ofCall: $0) }
          ?? wrapped("\(call), not in the catalog", lead: "  ")
      })
  }

  private func line(ofCall index: Int) -> [String] {
    let operation = state.catalog.operations[index]
    let isTicked = state.editor.design.details.operations.contains(operation.call)
    var text = "\(isTicked ? "[x]" : "[ ]") \(operation.call), "
    let requirement = state.access.requirement(of: index)
    switch requirement {
    case .notStated: text += "its scopes are not stated"
    case .anyOf where requirement.isOfOtherKind: text += "no key of this kind can make it"
    case .anyOf(let sets):
      let names = sets.map { set in
        set.map { state.catalog.scopes[$0].id }.joined(separator: " and ")
      }
      text += names.contains("") ? "needs no scope" : "needs " + names.joined(separator: ", or ")
      text += state.isOpen(index) ? "; open" : "; closed"
    }
    return wrapped(text, lead: "  \(index + 1) ")
  }

  /// The calls of a text: numbers, ranges, or one call by method and path or by words.
  func callNames(_ argument: String) throws(PlainNames.Problem) -> [String] {
    let operations = state.catalog.operations
    if let index = state.catalog.indexOfOperation(argument) { return [operations[index].call] }
    if state.editor.design.details.operations.contains(argument) { return [argument] }
    var places: [Int] = []
    var isNumbers = true
    for word in argument.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard
        let range = try PlainNames.range(String(word), count: operations.count, of: "calls")
      else {
        isNumbers = false
        break
      }
      places += range
    }
    if isNumbers { return places.map { operations[$0].call } }
    let parts = argument.lowercased().split(separator: " ")
    let matches = operations.filter { operation in
      let call = operation.call.lowercased()
      return parts.allSatisfy { call.contains($0) }
    }
    guard matches.count == 1 else {
      throw PlainNames.Problem(
        text: matches.isEmpty
          ? "No call is \"\(argument)\". calls WORDS finds some."
          : "\"\(argument)\" fits \(matches.count) calls; calls \(argument) lists them by number.")
    }
    return [matches[0].call]
  }
}
