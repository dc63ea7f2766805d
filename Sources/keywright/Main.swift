import ArgumentParser
import CArguments
import TerminalUI

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
    keywright_forget_root()
    StandardStreams.prepare()
    do {
      // Nobody has to make strings of no arguments.
      var arguments = CommandLine.argc > 1 ? Array(CommandLine.arguments.dropFirst()) : []
      guard try !runWithoutOptions(arguments[...]) else { return }
      if arguments == ["--version"] { return Console.print(Program.line) }
      if arguments.first == CompletionAnswer.word {
        return CompletionAnswer.print(arguments.dropFirst())
      }
      arguments = ArgumentCheck.withCommandFirst(ArgumentCheck.withValuesApart(arguments))
      arguments = TableCommand.named(arguments)
      try ArgumentCheck.requireHelpAlone(arguments)
      try ArgumentCheck.requireKnownTopic(arguments)
      var command = try ManyArguments.command(arguments) ?? Keywright.parseAsRoot(arguments)
      if !(command is DesignCommand) { Console.adoptLocale() }
      try command.run()
    } catch let status as ExitCode {
      exit(status.rawValue)
    } catch {
      end(error)
    }
  }

  /// Prints help that was asked for, or what is wrong with the options: it quotes them, so it must
  /// not reach a terminal as it is.
  private static func end(_ error: any Error) -> Never {
    let status = Keywright.exitCode(for: error)
    var error = error
    if status == .validationFailure {
      error = ArgumentCheck.misspelling(Array(CommandLine.arguments.dropFirst())) ?? error
    }
    let text = Keywright.fullMessage(for: error)
    Console.adoptLocale()
    let lines = Sanitizer.lines(of: text)
    if status.isSuccess { Console.print(lines: lines) } else { Console.say(lines: lines) }
    exit(status.rawValue)
  }

  /// Does the two jobs that are started most, the designer and a gate in CI, where nothing has to be
  /// parsed: the parser of options would take as long as all the rest.
  ///
  /// False where it is needed.
  private static func runWithoutOptions(_ arguments: ArraySlice<String>) throws -> Bool {
    if let request = DesignRequest(plain: arguments) {
      try request.run()
      return true
    }
    let paths = arguments.dropFirst()
    guard arguments.first == "lint", !paths.isEmpty,
      paths.allSatisfy({ $0 == "-" || !ArgumentCheck.isOption($0) }),
      paths.count(where: { $0 == "-" }) < 2
    else { return false }
    Console.adoptLocale()
    try LintRequest(manifests: Array(paths)).run()
    return true
  }
}
