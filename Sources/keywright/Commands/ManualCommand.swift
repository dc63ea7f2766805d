import ArgumentParser
import Designer

/// The manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, with all keys as your settings have them.",
    discussion: """
      EXAMPLES
        keywright manual | man -l -            read it
        keywright manual > /usr/local/share/man/man1/keywright.1
      """)

  func run() throws {
    let settings = try reportingErrors { try SettingsFile.load() }
    Console.print(lines: ManualPage.lines(keys: settings.keys))
  }
}
