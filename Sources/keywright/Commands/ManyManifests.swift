import ArgumentParser
import Documents

/// Takes the manifests of `lint` past the argument parser where there are many of them.
///
/// The parser's time grows with the square of their number: for ten thousand it is longer than all
/// of the linting.
enum ManyManifests {
  /// So many arguments are left to the parser alone.
  private static let few = 100

  /// The command with all of its manifests; nil where the parser does well by itself.
  ///
  /// - Throws: what the parser says of the options.
  static func command(_ arguments: [String]) throws -> (any ParsableCommand)? {
    guard arguments.count > few, arguments.first == LintCommand.configuration.commandName else {
      return nil
    }
    let (options, manifests) = split(arguments.dropFirst())
    var command = try Keywright.parseAsRoot(arguments.prefix(1) + options)
    // Help, and whatever else the options asked for, stands by itself.
    guard var lint = command as? LintCommand else { return command }
    lint.manifests = manifests
    try lint.validate()
    command = lint
    return command
  }

  /// Every option of the command has a value: behind `=`, or as the next argument.
  static func split(_ arguments: some Sequence<String>) -> (options: [String], manifests: [String])
  {
    var options: [String] = []
    var manifests: [String] = []
    var (isValue, isPastOptions) = (false, false)
    for argument in arguments {
      if isValue {
        options.append(argument)
        isValue = false
      } else if isPastOptions || argument == "-" || !ArgumentCheck.isOption(argument) {
        manifests.append(argument)
      } else if argument == "--" {
        isPastOptions = true
      } else {
        options.append(argument)
        isValue =
          !argument.contains(exactly: "=") && !["-h", "--help", "--version"].contains(argument)
      }
    }
    return (options, manifests)
  }
}
