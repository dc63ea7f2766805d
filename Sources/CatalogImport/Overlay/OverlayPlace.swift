import Documents

/// Finds in an overlay what the gate of catalogs refuses in the document that was made with it.
struct OverlayPlace {
  private let overlay: JSONValue
  /// The first member of the path.
  private let part: Substring
  /// The value of the document that the path has come to.
  private var value: JSONValue
  /// What the overlay says of it; nil where it says nothing.
  private var said: JSONValue?
  /// The name of the member that the path has come through last.
  private var member: Substring = ""

  /// What the overlay says at a path of the document; nil where it says nothing there.
  static func find(_ path: String, in document: JSONValue, of overlay: JSONValue) -> JSONValue? {
    let steps = path.split { $0 == "." || $0 == "[" }
    var place = OverlayPlace(
      overlay: overlay, part: steps.first ?? "", value: document, said: overlay)
    for step in steps {
      let isThere =
        step.last == "]" ? place.enter(element: Int(step.dropLast())) : place.enter(member: step)
      guard isThere else { return nil }
    }
    return place.said ?? place.category()
  }

  private mutating func enter(member name: Substring) -> Bool {
    guard let inner = value[String(name)] else { return false }
    (member, value, said) = (name, inner, said?[String(name)])
    return true
  }

  /// What is a list in the document may be an object in the overlay: by id, or by call.
  private mutating func enter(element position: Int?) -> Bool {
    guard let position, value.elements.indices.contains(position) else { return false }
    value = value.elements[position]
    switch (part, member) {
    case ("categories", "categories"): said = nil
    case ("categories", "scopes"): said = overlay["scopes"]?[value["id"]?.string ?? ""]
    case ("operations", "operations"):
      let call = (value["method"]?.string ?? "") + " " + (value["path"]?.string ?? "")
      said = overlay["operations"]?[call]
    default:
      said = said.flatMap { $0.elements.indices.contains(position) ? $0.elements[position] : nil }
    }
    return true
  }

  /// What gives a category the name or the summary that the path has come to: it may be a scope.
  private func category() -> JSONValue? {
    guard part == "categories", let text = value.string else { return nil }
    let changes = (overlay["categories"]?.members ?? []).compactMap { $0.value[String(member)] }
    let places =
      member == "name" ? (overlay["scopes"]?.members ?? []).compactMap { $0.value["category"] } : []
    return (changes + places).flatMap { [$0] + $0.elements }.first { $0.string == text }
  }
}
