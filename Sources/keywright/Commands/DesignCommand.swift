import ArgumentParser
import Documents

/// The designer.
struct DesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design a key in the terminal (the default).",
    discussion: """
      Space ticks, / filters, w reviews and writes, q leaves, ? lists all keys. Without a manifest \
      and without -o, the key goes to standard output when that is not a terminal.

      EXAMPLES
        keywright                              a new key for the first bundled platform
        keywright --catalog github             a new key for another
        keywright --catalog ?                  asks which (quote the ? where the shell reads it)
        keywright bot.key.json                 open bot.key.json, or make it
        keywright bot.key.json -o new.key.json start from one file, write another
        keywright | jq -r '.scopes[]'          use it in a pipe
        keywright --plain bot.key.json         work in lines; help lists the commands
        printf 'tick stores.view\\nwrite\\n' | keywright --plain bot.key.json
      """)

  @Argument(help: "The manifest to open; made when it does not exist. - reads standard input.")
  var manifest: String?

  @Option(
    help: ArgumentHelp(
      "The platform: a catalog's id, or its file; ? asks which.", valueName: "id|file|?"))
  var catalog: String?

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write to this file; - is standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The policy to hold the key to.", valueName: "file"))
  var policy: String?

  @Flag(help: "Work in lines, without drawing: for screen readers, dumb terminals and scripts.")
  var plain = false

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "Take the mouse, or leave it to the terminal.")
  var mouse: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Bracket frames, or do not (for terminals that mishandle CSI ? 2026).")
  var sync: Bool?

  func run() throws {
    try reportingErrors {
      // A new file would be found to have no name only when the key is written.
      if manifest == "" || output == "" { throw ModelError.emptyFileName }
      if let manifest, !ArgumentCheck.meansFile(manifest) {
        throw ArgumentCheck.noFile(manifest)
      }
    }
    try request.run()
  }

  /// What is asked for.
  var request: DesignRequest {
    var request = DesignRequest()
    request.manifest = manifest
    request.output = output
    request.catalog = CatalogSource(choice: catalog)
    request.policy = policy
    request.plain = plain
    request.ascii = ascii
    request.mouse = mouse
    request.synchronizedOutput = sync
    return request
  }
}
