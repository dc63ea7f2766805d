import Documents

/// One row of the table of commands, from which parsing and help are both made.
struct PlainCommand: Sendable {
  /// What a command does.
  enum Verb: Sendable {
    case help
    case list
    case search
    case show
    case tick
    case untick
    case presets
    case preset
    case details
    case label
    case purpose
    case addresses
    case rotate
    case owner
    case kind
    case answer
    case never
    case allow
    case because
    case clear
    case calls
    case call
    case uncall
    case needed
    case findings
    case fix
    case giveUp
    case accept
    case undo
    case redo
    case powers
    case review
    case format
    case write
    case story
    case need
    case open
    case diff
    case split
    case probe
    case results
    case newer
    case native
    case quit
  }

  /// The names: the first is the one that help shows; single letters are the designer's keys.
  let names: [String]
  let verb: Verb
  /// What follows the name, in words; empty for nothing.
  let argument: String
  let help: String

  init(_ names: [String], _ verb: Verb, _ argument: String = "", _ help: String) {
    self.names = names
    self.verb = verb
    self.argument = argument
    self.help = help
  }

  static let table: [PlainCommand] = [
    PlainCommand(["help", "?"], .help, "[COMMAND]", "this list, or one command"),
    PlainCommand(
      ["list", "ls"], .list, "[CATEGORY | all | chosen]",
      "the categories, or the scopes of one; c2 names a category by its number"),
    PlainCommand(["search", "/"], .search, "WORDS", "the scopes that have all these words"),
    PlainCommand(
      ["show", "explain"], .show, "SCOPE",
      "what a scope opens, touches and risks, and what ticking it changes"),
    PlainCommand(
      ["tick", "add"], .tick, "SCOPE...",
      "choose scopes: by number, 3-7, id, its beginning, words, c2 for a category, or c4=write for a "
        + "level"),
    PlainCommand(["untick", "remove", "rm"], .untick, "SCOPE...", "drop scopes, named likewise"),
    PlainCommand(["presets", "p"], .presets, "", "the scopes of common jobs"),
    PlainCommand(["preset"], .preset, "NAME", "tick the scopes of a preset, by number or name"),
    PlainCommand(
      ["details", "e"], .details, "",
      "label, purpose, addresses, rotation date and owner as they are"),
    PlainCommand(["label"], .label, "TEXT", "name the program that uses the key"),
    PlainCommand(["purpose"], .purpose, "TEXT", "say what the key is for"),
    PlainCommand(
      ["addresses", "ip", "A"], .addresses, "ADDRESS...",
      "say who may use it: 203.0.113.7 192.0.2.0/24"),
    PlainCommand(
      ["rotate"], .rotate, "DATE", "say by which day it is replaced: 2027-02-01, or 90d"),
    PlainCommand(["owner"], .owner, "TEXT", "say who holds the key"),
    PlainCommand(
      ["kind"], .kind, "[KIND]", "the platform's kinds of key, or make the key one of them"),
    PlainCommand(
      ["answer"], .answer, "[QUESTION yes | no | open]",
      "the questions that decide between scopes, or an answer to one"),
    PlainCommand(
      ["never"], .never, "[SCOPE | CALL]", "list what the key must never have, or add to it"),
    PlainCommand(["allow"], .allow, "SCOPE | CALL", "take a scope or a call off the never list"),
    PlainCommand(["because"], .because, "SCOPE TEXT", "say why the key has a scope"),
    PlainCommand(
      ["clear"], .clear, "label | purpose | addresses | rotate | owner",
      "empty one of the details"),
    PlainCommand(
      ["calls"], .calls, "[WORDS]",
      "the calls that your program makes, or those of the platform with these words"),
    PlainCommand(
      ["call"], .call, "CALL...", "tick calls that your program makes, by number or name"),
    PlainCommand(["uncall"], .uncall, "CALL...", "untick such calls"),
    PlainCommand(
      ["needed", "="], .needed, "", "choose exactly the scopes that the ticked calls need"),
    PlainCommand(["findings", "f"], .findings, "[NUMBER]", "what the rules object to in this key"),
    PlainCommand(["fix", "F"], .fix, "NUMBER", "apply a finding's remedy"),
    PlainCommand(["accept", "a"], .accept, "NUMBER", "accept a finding's risk, with a reason"),
    PlainCommand(
      ["giveup", "X"], .giveUp, "NUMBER", "untick the calls that need what a finding is about"),
    PlainCommand(["undo", "u"], .undo, "", "take the last change back"),
    PlainCommand(["redo"], .redo, "", "do it again"),
    PlainCommand(["powers", "can"], .powers, "", "what the key can do: a table, and the calls"),
    PlainCommand(["review", "w"], .review, "", "what would be written, and why"),
    PlainCommand(
      ["format"], .format, "[NAME]",
      "the form that is written: manifest, ids, oauth, markdown, dashboard or the platform's own"),
    PlainCommand(
      ["write", "save"], .write, "[FILE]", "write the key; accept the errors first"),
    PlainCommand(
      ["story"], .story, "RULE | SCOPE | CALL",
      "the page of a rule, a scope or a call: what goes wrong, the calls in order, the remedy"),
    PlainCommand(
      ["need"], .need, "CALL | FILE",
      "the smallest key for calls: one as it is, or those of a HAR, a log, a cassette, a script"),
    PlainCommand(["open"], .open, "[FILE]", "open another key, or say which there are"),
    PlainCommand(
      ["diff"], .diff, "FILE | git:REVISION:PATH",
      "what this key can do that another could not, such as git:HEAD:bot.key.json"),
    PlainCommand(
      ["split"], .split, "[FOLDER]",
      "the fewest keys that do the same work with no error in any; write them into a folder"),
    PlainCommand(
      ["probe"], .probe, "[FILE [URL]]",
      "harmless calls that show whether an issued key is this one; write them as a script"),
    PlainCommand(
      ["results"], .results, "FILE", "what the answers to the probe's calls show of the issued key"),
    PlainCommand(
      ["newer"], .newer, "CATALOG",
      "what another version of the catalog changes for this key: a file, or an id"),
    PlainCommand(
      ["native"], .native, "[NAME]", "the key in a form of the platform's own"),
    PlainCommand(["quit", "q", "exit"], .quit, "", "leave; asks when there are changes"),
  ]

  /// The command of a name, of its beginning where only one has it, or nil.
  static func named(_ name: String) -> PlainCommand? {
    if let exact = table.first(where: { $0.names.contains(name) }) { return exact }
    let folded = name.lowercased()
    let candidates = table.filter { command in
      command.names.contains { $0.count > 1 && ($0 == folded || $0.hasPrefix(folded)) }
    }
    if let exact = candidates.first(where: { $0.names.contains(folded) }) { return exact }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// The remedy for a name that is no command.
  static func remedy(_ name: String) -> String {
    NearestName.find(name, among: table.flatMap(\.names).filter { $0.count > 1 })
      .map { "Did you mean \($0)? help lists the commands." } ?? "help lists the commands."
  }
}
