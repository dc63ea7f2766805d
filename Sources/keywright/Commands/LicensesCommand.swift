import ArgumentParser
import BundledCatalogs

/// The notices of what is linked in.
struct LicensesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "licenses",
    abstract: "Print the licenses of what is linked into the program.",
    discussion: """
      EXAMPLES
        keywright licenses > NOTICES
      """)

  func run() throws { Console.print(document: BundledNotices.bytes) }
}
