/// Makes catalogs of any size, the same for the same seed and shape.
///
/// Ids read like those of real platforms (`billing.invoices.lines.refund`), two to six parts deep;
/// summaries have 40 to 400 characters; one scope in fifty holds what has to be escaped or is not
/// ASCII; managing scopes include the others of their resource; operations need one scope, one of
/// several, or several together. A varied catalog has every member that a catalog can have.
public struct CatalogGenerator: Sendable {
  /// How much of everything.
  public struct Shape: Sendable {
    /// The number of scopes, exactly.
    public var scopes: Int
    /// The number of the catalog's own rules.
    public var combinations: Int
    /// The scopes of the largest category at the top; what is left is shared by the others.
    public var largestCategory: Int
    /// Whether scopes, operations and rules have all kinds of members; there are presets then too.
    public var isVaried: Bool

    /// A shape with so many scopes; a tenth of them in the largest category.
    public init(scopes: Int, combinations: Int = 0, isVaried: Bool = false) {
      self.scopes = scopes
      self.combinations = combinations
      self.isVaried = isVaried
      largestCategory = scopes / 10
    }
  }

  /// One scope as it stands in the document.
  struct Entry {
    var id: String
    var verb: String
    var path: [String]
    var title: String
    var summary: String
    var includes: [String] = []
    /// Further members as JSON, each with a comma before it; in the place of the usual ones.
    var members: String?
  }

  /// A category with its scopes and inner categories, as far as it is made.
  struct Group {
    var name: String
    var scopes: [Entry] = []
    var inner: [Group] = []
  }

  private var random: SeededRandom
  /// The scopes made so far, where later ones may refer to them.
  var earlier: [String] = []
  var isVaried = false

  /// Starts from a seed.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// A catalog document.
  public mutating func document(_ shape: Shape) -> [UInt8] {
    (isVaried, earlier) = (shape.isVaried, [])
    var services: [Group] = []
    var left = shape.scopes
    var number = 0
    while left > 0 {
      let wanted = number == 0 ? max(1, shape.largestCategory) : 8 + next(below: 1_200)
      services.append(service(number, scopes: min(left, wanted)))
      left -= min(left, wanted)
      number += 1
    }
    var entries: [Entry] = []
    for service in services { Self.collect(service, into: &entries) }
    var writer = CatalogText()
    writer.begin()
    writer.list("categories", services) { $0.category($1) }
    let calls = operations(entries)
    writer.list("operations", calls) { $0.operation($1) }
    if isVaried {
      vary(&writer, rules: shape.combinations, calls)
    } else {
      writer.list("combinations", rules(shape.combinations, entries)) { $0.rule($1) }
    }
    return writer.end()
  }

  /// A number from 0 to below a limit.
  public mutating func next(below limit: Int) -> Int { random.next(below: limit) }

  // MARK: - The tree

  private mutating func service(_ number: Int, scopes: Int) -> Group {
    let word = Vocabulary.services[number % Vocabulary.services.count]
    let round = number / Vocabulary.services.count
    let name = round == 0 ? word : "\(word)\(round + 1)"
    return group([name], scopes: scopes, levels: 1 + next(below: 5))
  }

  /// A category of exactly so many scopes, at most `levels` categories deep.
  private mutating func group(_ path: [String], scopes: Int, levels: Int) -> Group {
    var group = Group(name: path.map(Self.capitalized).suffix(1).joined())
    var left = scopes
    let own = levels == 1 ? left : min(left, next(below: 6))
    left -= own
    group.scopes = entries(path, count: own)
    // The first resource already holds the scopes of a service's own.
    var used: Set<String> = path.count == 1 && own > 0 ? [resource(0)] : []
    while left > 0 {
      let part = min(left, levels > 2 ? 6 + next(below: max(1, scopes / 3)) : 3 + next(below: 12))
      var word = Vocabulary.resources[next(below: Vocabulary.resources.count)]
      while !used.insert(word).inserted { word += "\(used.count)" }
      group.inner.append(self.group(path + [word], scopes: part, levels: max(1, levels - 1)))
      left -= part
    }
    return group
  }

  private mutating func entries(_ path: [String], count: Int) -> [Entry] {
    var entries: [Entry] = []
    for index in 0..<count {
      let verbs = Vocabulary.verbs
      var path = path
      // More scopes than verbs: a further resource takes them.
      if index >= verbs.count || path.count == 1 { path.append(resource(index / verbs.count)) }
      let verb = verbs[index % verbs.count]
      let thing = path.reversed().joined(separator: " of ")
      entries.append(
        Entry(
          id: (path + [verb]).joined(separator: "."), verb: verb, path: path,
          title: Self.capitalized(verb) + " " + thing, summary: summary(verb, path)))
    }
    // A managing scope holds all that stands beside it.
    if count > 3, next(below: 4) == 0, let last = entries.indices.last {
      entries[last].includes = entries.dropLast().map(\.id)
    }
    if isVaried { for index in entries.indices { vary(&entries[index]) } }
    return entries
  }

  private func resource(_ number: Int) -> String {
    let words = Vocabulary.resources
    let round = number / words.count
    return words[number % words.count] + (round == 0 ? "" : "\(round + 1)")
  }

  private static func collect(_ group: Group, into entries: inout [Entry]) {
    entries += group.scopes
    for inner in group.inner { collect(inner, into: &entries) }
  }

  // MARK: - Texts

  private mutating func summary(_ verb: String, _ path: [String]) -> String {
    let length = 40 + next(below: 340)
    var text = "Lets a key \(verb) \(path.last ?? "")"
    if next(below: 50) == 0 {
      text += " of \"caf\u{E9}s\" in Z\u{FC}rich and \u{041C}\u{043E}\u{0441}"
    }
    while text.utf8.count < length {
      text += " " + Vocabulary.words[next(below: Vocabulary.words.count)]
    }
    return text + "."
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  // MARK: - What refers to scopes

  struct Call {
    var method: String
    var path: String
    var tag: String
    var requires: [[String]]
    /// Further members as JSON, each with a comma before it; in the place of the requirement.
    var members: String?
  }

  struct Rule {
    var id: String
    var all: [String]
  }

  private mutating func operations(_ entries: [Entry]) -> [Call] {
    entries.indices.map { index in
      let entry = entries[index]
      let method = Vocabulary.methods[entry.verb] ?? "POST"
      let path = entry.path.map { "/\($0)/{\($0)Id}" }.joined() + "/\(entry.verb)"
      var requires = [[entry.id]]
      switch next(below: 20) {
      case 0: requires.append([entries[max(0, index - 1)].id])
      case 1 where index > 0: requires = [[entries[index - 1].id, entry.id]]
      default: break
      }
      var call = Call(
        method: method, path: path, tag: Self.capitalized(entry.path[0]),
        requires: requires.map { Set($0).sorted() })
      if isVaried { vary(&call) }
      return call
    }
  }

  private mutating func rules(_ count: Int, _ entries: [Entry]) -> [Rule] {
    (0..<count).map { number in
      var all: Set<String> = []
      while all.count < min(2 + number % 2, entries.count) {
        all.insert(entries[next(below: entries.count)].id)
      }
      return Rule(id: "rule-\(number)", all: all.sorted())
    }
  }
}
