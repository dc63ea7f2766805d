import ArgumentParser
import Documents

/// Says what could stand next on a command line.
struct Completer {
  private let words: [String]
  private let current: String
  private let help: CommandHelp
  private let command: any ParsableCommand.Type
  private let subjects: CompletionSubjects

  /// - Parameter words: those behind the program's name; the last is being typed, and may be empty.
  init(_ words: [String]) {
    current = words.last ?? ""
    let before = Array(words.dropLast())
    // Options of the designer may stand before a command.
    let ordered = ArgumentCheck.withCommandFirst(before)
    let (command, path) = CommandHelp.find(ordered)
    self.command = path.isEmpty ? Keywright.self : command
    help = CommandHelp(command, path: path)
    self.words = Array(ordered.dropFirst(path.count))
    subjects = CompletionSubjects(catalog: Self.catalog(in: before))
  }

  /// The answer.
  var completion: Completion {
    let place = placeOfCurrent()
    if let option = place.option { return values(of: option, current) }
    if current.starts(exactlyWith: "-"), !place.isPastOptions {
      if let (option, typed) = optionWithValue() {
        var result = values(of: option, typed)
        let prefix = (option.names.last ?? "") + "="
        result.candidates = result.candidates.map {
          Completion.Candidate(text: prefix + $0.text, about: $0.about)
        }
        result.prefix = prefix + result.prefix
        return result
      }
      return Completion(candidates: options())
    }
    var result = Completion()
    if let argument = positional(place.positionals) { result = values(of: argument, current) }
    if place.positionals == 0, !place.isPastOptions {
      result.candidates = commands() + result.candidates
    }
    return result
  }

  private struct Place {
    var option: CommandHelp.Argument?
    var positionals = 0
    var isPastOptions = false
  }

  /// What the words before leave open.
  private func placeOfCurrent() -> Place {
    var place = Place()
    for word in words {
      if place.option != nil, !word.starts(exactlyWith: "-") || place.option?.takesWords == false {
        if place.option?.takesWords == false { place.option = nil }
        continue
      }
      if place.isPastOptions || word == "-" || !word.starts(exactlyWith: "-") {
        place.positionals += 1
      } else if word == "--" {
        place.isPastOptions = true
        place.option = nil
      } else {
        let option = help.arguments.first { $0.names.contains(word) }
        place.option = option?.kind == .option ? option : nil
      }
    }
    // The values of an option end where another option starts.
    if place.option?.takesWords == true, current.starts(exactlyWith: "-") { place.option = nil }
    return place
  }

  private func optionWithValue() -> (option: CommandHelp.Argument, typed: String)? {
    let parts = current.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2,
      let option = help.arguments.first(where: { $0.names.contains(String(Substring(parts[0]))) })
    else { return nil }
    return (option, String(Substring(parts[1])))
  }

  private func options() -> [Completion.Candidate] {
    help.arguments.filter { argument in
      argument.isRepeating || !argument.names.contains(where: words.contains)
    }.flatMap { argument in
      // A short name says nothing that the long one does not.
      argument.names.suffix(1).map { Completion.Candidate(text: $0, about: argument.about) }
    }.filter { $0.text.starts(exactlyWith: current) }
  }

  private func positional(_ number: Int) -> CommandHelp.Argument? {
    let all = help.arguments.filter { $0.kind == .positional }
    return number < all.count ? all[number] : all.last.flatMap { $0.isRepeating ? $0 : nil }
  }

  private func commands() -> [Completion.Candidate] {
    command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map {
      Completion.Candidate(text: CommandHelp.name(of: $0), about: $0.configuration.abstract)
    }.filter { $0.text.starts(exactlyWith: current) }
  }

  private func values(of argument: CommandHelp.Argument, _ typed: String) -> Completion {
    if argument.valueName == "format[=file]", let equals = typed.utf8.firstIndex(of: 0x3D) {
      return Completion(places: .files, prefix: String(typed[...equals]))
    }
    if !argument.values.isEmpty {
      return Completion(
        candidates: argument.values.filter { $0.starts(exactlyWith: typed) }
          .map { Completion.Candidate(text: $0) })
    }
    return subjects.completion(of: argument, help.path, typed)
  }

  private static func catalog(in words: [String]) -> String? {
    for (place, word) in words.enumerated() {
      if word == "--catalog", place + 1 < words.count { return words[place + 1] }
      if word.starts(exactlyWith: "--catalog=") {
        return String(Substring(word.utf8.dropFirst("--catalog=".utf8.count)))
      }
    }
    return nil
  }
}
