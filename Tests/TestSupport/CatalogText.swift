/// Writes a generated catalog as JSON: by hand, so that a hundred megabytes take a second.
struct CatalogText {
  private var bytes: [UInt8] = []

  mutating func begin() {
    add(#"{"$schema":"urn:keywright:catalog:1","id":"generated","name":"Generated","version":"1","#)
    add(#""sources":[{"name":"reference","location":"generated.example/api"}]"#)
  }

  mutating func end() -> [UInt8] {
    add("}\n")
    return bytes
  }

  /// A member with a list, an element a line.
  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout CatalogText, Element) -> Void
  ) {
    add(",\n\"\(name)\":[")
    for (index, element) in elements.enumerated() {
      add(index == 0 ? "\n" : ",\n")
      write(&self, element)
    }
    add("]")
  }

  mutating func category(_ group: CatalogGenerator.Group) {
    add(#"{"name":"\#(group.name)""#)
    if !group.scopes.isEmpty { list("scopes", group.scopes) { $0.scope($1) } }
    if !group.inner.isEmpty { list("categories", group.inner) { $0.category($1) } }
    add("}")
  }

  mutating func operation(_ call: CatalogGenerator.Call) {
    let sets = call.requires.map { "[" + Self.strings($0) + "]" }.joined(separator: ",")
    add(#"{"method":"\#(call.method)","path":"\#(call.path)","tag":"\#(call.tag)","#)
    add(#""summary":"\#(call.method) through \#(call.path)""#)
    add(call.members ?? #","requires":[\#(sets)]"#)
    add("}")
  }

  /// What is JSON already.
  mutating func text(_ text: String) { add(text) }

  mutating func rule(_ rule: CatalogGenerator.Rule) {
    add(#"{"id":"\#(rule.id)","title":"Rule \#(rule.id)","severity":"warning","#)
    add(#""all":[\#(Self.strings(rule.all))],"#)
    add(#""message":"They do harm together.","confidence":"inferred"}"#)
  }

  private mutating func scope(_ entry: CatalogGenerator.Entry) {
    add(#"{"id":"\#(entry.id)","title":"\#(entry.title)","#)
    add(#""summary":"\#(Self.escaped(entry.summary))""#)
    add(
      entry.members
        ?? #","access":"\#(entry.verb)","touches":["settings"],"provenance":"reference""#)
    if !entry.includes.isEmpty { add(#","includes":[\#(Self.strings(entry.includes))]"#) }
    add("}")
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  static func strings(_ texts: [String]) -> String {
    texts.map { "\"\($0)\"" }.joined(separator: ",")
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\""))
      ? text.split(separator: "\"").joined(separator: "\\\"") : text
  }
}
