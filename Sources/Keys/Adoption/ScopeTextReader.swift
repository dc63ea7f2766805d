import Catalogs
import Documents

/// Reads scopes from lines of text: headers of answers, and lists as people copy them.
struct ScopeTextReader {
  private static let scopes = "x-oauth-scopes"
  private static let permissions = "x-accepted-github-permissions"

  private let lines: [String]

  init(_ text: String) {
    lines = text.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }
    ).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The headers that the text has.
  var header: AdoptableForm? {
    if !values(of: Self.permissions).isEmpty { return .permissionsHeader }
    return values(of: Self.scopes).isEmpty ? nil : .scopesHeader
  }

  /// The values of a header, which may stand behind the signs that curl puts before it.
  private func values(of name: String) -> [(line: Int, value: String)] {
    var values: [(line: Int, value: String)] = []
    for (index, line) in lines.enumerated() {
      var rest = line.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "<") }
      let start = String(decoding: rest.prefix(name.utf8.count), as: UTF8.self)
      guard start.lowercased().utf8.elementsEqual(name.utf8) else { continue }
      rest = rest.dropFirst(name.utf8.count)
      guard rest.first == UInt8(ascii: ":") else { continue }
      values.append((index + 1, String(decoding: rest.dropFirst(), as: UTF8.self)))
    }
    return values
  }

  // MARK: - Headers

  func readScopesHeader(catalog: Catalog) throws(ModelError) -> Adoption {
    var draft = AdoptionDraft(catalog: catalog)
    for (line, value) in values(of: Self.scopes) {
      for id in value.parts(between: ",").map(Self.trimmed) where !id.isEmpty {
        draft.add(id: id, at: "line \(line)")
      }
    }
    return try draft.adoption(of: .scopesHeader)
  }

  /// A comma is and, a semicolon is or: of the alternatives that of the least is taken.
  ///
  /// https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
  func readPermissionsHeader(catalog: Catalog) throws(ModelError) -> Adoption {
    var draft = AdoptionDraft(catalog: catalog)
    for (line, value) in values(of: Self.permissions) {
      let alternatives = value.parts(between: ";").map { alternative in
        alternative.parts(between: ",").map(Self.trimmed).filter { !$0.isEmpty }
      }.filter { !$0.isEmpty }
      let rights = { (list: [String]) in
        list.reduce(0) { $0 + ($1.ends(exactlyWith: "=read") ? 1 : 100) }
      }
      guard let least = alternatives.min(by: { rights($0) < rights($1) }) else { continue }
      for pair in least {
        let parts = pair.parts(between: "=", omitsEmpty: false).map(Self.trimmed)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
          draft.leave("line \(line)", "\"\(Wording.cut(pair))\", which is no permission", nil)
          continue
        }
        draft.add(id: parts[0] + ":" + parts[1], at: "line \(line)")
      }
      if alternatives.count > 1 {
        draft.notes.append(
          "line \(line): of \(alternatives.count) alternatives, each of which is enough, the key "
            + "has \(Wording.cut(least.joined(separator: ", "), to: 80)).")
      }
    }
    return try draft.adoption(of: .permissionsHeader)
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var bytes = text.utf8.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }

  // MARK: - Lists

  /// How many of the scopes that are named a catalog has; to find out whose list it is.
  func matches(_ catalog: Catalog) -> Int {
    let titles = ScopeTitles(of: catalog)
    return lines.prefix(2000).reduce(0) { sum, line in
      sum + Self.entries(of: line, catalog, titles).count { titles.scope($0, in: catalog) != nil }
    }
  }

  func readList(catalog: Catalog) throws(ModelError) -> Adoption {
    var draft = AdoptionDraft(catalog: catalog)
    let titles = ScopeTitles(of: catalog)
    let headings = Set(catalog.scopes.indices.map { catalog.listHeading(ofScope: $0) })
      .union(catalog.categories.map(\.name))
    var heading = ""
    for (index, line) in lines.enumerated() {
      let place = "line \(index + 1)"
      if let marked = Self.marked(line), !marked.isChosen { continue }
      let entries = Self.entries(of: line, catalog, titles)
      if entries.count == 1, headings.contains(entries[0]),
        titles.scope(entries[0], in: catalog) == nil
      {
        heading = entries[0]
        continue
      }
      for entry in entries {
        if let scope = titles.scope(entry, under: heading, in: catalog) {
          draft.add(scope)
        } else if let label = Self.value(of: "Label", in: entry) {
          draft.label = label
        } else if Self.isID(entry) {
          draft.add(id: entry, at: place)
        } else {
          draft.leave(place, "\"\(Wording.cut(entry))\", which names no scope of the catalog", nil)
        }
      }
    }
    return try draft.adoption(of: .list)
  }

  private static func value(of name: String, in entry: String) -> String? {
    entry.starts(exactlyWith: name + ": ") ? String(entry.dropFirst(name.count + 2)) : nil
  }

  /// Whether a text without spaces looks like the id of a scope, and not like a word of prose.
  private static func isID(_ text: String) -> Bool {
    !text.utf8.contains(0x20)
      && (text.utf8.contains { ".:/_-".utf8.contains($0) } && text.utf8.last != UInt8(ascii: ":")
        && text.utf8.last != UInt8(ascii: "."))
  }

  /// The rest of a line that starts with a box, and whether the box is ticked; nil for other lines.
  private static func marked(_ line: String) -> (isChosen: Bool, rest: String)? {
    let text = trimmed(line)
    for (box, isChosen) in [
      ("[x]", true), ("[X]", true), ("[ ]", false), ("☑", true), ("☒", true), ("✓", true),
      ("✔", true), ("☐", false),
    ] where text.starts(exactlyWith: box) {
      return (
        isChosen, trimmed(String(decoding: text.utf8.dropFirst(box.utf8.count), as: UTF8.self))
      )
    }
    return nil
  }

  /// What a line names: one thing, or several with spaces or commas between.
  private static func entries(
    of line: String, _ catalog: Catalog, _ titles: ScopeTitles
  ) -> [String] {
    var text = trimmed(marked(line)?.rest ?? line)
    for bullet in ["- ", "* ", "• "] where text.starts(exactlyWith: bullet) {
      text = trimmed(String(decoding: text.utf8.dropFirst(bullet.utf8.count), as: UTF8.self))
      if let rest = marked(text)?.rest { text = rest }
    }
    guard !text.isEmpty, titles.scope(text, in: catalog) == nil else {
      return text.isEmpty ? [] : [text]
    }
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
    let isList = words.count > 1 && words.allSatisfy { catalog.indexOfScope($0) != nil || isID($0) }
    return isList ? words : [text]
  }
}

/// The scopes of a catalog by their titles.
struct ScopeTitles {
  /// For each title the scopes that have it.
  private var scopes: [String: [Int]] = [:]

  init(of catalog: Catalog) {
    for scope in catalog.scopes.indices {
      scopes[catalog.listChoice(ofScope: scope).lowercased(), default: []].append(scope)
    }
  }

  /// The scope of an id or a title; of several with the title the one under the heading, and none
  /// where that does not say.
  func scope(_ text: String, under heading: String = "", in catalog: Catalog) -> Int? {
    if let scope = catalog.indexOfScope(text) { return scope }
    guard let found = scopes[text.lowercased()] else { return nil }
    if found.count == 1 { return found[0] }
    let here = found.filter {
      catalog.listHeading(ofScope: $0) == heading
        || catalog.categoryPath(ofScope: $0).contains(heading)
    }
    return here.count == 1 ? here[0] : nil
  }
}
