import ArgumentParser

/// Where the program starts.
@main
enum Main {
  static func main() {
    // Alone, the program needs no options: the parser would take as long as all the rest.
    guard CommandLine.arguments.count == 1 else { return Keywright.main() }
    do {
      try DesignRequest().run()
    } catch {
      Keywright.exit(withError: error)
    }
  }
}
