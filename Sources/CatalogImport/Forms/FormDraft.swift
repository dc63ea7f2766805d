import Documents

/// A draft and what is told of it, for forms that name a requirement for each call at one place.
struct FormDraft {
  var draft = CatalogDraft()
  var notes: [ImportNote] = []
  private var calls: Set<String> = []
  private var callsWithScopes = 0
  private var named: Set<Int> = []

  mutating func note(_ text: MessageText, at value: JSONValue? = nil, in file: String? = nil) {
    notes.append(ImportNote(at: value, file: file, text: text))
  }

  /// Adds a call; one that is there already is left out, with a note.
  mutating func add(
    _ operation: CatalogDraft.Operation, at value: JSONValue, in file: String? = nil
  ) throws(ModelError) {
    let call = operation.method + " " + operation.path
    guard calls.insert(call).inserted else {
      note("the call \(call) is listed again: left out", at: value, in: file)
      return
    }
    let scopes = Set((operation.requirement ?? []).joined())
    if !scopes.isEmpty { callsWithScopes += 1 }
    named.formUnion(scopes)
    draft.operations.append(operation)
    guard draft.operations.count <= CatalogDraft.maximumCalls else {
      throw value.error(
        "there are more than \(CatalogDraft.maximumCalls) calls", remedy: "Split the description")
    }
  }

  /// What was read.
  func description() -> ReadDescription {
    var counts = ImportCounts()
    counts.declared = draft.scopes.count { $0.isDeclared }
    counts.operations = draft.operations.count
    counts.operationsWithScopes = callsWithScopes
    counts.named = named.count
    counts.undeclared = named.count { !draft.scopes[$0].isDeclared }
    return ReadDescription(draft: draft, notes: notes, counts: counts)
  }
}
