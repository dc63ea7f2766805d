import ArgumentParser
import Catalogs
import Documents
import Judgement
import Keys

/// What a new key can do that the old one could not.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what a new key can do that the old one could not.",
    discussion: """
      Each side is a manifest's path, - for standard input, git:REVISION:PATH for a file of a \
      revision (git::PATH for what is staged), or none where there is no key. The path is taken \
      from the current folder. Each is read with the version of the catalog that it names, \
      where that is still here, and both are held to the policy of the new one. Keys of two \
      platforms are not compared.

      Exit status: 0 the new key can do nothing more; 1 it is widened: it has a scope or an open \
      call more, or may be used from more addresses; 2 a manifest or policy that cannot be read.

      EXAMPLES
        keywright diff old.key.json new.key.json
        keywright diff git:main:bot.key.json bot.key.json --format markdown
        keywright diff git:HEAD:bot.key.json git::bot.key.json     what is about to be committed
        keywright diff none bot.key.json                           a key that is new
      """)

  @Argument(help: ArgumentHelp("The key as it was.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The key as it is to be.", valueName: "new"))
  var new: String

  @Option(help: "text, json or markdown.")
  var format = DiffFormat.text

  @Option(help: ArgumentHelp("The policy to hold both to.", valueName: "file"))
  var policy: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    for (side, meaning) in [("-", "Standard input"), ("none", "No key")]
    where old == side && new == side {
      throw ValidationError("\(meaning) can be one of the two sides.")
    }
  }

  func run() throws {
    let isWidened = try reportingErrors {
      let (old, new) = (try DiffSide(old), try DiffSide(new))
      let report = try compare(old, new)
      switch format {
      case .text: Console.print(lines: report.text)
      case .json: Console.print(document: JSONWriter.write(report.json))
      case .markdown: Console.print(lines: report.markdown)
      }
      return report.diff.isWidened
    }
    if isWidened { throw ExitStatus.findings }
  }

  private func compare(_ old: DiffSide, _ new: DiffSide) throws(ModelError) -> DiffReport {
    let today = try Clock.requireToday()
    return try ComparedKeys(
      linter: Linter(catalogs: catalogChoice.source, policy: policy, today: today),
      isCatalogNamed: catalogChoice.choice != nil
    ).report(from: old, to: new)
  }
}

/// The forms in which a comparison is reported.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For scripts.
  case json
  /// For a pull request.
  case markdown
}
