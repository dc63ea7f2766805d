import ArgumentParser
import KeyModel

/// A rule's page, or what a scope opens.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule or a scope.",
    discussion: """
      A policy (--policy, or the nearest .keywright.json at or above the current folder) brings \
      its own rules and severities.

      EXAMPLES
        keywright explain refund-loop          when it fires, what happens, what to do
        keywright explain stores.orders.deliver
                                               what it opens, which rules read it
      """)

  @Argument(help: "The id of a rule or of a scope.")
  var subject: String

  @Option(help: ArgumentHelp("The policy that may have brought the rule.", valueName: "file"))
  var policy: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    try reportingErrors {
      let catalog = try catalogChoice.source.load()
      let rules = RuleSet(catalog: catalog, policy: try policyOfTeam(catalog))
      if let page = RulePage(rule: subject, rules: rules) {
        Console.print(page.text(width: Environment.outputWidth ?? 80))
      } else if let scope = catalog.indexOfScope(subject) {
        Console.print(ScopePage(scope: scope, rules: rules).text)
      } else {
        let names = rules.infos.map(\.id) + catalog.scopes.map(\.id)
        let nearest = NearestName.find(subject, among: names)
        throw ModelError(
          problem: "\"\(subject)\" is neither a rule nor a scope of \(catalog.name)",
          remedy: nearest.map { "Did you mean \"\($0)\"?" } ?? "`keywright scopes` lists the scopes"
        )
      }
    }
  }

  /// The policy, with the rules that it turns off: whoever asks about one wants to know what it is.
  private func policyOfTeam(_ catalog: Catalog) throws(ModelError) -> Policy {
    var finder = PolicyFinder(named: policy)
    guard var policy = try finder.policy(for: "-", of: catalog) else { return Policy() }
    policy.levels = policy.levels.filter { $0.value != .off }
    return policy
  }
}
