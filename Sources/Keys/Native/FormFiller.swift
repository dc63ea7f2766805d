import Catalogs
import Documents

/// Puts keys into a form of the platform's.
///
/// A form is a tree, filled in as one and written by the writer of its format: no text is put
/// together that a name or an id could break out of. The idea is that of JSON-e
/// (https://json-e.js.org), a template that is a document itself; no library of it exists for Swift,
/// and those that fill in text (Mustache, Stencil) escape for HTML alone.
struct FormFiller {
  /// A scope that a key has.
  struct Grant: Hashable {
    /// Its id.
    var id: String
    /// Its index; nil where the catalog does not have it.
    var scope: Int?
    /// The kind of the key; nil where the catalog knows none.
    var kind: Int?
  }

  let template: FormTemplate
  let catalog: Catalog
  private let details: KeyDetails
  private let kindsOfKeys: [Int?]
  let grants: [Grant]
  private let today: CalendarDate
  private let fills: [String: String]
  private var usedBlanks: Set<String> = []
  private var withoutID: [String] = []
  var used: Set<Grant> = []

  init(
    template: FormTemplate, keys: [KeyDesign], catalog: Catalog, today: CalendarDate,
    fills: [String: String]
  ) {
    self.template = template
    self.catalog = catalog
    self.today = today
    self.fills = fills
    details = keys.first?.details ?? KeyDetails()
    kindsOfKeys = keys.map { $0.kindIndex(in: catalog) }
    var grants: [Grant] = []
    var known: Set<Grant> = []
    for (key, kind) in zip(keys, kindsOfKeys) {
      let chosen =
        key.scopes.map { Grant(id: catalog.scopes[$0].id, scope: $0, kind: kind) }
        + key.details.unknownScopes.map { Grant(id: $0, scope: nil, kind: kind) }
      for grant in chosen where known.insert(grant).inserted { grants.append(grant) }
    }
    self.grants = grants
  }

  /// The blanks that nobody has filled in.
  var openBlanks: [FormTemplate.Blank] {
    template.blanks.filter {
      $0.placeholder != nil && fills[$0.name] == nil && usedBlanks.contains($0.name)
    }
  }

  /// Why the platform will not take the document as it is.
  var problems: [String] {
    guard !withoutID.isEmpty else { return [] }
    let count = withoutID.count
    return [
      Wording.list(
        count == 1 ? "The form knows no id for" : "The form knows no ids for", count: count,
        plural: "scopes"
      ) { withoutID[$0] } + (template.remedy.isEmpty ? "." : ". " + template.remedy)
    ]
  }

  /// Throws where the document lacks a scope: nothing is left out without a word.
  func checkUse(in form: NativeForm) throws(ModelError) {
    let unused = grants.filter { !used.contains($0) }
    guard !unused.isEmpty else { return }
    let problem = Wording.list(
      "the form \"\(form.id)\" has no place for", count: unused.count, plural: "of the scopes"
    ) { unused[$0].id }
    let others = catalog.forms.map(\.id).filter { $0 != form.id }
    throw ModelError(
      problem: "\(whole: problem)",
      remedy: !template.remedy.isEmpty
        ? template.remedy
        : "Take \(unused.count == 1 ? "it" : "them") out"
          + (others.isEmpty ? "" : ", or use another form: " + others.joined(separator: ", ")))
  }

  // MARK: - What a form takes

  /// Throws where the keys are none for the form.
  func check(_ form: NativeForm) throws(ModelError) {
    guard !grants.isEmpty else {
      throw ModelError(
        problem: "no scope is chosen, and the form would grant nothing",
        remedy: "Choose at least one scope")
    }
    for name in fills.keys.sorted() where !template.blanks.contains(where: { $0.name == name }) {
      let names = template.blanks.map(\.name)
      throw ModelError(
        problem: "the form \"\(form.id)\" has no blank \"\(name)\"",
        remedy: names.isEmpty
          ? "It has none; leave --fill out" : "It has " + names.joined(separator: ", "))
    }
    for (name, text) in fills where !TextCheck.isLine(text) {
      throw ModelError(
        problem: "what --fill gives for \"\(name)\" is empty or holds control characters",
        remedy: "Write plain text")
    }
    for kind in kindsOfKeys {
      let id = kind.map { catalog.kinds[$0].id } ?? ""
      guard !template.kinds.isEmpty, !template.kinds.contains(id) else { continue }
      throw ModelError(
        problem: "the form \"\(form.id)\" is for keys of another kind than \"\(id)\"",
        remedy: "It is for " + template.kinds.joined(separator: ", "))
    }
    for grant in grants {
      guard let scope = grant.scope, let kind = grant.kind,
        !catalog.scopes[scope].kinds.contains(kind)
      else { continue }
      throw ModelError(
        problem:
          "a key of the kind \"\(catalog.kinds[kind].id)\" cannot have the scope \"\(grant.id)\"",
        remedy: "Take it out, or choose the kind "
          + catalog.titles(of: catalog.scopes[scope].kinds).joined(separator: ", "))
    }
    for limit in template.limits { try check(limit) }
  }

  private func check(_ limit: FormTemplate.Limit) throws(ModelError) {
    func check(
      _ count: Int?, _ what: String, _ unit: String, _ remedy: String
    ) throws(ModelError) {
      guard let count, count < limit.least || count > limit.most else { return }
      let range = limit.least > 0 ? "\(limit.least) to \(limit.most)" : "at most \(limit.most)"
      throw ModelError(
        problem: "\(whole: what) \(count) \(whole: unit), and the form takes \(whole: range)",
        remedy: remedy)
    }
    func length(_ text: String) -> Int? { text.isEmpty ? nil : text.unicodeScalars.count }
    switch limit.subject {
    case "label":
      try check(length(details.label), "the label has", "characters", "Write a shorter label")
    case "purpose":
      try check(
        length(details.purpose), "the purpose has", "characters", "Write a shorter purpose")
    case "days":
      try check(
        days, "the rotation date is", "days away", "Set a rotation date that the platform takes")
    case "scope":
      for grant in grants {
        try check(
          grant.id.unicodeScalars.count, "the id \"\(grant.id)\" has", "characters",
          "Take the scope out")
      }
    default:
      let counts = Dictionary(grouping: grants, by: \.kind).mapValues(\.count)
      try check(counts.values.max(), "the key has", "scopes", "Make several keys (keywright split)")
    }
  }

  /// The addresses that may use the key.
  var addresses: [String] { details.ipAddresses }

  private var days: Int? { details.rotateBy.map { $0.daysSince1970 - today.daysSince1970 } }

  // MARK: - Values

  /// What a name stands for outside of what is there for a scope; nil for nothing.
  mutating func value(ofKey name: String) -> String? {
    if let blank = template.blanks.first(where: { $0.name == name }) {
      usedBlanks.insert(name)
      return fills[name] ?? blank.placeholder
    }
    let value: String? =
      switch name {
      case "platform": catalog.name
      case "label": details.label
      case "purpose": details.purpose
      case "slug": Self.slug(details.label)
      case "kind": kindsOfKeys.first.flatMap(\.self).map { catalog.kinds[$0].title }
      case "date": details.rotateBy?.description
      case "days": days.map(String.init)
      default: nil
      }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a name stands for beside a scope; nil for nothing.
  mutating func value(_ name: String, of grant: Grant, isOptional: Bool) -> String? {
    let value: String?
    switch name {
    case "id": return grant.id
    case "native":
      value = grant.scope.flatMap { scope in
        let ids = catalog.scopes[scope].nativeIDs
        return
          (ids.first { $0.kind != nil && $0.kind == grant.kind }
          ?? ids.first { $0.kind == nil })?.id
      }
    case "name": value = template.names[grant.id]
    default:
      value = grant.scope.flatMap { scope in
        switch name {
        case "title": catalog.scopes[scope].title
        case "category": catalog.listHeading(ofScope: scope)
        case "permission": catalog.permissionTitle(ofScope: scope)
        case "level": catalog.level(ofScope: scope)
        case "choice": catalog.listChoice(ofScope: scope)
        default: nil
        }
      }
    }
    if value == nil, isOptional, name == "native" || name == "name" { withoutID.append(grant.id) }
    return value
  }

  /// A text with lower-case letters, digits and single hyphens alone, as names of Kubernetes have.
  private static func slug(_ text: String) -> String {
    var result = ""
    for byte in text.lowercased().utf8 {
      if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !result.isEmpty, result.utf8.last != UInt8(ascii: "-") {
        result += "-"
      }
    }
    var cut = result.utf8.prefix(63)
    if cut.last == UInt8(ascii: "-") { cut = cut.dropLast() }
    return String(Substring(cut))
  }

  /// Why nothing stands for a name.
  func missing(_ name: String, _ grant: Grant?) -> ModelError {
    if let grant {
      let known = grant.scope != nil
      switch name {
      case "native", "name":
        return ModelError(
          problem: "the scope \"\(grant.id)\" has no id of the platform's own for this form",
          remedy: template.remedy.isEmpty
            ? known ? "Remove it, or add its id to the catalog" : "Remove it"
            : template.remedy)
      default:
        return ModelError(
          problem: known
            ? "the scope \"\(grant.id)\" has no \(name) that the form could name"
            : "the form cannot name the scope \"\(grant.id)\", which is not in the catalog",
          remedy: "Take it out, or name a newer catalog with --catalog")
      }
    }
    if let blank = template.blanks.first(where: { $0.name == name }) {
      return ModelError(
        problem: "the form has to be told \"\(name)\": \(blank.title)",
        remedy: "Give it with --fill \(name)=VALUE")
    }
    let what = ["days": "rotation date", "date": "rotation date", "slug": "label"][name] ?? name
    return ModelError(
      problem: "the form needs a \(what), and the key has none",
      remedy: "Give the key a \(what)")
  }

  // MARK: - Links

  /// A link with its query.
  mutating func link(_ members: [FormMember]) throws(ModelError) -> String {
    var link = ""
    var entries: [JSONNode] = []
    for member in members {
      switch member.value {
      case .text(let text):
        for part in text.parts {
          switch part {
          case .words(let words): link += words
          case .value(let name, _):
            guard let value = value(ofKey: name) else { throw missing(name, nil) }
            link += PercentCoding.encoded(value, keeping: "-._~")
          }
        }
      case let node:
        if case .array(let elements) = try fill(node, FormPlace()) { entries = elements }
      }
    }
    var separator = link.contains(exactly: "?") ? "&" : "?"
    for case .object(let entry) in entries {
      guard case .string(let name)? = entry.first(where: { $0.name == "name" })?.value,
        let value = entry.first(where: { $0.name == "value" })?.value
      else { continue }
      let text =
        if case .string(let text) = value { text } else {
          String(decoding: JSONWriter.writeCompact(value), as: UTF8.self)
        }
      link += separator + PercentCoding.encoded(name, keeping: "-._~[]") + "="
      link += PercentCoding.encoded(text, keeping: "-._~")
      separator = "&"
    }
    return link
  }
}
