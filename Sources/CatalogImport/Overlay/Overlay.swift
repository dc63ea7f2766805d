import Catalogs
import Documents

/// A team's corrections of what an import says and infers: a file that outlives the next import.
struct Overlay {
  /// The value of `$schema`, version 1.
  static let schema = "urn:keywright:overlay:1"

  let root: JSONValue
  private(set) var notes: [ImportNote] = []

  /// Parses an overlay, JSON or YAML.
  init(parsing bytes: [UInt8]) throws(ModelError) {
    // All of an overlay is read: what is forgiven elsewhere is an error here.
    root = try SourceDocument(parsing: bytes, isForgiving: false).root
    try root.requireObject()
    let schema = try root.require("$schema")
    guard SchemaName.matches(try schema.requireString(), "overlay") else {
      throw schema.error(
        "\"\(schema.string ?? "")\" is not an overlay of a version that this program knows",
        remedy: "Use an overlay with \"$schema\": \"\(Self.schema)\"")
    }
    try Self.check(
      root,
      [
        "$schema", "id", "name", "version", "summary", "servers", "kinds", "conditions", "scopes",
        "categories", "operations", "combinations", "reviewed", "presets", "forms",
      ])
  }

  /// Corrects a draft whose categories have been formed.
  mutating func apply(to draft: inout CatalogDraft) throws(ModelError) {
    if let id = root["id"] { draft.id = try id.requireString() }
    if let name = root["name"] { draft.name = try name.requireString() }
    if let version = root["version"] { draft.version = version.scalarText ?? "" }
    if let summary = root["summary"] { draft.summary = try summary.requireString() }
    if let servers = root["servers"] { draft.servers = try servers.requireStrings() }
    try applyTerms(&draft)
    try applyScopes(&draft)
    try applyCategories(&draft)
    try applyOperations(&draft)
    let further = [
      ("combinations", Combination.shape), ("reviewed", Review.shape), ("presets", Preset.shape),
    ]
    for (name, shape) in further {
      guard let value = root[name] else { continue }
      for element in value.elements { try element.refuseUnknownMembers(of: shape) }
      draft.further.append((name, .raw(Array(value.source))))
    }
    // What a form may have is read, and refused, with the catalog that comes of it.
    if let forms = root["forms"] { draft.further.append(("forms", .raw(Array(forms.source)))) }
  }

  static func check(_ value: JSONValue, _ names: [String]) throws(ModelError) {
    try value.requireObject()
    for (name, inner) in value.members
    where !names.contains(name) && !name.starts(exactlyWith: "x-") {
      throw inner.error(
        "an overlay has no member \"\(name)\" here",
        remedy: NearestName.suggestion(name, among: names) ?? "Remove it")
    }
  }

  /// The boolean where there is a member; anything else is refused, as in a catalog.
  private static func flag(_ value: JSONValue?) throws(ModelError) -> Bool? {
    guard let value else { return nil }
    guard let flag = value.boolean else {
      throw value.error("expected true or false", remedy: "Write one of them")
    }
    return flag
  }

  /// What is not there was misspelled where something is near; else it was there once.
  private mutating func noteAbsent(
    _ kind: String, _ name: String, among names: some Sequence<String>, at value: JSONValue
  ) {
    // Of many only the first are read, and each looks at all names.
    let nearest = notes.count < 20 ? NearestName.suggestion(name, among: names) : nil
    note(
      "the overlay corrects the \(kind) \"\(name)\", which is not there"
        + "\(whole: nearest.map { ": " + $0 } ?? " any more")", at: value)
  }

  private mutating func note(_ text: MessageText, at value: JSONValue) {
    notes.append(ImportNote(isOfOverlay: true, at: value, text: text))
  }

  // MARK: - Scopes

  private mutating func applyScopes(_ draft: inout CatalogDraft) throws(ModelError) {
    for (id, value) in root["scopes"]?.members ?? [] {
      try Self.check(
        value,
        [
          "title", "summary", "access", "touches", "deprecated", "replacement", "includes",
          "category", "kinds", "permission", "level", "native", "homepage", "add",
        ])
      var index = draft.indexOfScope[id]
      let adds = try Self.flag(value["add"]) ?? false
      if index == nil, adds {
        index = draft.scope(id, isDeclared: true)
        if let index { draft.scopes[index].path = ["Other"] }
      }
      guard let index else {
        noteAbsent("scope", id, among: draft.indexOfScope.keys, at: value)
        continue
      }
      try correct(&draft.scopes[index], value)
      if draft.scopes[index].title.isEmpty { draft.scopes[index].title = id }
    }
  }

  private func correct(
    _ scope: inout CatalogDraft.Scope, _ value: JSONValue
  ) throws(ModelError) {
    if let title = value["title"] {
      scope.title = try title.requireString()
      scope.inferred.remove(.title)
    }
    if let summary = value["summary"] { scope.summary = try summary.requireString() }
    if let access = value["access"] {
      scope.access = try access.requireString()
      scope.inferred.remove(.access)
    }
    if let touches = value["touches"] { scope.touches = try touches.requireStrings() }
    if let flag = try Self.flag(value["deprecated"]) { scope.isDeprecated = flag }
    if let replacement = value["replacement"] {
      scope.replacement = try replacement.requireString()
    }
    if let includes = value["includes"] {
      scope.includes = try includes.requireStrings()
      scope.inferred.remove(.includes)
    }
    if let category = value["category"] {
      scope.path = try Self.path(category)
      scope.isPathInferred = false
      scope.inferred.remove(.category)
    }
    try correctTerms(&scope, value)
  }

  /// A category's path: a name, or names from the outermost inward.
  private static func path(_ value: JSONValue) throws(ModelError) -> [String] {
    let path = value.kind == .string ? [try value.requireString()] : try value.requireStrings()
    guard !path.isEmpty else {
      throw value.error("the category has no name", remedy: "Name it")
    }
    return path
  }

  // MARK: - Categories and calls

  /// Renames categories, moves them and describes them; each is named by its path with ` / `.
  private mutating func applyCategories(_ draft: inout CatalogDraft) throws(ModelError) {
    for (name, value) in root["categories"]?.members ?? [] {
      try Self.check(value, ["name", "summary"])
      let old = name.split(separator: "/").map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      let isThere = draft.scopes.contains { $0.path.starts(with: old) }
      if !isThere {
        note(
          "the overlay corrects the category \"\(name)\", which is not there any more", at: value)
        continue
      }
      var new = old
      if let renamed = value["name"] {
        new = try Self.path(renamed)
        if new.count == 1 { new = old.dropLast() + new }
      }
      for index in draft.scopes.indices where draft.scopes[index].path.starts(with: old) {
        draft.scopes[index].path = new + draft.scopes[index].path.dropFirst(old.count)
        if new != old { draft.scopes[index].isPathInferred = false }
      }
      if let summary = value["summary"] {
        draft.categorySummaries[new] = try summary.requireString()
      }
    }
  }

  private mutating func applyOperations(_ draft: inout CatalogDraft) throws(ModelError) {
    let calls = Dictionary(
      draft.operations.enumerated().map { ($1.method + " " + $1.path, $0) },
      uniquingKeysWith: { first, _ in first })
    for (call, value) in root["operations"]?.members ?? [] {
      try Self.check(value, ["summary", "requires", "deprecated", "also", "slashes"])
      guard let index = calls[call] else {
        noteAbsent("call", call, among: calls.keys, at: value)
        continue
      }
      if let summary = value["summary"] {
        draft.operations[index].summary = try summary.requireString()
      }
      if let flag = try Self.flag(value["deprecated"]) {
        draft.operations[index].isDeprecated = flag
      }
      if let also = value["also"] {
        draft.operations[index].otherMethods = try also.requireStrings()
      }
      if let slashes = value["slashes"] {
        draft.operations[index].slashes = try slashes.requireString()
      }
      if let requires = value["requires"] {
        let (sets, terms) = try alternatives(requires, of: draft)
        draft.operations[index].requirement = sets
        draft.operations[index].terms = terms
        draft.operations[index].isInferred = false
      }
    }
  }
}
