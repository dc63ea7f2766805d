import ArgumentParser
import Catalogs
import Documents
import Keys

/// What a command is told of a key beside its scopes: its kind, its answers, and what it must not do.
struct KeyTermsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kind of key, where the platform has several; else the first that fits.",
      valueName: "id"))
  var kind: String?

  @Option(
    name: .customLong("answer"),
    help: ArgumentHelp(
      "What holds for the key; may be given several times. Without an answer the key works in "
        + "both cases.", valueName: "condition=yes|no"))
  var answers: [String] = []

  @Option(
    name: .customLong("never"),
    help: ArgumentHelp(
      "A scope or a call that the key must not have; may be given several times.",
      valueName: "scope|call"))
  var never: [String] = []

  /// Puts them into a key's details.
  ///
  /// - Throws: `ModelError` with the nearest name where the catalog does not have what is named.
  func apply(to details: inout KeyDetails, in catalog: Catalog) throws(ModelError) {
    if let kind {
      guard catalog.indexOfKind(kind) != nil else {
        throw unknown("kind of key", kind, catalog.kinds.map(\.id))
      }
      details.kind = kind
    }
    for text in answers {
      let (condition, holds) = try answer(text, in: catalog)
      let id = catalog.conditions[condition].id
      guard !details.answers.contains(where: { $0.condition == id }) else {
        throw ModelError(
          problem: "\"\(id)\" is answered twice", remedy: "Give --answer \(id)=… once")
      }
      details.answer(condition, holds, in: catalog)
    }
    for name in never where !details.never.contains(name) {
      try NeverList.check(name, in: catalog)
      details.never.append(name)
    }
  }

  /// Throws where a scope is chosen and ruled out at once: no manifest can say both.
  func check(_ design: KeyDesign, in catalog: Catalog) throws(ModelError) {
    let chosen = Set(design.scopes.map { catalog.scopes[$0].id })
    guard let both = design.details.never.first(where: chosen.contains) else { return }
    throw ModelError(
      problem: "the scope \"\(both)\" is chosen and ruled out by --never",
      remedy: "Leave one of the two out")
  }

  /// Gives a key of a platform with several kinds the kind that it is taken for, and says so where
  /// nobody named one.
  func stateKind(of design: inout KeyDesign, in catalog: Catalog) {
    guard design.details.kind == nil, let index = design.kindIndex(in: catalog) else { return }
    let kind = catalog.kinds[index]
    design.details.kind = kind.id
    guard catalog.kinds.count > 1 else { return }
    let others = catalog.kinds.map(\.id).filter { $0 != kind.id }.joined(separator: ", ")
    Console.say(
      "keywright: the key is taken for the kind \(kind.id); --kind names another: \(others)")
  }

  private func answer(
    _ text: String, in catalog: Catalog
  ) throws(ModelError) -> (condition: Int, holds: Bool) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let id = String(parts[0])
    guard let condition = catalog.indexOfCondition(id) else {
      throw unknown("condition", id, catalog.conditions.map(\.id))
    }
    switch parts.count > 1 ? parts[1].lowercased() : "" {
    case "yes": return (condition, true)
    case "no": return (condition, false)
    default:
      throw ModelError(
        problem: "\"\(text)\" says neither yes nor no",
        remedy: "Write --answer \(id)=yes or --answer \(id)=no: "
          + catalog.conditions[condition].question)
    }
  }

  private func unknown(_ what: String, _ name: String, _ ids: [String]) -> ModelError {
    let all =
      ids.isEmpty
      ? "The catalog has none; leave it out" : "There are " + ids.joined(separator: ", ")
    let nearest = NearestName.find(name, among: ids)
    return ModelError(
      problem: "the catalog has no \(what) \"\(name)\"",
      remedy: nearest.map { "Did you mean \"\($0)\"? \(all)" } ?? all)
  }
}
