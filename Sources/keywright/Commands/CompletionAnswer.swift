import Documents
import TerminalUI

/// The hidden command that the shells' completions ask: `__complete bash KIND BREAKS LINE`, or
/// `__complete words WORD…`, the last of them being typed.
///
/// The answer's first line is `none`, `files` or `folders`, a tab, and the part of a path that was
/// typed; then a candidate a line, with a tab and what it is.
enum CompletionAnswer {
  /// The word that asks.
  static let word = "__complete"
  /// As bash has it: the key was pressed again, and what could stand is listed and not put in.
  private static let listing = "63"

  /// Answers the arguments behind the word.
  static func print(_ arguments: ArraySlice<String>) {
    Console.print(document: Array(lines(Array(arguments)).map { $0 + "\n" }.joined().utf8))
  }

  static func lines(_ arguments: [String]) -> [String] {
    guard arguments.first == "bash", arguments.count == 4 else {
      let words = Array(arguments.dropFirst())
      let completion = Completer(words).completion
      return [head(completion, words.last ?? "")]
        + completion.candidates.map { clean($0.text) + "\t" + clean($0.about) }
    }
    let line = TypedLine(arguments[3])
    let completion = Completer(Array(line.words.dropFirst())).completion
    let isList = arguments[1] == listing && completion.candidates.count > 1
    return [head(completion, line.words.last ?? "")]
      + completion.candidates.map { candidate in
        let text = line.replacement(for: candidate.text, breaks: arguments[2])
        return isList && !candidate.about.isEmpty
          ? "\(clean(text))  (\(clean(candidate.about)))" : clean(text)
      }
  }

  private static func head(_ completion: Completion, _ typed: String) -> String {
    let part =
      typed.starts(exactlyWith: completion.prefix)
      ? String(Substring(typed.utf8.dropFirst(completion.prefix.utf8.count))) : typed
    return "\(completion.places.rawValue)\t\(clean(part))"
  }

  /// Nothing from a catalog starts a line of its own, or commands the terminal.
  private static func clean(_ text: String) -> String { Sanitizer.sanitize(text) }
}
