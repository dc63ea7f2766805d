import BitCollections
import CatalogImport
import Catalogs
import Documents
import Keys
import TestSupport
import Testing

/// What the platform takes, adopted again, grants the same.
@Suite struct RoundTripTests {
  private let today: CalendarDate

  init() throws { today = try #require(CalendarDate("2026-11-30")) }

  private static func adopt(_ bytes: [UInt8], _ catalog: Catalog) throws -> Adoption {
    try AdoptableDocument(bytes) { bytes throws(ModelError) in try YAMLDocument.json(bytes) }
      .read(catalog: catalog)
  }

  /// Of scopes that are levels of one permission only the highest is written.
  private static func highest(_ ids: [String], in catalog: Catalog) -> Set<String> {
    guard catalog.id == "github" else { return Set(ids) }
    var last: [Substring: String] = [:]
    for id in ids { last[id.prefix { $0 != ":" }] = id }
    return Set(last.values)
  }

  @Test("Every form of every platform reads back as the same rights", arguments: NativeFixture.all)
  func sameRights(fixture: NativeFixture) throws {
    let catalog = try fixture.catalog()
    #expect(!catalog.forms.isEmpty)
    var random = SeededRandom()
    for _ in 0..<60 {
      for form in catalog.forms {
        var design = KeyDesign()
        let kind = catalog.kinds.isEmpty ? nil : random.next(below: catalog.kinds.count)
        design.details.kind = kind.map { catalog.kinds[$0].id }
        let kinds = try form.template(in: catalog).kinds
        guard kinds.isEmpty || design.details.kind.map(kinds.contains) ?? false else { continue }
        design.details.label = "Bot: \"7\" {x} é"
        design.details.purpose = "Reads, and *writes* #1"
        for scope in catalog.scopes.indices
        where kind.map(catalog.scopes[scope].kinds.contains) ?? true
          && random.next(below: 3) == 0
        { design.scopes.insert(scope) }
        guard !design.scopes.isEmpty else { continue }
        let document = try form.document(
          of: [design], catalog: catalog, today: today,
          fills: form.id.hasPrefix("organization") ? ["organization": "a/b"] : [:])
        // Of Cloudflare's groups no ids are known: their names stand in the body, and are a problem.
        #expect(document.problems.isEmpty == (form.id != "token-body"))
        let adoption = try Self.adopt(document.bytes, catalog)
        #expect(adoption.keys.count == 1, "\(random.seed)")
        let key = adoption.keys[0]
        let ids = design.scopes.map { catalog.scopes[$0].id }
        #expect(
          Set(key.design.scopes.map { catalog.scopes[$0].id }) == Self.highest(ids, in: catalog),
          "\(form.id) of \(fixture.id), seed \(random.seed)")
        #expect(key.design.details.unknownScopes.isEmpty)
        // One GUID stands for both kinds of delegated permissions: the form cannot tell them apart.
        if kind != nil, !fixture.id.hasPrefix("msgraph") {
          #expect(key.kind == design.details.kind)
        }
      }
    }
  }

  @Test("Keys of two kinds become one document, and that document two keys")
  func twoKinds() throws {
    let catalog = try NativeFixture.slack.catalog()
    var bot = KeyDesign(scopes: [0, 5])
    bot.details.kind = "bot"
    bot.details.label = "Helper"
    var user = KeyDesign(scopes: [0, 3])
    user.details.kind = "user"
    let document = try catalog.form(nil, for: bot)
      .document(of: [bot, user], catalog: catalog, today: today)
    let adoption = try Self.adopt(document.bytes, catalog)
    #expect(adoption.key(ofKind: "bot")?.design.scopes == bot.scopes)
    #expect(adoption.key(ofKind: "user")?.design.scopes == user.scopes)
    #expect(adoption.remainders.isEmpty)
  }

  // MARK: - Policies of AWS, written by another hand

  private static func matches(_ pattern: Substring, _ text: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return matches(pattern.dropFirst(), text)
        || !text.isEmpty && matches(pattern, text.dropFirst())
    }
    return !text.isEmpty && (first == "?" || first == text.first)
      && matches(pattern.dropFirst(), text.dropFirst())
  }

  @Test("A policy, however written, adopted and exported again allows the same")
  func policies() throws {
    let catalog = try NativeFixture.aws.catalog()
    let ids = catalog.scopes.map(\.id)
    var random = SeededRandom()
    for _ in 0..<300 {
      var expected: Set<String> = []
      let statements = (0...random.next(below: 3)).map { _ -> String in
        let actions = (0...random.next(below: 3)).map { _ -> String in
          var action = ids[random.next(below: ids.count)]
          switch random.next(below: 6) {
          case 0: action = String(action.prefix(random.next(below: 8))) + "*"
          case 1: action = "*" + action.suffix(random.next(below: 6))
          case 2: action = "s3:?et*o*"
          case 3: action = action.uppercased()
          default: break
          }
          expected.formUnion(
            ids.filter { Self.matches(action.lowercased()[...], $0.lowercased()[...]) })
          return "\"\(action)\""
        }
        let list =
          actions.count == 1 && random.next(below: 2) == 0
          ? actions[0] : "[" + actions.joined(separator: ",") + "]"
        return #"{"Effect":"Allow","Action":\#(list),"Resource":"*"}"#
      }
      let body =
        statements.count == 1 && random.next(below: 2) == 0
        ? statements[0] : "[" + statements.joined(separator: ",") + "]"
      let policy = #"{"Version":"2012-10-17","Statement":\#(body)}"#
      let adoption = try Self.adopt(Array(policy.utf8), catalog)
      let again = try catalog.form("iam-policy", for: adoption.keys[0].design).document(
        of: adoption.keys.map(\.design), catalog: catalog, today: today)
      let root = try JSONDocument(parsing: again.bytes).root
      let written = try #require(root["Statement"]?.elements.first?["Action"]).requireStrings()
      #expect(Set(written) == expected, "seed \(random.seed): \(policy)")
      #expect(written.count == expected.count)
    }
  }

  // MARK: - Roles of Kubernetes, written by another hand

  @Test("Roles, however written, adopted and exported again grant the same")
  func roles() throws {
    let catalog = try NativeFixture.kubernetes.catalog()
    var random = SeededRandom()
    let groups = ["", "apps", "rbac.authorization.k8s.io", "*"]
    let resources = [
      "pods", "pods/log", "secrets", "deployments", "deployments/scale", "*/scale", "*",
    ]
    let verbs = ["get", "list", "update", "bind", "*"]
    for _ in 0..<300 {
      func some(_ list: [String]) -> [String] {
        Array(list.shuffled(using: &random).prefix(1 + random.next(below: 2)))
      }
      let (group, resource, verb) = (some(groups), some(resources), some(verbs))
      func quoted(_ texts: [String]) -> String {
        "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
      }
      let yaml = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: r
        rules:
        - apiGroups: \(quoted(group))
          resources: \(quoted(resource))
          verbs: \(quoted(verb))
        - nonResourceURLs: ["/version/", "/logs/*"]
          verbs: ["get"]
        """
      let expected = catalog.scopes.map(\.id).filter { id in
        guard !id.hasPrefix("nonResource") else { return true }
        let slash = id.firstIndex(of: "/") ?? id.startIndex
        let colon = id.lastIndex(of: ":") ?? id.startIndex
        let owner = String(id[..<slash]) == "core" ? "" : String(id[..<slash])
        let name = String(id[id.index(after: slash)..<colon])
        let sub = name.split(separator: "/").dropFirst().first.map(String.init)
        return (group.contains("*") || group.contains(owner))
          && (resource.contains("*") || resource.contains(name)
            || sub.map { resource.contains("*/" + $0) } ?? false)
          && (verb.contains("*") || verb.contains(String(id[id.index(after: colon)...])))
      }
      let adoption = try Self.adopt(Array(yaml.utf8), catalog)
      let design = adoption.keys[0].design
      #expect(
        design.scopes.map { catalog.scopes[$0].id } == expected, "seed \(random.seed): \(yaml)")
      let again = try catalog.form("cluster-role", for: design).document(
        of: [design], catalog: catalog, today: today)
      let second = try Self.adopt(again.bytes, catalog)
      #expect(second.keys[0].design.scopes == design.scopes)
      #expect(
        Set(second.keys[0].design.details.unknownScopes) == Set(design.details.unknownScopes))
    }
  }

  @Test("No damaged document does more than fail")
  func damaged() throws {
    var random = SeededRandom()
    for fixture in NativeFixture.all {
      let catalog = try fixture.catalog()
      var design = KeyDesign(scopes: [0, 1, 2])
      design.details.label = "x"
      let form = try catalog.form(nil, for: design)
      var source = try form.document(of: [design], catalog: catalog, today: today).bytes
      for _ in 0..<150 {
        let place = random.next(below: source.count)
        switch random.next(below: 3) {
        case 0: source.remove(at: place)
        case 1: source.insert(UInt8(random.next(below: 256)), at: place)
        default: source[place] = UInt8(random.next(below: 128))
        }
        if source.count < 10 { break }
        do {
          _ = try Self.adopt(source, catalog)
        } catch is ModelError {}
      }
    }
  }
}
