import ArgumentParser
import Curses
import Designer
import KeyModel
import TerminalUI

/// The designer.
struct DesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design a key in the terminal (the default).",
    discussion: """
      Space ticks, / filters, w reviews and writes, q leaves, ? lists all keys. Without a manifest \
      and without -o, the key goes to standard output when that is not a terminal.

      EXAMPLES
        keywright                              a new key for Komerza
        keywright bot.key.json                 open bot.key.json, or make it
        keywright bot.key.json -o new.key.json start from one file, write another
        keywright | jq -r '.scopes[]'          use it in a pipe
      """)

  @Argument(help: "The manifest to open; made when it does not exist. - reads standard input.")
  var manifest: String?

  @OptionGroup var catalogChoice: CatalogChoice

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file; - is standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Flag(
    name: .customLong("no-sync"),
    help: "Do not bracket frames (for terminals that mishandle CSI ? 2026).")
  var noSync = false

  func run() throws {
    let opened = try reportingErrors { try open() }
    var charset = Charset.adoptFromEnvironment()
    if ascii { charset = .ascii }
    let options = CursesOptions(
      colors: Environment["NO_COLOR"] == nil, mouse: !noMouse, synchronizedOutput: !noSync,
      forceASCII: ascii, charset: charset)
    let session: CursesSession
    do {
      session = try CursesSession.open(options: options)
    } catch {
      Console.say("keywright: \(error.message)")
      throw ExitStatus.badInput
    }
    let state = DesignerState(
      manifest: opened.manifest, target: opened.target, today: opened.today, size: session.size,
      charset: charset, user: Environment["USER"] ?? "")
    try DesignerLoop(session: session, state: state).run()
  }

  private func open() throws(ModelError) -> (
    manifest: Manifest, target: DesignerState.Target, today: CalendarDate
  ) {
    guard let today = Clock.today else {
      throw ModelError(
        problem: "the clock shows no day of this calendar", remedy: "Set SOURCE_DATE_EPOCH right")
    }
    let (document, bytes) = try readManifest()
    return (document, target(opened: bytes), today)
  }

  private func readManifest() throws(ModelError) -> (manifest: Manifest, bytes: [UInt8]?) {
    let bytes: [UInt8]?
    switch manifest {
    case nil: bytes = nil
    case "-": bytes = try DocumentFile.readStandardInput()
    case let path?: bytes = try DocumentFile.readIfPresent(path)
    }
    guard let bytes else { return (Manifest(catalog: try catalogChoice.load()), nil) }
    do {
      return (
        try Manifest(decoding: bytes) { id throws(ModelError) in try catalogChoice.load(id: id) },
        bytes
      )
    } catch {
      throw error.file == nil ? error.inFile(manifest ?? "") : error
    }
  }

  private func target(opened bytes: [UInt8]?) -> DesignerState.Target {
    switch (output, manifest) {
    case ("-", _), (nil, "-"): .standardOutput
    case (let path?, let opened): .file(path: path, known: path == opened ? bytes : nil)
    case (nil, let path?): .file(path: path, known: bytes)
    case (nil, nil): Environment.outputIsTerminal ? .undecided : .standardOutput
    }
  }
}
