import Catalogs
import Documents

// Kinds of key, conditions and levels: what they may be, the gate of catalogs checks.

extension Overlay {
  /// Takes over the kinds of key and the conditions: all of them, in the place of the import's.
  func applyTerms(_ draft: inout CatalogDraft) throws(ModelError) {
    if let kinds = root["kinds"] { draft.kinds = try Self.list(kinds, text: "title") }
    if let conditions = root["conditions"] {
      draft.conditions = try Self.list(conditions, text: "question").map { ($0.id, $0.title) }
    }
  }

  private static func list(
    _ value: JSONValue, text: String
  ) throws(ModelError) -> [(id: String, title: String)] {
    var list: [(id: String, title: String)] = []
    for element in try value.requireElements() {
      try check(element, ["id", text])
      list.append(
        (
          try element.require("id").requireString(), try element.require(text).requireString()
        ))
    }
    return list
  }

  /// Corrects the kinds of key that take a scope, its level, and its ids elsewhere.
  func correctTerms(
    _ scope: inout CatalogDraft.Scope, _ value: JSONValue
  ) throws(ModelError) {
    if let kinds = value["kinds"] { scope.kinds = try kinds.requireStrings() }
    if let permission = value["permission"] {
      let name = try permission.requireString()
      // Where the import knows the level, its permission can be renamed alone.
      let level = try value["level"]?.requireString() ?? scope.level?.name
      guard let level else {
        throw permission.error(
          "\"permission\" has a meaning only with \"level\"", remedy: "Add the level")
      }
      scope.level = (name, level)
    } else if let level = value["level"] {
      let name = try level.requireString()
      guard let permission = scope.level?.permission else {
        throw level.error(
          "\"level\" has a meaning only with \"permission\"", remedy: "Add the permission")
      }
      scope.level = (permission, name)
    }
    if let native = value["native"] {
      if native.kind == .string {
        scope.native = [("", try native.requireString())]
      } else {
        try native.requireObject()
        scope.native = []
        for (kind, id) in native.members { scope.native.append((kind, try id.requireString())) }
      }
    }
    if let homepage = value["homepage"] { scope.homepage = try homepage.requireString() }
  }

  /// The alternatives of a call: lists of scopes, or objects that say when one counts.
  func alternatives(
    _ value: JSONValue, of draft: CatalogDraft
  ) throws(ModelError) -> (sets: [[Int]], terms: [CatalogDraft.Term]) {
    var sets: [[Int]] = []
    var terms: [CatalogDraft.Term] = []
    for alternative in try value.requireElements() {
      var (list, term) = (alternative, CatalogDraft.Term())
      if alternative.kind == .object {
        try Self.check(alternative, ["scopes", "when", "unless", "kinds"])
        list = try alternative.require("scopes")
        term.when = try alternative["when"]?.requireString()
        term.unless = try alternative["unless"]?.requireString()
        term.kinds = try alternative["kinds"]?.requireStrings() ?? []
      }
      var set: Set<Int> = []
      for id in try list.requireElements() {
        guard let scope = draft.indexOfScope[try id.requireString()] else {
          throw id.error(
            "there is no scope \"\(id.string ?? "")\"",
            remedy: NearestName.suggestion(id.string ?? "", among: draft.indexOfScope.keys)
              ?? "Add it under \"scopes\"")
        }
        set.insert(scope)
      }
      sets.append(set.sorted())
      terms.append(term)
    }
    return (sets, terms.allSatisfy { $0 == CatalogDraft.Term() } ? [] : terms)
  }
}
