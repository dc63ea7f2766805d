import Documents

extension OpenAPIReader {
  /// What was read, with what was passed over in its files.
  func description() -> ReadDescription {
    var counts = ImportCounts()
    counts.operations = draft.operations.count
    counts.declared = declaredScopes
    counts.operationsWithScopes = tally.callsWithScopes
    counts.named = tally.named.count
    counts.undeclared = tally.named.count { !draft.scopes[$0].isDeclared }
    counts.operationsWithMembers = tally.callsWithMembers
    counts.namedInMembers = tally.namedInMembers.count
    var all = notes
    for flaw in references.flaws {
      all.append(
        ImportNote(
          at: flaw.place.value, file: references.path(of: flaw.place.file), text: flaw.problem))
    }
    return ReadDescription(draft: draft, notes: all, counts: counts, references: references)
  }
}
