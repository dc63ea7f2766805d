import ArgumentParser
import KeyModel

/// Arguments that the parser would take for something else than what they were meant for.
enum ArgumentCheck {
  /// Refuses what would print help with status 0 although nobody asked for it.
  ///
  /// A file named `-h.key.json` among those that a shell found would switch a gate in CI off.
  ///
  /// - Throws: `ValidationError`
  static func requireHelpAlone(_ arguments: [String]) throws {
    for argument in arguments.prefix(while: { $0 != "--" })
    where argument.hasPrefix("-") && !argument.hasPrefix("--") && argument != "-h" {
      guard argument.prefix(while: { $0 != "=" }).contains("h") else { continue }
      let problem: MessageText = "\"\(argument)\" is no option"
      throw ValidationError("\(problem.string). Write ./ before the name of a file, -h for help.")
    }
  }
}
