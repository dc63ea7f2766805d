/// What a Swift file declares for others and what it names.
struct SourceFile {
  /// Its path below the project's root.
  let path: String
  /// The modules that it imports.
  private(set) var imports: Set<String> = []
  /// Types, functions and values that stand at its top.
  private(set) var declared: Set<String> = []
  /// The members that it adds to types, by the type's name.
  private(set) var members: [(type: String, name: String, isExtension: Bool)] = []
  /// Every word in it.
  private(set) var named: Set<String> = []
  /// How many of its declarations are public.
  private(set) var publicCount = 0

  /// Its folder.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  /// The module that it belongs to: the folder in `Sources`.
  var module: String { String(path.split(separator: "/")[1]) }

  private static let types: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]
  private static let values: Set = ["func", "var", "let"]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    /// The type whose body a brace has opened; nil for any other brace.
    var bodies: [(type: String, isExtension: Bool)?] = []
    var next: (type: String, isExtension: Bool)?
    let words = SourceWords(bytes).words
    for (index, word) in words.enumerated() {
      let following = index + 1 < words.count ? words[index + 1] : ""
      let isMember = index > 0 && words[index - 1] == "."
      switch word {
      case "{":
        bodies.append(next)
        next = nil
      case "}": _ = bodies.popLast()
      case "import" where bodies.isEmpty: imports.insert(following)
      case "extension" where !isMember: next = (following, true)
      case "public" where !isMember: publicCount += following == "import" ? 0 : 1
      case _ where Self.types.contains(word) && following.first?.isUppercase == true && !isMember:
        if bodies.isEmpty { declared.insert(following) }
        next = (following, false)
      case _ where Self.values.contains(word) && !isMember:
        if bodies.isEmpty {
          declared.insert(following)
        } else if let body = bodies[bodies.count - 1] {
          members.append((body.type, following, body.isExtension))
        }
      default: named.insert(word)
      }
    }
  }
}
