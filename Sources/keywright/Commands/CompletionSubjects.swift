import ArgumentParser
import BundledCatalogs
import Catalogs
import Documents
import Judgement
import TerminalUI

/// What options and words of commands are about: scopes, rules, files and the rest, as they are here.
final class CompletionSubjects {
  /// More than this nobody reads.
  private static let most = 500
  private static let longestAbout = 70

  /// The catalog that the command line names.
  private let catalog: String?

  init(catalog: String?) { self.catalog = catalog }

  /// What could stand as a value of an argument.
  func completion(
    of argument: CommandHelp.Argument, _ path: [String], _ typed: String
  ) -> Completion {
    switch (argument.key, path) {
    case ("scope", _): list(scopes(typed))
    case ("query", _): list(scopes(typed))
    case ("because", _): list(scopes(typed).map { .init(text: $0.text + "=", about: $0.about) })
    case ("never", _): list(scopes(typed) + calls(typed))
    case ("preset", _): list(presets(typed))
    case ("kind", _): list(kinds(typed))
    case ("answer", _): list(answers(typed))
    case ("subject", _): list(rules(typed) + scopes(typed) + calls(typed))
    case ("call-or-file", _): Completion(candidates: calls(typed), places: .files)
    case ("old", ["diff"]), ("new", ["diff"]): sides(typed)
    case ("catalog", _), ("old", _), ("new", _):
      Completion(candidates: catalogs(typed), places: .files)
    case ("document", _): list(going(on: typed, BundledSchemas.names.map { ($0, "") }))
    case ("id", ["catalog", "remove"]): list(catalogs(typed))
    case ("subcommands", _), ("command", _): list(commands(typed))
    case ("manifest", _), ("against", _), ("files", _): Completion(places: .files)
    default:
      switch argument.valueName {
      case "file": Completion(places: .files)
      case "folder": Completion(places: .folders)
      default: Completion()
      }
    }
  }

  private func list(_ candidates: [Completion.Candidate]) -> Completion {
    Completion(candidates: candidates)
  }

  /// The texts that go on from what is typed; what could not stand on a line of the answer is left
  /// out.
  private func going(
    on typed: String, _ all: some Sequence<(String, String)>
  ) -> [Completion.Candidate] {
    going(on: typed, all, text: \.0, about: \.1)
  }

  /// The same for items that are many: what one is about is asked only where it goes on.
  private func going<Item>(
    on typed: String, _ all: some Sequence<Item>, text: (Item) -> String, about: (Item) -> String
  ) -> [Completion.Candidate] {
    var result: [Completion.Candidate] = []
    for item in all {
      let text = text(item)
      guard text.starts(exactlyWith: typed) else { continue }
      guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { continue }
      result.append(.init(text: text, about: Wording.cut(about(item), to: Self.longestAbout)))
      if result.count == Self.most { break }
    }
    return result
  }

  /// Read once, and only where it is asked for.
  private lazy var loaded = try? CatalogSource(choice: catalog).load()

  private func scopes(_ typed: String) -> [Completion.Candidate] {
    guard let loaded else { return [] }
    return going(on: typed, loaded.scopes(startingWith: typed), text: \.id, about: \.title)
  }

  /// Calls are many: they are listed once a method is being typed.
  private func calls(_ typed: String) -> [Completion.Candidate] {
    guard let first = typed.utf8.first, (0x41...0x5A).contains(first), let loaded else { return [] }
    return going(
      on: typed, loaded.operations(startingWith: typed), text: \.call, about: \.summary)
  }

  private func presets(_ typed: String) -> [Completion.Candidate] {
    going(on: typed, (loaded?.presets ?? []).map { ($0.id, $0.title) })
  }

  private func kinds(_ typed: String) -> [Completion.Candidate] {
    going(on: typed, (loaded?.kinds ?? []).map { ($0.id, $0.title) })
  }

  private func answers(_ typed: String) -> [Completion.Candidate] {
    going(
      on: typed,
      (loaded?.conditions ?? []).flatMap { condition in
        ["yes", "no"].map { ("\(condition.id)=\($0)", condition.question) }
      })
  }

  private func rules(_ typed: String) -> [Completion.Candidate] {
    guard let loaded else { return [] }
    return going(on: typed, RuleSet.infos(of: loaded), text: \.id, about: \.title)
  }

  /// Ids, and versions that another took the place of; of those that ship, which version it is.
  private func catalogs(_ typed: String) -> [Completion.Candidate] {
    let added = Set(CatalogFolder.ids)
    let known = CatalogSource.ids.map { id in
      (id, added.contains(id) ? "added" : BundledCatalogs.version(of: id) ?? "")
    }
    let older = CatalogFolder.olderVersions.map { ("\($0.id)@\($0.version)", "an older version") }
    return going(on: typed, known + older)
  }

  private func commands(_ typed: String) -> [Completion.Candidate] {
    going(
      on: typed,
      Keywright.configuration.subcommands.map {
        (CommandHelp.name(of: $0), $0.configuration.abstract)
      })
  }

  /// A side of a comparison: a file, one in a revision of git, or none.
  private func sides(_ typed: String) -> Completion {
    guard typed.starts(exactlyWith: "git:") else {
      return Completion(
        candidates: going(
          on: typed,
          [("none", "a key that is new or gone"), ("git:", "a file in a revision")]),
        places: .files)
    }
    let rest = String(Substring(typed.utf8.dropFirst(4)))
    guard let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      let names = [("git::", "what is staged"), ("git:HEAD:", "the last commit")]
      return list(going(on: typed, names + GitDocument.revisions.map { ("git:\($0):", "") }))
    }
    let revision = String(rest[..<colon])
    return list(
      going(on: typed, GitDocument.paths(in: revision).map { ("git:\(revision):\($0)", "") }))
  }
}
