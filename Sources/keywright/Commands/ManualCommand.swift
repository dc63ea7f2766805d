import ArgumentParser
import Designer
import Documents

/// The manual pages.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Show the manual: the program's page, or that of a command.",
    discussion: """
      On a terminal the page is shown as man does; elsewhere its source is printed. The program's \
      own page has all keys as your settings have them.

      EXAMPLES
        keywright manual                       the program's page
        keywright manual lint                  that of a command
        keywright manual -o /usr/local/share/man/man1     all of them as files
      """)

  @Argument(help: "The command; without one, the program.")
  var command: [String] = []

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write the pages of all commands to this folder.", valueName: "folder"))
  var output: String?

  func validate() throws {
    if output != nil, !command.isEmpty {
      throw ValidationError("--output writes the pages of all commands: name none.")
    }
    guard command.isEmpty || CommandPage.lines(command) != nil else {
      let problem: MessageText = "There is no command \"\(command.joined(separator: " "))\""
      throw ValidationError("\(problem.string). `keywright --help` lists them.")
    }
  }

  func run() throws {
    if let output { return try reportingErrors { try write(to: output) } }
    let lines = try CommandPage.lines(command) ?? page()
    if !Pager.showManual(lines) { Console.print(lines: lines) }
  }

  private func page() throws -> [String] {
    ManualPage.lines(keys: try reportingErrors { try SettingsFile.load() }.keys)
  }

  /// Writes all pages, with the keys as they are without settings.
  private func write(to folder: String) throws(ModelError) {
    guard !folder.isEmpty else { throw ModelError.emptyFileName }
    let own = (file: "keywright.1", lines: ManualPage.lines(keys: Settings().keys))
    for page in [own] + CommandPage.all {
      let text = page.lines.map { $0 + "\n" }.joined()
      _ = try DocumentFile.write(Array(text.utf8), to: folder + "/" + page.file)
    }
  }
}
