import ArgumentParser
import Documents
import Judgement
import Keys

/// The fewest keys that do the work of one that no rule set allows.
struct SplitCommand: ParsableCommand {
  /// The forms in which a split is reported.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For scripts.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Split a key into the fewest that do its work with no error in any.",
    discussion: """
      Each call that the manifest is for (its operations) stays open to one of the keys, and a scope \
      that none of them needs is left out; where it names none, every scope is kept. Related scopes \
      stay together. Label, addresses and the rest are carried over; the keys are NAME-1, NAME-2 and \
      so on, after the label, else after the manifest's file.

      With -o, each key is written to a file of that folder; a file that is there is never \
      overwritten. Without, the keys go to standard output in one JSON document.

      Exit status: 0 no key has an error; 1 an error is left that no split can settle, or a chosen \
      call that no key is known to open; 2 a manifest or policy that cannot be read.

      EXAMPLES
        keywright split shop.key.json --format text     look at it first
        keywright split shop.key.json -o keys           write keys/shop-1.key.json and so on
        keywright split shop.key.json | jq '.keys[].scopes'
      """)

  @Argument(help: ArgumentHelp("The manifest; - is standard input.", valueName: "manifest"))
  var manifest: String

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("The folder to write the keys to; made if missing.", valueName: "folder"))
  var output: String?

  @Option(help: "text or json; text with -o, else json.")
  var format: Format?

  @Option(help: ArgumentHelp("The policy to hold the keys to.", valueName: "file"))
  var policy: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    let isSettled = try reportingErrors {
      let today = try Clock.requireToday()
      var linter = Linter(catalogs: catalogChoice.source, policy: policy, today: today)
      let (manifest, findings) = try linter.review(manifest)
      let split = KeySplit(manifest.original, rules: findings.rules, today: today)
      let report = SplitReport(
        split: split, manifest: manifest, path: self.manifest)
      let paths =
        try output.map { folder throws(ModelError) in
          try DocumentFile.writeNew(report.documents, into: folder)
        } ?? []
      let format = format ?? (output == nil ? .json : .text)
      switch format {
      case .text: Console.print(lines: report.lines(paths: paths))
      case .json: Console.print(document: JSONWriter.write(report.json))
      }
      if !report.isSettled {
        let place =
          format == .text
          ? "the end of the report"
          : "\"unsettled\" and \"unplaced\" in the report (--format text shows them last)"
        Console.say(
          "keywright: \(report.name): something is left that no split can settle. Look at \(place)."
        )
      }
      return report.isSettled
    }
    if !isSettled { throw ExitStatus.findings }
  }
}
