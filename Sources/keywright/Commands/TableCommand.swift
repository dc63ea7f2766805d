import ArgumentParser
import Designer
import Documents

/// The keys of a team in one table.
struct TableCommand: ParsableCommand {
  /// The forms in which the table is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
    case markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Show the keys of a team beside each other (`keywright FOLDER` does the same).",
    discussion: """
      Of each key: platform and kind, how many scopes it has and calls it opens, its worst finding, \
      what it touches, when it is to be replaced, when the next accepted risk ends, and the version \
      of its catalog. In a folder all files count whose names end in .key.json, also in the folders \
      below. With --base, each key is compared with a revision of git.

      On a terminal the table is there to work in: Enter opens the designer on a key, / filters, o \
      sorts, w says who can make a call, d compares two marked keys, ? lists all keys of the \
      keyboard; there the keys are compared with HEAD unless --base names another. With --plain or \
      --format, and where standard output is no terminal, it is printed.

      Exit status: 0 done; 2 a manifest that cannot be read: the others are shown all the same.

      EXAMPLES
        keywright keys/                        the keys of a folder
        keywright keys/*.key.json --sort findings
        keywright keys/ --filter refund        those that hold a scope about refunds
        keywright keys/ --base main --format markdown
      """)

  @Argument(help: ArgumentHelp("Folders and manifests.", valueName: "folder"))
  var paths: [String] = []

  @Option(help: "Print it as text, json, csv or markdown.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "key, platform, kind, scopes, calls, worst, findings, touches, rotation, acceptance, catalog "
        + "or changed.",
      valueName: "column"))
  var sort = KeyColumn.key

  @Option(
    help: ArgumentHelp(
      "Show only keys in whose path, label, platform or scopes these words stand.",
      valueName: "words"))
  var filter = ""

  @Option(help: ArgumentHelp("A revision of git to compare the keys with.", valueName: "revision"))
  var base: String?

  @Option(help: ArgumentHelp("The policy to hold them to.", valueName: "file"))
  var policy: String?

  @OptionGroup var catalogChoice: CatalogChoice

  @Flag(help: "Print lines and draw nothing.")
  var plain = false

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "Take the mouse, or leave it to the terminal.")
  var mouse: Bool?

  func run() throws {
    try reportingErrors {
      guard !paths.isEmpty else {
        throw ModelError(
          problem: "no folder is named", remedy: "Name a folder with manifests, or manifests")
      }
      let found = try KeyFiles.find(paths)
      let today = try Clock.requireToday()
      let revision = try base.map { name throws(ModelError) in try GitRevision(name) }
      if drawsTable {
        try TableRequest(
          paths: paths, found: found, today: today, revision: revision,
          catalog: catalogChoice.source, policy: policy, column: sort,
          words: filter.parts(between: " "), ascii: ascii, mouse: mouse
        ).run()
      }
      let pool = LinterPool(
        catalogs: catalogChoice.source, policy: policy, today: today, accepted: .include,
        report: nil)
      var table = KeyTable(today: today)
      try table.read(found, with: pool)
      if let revision { try table.compare(with: revision) }
      let hasFailed = table.rows.contains { $0.error != nil }
      table.filter(filter.parts(between: " "))
      table.sort(by: sort)
      let report = TableReport(table: table)
      switch format ?? .text {
      case .text: Console.print(sanitized: report.lines)
      case .json: Console.print(document: JSONWriter.write(report.node))
      case .csv: Console.print(document: report.commaSeparated)
      case .markdown:
        Console.print(document: Array(report.markdown.map { $0 + "\n" }.joined().utf8))
      }
      if hasFailed { throw ExitStatus.badInput }
    }
  }
}

extension TableCommand {
  /// Whether the table is one to work in: nobody asked for lines, and a terminal is there.
  private var drawsTable: Bool {
    format == nil && !plain && !Environment.isOn("KEYWRIGHT_PLAIN")
      && Environment.outputIsTerminal && Environment.inputIsTerminal && !paths.contains("-")
  }
}

extension KeyColumn: ExpressibleByArgument {}

// MARK: - Without its name

extension TableCommand {
  /// The arguments with the command's name put first where a folder stands in the place of a
  /// manifest, or several manifests: the designer opens one.
  static func named(_ arguments: [String]) -> [String] {
    let (_, list) = ManyArguments.split(arguments)
    guard let word = arguments.first, let first = list.first, !Keywright.isCommand(word) else {
      return arguments
    }
    let isTable = Folder.isFolder(first) || list.count > 1 && list.allSatisfy(isManifest)
    return isTable ? [name] + arguments : arguments
  }

  private static let name = "table"

  private static func isManifest(_ path: String) -> Bool {
    path.ends(exactlyWith: KeyFiles.ending) && DocumentFile.exists(path)
  }
}
