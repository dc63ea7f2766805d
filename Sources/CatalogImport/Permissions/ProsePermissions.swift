import Documents

/// Permissions that a description's sentences and lists name, such as "Requires the `repo` scope".
struct ProsePermissions {
  /// A text that makes more alternatives is not about permissions alone.
  private static let maximumSets = 64

  /// The ids that the description declares; empty where it declares none.
  let declared: Set<String>
  private let shapes: Set<String>

  init(declared: Set<String>) {
    self.declared = declared
    shapes = Set(declared.map(Self.shape))
  }

  /// Alternatives of sets; empty where the text says nothing, or says that something is not needed.
  func sets(in text: String) -> [[String]] {
    var found: [[[String]]] = []
    var list: (names: [String], isAny: Bool)?
    func endList() {
      if let names = list, !names.names.isEmpty {
        found.append(names.isAny ? names.names.map { [$0] } : [names.names])
      }
      list = nil
    }
    for line in ProseLines(text).lines {
      if var open = list {
        // Items below a heading, or the names themselves on lines of their own.
        let names = names(in: line.text, isListed: true)
        if !names.isEmpty, line.isItem || isOnlyNames(line.text) {
          if names.count > 1, line.text.contains(" or ") { open.isAny = true }
          open.names += names.filter { !open.names.contains($0) }
          list = open
          continue
        }
        if line.text.isEmpty, open.names.isEmpty { continue }
        endList()
      }
      if line.isHeading, let isAny = Self.headsList(line.text) {
        let names = names(in: line.text, isListed: true)
        list = (names, isAny)
        continue
      }
      for sentence in Self.sentences(of: line.text) {
        let names = required(by: sentence)
        if !names.isEmpty { found.append(names) }
      }
    }
    endList()
    return together(found)
  }

  /// What several sentences ask for is needed together, each once.
  private func together(_ found: [[[String]]]) -> [[String]] {
    var all: [[[String]]] = []
    for sets in found where !all.contains(sets) { all.append(sets) }
    guard !all.isEmpty, let product = SetMeaning.product(all), product.count <= Self.maximumSets
    else { return [] }
    // An alternative that needs more than another adds nothing: two sentences said the same.
    return product.filter { set in
      !product.contains { $0 != set && Set($0).isSubset(of: set) }
    }
  }

  // MARK: - Sentences

  private static let asking = [
    "require", "needs", "need ", "needed", "must have", "must be granted", "must authenticate",
    "must include", "is granted",
  ]
  private static let denying = [
    "not require", "n't require", "not need", "n't need", "no longer", "without", "not necessary",
    "never", "optional", "is not granted", "not be granted", "deprecated", "neither", "but not",
  ]
  private static let conditions = [" if ", "unless", " when ", "in case", "for example"]

  /// What a sentence asks for: alternatives of names.
  private func required(by sentence: String) -> [[String]] {
    let words = " " + Self.withoutNames(sentence).lowercased() + " "
    guard Self.asking.contains(where: { words.contains($0) }),
      ["permission", "scope", "authorization", "privilege"].contains(where: { words.contains($0) }),
      !Self.denies(words), !Self.conditions.contains(where: { words.contains($0) })
    else { return [] }
    let names = names(in: sentence, isListed: false)
    guard !names.isEmpty else { return [] }
    let joints = Self.joints(in: sentence)
    // "a, or b and c" has brackets that nobody wrote.
    if joints.contains(" or "), joints.contains(" and ") { return [] }
    return Self.isAny(words) || joints.contains(" / ") ? names.map { [$0] } : [names]
  }

  /// What stands between the names of a sentence, with a blank around each part.
  private static func joints(in sentence: String) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    let between = parts.indices.filter { $0 % 2 == 0 && $0 > 0 && $0 + 1 < parts.count }
    return between.map { " \(parts[$0].lowercased()) " }.joined()
  }

  private static func denies(_ words: String) -> Bool {
    denying.contains { words.contains($0) } || words.contains(" no ")
  }

  private static func isAny(_ words: String) -> Bool {
    words.contains(" or ") || words.contains("one of") || words.contains("any of")
      || words.contains("either")
  }

  /// Whether a heading says that what is needed follows, and whether any of it will do.
  private static func headsList(_ heading: String) -> Bool? {
    let words = " " + withoutNames(heading).lowercased() + " "
    let isShort = words.split(separator: " ").count <= 12
    let isAbout = ["scope", "permission", "required authorization", "privilege"]
      .contains { words.contains($0) }
    return isShort && isAbout && !denies(words) ? isAny(words) : nil
  }

  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = [""]
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "`" { isQuoted.toggle() }
      let isEnd = index + 1 == scalars.count || scalars[index + 1] == " "
      if scalar == ".", !isQuoted, isEnd {
        sentences.append("")
      } else {
        sentences[sentences.count - 1].unicodeScalars.append(scalar)
      }
    }
    return sentences
  }

  // MARK: - Names

  /// The names between backticks or apostrophes; in a list the words as well that are declared.
  private func names(in text: String, isListed: Bool) -> [String] {
    var names: [String] = []
    func add(_ name: String) {
      if isName(name), !names.contains(name) { names.append(name) }
    }
    for name in Self.between("`", in: text) { add(name) }
    if names.isEmpty { for name in Self.between("'", in: text) { add(name) } }
    if names.isEmpty, !declared.isEmpty {
      for word in text.split(whereSeparator: { " ,;()\"'".contains($0) })
      where declared.contains(String(word)) && word.contains(where: { !$0.isLetter }) {
        add(String(word))
      }
    }
    return names
  }

  private static func between(_ mark: Character, in text: String) -> [String] {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
  }

  private static func withoutNames(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 0 ? String($0.element) : "" }.joined()
  }

  /// Whether nothing but names and what joins them stands on a line, behind a label at most.
  private func isOnlyNames(_ text: String) -> Bool {
    let rest = Self.withoutNames(text).lowercased().split { " ,;.".contains($0) }
    return rest.allSatisfy { ["and", "or"].contains($0) || declared.contains(String($0)) }
  }

  /// Whether a text can be an id, and is declared or written like those that are.
  private func isName(_ name: String) -> Bool {
    if declared.contains(name) { return true }
    let isID =
      !name.isEmpty && name.utf8.count <= 100
      && name.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"{}()<>=\"'?$".utf8.contains($0) }
      && !name.starts(exactlyWith: "/") && !name.contains(bytesOf: "//")
    guard isID else { return false }
    return declared.isEmpty || shapes.contains(Self.shape(of: name)) && Self.shape(of: name) != ""
  }

  /// The separators of an id in their order: those of one platform are written alike.
  private static func shape(of id: String) -> String {
    String(id.filter { ".:/".contains($0) }) + (id.contains("_") ? "_" : "")
      + (id.allSatisfy { !$0.isLowercase } ? "A" : "")
  }
}
