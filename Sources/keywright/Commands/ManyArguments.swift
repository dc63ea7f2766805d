import ArgumentParser
import Documents

/// Takes long lists past the argument parser.
///
/// The parser's time grows with the square of the number of arguments: for ten thousand manifests it
/// is longer than all of the linting.
enum ManyArguments {
  /// So many arguments are left to the parser alone.
  private static let few = 100
  /// More arguments than this are refused where a command takes no list.
  private static let most = 2000

  /// The command with all of its list; nil where the parser does well by itself.
  ///
  /// - Throws: what the parser says of the options.
  static func command(_ arguments: [String]) throws -> (any ParsableCommand)? {
    guard arguments.count > few else { return nil }
    switch arguments[0] {
    case "lint":
      let (options, manifests) = split(arguments.dropFirst())
      return try parse(LintCommand.self, arguments.prefix(1) + options) { command in
        command.manifests = manifests
        try command.validate()
      }
    case "table":
      let (options, paths) = split(arguments.dropFirst())
      return try parse(TableCommand.self, arguments.prefix(1) + options) { command in
        command.paths = paths
      }
    case "audit":
      let (options, paths) = split(arguments.dropFirst())
      return try parse(AuditCommand.self, arguments.prefix(1) + options) { command in
        command.paths = paths
      }
    case "need":
      let (options, calls) = split(arguments.dropFirst())
      return try parse(NeedCommand.self, arguments.prefix(1) + options + calls.prefix(1)) {
        command in
        command.calls = calls
        try command.validate()
      }
    case "scopes":
      let (options, words) = split(arguments.dropFirst())
      return try parse(ScopesCommand.self, arguments.prefix(1) + options) { command in
        command.query = words
      }
    case "export":
      var rest = Array(arguments.dropFirst())
      let scopes = take("--scope", from: &rest)
      let addresses = take("--ip", from: &rest)
      return try parse(ExportCommand.self, arguments.prefix(1) + rest) { command in
        if scopes.count > 0 { command.scopes = scopes }
        if addresses.count > 0 { command.addresses = addresses }
      }
    case "catalog" where arguments[1] == "diff":
      var rest = Array(arguments.dropFirst(2))
      let manifests = take("--manifest", from: &rest)
      return try parse(CatalogDiffCommand.self, arguments.prefix(2) + rest) { command in
        if manifests.count > 0 { command.manifests = manifests }
      }
    default:
      try refuseTooMany(arguments)
      return nil
    }
  }

  /// What the parser makes of the options, with the list put in; help, and whatever else the options
  /// asked for, stands by itself.
  private static func parse<Command: ParsableCommand>(
    _ type: Command.Type, _ arguments: [String], _ addList: (inout Command) throws -> Void
  ) throws -> any ParsableCommand {
    try refuseTooMany(arguments)
    let command = try Keywright.parseAsRoot(arguments)
    guard var found = command as? Command else { return command }
    try addList(&found)
    return found
  }

  private static func refuseTooMany(_ arguments: [String]) throws {
    guard arguments.count <= most else {
      throw ValidationError(
        "There are \(arguments.count) arguments, more than \(most). Name fewer.")
    }
  }

  /// An option has its value behind `=`, joined to it, or as the next argument.
  static func split(_ arguments: some Sequence<String>) -> (options: [String], list: [String]) {
    var options: [String] = []
    var list: [String] = []
    var (isValue, isPastOptions) = (false, false)
    for argument in arguments {
      if isValue {
        options.append(argument)
        isValue = false
      } else if isPastOptions || argument == "-" || !ArgumentCheck.isOption(argument) {
        list.append(argument)
      } else if argument == "--" {
        isPastOptions = true
      } else {
        options.append(argument)
        isValue = takesNext(argument)
      }
    }
    return (options, list)
  }

  /// Whether the next argument is the value of an option.
  private static func takesNext(_ option: String) -> Bool {
    let isJoined =
      option.contains(exactly: "=") || option != "-o" && option.starts(exactlyWith: "-o")
    let flags = [
      "-h", "--help", "--version", "--plain", "-q", "--quiet", "--write-baseline",
      "--prune-baseline", "--ascii", "--no-ascii", "--mouse", "--no-mouse",
    ]
    return !isJoined && !flags.contains(option)
  }

  /// Takes the values of an option out, all but the first, which the parser has to see.
  ///
  /// As the parser has it, they end where another option starts.
  private static func take(_ option: String, from arguments: inout [String]) -> [String] {
    var (rest, values) = ([String](), [String]())
    var isTaking = false
    for (place, argument) in arguments.enumerated() {
      if argument == "--" {
        rest += arguments[place...]
        break
      }
      let isOption = ArgumentCheck.isOption(argument) && argument != "-"
      if argument == option {
        isTaking = true
        // Without a value the parser has something to say.
        let next = place + 1 < arguments.count ? arguments[place + 1] : "-"
        if values.isEmpty || ArgumentCheck.isOption(next) { rest.append(argument) }
      } else if argument.starts(exactlyWith: option + "=") {
        isTaking = false
        if values.isEmpty { rest.append(argument) }
        values.append(String(Substring(argument.utf8.dropFirst(option.utf8.count + 1))))
      } else if isTaking, !isOption {
        if values.isEmpty { rest.append(argument) }
        values.append(argument)
      } else {
        isTaking = false
        rest.append(argument)
      }
    }
    arguments = rest
    return values
  }
}
