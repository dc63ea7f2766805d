import ArgumentParser
import Documents

/// The manual page of one command, in the language of man(7), made of what the parser knows of it.
enum CommandPage {
  /// The pages of all commands, with the names of their files.
  static var all: [(file: String, lines: [String])] {
    paths(of: Keywright.self, []).compactMap { path in
      lines(path).map { (file: "keywright-\(path.joined(separator: "-")).1", lines: $0) }
    }
  }

  /// The words that call each command that is shown.
  private static func paths(
    of command: any ParsableCommand.Type, _ path: [String]
  ) -> [[String]] {
    command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { next in
      let words = path + [CommandHelp.name(of: next)]
      return [words] + paths(of: next, words)
    }
  }

  /// The page of the command that words call; nil where they call none.
  static func lines(_ words: [String]) -> [String]? {
    let (command, path) = CommandHelp.find(words)
    guard !words.isEmpty, path == words else { return nil }
    let help = CommandHelp(command, path: path)
    let name = "keywright-" + path.joined(separator: "-")
    let (paragraphs, examples) = parts(of: help.discussion)
    var lines = [
      Roff.title(name), ".SH NAME", "\(RoffText.escaped(name)) \\-",
    ]
    lines += Roff.sentence(help.abstract) + [".SH SYNOPSIS"]
    lines += synopsis(help, command)
    lines += [".SH DESCRIPTION"] + Roff.text(help.abstract)
    for paragraph in paragraphs { lines += [".PP"] + Roff.text(paragraph) }
    let subcommands = command.configuration.subcommands
    if !subcommands.isEmpty {
      lines.append(".SH COMMANDS")
      for next in subcommands {
        lines += Roff.entry(CommandHelp.name(of: next), next.configuration.abstract)
      }
    }
    lines += options(help)
    if !examples.isEmpty {
      lines += [".SH EXAMPLES", ".nf"] + examples.flatMap(Roff.fixed) + [".fi"]
    }
    return lines + [
      ".SH EXIT STATUS", "See", ".BR keywright (1),",
      "which also has the files and the environment.",
      ".SH SEE ALSO", ".BR keywright (1)",
    ]
  }

  private static func synopsis(
    _ help: CommandHelp, _ command: any ParsableCommand.Type
  ) -> [String] {
    var lines = [".B keywright \(RoffText.escaped(help.path.joined(separator: " ")))"]
    if help.arguments.contains(where: { $0.kind != .positional }) {
      lines.append("[\\fIOPTIONS\\fR]")
    }
    for argument in help.arguments where argument.kind == .positional {
      let name =
        "\\fI\(RoffText.escaped(argument.valueName))\\fR" + (argument.isRepeating ? " ..." : "")
      lines.append(argument.isOptional ? "[\(name)]" : name)
    }
    if !command.configuration.subcommands.isEmpty { lines.append("\\fICOMMAND\\fR ...") }
    return lines
  }

  /// The arguments and options, each with its values and the one that it has by itself.
  static func options(_ help: CommandHelp) -> [String] {
    var lines = [".SH OPTIONS"]
    for argument in help.arguments {
      var words = argument.names.joined(separator: ", ")
      if argument.kind == .positional { words = argument.valueName }
      if argument.kind == .option { words += " " + argument.valueName }
      var about = argument.about
      if !argument.values.isEmpty, !argument.values.allSatisfy({ about.contains($0) }) {
        about += " One of " + argument.values.joined(separator: ", ") + "."
      }
      if let standard = argument.standard { about += " Without it: \(standard)." }
      lines += Roff.entry(words, about)
    }
    return lines
  }

  /// The paragraphs of a discussion, and the lines of its examples.
  static func parts(of discussion: String) -> (paragraphs: [String], examples: [String]) {
    var (paragraphs, examples, isExample) = ([[String]](), [String](), false)
    for line in discussion.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(Substring(line))
      if text == "EXAMPLES" {
        isExample = true
      } else if isExample, text.isEmpty || text.starts(exactlyWith: " ") {
        if !text.isEmpty { examples.append(String(text.drop { $0 == " " })) }
      } else {
        isExample = false
        if text.isEmpty || paragraphs.isEmpty { paragraphs.append([]) }
        if !text.isEmpty { paragraphs[paragraphs.count - 1].append(text) }
      }
    }
    return (paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }, examples)
  }
}
