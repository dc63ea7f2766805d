/// What a Swift file declares for others and what it names.
struct SourceFile {
  /// Its path below the project's root.
  let path: String
  /// The modules that it imports.
  private(set) var imports: Set<String> = []
  /// Types, functions and values that stand at its top.
  private(set) var declared: Set<String> = []
  /// The members that its extensions add to types.
  private(set) var added: [(type: String, name: String)] = []
  /// The names of all functions, values and cases in it, local ones included, with repetition.
  private(set) var valueNames: [String] = []
  /// The words before a colon that no `var`, `let` or `case` declares: labels and parameters.
  private(set) var labels: Set<String> = []
  /// Every word in it.
  private(set) var named: Set<String> = []
  /// How many of its declarations are public.
  private(set) var publicCount = 0

  /// Its folder.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  /// The module that it belongs to: the folder in `Sources`.
  var module: String { String(path.split(separator: "/")[1]) }

  private static let types: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]
  private static let values: Set = ["func", "var", "let", "case"]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    /// The type whose extension a brace has opened; nil for any other brace.
    var extended: [String?] = []
    var next: String?
    let words = SourceWords(bytes).words
    for (index, word) in words.enumerated() {
      let following = index + 1 < words.count ? words[index + 1] : ""
      let isMember = index > 0 && words[index - 1] == "."
      switch word {
      case "{":
        extended.append(next)
        next = nil
      case "}": _ = extended.popLast()
      case "import" where extended.isEmpty: imports.insert(following)
      case "extension" where !isMember: next = following
      case "public" where !isMember: publicCount += following == "import" ? 0 : 1
      case _ where Self.types.contains(word) && following.first?.isUppercase == true && !isMember:
        if extended.isEmpty { declared.insert(following) }
      case _ where Self.values.contains(word) && !isMember:
        valueNames.append(following)
        if extended.isEmpty {
          declared.insert(following)
        } else if let type = extended[extended.count - 1], word != "case" {
          added.append((type, following))
        }
      default:
        named.insert(word)
        let isDeclared = index > 0 && Self.values.contains(words[index - 1])
        if following == ":", !isDeclared { labels.insert(word) }
      }
    }
  }
}
