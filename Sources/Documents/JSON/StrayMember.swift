/// A member of a document that no object of its kind has: most likely one that is misspelled.
package struct StrayMember {
  /// The member's value.
  package let value: JSONValue
  /// The JSON path of the member.
  package let path: String
  private let name: String
  private let part: DocumentPart

  /// What is wrong.
  package var problem: MessageText { "\(part.title) has no member \"\(name)\"" }

  /// What to do about it.
  package var remedy: String {
    let names = part.members.map(\.key)
    return NearestName.suggestion(name, among: names)
      ?? "Use one of: " + names.joined(separator: ", ")
  }

  /// All of them in an object and the objects within it, in the order of the document.
  package static func all(in object: JSONValue, of part: DocumentPart) -> [StrayMember] {
    var found: [StrayMember] = []
    collect(object, part, "", &found)
    return found
  }

  private static func collect(
    _ object: JSONValue, _ part: DocumentPart, _ path: String, _ found: inout [StrayMember]
  ) {
    let members = part.members
    for (name, value) in object.members
    where !(part.takesExtensions && name.starts(exactlyWith: "x-")) {
      let inside = path + (path.isEmpty ? "" : ".") + name
      guard let known = members.first(where: { $0.key == name }) else {
        found.append(StrayMember(value: value, path: inside, name: name, part: part))
        continue
      }
      guard let inner = known.value else { continue }
      // Where something else stands than should, the decoder says so.
      if value.kind == .object { collect(value, inner, inside, &found) }
      for (place, element) in value.elements.enumerated() {
        collect(element, inner, "\(inside)[\(place)]", &found)
      }
    }
  }
}

extension JSONValue {
  /// Throws at the first member, here or in an object within, that no object of its kind has.
  ///
  /// Such a member would ask for nothing, and nobody would notice.
  package func refuseUnknownMembers(of part: DocumentPart) throws(ModelError) {
    if let stray = StrayMember.all(in: self, of: part).first {
      throw stray.value.error(stray.problem, remedy: stray.remedy)
    }
  }
}
