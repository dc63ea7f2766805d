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
    var linter = Linter(catalogs: catalogChoice.source, policy: policy, today: today)
    // One policy for both: what differs is then the keys alone.
    let policyPath = new.policyPath ?? old.policyPath ?? "-"
    func review(_ side: DiffSide) throws(ModelError) -> Linter.Review? {
      guard let bytes = try side.read() else { return nil }
      // A catalog that is named here is the one that is meant.
      return try linter.review(
        bytes, named: side.name, policyOf: policyPath, inItsVersion: catalogChoice.choice == nil)
    }
    let (before, after) = (try review(old), try review(new))
    if let before, let after { try requireOnePlatform(before.manifest, after.manifest, old, new) }
    func key(_ review: Linter.Review?) -> ReviewedKey? {
      review.map {
        ReviewedKey($0.findings, catalogVersion: $0.manifest.catalogReference.version)
      }
    }
    let isInItsVersion = [before, after].compactMap(\.?.manifest).allSatisfy {
      $0.catalogReference.version == $0.resolvedCatalog.version
    }
    let (was, becomes) = (key(before), key(after))
    return DiffReport(
      diff: KeyDiff(from: was, to: becomes), old: old.name, new: new.name,
      readsOwnVersions: isInItsVersion, policy: linter.policies.path(for: policyPath),
      oldPowers: was.map { KeyPowers($0.design, in: $0.catalog) },
      newPowers: becomes.map { KeyPowers($0.design, in: $0.catalog) })
  }

  private func requireOnePlatform(
    _ before: Manifest, _ after: Manifest, _ old: DiffSide, _ new: DiffSide
  ) throws(ModelError) {
    let (was, becomes) = (before.catalogReference.id, after.catalogReference.id)
    guard was != becomes else { return }
    throw ModelError(
      file: new.nameInErrors, place: after.placeOfCatalog,
      problem: "this is a key of \"\(becomes)\", and \(old.nameInErrors) is one of \"\(was)\"",
      remedy: "Compare keys of one platform, or each of these with none")
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
