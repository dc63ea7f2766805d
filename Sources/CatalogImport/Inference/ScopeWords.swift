import Documents

/// The words of a scope's id: what it is about, and the verb.
struct ScopeWords {
  /// The resource, in words, outermost part first.
  var resource: [[String]] = []
  /// The verb, or nil where no word of the id is one.
  var verb: String?
  /// How many parts of the resource stand behind the verb, as `bot` does in `chat:write:bot`.
  var partsBehindVerb = 0
  /// Whether the verb comes first, as in `read:org`.
  var startsWithVerb = false

  init(id: String) {
    var parts = Self.parts(of: id)
    // The last part that is a verb as a whole; else a verb inside a part, as in `user-top-read`.
    if parts.count > 1, let place = parts.lastIndex(where: { $0.count == 1 && Self.isVerb($0[0]) })
    {
      verb = parts[place][0]
      startsWithVerb = place == 0
      if place > 0 { partsBehindVerb = parts.count - place - 1 }
      parts.remove(at: place)
    } else {
      search: for place in parts.indices.reversed() {
        guard let word = parts[place].lastIndex(where: Self.isVerb) else { continue }
        verb = parts[place][word]
        startsWithVerb = place == 0 && word == 0
        if parts[place].count > 1 { parts[place].remove(at: word) }
        break search
      }
    }
    resource = parts
  }

  private static func isVerb(_ word: String) -> Bool { AccessWords.access[word] != nil }

  /// The parts between `.`, `:` and `/`, each in words; what all ids of a web address share is left
  /// out.
  private static func parts(of id: String) -> [[String]] {
    var body = id[...]
    for start in ["https://", "http://"] where body.starts(exactlyWith: start) {
      let path = body.dropFirst(start.count).drop { $0 != "/" }
      if path.count > 1 { body = path }
      if body.starts(exactlyWith: "/auth/") { body = body.dropFirst(6) }
    }
    let parts = body.split { $0 == "." || $0 == ":" || $0 == "/" }.map { words(of: $0) }
      .filter { !$0.isEmpty }
    return parts.isEmpty ? [[id.lowercased()]] : parts
  }

  /// The words between `_` and `-`, and where small letters turn into capitals.
  private static func words(of part: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in part {
      if "_-+* ".contains(character) || (wasSmall && character.isUppercase) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if !"_-+* ".contains(character) { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  /// A word in the singular, so that `tasks` and `task_templates` meet.
  static func stem(_ word: String) -> String {
    if word.count > 4, word.ends(exactlyWith: "ies") { return word.dropLast(3) + "y" }
    if word.count > 3, word.ends(exactlyWith: "s"), !word.ends(exactlyWith: "ss"),
      !word.ends(exactlyWith: "us")
    {
      return String(word.dropLast())
    }
    return word
  }

  private static let acronyms: Set = [
    "api", "db", "dm", "dnd", "dns", "id", "im", "ip", "mfa", "mpim", "oauth", "ooo", "pii", "rtm",
    "saml", "scim", "sms", "sql", "ssh", "ssl", "sso", "tls", "ugc", "ui", "uri", "url", "vpc",
  ]

  /// Words as a heading.
  static func heading(_ words: [String]) -> String {
    let shown = words.map { acronyms.contains($0) ? $0.uppercased() : $0 }
    let text = shown.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// Verbs of ids and texts, and what they let a key do.
enum AccessWords {
  /// The access of each verb.
  static let access: [String: String] = {
    var access: [String: String] = [:]
    func add(_ word: String, _ verbs: String...) { for verb in verbs { access[verb] = word } }
    add("view", "read", "view", "list", "get", "readonly", "history", "search", "access", "ro")
    add("create", "create", "add", "upload", "insert", "new", "import")
    add("update", "write", "modify", "update", "edit", "change", "set", "rw", "readwrite", "put")
    add("delete", "delete", "remove", "destroy", "purge", "erase")
    add("admin", "admin", "manage", "management", "full", "all", "administer")
    for verb in [
      "approve", "cancel", "control", "deploy", "execute", "export", "invite", "invoke", "merge",
      "post", "publish", "refund", "run", "send", "share", "stream", "sync", "transfer", "trigger",
      "use",
    ] { access[verb] = verb }
    return access
  }()

  /// Verbs that do not read as a command before what they are about.
  static let nouns: Set = [
    "history", "admin", "readonly", "ro", "rw", "readwrite", "all", "full", "management",
  ]

  /// What the first words of a description say.
  static func access(of text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }.prefix(2).map(String.init)
    guard let first = words.first else { return nil }
    let base = first.ends(exactlyWith: "s") ? String(first.dropLast()) : first
    switch first {
    case "provides", "grants", "allows", "permits": return nil
    default: return access[first] ?? access[base]
    }
  }
}
