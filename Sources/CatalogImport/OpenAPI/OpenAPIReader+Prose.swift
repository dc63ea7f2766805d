import Documents

extension OpenAPIReader {
  /// Reads what calls require out of their descriptions where nothing else states scopes.
  mutating func readProse() {
    let reader = ProsePermissions(declared: Set(draft.scopes.map(\.id)))
    var count = 0
    for (call, text, place) in prose {
      let requirement = draft.operations[call].requirement
      guard requirement?.contains(where: { !$0.isEmpty }) != true else { continue }
      let sets = reader.sets(in: text)
      guard !sets.isEmpty else { continue }
      draft.operations[call].requirement = sets.map { set in
        Set(set.map { scope($0, declared: false, at: place) }).sorted()
      }
      draft.operations[call].isInferred = true
      count += 1
    }
    if count > 0 {
      note(
        "\(count) \(count == 1 ? "call names" : "calls name") permissions in prose: read, and marked inferred"
      )
    }
  }
}
