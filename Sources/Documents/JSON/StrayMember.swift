/// A member of a document that no object of its kind has: most likely one that is misspelled.
package struct StrayMember {
  /// The member's value.
  package let value: JSONValue
  /// The JSON path of the member.
  package let path: String
  private let name: String
  private let shape: ObjectShape

  /// What is wrong.
  package var problem: MessageText { "\(shape.title) has no member \"\(name)\"" }

  /// What to do about it.
  package var remedy: String {
    let names = shape.members.map(\.name)
    return NearestName.suggestion(name, among: names)
      ?? "Use one of: " + names.joined(separator: ", ")
  }

  /// All of them in an object and the objects within it, in the order of the document.
  package static func all(in object: JSONValue, of shape: ObjectShape) -> [StrayMember] {
    var found: [StrayMember] = []
    collect(object, shape, "", &found)
    return found
  }

  private static func collect(
    _ object: JSONValue, _ shape: ObjectShape, _ path: String, _ found: inout [StrayMember]
  ) {
    for (name, value) in object.members
    where !(shape.takesExtensions && name.starts(exactlyWith: "x-")) {
      let inside = path + (path.isEmpty ? "" : ".") + name
      guard let known = shape.members.first(where: { $0.name == name }) else {
        found.append(StrayMember(value: value, path: inside, name: name, shape: shape))
        continue
      }
      guard let inner = known.inner?() else { continue }
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
  package func refuseUnknownMembers(of shape: ObjectShape) throws(ModelError) {
    if let stray = StrayMember.all(in: self, of: shape).first {
      throw stray.value.error(stray.problem, remedy: stray.remedy)
    }
  }
}
