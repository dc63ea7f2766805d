import ArgumentParser

/// Where the program starts.
@main
enum Main {
  static func main() {
    // Alone, the program needs no options: the parser would take as long as all the rest.
    let isAlone = CommandLine.arguments.count == 1
    do {
      if isAlone {
        try DesignRequest().run()
      } else if var command = try ManyManifests.command(Array(CommandLine.arguments.dropFirst())) {
        try command.run()
      } else {
        Keywright.main()
      }
    } catch {
      Keywright.exit(withError: error)
    }
  }
}
