import Documents

/// Finds the values of a document by their JSON pointers and by their anchors (`$anchor`).
///
/// Many references lead into one object, such as the list of all schemas: its members are indexed
/// when the first of them is asked for, so that each costs the same.
final class PointerIndex {
  private let root: JSONValue
  /// The members of objects that references led into, by the pointer to the object.
  private var members: [String: [String: JSONValue]] = [:]
  private lazy var anchors = Self.anchors(in: root)

  init(root: JSONValue) { self.root = root }

  /// The value that a fragment of a reference names: a pointer, or an anchor.
  func find(_ fragment: String) -> JSONValue? {
    guard fragment.isEmpty || fragment.starts(exactlyWith: "/") else { return anchors[fragment] }
    var value: JSONValue? = root
    var path = ""
    for part in fragment.parts(between: "/", omitsEmpty: false).dropFirst() {
      let name = part.replacing(bytesOf: "~1", with: "/").replacing(bytesOf: "~0", with: "~")
      value = value.flatMap { child(name, of: $0, at: path) }
      path += "/" + part
    }
    return value
  }

  private func child(_ name: String, of value: JSONValue, at path: String) -> JSONValue? {
    if let known = members[path] { return known[name] }
    let all =
      value.kind == .array
      ? value.elements.enumerated().map { (String($0), $1) }
      : value.allMembers.map { ($0.name, $0.value) }
    let index = Dictionary(all, uniquingKeysWith: { first, _ in first })
    members[path] = index
    return index[name]
  }

  private static func anchors(in root: JSONValue) -> [String: JSONValue] {
    var anchors: [String: JSONValue] = [:]
    var rest = [root]
    while let value = rest.popLast() {
      switch value.kind {
      case .array: rest += value.elements
      case .object:
        for (name, inner) in value.members {
          if name == "$anchor", let text = inner.string, anchors[text] == nil {
            anchors[text] = value
          }
          if inner.kind == .object || inner.kind == .array { rest.append(inner) }
        }
      default: break
      }
    }
    return anchors
  }
}
