import ArgumentParser
import KeyModel

/// A rule's page, or what a scope opens.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule or a scope.",
    discussion: """
      EXAMPLES
        keywright explain refund-loop          when it fires, what happens, what to do
        keywright explain stores.orders.deliver
                                               what it opens, which rules read it
      """)

  @Argument(help: "The id of a rule or of a scope.")
  var subject: String

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    try reportingErrors {
      let catalog = try catalogChoice.source.load()
      let rules = RuleSet(catalog: catalog)
      if let page = RulePage(rule: subject, rules: rules) {
        Console.print(page.text)
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
}
