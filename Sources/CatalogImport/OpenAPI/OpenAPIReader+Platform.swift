import Documents

extension OpenAPIReader {
  /// Puts what is known of a platform in the place of what its description says, and tells it.
  mutating func apply(_ platform: KnownPlatform?) {
    guard let platform else { return }
    if options.meaning == nil, draft.operations.contains(where: { $0.requirement != nil }) {
      note(
        "this is \(platform.name), whose sets of scopes mean \(platform.meaning == .any ? "any one of them" : "all of them") "
          + "(\(whole: platform.source))")
    }
    let corrections = platform.corrections.split(separator: "\n").compactMap { Correction($0) }
    guard !corrections.isEmpty else { return }
    let byCall = Dictionary(
      corrections.map { ($0.call, $0) }, uniquingKeysWith: { first, _ in first })
    var count = 0
    var conditions: Set<String> = []
    for index in draft.operations.indices {
      let operation = draft.operations[index]
      let call = Correction.unnamed(operation.method + " " + operation.path)
      guard let correction = byCall[call] ?? byCall["* *"] else { continue }
      let sets = correction.sets.map { set in
        set.map { draft.scope($0, isDeclared: false) }.sorted()
      }
      let hasTerms = correction.terms.contains { $0 != CatalogDraft.Term() }
      guard Set(sets) != Set(operation.requirement ?? []) || hasTerms else { continue }
      draft.operations[index].requirement = sets
      draft.operations[index].terms = hasTerms ? correction.terms : []
      conditions.formUnion(correction.terms.flatMap { [$0.when, $0.unless] }.compactMap(\.self))
      draft.operations[index].isInferred = correction.isUncertain
      count += 1
    }
    draft.conditions = platform.conditions.filter { conditions.contains($0.id) }
    guard count > 0 else { return }
    note(
      "\(count) \(count == 1 ? "call" : "calls") of \(platform.name) \(count == 1 ? "requires" : "require") something else than the description says: "
        + "corrected; an overlay's \"requires\" overrides it")
  }
}
