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
    help: ArgumentHelp("Check the calls of the rule against this key.", valueName: "file"))
  var manifest: String?

  @Option(help: ArgumentHelp("The policy that may have brought the rule.", valueName: "file"))
  var policy: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    guard manifest == nil || !subject.isEmpty else {
      throw ValidationError("--manifest checks the calls of one rule: name the rule")
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
      if let manifest {
        try explain(subject, to: manifest)
        return
      }
      let catalog = try catalogChoice.source.load()
      let rules = RuleSet(catalog: catalog, policy: try withNothingOff(teamPolicy(catalog)))
      if let page = RulePage(rule: subject, rules: rules) {
        show(page.text(width: Environment.outputWidth ?? 80))
      } else if let scope = catalog.indexOfScope(subject) {
        show(ScopePage(scope: scope, rules: rules).text)
      } else if let pages = pages(ofCall: subject, catalog) {
        show(pages)
      } else {
        let names = rules.infos.map(\.id) + catalog.scopes.map(\.id)
        let resolver = CallResolver(catalog: catalog)
        let call = WrittenCall(subject)
        let nearest =
          NearestName.find(subject, among: names)
          ?? resolver.nearest(to: call).map { catalog.operations[$0].call }
        // A URL may hold a password.
        let shown =
          subject.contains(exactly: "/") ? resolver.printed(argument: call) : subject
        throw ModelError(
          problem: "\"\(shown)\" is no rule, no scope and no call of \(catalog.name)",
          remedy: nearest.map { "Did you mean \"\($0)\"?" }
            ?? "`keywright scopes` lists the scopes, `keywright explain` the rules")
      }
    }
  }

  /// Prints a page; no text of a document in it has more than one line.
  private func show(_ page: String) { Console.print(lines: Sanitizer.lines(of: page)) }

  /// Lists all rules, the most severe first; what the team turns off stands last.
  private func listRules() throws(ModelError) {
    let catalog = try catalogChoice.source.load()
    let policy = try teamPolicy(catalog)
    let infos = RuleSet(catalog: catalog, policy: withNothingOff(policy)).infos
    let off = Set(policy.levels.filter { $0.value == .off }.keys)
    let rows = infos.sorted { $0.id < $1.id }.map { info in
      [off.contains(info.id) ? "off" : info.severity.rawValue, info.id, info.title]
    }
    let levels = Severity.allCases.sorted(by: >).map(\.rawValue) + ["off"]
    Console.print(
      sanitized: TextColumns.lines(levels.flatMap { level in rows.filter { $0[0] == level } }))
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
        problem: "\(shown) is no rule that could be checked against a key",
        remedy: nearest.map { "Did you mean \"\($0)\"?" }
          ?? "Leave --manifest out, or name a rule")
    }
    let trace = rules.combination(subject).flatMap {
      AbuseTrace($0, scopes: document.original.scopes, catalog: rules.catalog)
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
