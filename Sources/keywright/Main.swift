import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the program starts.
@main
enum Main {
  static func main() {
    // Alone, the program needs no options: their parser would take as long as all the rest.
    guard CommandLine.arguments.count == 1 else { return Keywright.main() }
    do {
      try DesignRequest().run()
    } catch let status as ExitCode {
      exit(status.rawValue)
    } catch {
      Keywright.exit(withError: error)
    }
  }
}
