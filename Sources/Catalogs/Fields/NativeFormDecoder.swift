import Documents

/// Reads the forms that a catalog has for its keys.
struct FormDecoder {
  /// Names that every part of a template can use.
  private static let ofKey = ["platform", "label", "purpose", "slug", "kind", "date", "days"]
  /// Names that a part can use that is there for a scope.
  private static let ofScope = [
    "id", "title", "native", "name", "category", "permission", "level", "choice",
  ]

  /// What a part of a template stands in.
  private struct Surroundings {
    /// The names that can be used here.
    var names: [String]
    /// Whether there is a group around it, whose scopes can be listed.
    var isGroup = false
    /// Whether it is there for each of several things already.
    var isRepeated = false
  }

  private let kinds: [String]

  /// Reads forms of a catalog with these kinds of key.
  init(kinds: [String]) { self.kinds = kinds }

  /// Reads a form with its template.
  func decode(_ value: JSONValue) throws(ModelError) -> (form: NativeForm, template: FormTemplate) {
    let formatValue = try value.require("format")
    guard let format = NativeForm.Format(rawValue: try formatValue.requireString()) else {
      throw formatValue.error(
        "there is no format \"\(formatValue.string ?? "")\" of forms",
        remedy: "Use one of: "
          + NativeForm.Format.allCases.map(\.rawValue).joined(separator: ", "))
    }
    var form = NativeForm(
      id: try TextCheck.identifier(value.require("id")),
      title: try TextCheck.line(value.require("title")), format: format,
      source: JSONWriter.writeLine(JSONNode(value)).dropLast())
    let blanks = try blanks(value["blanks"])
    var surroundings = Surroundings(names: Self.ofKey)
    for blank in blanks { surroundings.names.append(blank.name) }
    let root = try value.require("template")
    var template = FormTemplate(root: try node(root, surroundings))
    template.blanks = blanks
    template.kinds = try kinds(value["kinds"])
    template.limits = try limits(value["limits"])
    for sentence in try value["leavesOut"]?.requireElements() ?? [] {
      template.leavesOut.append(try TextCheck.line(sentence))
    }
    try value["names"]?.requireObject()
    for (scope, name) in value["names"]?.members ?? [] {
      template.names[scope] = try TextCheck.line(name)
    }
    template.remedy = try TextCheck.optionalLine(value["remedy"])
    try checkShape(template.root, format, at: root)
    form.placeholders = blanks.compactMap(\.placeholder)
    return (form, template)
  }

  // MARK: - What stands beside the template

  private func blanks(_ list: JSONValue?) throws(ModelError) -> [FormTemplate.Blank] {
    var blanks: [FormTemplate.Blank] = []
    for value in try list?.requireElements() ?? [] {
      let nameValue = try value.require("name")
      let name = try TextCheck.identifier(nameValue)
      guard FormText("{\(name)}")?.names == [name] else {
        throw nameValue.error(
          "the name \"\(name)\" holds more than letters, digits and underscores",
          remedy: "Write another name")
      }
      guard !(Self.ofKey + Self.ofScope + blanks.map(\.name)).contains(name) else {
        throw nameValue.error(
          "the name \"\(name)\" stands for something else already", remedy: "Write another name")
      }
      blanks.append(
        FormTemplate.Blank(
          name: name, title: try TextCheck.line(value.require("title")),
          placeholder: try value["placeholder"].map { value throws(ModelError) in
            try TextCheck.line(value)
          }))
    }
    return blanks
  }

  private func kinds(_ list: JSONValue?) throws(ModelError) -> [String] {
    var named: [String] = []
    for value in try list?.requireElements() ?? [] {
      let kind = try TextCheck.identifier(value)
      guard kinds.contains(kind) else {
        throw value.error(
          "the catalog has no kind of key \"\(kind)\"",
          remedy: NearestName.suggestion(kind, among: kinds) ?? "Add it to \"kinds\"")
      }
      named.append(kind)
    }
    return named
  }

  private func limits(_ object: JSONValue?) throws(ModelError) -> [FormTemplate.Limit] {
    let subjects = ["label", "purpose", "days", "scope", "scopes"]
    try object?.requireObject()
    var limits: [FormTemplate.Limit] = []
    for (name, value) in object?.members ?? [] {
      guard subjects.contains(name) else {
        throw value.error(
          "\"\(name)\" is nothing that a form limits",
          remedy: "Use one of: " + subjects.joined(separator: ", "))
      }
      let range = value.kind == .array ? value.elements.map(\.integer) : [0, value.integer]
      guard range.count == 2, let least = range[0], let most = range[1], least >= 0, least <= most
      else {
        throw value.error(
          "the limit is neither a number nor two, the least and the most",
          remedy: "Write 40, or [1, 366]")
      }
      limits.append(FormTemplate.Limit(subject: name, least: least, most: most))
    }
    return limits
  }

  // MARK: - The template

  private func node(_ value: JSONValue, _ around: Surroundings) throws(ModelError) -> FormNode {
    switch value.kind {
    case .string: return .text(try text(value, around))
    case .null, .boolean, .number: return .constant(Array(value.source))
    case .array:
      var nodes: [FormNode] = []
      for element in value.elements { nodes.append(try node(element, around)) }
      return .list(nodes)
    case .object:
      if value["each"] != nil { return .each(try each(value, around)) }
      var members: [FormMember] = []
      for (name, member) in value.members {
        members.append(
          FormMember(name: try text(name, at: member, around), value: try node(member, around)))
      }
      return .object(members)
    }
  }

  private func each(_ value: JSONValue, _ around: Surroundings) throws(ModelError) -> FormEach {
    let known = [
      "each", "kinds", "of", "match", "not", "by", "words", "join", "start", "else", "as",
    ]
    if let stray = value.members.first(where: { !known.contains($0.name) }) {
      throw stray.value.error(
        "\"\(stray.name)\" is no member of a part that stands for each of several things",
        remedy: NearestName.suggestion(stray.name, among: known) ?? "Remove it")
    }
    let sourceValue = try value.require("each")
    guard let source = FormEach.Source(rawValue: try sourceValue.requireString()) else {
      throw sourceValue.error(
        "there is nothing for each \"\(sourceValue.string ?? "")\"",
        remedy: "Use one of: "
          + FormEach.Source.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard source == .items ? around.isGroup : !around.isRepeated || source == .addresses else {
      throw sourceValue.error(
        source == .items
          ? "there is no group here whose items could stand for themselves"
          : "the scopes cannot stand inside of what is there for each of them",
        remedy: source == .items ? "Write it inside of a part with \"by\"" : "Use \"items\"")
    }
    var inside = Surroundings(names: around.names, isRepeated: true)
    if source == .addresses { inside.names.append("address") } else { inside.names += Self.ofScope }
    let match = try pattern(value["match"])
    inside.names += match?.names ?? []
    let group = try value["by"].map { value throws(ModelError) in try text(value, inside) }
    inside.isGroup = group != nil
    return FormEach(
      source: source, kinds: try kinds(value["kinds"]), subject: try subject(value["of"]),
      match: match,
      other: try pattern(value["not"]), group: group,
      words: try words(value["words"], inside), separator: try separator(value["join"]),
      start: try value["start"].map { value throws(ModelError) in try TextCheck.line(value) } ?? "",
      fallback: try value["else"].map { value throws(ModelError) in try text(value, around) },
      body: try node(value.require("as"), inside))
  }

  private func subject(_ value: JSONValue?) throws(ModelError) -> String {
    guard let value else { return "id" }
    let subject = try value.requireString()
    guard ["id", "native", "name"].contains(subject) else {
      throw value.error(
        "a pattern cannot be about \"\(subject)\"", remedy: "Use one of: id, native, name")
    }
    return subject
  }

  private func separator(_ value: JSONValue?) throws(ModelError) -> String? {
    guard let value else { return nil }
    let text = try value.requireString()
    guard !text.isEmpty, !text.unicodeScalars.contains(where: TextCheck.isControl) else {
      throw value.error(
        "nothing, or a control character, stands between the parts",
        remedy: "Write a comma or a space")
    }
    return text
  }

  private func words(
    _ object: JSONValue?, _ around: Surroundings
  ) throws(ModelError) -> [String: [String: String]] {
    try object?.requireObject()
    var words: [String: [String: String]] = [:]
    for (name, table) in object?.members ?? [] {
      try check(name, at: table, around)
      try table.requireObject()
      for (word, other) in table.members {
        words[name, default: [:]][word] = try other.requireString()
      }
    }
    return words
  }

  private func pattern(_ value: JSONValue?) throws(ModelError) -> IDPattern? {
    guard let value else { return nil }
    guard let pattern = IDPattern(try TextCheck.line(value)) else {
      throw value.error(
        "\"\(value.string ?? "")\" is no pattern of ids",
        remedy: "Write names in braces with signs between them, such as {resource}:{verb}")
    }
    return pattern
  }

  private func text(_ value: JSONValue, _ around: Surroundings) throws(ModelError) -> FormText {
    try text(value.requireString(), at: value, around)
  }

  private func text(
    _ string: String, at value: JSONValue, _ around: Surroundings
  ) throws(ModelError) -> FormText {
    guard !string.unicodeScalars.contains(where: TextCheck.isControl) else {
      throw value.error("the text holds a control character", remedy: "Remove it")
    }
    guard let text = FormText(string) else {
      throw value.error(
        "a brace stands alone, or what is in it is no name",
        remedy: "Write {name}, and {{ or }} for a brace")
    }
    for name in text.names { try check(name, at: value, around) }
    return text
  }

  private func check(
    _ name: String, at value: JSONValue, _ around: Surroundings
  ) throws(ModelError) {
    guard !around.names.contains(name) else { return }
    throw value.error(
      "nothing is called \"\(name)\" here",
      remedy: NearestName.suggestion(name, among: around.names)
        ?? "Use one of: " + around.names.joined(separator: ", "))
  }

  private func checkShape(
    _ root: FormNode, _ format: NativeForm.Format, at value: JSONValue
  ) throws(ModelError) {
    switch (format, root) {
    case (.json, .list), (.json, .object), (.yaml, .list), (.yaml, .object), (.toml, .object),
      (.text, .list):
      return
    case (.url, .object(let members)):
      let base = try value.require("base")
      for entry in try value.require("query").requireElements() {
        let entry = entry["each"] == nil ? entry : try entry.require("as")
        _ = try entry.require("name").requireString()
        _ = try entry.require("value")
      }
      guard members.count == 2, let text = base.string, Self.isSafe(text) else {
        throw base.error(
          "the link names no host of its own over https",
          remedy: "Write https:// with the host, and names in braces behind it alone")
      }
    default:
      throw value.error(
        "a form of the format \(format.rawValue) cannot be this",
        remedy: format == .text ? "Write an array of lines" : "Write an object")
    }
  }

  /// Whether a link goes to one host over https, whatever is filled in.
  private static func isSafe(_ base: String) -> Bool {
    guard base.starts(exactlyWith: "https://") else { return false }
    let rest = base.utf8.dropFirst("https://".utf8.count)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let host = rest[..<slash]
    return !host.isEmpty
      && host.allSatisfy { PercentCoding.isUnreserved($0) && $0 != UInt8(ascii: "~") }
  }
}

extension NativeForm {
  /// The form to be filled in.
  ///
  /// - Throws: never for a form of a catalog: it was read once when the catalog was decoded or made.
  package func template(in catalog: Catalog) throws(ModelError) -> FormTemplate {
    try FormDecoder(kinds: catalog.kinds.map(\.id))
      .decode(JSONDocument(parsing: source).root).template
  }

  /// Reads the forms in a document's list; for a form of the same id as one before, an error.
  static func decode(_ list: JSONValue?, kinds: [String]) throws(ModelError) -> [NativeForm] {
    let decoder = FormDecoder(kinds: kinds)
    var forms: [NativeForm] = []
    for value in try list?.requireElements() ?? [] {
      let form = try decoder.decode(value).form
      guard !forms.contains(where: { $0.id == form.id }) else {
        throw value.error("the form \"\(form.id)\" is listed twice", remedy: "Keep one of them")
      }
      forms.append(form)
    }
    return forms
  }

  /// Reads forms that stand alone, as those of a catalog.
  package static func decode(_ bytes: [UInt8], of catalog: Catalog) throws(ModelError)
    -> [NativeForm]
  {
    try decode(JSONDocument(parsing: bytes).root, kinds: catalog.kinds.map(\.id))
  }
}
