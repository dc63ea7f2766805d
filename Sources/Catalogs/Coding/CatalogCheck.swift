import Documents

/// What a catalog's author should know about it: everything here decodes, but could be better.
package struct CatalogCheck: Sendable {
  /// One piece of advice.
  package struct Problem: Hashable, Sendable {
    /// How much it matters.
    package var severity: Severity
    /// The JSON path of what it is about.
    package var path: String
    /// The line in the document, from 1; nil where it is about the catalog as a whole.
    package var line: Int?
    /// The problem as a sentence.
    package var message: String

    /// Creates a problem.
    package init(severity: Severity, path: String, line: Int? = nil, message: String) {
      self.severity = severity
      self.path = path
      self.line = line
      self.message = message
    }
  }

  /// The problems, in the order of the document.
  package private(set) var problems: [Problem] = []
  let catalog: Catalog
  private var paths: [String] = []

  /// Looks at a whole catalog, and at the document that it was decoded from, if it is at hand.
  package init(_ catalog: Catalog, document: JSONDocument? = nil) {
    self.catalog = catalog
    paths = Self.paths(of: catalog)
    if let document { checkMembers(document) }
    if catalog.sources.isEmpty {
      add(.note, "sources", "No source is named: nobody can check the facts.")
    }
    if catalog.servers.isEmpty {
      add(.note, "servers", "No server is named: calls in logs are matched by their paths alone.")
    }
    checkScopes()
    checkOperations()
    checkConditions()
    checkCombinations()
  }

  mutating func add(_ severity: Severity, _ path: String, _ message: MessageText) {
    problems.append(Problem(severity: severity, path: path, message: message.string))
  }

  /// Newer catalogs may have more members, so that decoding passes over them.
  private mutating func checkMembers(_ document: JSONDocument) {
    let strays = StrayMember.all(in: document.root, of: Catalog.shape)
    for (member, line) in zip(strays, JSONValue.lines(of: strays.map(\.value))) {
      problems.append(
        Problem(
          severity: .warning,
          path: Wording.cutMiddle(member.path, to: MessageText.longestValue), line: line,
          message: member.problem.string.prefix(1).uppercased()
            + member.problem.string.dropFirst() + ". " + member.remedy + "."))
    }
  }

  // MARK: - Scopes

  private mutating func checkScopes() {
    let sources = Set(catalog.sources.map(\.name))
    let needed = neededScopes()
    // Once: counting the calls again for each of 20,000 scopes took a minute.
    let silence = Self.silence(of: catalog)
    var titles: [String: String] = [:]
    for (index, scope) in catalog.scopes.enumerated() {
      let path = paths[index]
      if scope.summary.isEmpty {
        add(.note, path, "\(scope.id) has no summary: nobody sees what it really opens.")
      }
      if scope.access == .unstated {
        add(
          .warning, path, "\(scope.id) has no access: rules about reading and writing are silent.")
      } else if scope.inferred.contains(.access) {
        add(.note, path, "The access of \(scope.id) (\(scope.access.rawValue)) is inferred.")
      }
      if scope.inferred.contains(.includes) {
        add(.note, path, "What \(scope.id) grants is inferred from names.")
      }
      if scope.isUndeclared {
        add(.warning, path, "\(scope.id) is named by calls, but the vendor does not declare it.")
      }
      if case .source(let name) = scope.provenance, !name.isEmpty, !sources.contains(name) {
        add(.warning, path, "The source \"\(name)\" of \(scope.id) is not in the list of sources.")
      }
      if !needed.isEmpty, !needed.contains(index) {
        add(.note, path, "No call is known to need \(scope.id)\(silence).")
      }
      if let other = titles.updateValue(scope.id, forKey: scope.title) {
        add(.note, path, "\(scope.id) and \(other) have the same title.")
      }
    }
  }

  /// The scopes that a call names, and those that grant one of them; empty where no call names any.
  private func neededScopes() -> Set<Int> {
    let named = catalog.scopes.indices.filter { !catalog.operationsOfScope[$0].isEmpty }
    return Set(named + named.flatMap { catalog.granters(of: $0) })
  }

  /// How many calls do not say what they need: any of them may need what no other does.
  private static func silence(of catalog: Catalog) -> String {
    let count = catalog.operations.indices.count {
      catalog.operations.requirement(of: $0) == .notStated
    }
    if count == 0 { return "" }
    return count == 1
      ? "; what 1 call needs is not stated" : "; what \(count) calls need is not stated"
  }

  /// The path of each scope in the document as the encoder writes it.
  private static func paths(of catalog: Catalog) -> [String] {
    var next: [Int: Int] = [:]
    let categories = catalog.categories.reduce(into: [String]()) { paths, category in
      if category.isPermission { return paths.append("") }
      let parent = category.parent ?? -1
      let place = next[parent, default: 0]
      next[parent] = place + 1
      paths.append((parent >= 0 ? paths[parent] + "." : "") + "categories[\(place)]")
    }
    var own: [Int: Int] = [:]
    return catalog.scopes.indices.map { scope in
      let category = catalog.documentCategory(ofScope: scope)
      let place = own[category, default: 0]
      own[category] = place + 1
      return categories[category] + ".scopes[\(place)]"
    }
  }

  // MARK: - Calls and rules

  private mutating func checkOperations() {
    if catalog.operations.isEmpty {
      add(.warning, "operations", "There are no calls: nobody sees what a scope opens.")
    }
    for (index, operation) in catalog.operations.enumerated() {
      let path = "operations[\(index)]"
      if catalog.operations.requirement(of: index) == .notStated {
        add(.note, path, "\(operation.call) does not say what it requires.")
      } else if operation.isInferred {
        add(.note, path, "What \(operation.call) requires is read out of prose.")
      }
      checkRequirement(of: operation, at: path)
    }
    countFree()
  }

  /// Counts the calls that are said to need nothing: vendors write that falsely.
  private mutating func countFree() {
    let free = catalog.operations.filter { operation in
      guard case .anyOf(let sets) = operation.requirement else { return false }
      return sets.contains(where: \.isEmpty)
    }
    guard let first = free.first else { return }
    add(
      .note, "operations",
      "\(free.count) \(free.count == 1 ? "call is" : "calls are") said to need no scope, such as \(first.call): make sure of that, for any key can then make \(free.count == 1 ? "it" : "them")."
    )
  }

  private mutating func checkCombinations() {
    for (index, rule) in catalog.combinations.enumerated() {
      let path = "combinations[\(index)]"
      if rule.operations.isEmpty {
        add(.note, path, "\(rule.id) names no calls that prove it.")
      }
      if rule.untick.isEmpty, rule.tick.isEmpty {
        add(.note, path, "\(rule.id) names no smallest edit (\"untick\" or \"tick\").")
      }
    }
  }
}
