import ArgumentParser
import Calls
import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

/// A rule's page, what a scope opens, or what a call needs.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, a scope or a call, or list the rules.",
    discussion: """
      A policy (--policy, or the nearest .keywright.json at or above the current folder) brings \
      its own rules and severities.

      EXAMPLES
        keywright explain                      all rules, the most severe first
        keywright explain refund-loop          when it fires, what happens, what to do
        keywright explain refund-loop --manifest bot.key.json
                                               which of its calls are open to that key
        keywright explain "DELETE /repos/{owner}/{repo}" --manifest keys/*.key.json
                                               which of these keys can make it, and by what
        keywright explain stores.orders.deliver
                                               what it opens, which rules read it
        keywright explain "GET /stores/{storeId}/orders"
                                               which scopes open it, and what else they open
        keywright explain https://api.komerza.com/stores/5d/orders
                                               the same for every method of a URL
      """)

  @Argument(
    help: """
      The id of a rule or of a scope, or a call: METHOD path, a path or a URL. Without it, all \
      rules are listed.
      """)
  var subject: [String] = []

  @Option(
    name: .customLong("manifest"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Keys: which of them open the call, hold the scope or break the rule. With one key, the "
        + "calls of a rule are checked against it.", valueName: "file"))
  var manifests: [String] = []

  @Option(help: "text or json: how the answer about keys is written.")
  var format = KeyFormat.text

  /// The forms in which the answer about keys is written.
  enum KeyFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(help: ArgumentHelp("The policy that may have brought the rule.", valueName: "file"))
  var policy: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    guard manifests.isEmpty || !subject.isEmpty else {
      throw ValidationError(
        "--manifest asks about keys: name a call, a scope or a rule before it")
    }
    guard format == .text || !manifests.isEmpty else {
      throw ValidationError("--format json is for answers about keys: name some with --manifest")
    }
  }

  func run() throws {
    try reportingErrors {
      guard !subject.isEmpty else {
        try listRules()
        return
      }
      // A call needs no quotes here.
      let subject = subject.joined(separator: " ")
      guard manifests.isEmpty else { return try explain(subject, toKeys: manifests) }
      let catalog = try catalogChoice.source.load()
      let rules = RuleSet(catalog: catalog, policy: try withNothingOff(teamPolicy(catalog)))
      if let page = RulePage(rule: subject, rules: rules) {
        show(page.text(width: Environment.outputWidth ?? 80))
      } else if let scope = catalog.indexOfScope(subject) {
        show(ScopePage(scope: scope, rules: rules).text)
      } else if let pages = pages(ofCall: subject, catalog) {
        show(pages)
      } else {
        let names = (rules.infos + AuditRules.infos).map(\.id) + catalog.scopes.map(\.id)
        let resolver = CallResolver(catalog: catalog)
        let call = WrittenCall(subject)
        let nearest =
          NearestName.find(subject, among: names)
          ?? resolver.nearest(to: call).map { catalog.operations[$0].call }
        // A URL may hold a password.
        let shown =
          subject.contains(exactly: "/") ? resolver.printed(argument: call) : subject
        throw ModelError(
          problem: "\"\(shown)\" is not a rule, scope or call of \(catalog.name)",
          remedy: catalog.neighbor(havingScope: subject)
            .map { "It is a scope of another catalog: --catalog \($0)" }
            ?? nearest.map { "Did you mean \"\($0)\"?" }
            ?? "`keywright scopes` lists the scopes, `keywright explain` the rules")
      }
    }
  }

  /// Prints a page; no text of a document in it has more than one line.
  private func show(_ page: String) {
    let lines = Sanitizer.lines(of: page)
    if !Pager.show(lines) { Console.print(lines: lines) }
  }

  /// Lists all rules, the most severe first; what the team turns off stands last.
  private func listRules() throws(ModelError) {
    let catalog = try catalogChoice.source.load()
    let policy = try teamPolicy(catalog)
    let shown = withNothingOff(policy)
    let infos = RuleSet(catalog: catalog, policy: shown).infos + AuditRules.infos(shown)
    let off = Set(policy.levels.filter { $0.value == .off }.keys)
    let rows = infos.sorted { $0.id < $1.id }.map { info in
      [off.contains(info.id) ? "off" : info.severity.rawValue, info.id, info.title]
    }
    let levels = Severity.allCases.sorted(by: >).map(\.rawValue) + ["off"]
    Console.print(
      sanitized: TextColumns.lines(levels.flatMap { level in rows.filter { $0[0] == level } }))
  }

  /// How keys stand to a call, a scope or a rule; a rule's page where there is one key.
  private func explain(_ subject: String, toKeys paths: [String]) throws {
    var linter = Linter(
      catalogs: catalogChoice.source, policy: policy, today: try Clock.requireToday())
    var keys: [WhoCan.Key] = []
    var hasFailed = false
    for path in paths {
      do {
        let (manifest, findings) = try linter.review(path)
        keys.append(WhoCan.Key(path: path, manifest: manifest, findings: findings))
      } catch {
        Console.say("keywright: \(error)")
        hasFailed = true
      }
    }
    if hasFailed, keys.isEmpty { throw ExitStatus.badInput }
    let asked = try self.subject(subject, of: keys)
    if case .rule = asked, paths.count == 1, format == .text {
      return try explain(subject, to: paths[0])
    }
    let answer = WhoCan(asked, among: keys)
    switch format {
    case .text: Console.print(sanitized: answer.lines)
    case .json: Console.print(document: JSONWriter.write(answer.node))
    }
    if hasFailed { throw ExitStatus.badInput }
  }

  /// What is asked about; an error where the catalog of none of the keys has it.
  private func subject(
    _ text: String, of keys: [WhoCan.Key]
  ) throws(ModelError) -> WhoCan.Subject {
    for key in keys {
      let catalog = key.manifest.resolvedCatalog
      if key.findings.rules.info(text) != nil { return .rule(text) }
      if catalog.indexOfScope(text) != nil { return .scope(text) }
      if key.manifest.original.details.unknownScopes.contains(text) { return .scope(text) }
      let resolver = CallResolver(catalog: catalog)
      if !resolver.operations(of: WrittenCall(text)).isEmpty { return .call(text) }
    }
    let names = keys.flatMap { key in
      key.findings.rules.infos.map(\.id) + key.manifest.resolvedCatalog.scopes.map(\.id)
    }
    let nearest = NearestName.find(text, among: names)
    // A URL may hold a password.
    let shown = text.contains("/") ? "the call" : "\"\(text)\""
    throw ModelError(
      problem: "\(shown) is not a rule, scope or call of the platforms of these keys",
      remedy: nearest.map { "Did you mean \"\($0)\"?" }
        ?? "`keywright scopes` lists the scopes, `keywright explain` the rules")
  }

  /// A rule's page, each of the calls that it tells checked to be open to a key.
  private func explain(_ subject: String, to manifest: String) throws(ModelError) {
    var linter = Linter(
      catalogs: catalogChoice.source, policy: policy, today: try Clock.requireToday())
    let (document, findings) = try linter.review(manifest)
    let rules = RuleSet(
      catalog: findings.rules.catalog,
      policy: withNothingOff(try teamPolicy(findings.rules.catalog, manifest: manifest)))
    guard let page = RulePage(rule: subject, rules: rules) else {
      let nearest = NearestName.find(subject, among: rules.infos.map(\.id))
      // A URL may hold a password.
      let shown = subject.contains(exactly: "/") ? "a call" : "\"\(subject)\""
      throw ModelError(
        problem: "\(shown) is not a rule that can be checked against a key",
        remedy: nearest.map { "Did you mean \"\($0)\"?" }
          ?? "Leave --manifest out, or name a rule")
    }
    let trace = rules.combination(subject).flatMap {
      AbuseTrace($0, access: KeyAccess(document.original, in: rules.catalog))
    }
    show(
      page.text(width: Environment.outputWidth ?? 80, checkedBy: trace, isForKey: true))
  }

  /// The page of the call; without a method, of each that the path has; nil where there is none.
  private func pages(ofCall call: String, _ catalog: Catalog) -> String? {
    let operations = CallResolver(catalog: catalog).operations(of: WrittenCall(call))
    guard !operations.isEmpty else { return nil }
    return operations.map { CallPage(operation: $0, catalog: catalog).text }
      .joined(separator: "\n\n")
  }

  /// The policy that holds for a manifest, or for the current folder.
  private func teamPolicy(
    _ catalog: Catalog, manifest: String = "-"
  ) throws(ModelError) -> Policy {
    var finder = PolicyFinder(named: policy)
    return try finder.policy(for: manifest, of: catalog) ?? Policy()
  }

  /// A policy with the rules that it turns off: whoever asks about one wants to know what it is.
  private func withNothingOff(_ policy: Policy) -> Policy {
    var policy = policy
    policy.levels = policy.levels.filter { $0.value != .off }
    return policy
  }
}
