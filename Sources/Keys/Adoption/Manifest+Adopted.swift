import Documents

extension Manifest {
  /// How many things the document said that the manifest was adopted from, and it cannot say; 0 where
  /// it was not adopted.
  package var remaindersOfAdoption: Int {
    guard let member = unknownMembers.first(where: { $0.name == "adopted" }),
      let record = try? JSONDocument(parsing: member.source).root
    else { return 0 }
    return record["notSaid"]?.elements.count ?? 0
  }
}
