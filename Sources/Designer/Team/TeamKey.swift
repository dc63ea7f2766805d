import TerminalUI

/// What a key can do in the table of keys.
enum TeamCommand: Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last
  case open, mark, filter, clear, group
  case nextColumn, previousColumn, reverse
  case compare, whoCan, catalogs, split, probe, readAgain
  case write, apply, back
  case help, quit, suspend, repaint
}

/// Where keys mean what they mean in the table of keys.
enum TeamPlace: Hashable, CaseIterable, Sendable {
  case list
  case filter
  case search
  case page
  case path

  /// Whether letters are text.
  var isTyping: Bool { self == .filter || self == .search || self == .path }
}

/// One row of the table of keys of the keyboard, from which dispatch, key bar and help are all made.
struct TeamKey: Sendable {
  let keys: [Key]
  let command: TeamCommand
  let places: Set<TeamPlace>
  /// The word in the key bar; nil keeps it out of there.
  let label: String?
  /// The line in the help.
  let help: String

  private init(
    _ keys: [Key], _ command: TeamCommand, in places: Set<TeamPlace> = [.list],
    bar label: String? = nil, _ help: String
  ) {
    (self.keys, self.command, self.places) = (keys, command, places)
    (self.label, self.help) = (label, help)
  }

  /// The binding of a key in a place.
  static func of(_ key: Key, in place: TeamPlace) -> TeamKey? {
    all.first { $0.places.contains(place) && $0.keys.contains(key) }
  }

  private static let everywhere = Set(TeamPlace.allCases)

  static let all: [TeamKey] = [
    TeamKey([.enter], .open, bar: "open", "open the designer on the key; leaving it comes back"),
    TeamKey(
      [.character("/")], .filter, bar: "filter", "show only keys that have all of some words"),
    TeamKey([.character("w")], .whoCan, bar: "who can", "show only keys that have a scope or call"),
    TeamKey([.character("?"), .function(1)], .help, in: [.list, .page], bar: "help", "this list"),
    TeamKey([.character("q")], .quit, bar: "quit", "leave the table"),
    TeamKey([.space], .mark, bar: "mark", "mark the key, or take the mark away"),
    TeamKey(
      [.character("d")], .compare, bar: "compare",
      "compare two marked keys, or the marked one and this"),
    TeamKey([.character("o")], .nextColumn, bar: "order", "sort by the next column"),
    TeamKey([.character("O")], .previousColumn, "sort by the column before"),
    TeamKey([.character("r")], .reverse, bar: "reverse", "turn the order round"),
    TeamKey([.character("p")], .group, bar: "platforms", "group the keys by platform, or not"),
    TeamKey(
      [.character("c")], .catalogs, bar: "catalogs",
      "what newer catalogs change for keys that were made with older ones"),
    TeamKey([.character("s")], .split, bar: "split", "the fewest keys that do this one's work"),
    TeamKey([.character("P")], .probe, bar: "probe", "plan calls that test the issued key"),
    TeamKey([.character("R")], .readAgain, bar: "read again", "look through the folders again"),
    TeamKey(
      [.escape], .clear, "end who can, then the filter, then the marks"),
    TeamKey([.up, .character("k"), .control("p")], .up, in: [.list, .page], "up"),
    TeamKey([.down, .character("j"), .control("n")], .down, in: [.list, .page], "down"),
    TeamKey(
      [.pageUp, .control("b"), .alt("v")], .pageUp, in: [.list, .page], "a page up"),
    TeamKey(
      [.pageDown, .control("f"), .control("v")], .pageDown, in: [.list, .page], "a page down"),
    TeamKey([.home, .character("g"), .alt("<")], .first, in: [.list, .page], "to the first"),
    TeamKey([.end, .character("G"), .alt(">")], .last, in: [.list, .page], "to the last"),

    TeamKey([.enter], .apply, in: [.filter], bar: "keep", "keep the filter"),
    TeamKey([.enter], .apply, in: [.search], bar: "choose", "show the keys that have it"),
    TeamKey([.enter], .apply, in: [.path], bar: "write", "write it there"),
    TeamKey([.up, .control("p")], .up, in: [.filter, .search], "up"),
    TeamKey([.down, .control("n")], .down, in: [.filter, .search], "down"),
    TeamKey([.pageUp, .alt("v")], .pageUp, in: [.filter, .search], "a page up"),
    TeamKey([.pageDown, .control("v")], .pageDown, in: [.filter, .search], "a page down"),
    TeamKey(
      [.escape, .control("g")], .back, in: [.filter, .search, .path], bar: "cancel",
      "as it was before"),

    TeamKey([.character("w")], .write, in: [.page], bar: "write", "write what the page shows"),
    TeamKey(
      [.escape, .character("q"), .character("h"), .left], .back, in: [.page], bar: "back",
      "back to the table"),

    TeamKey([.control("c")], .quit, in: everywhere, "leave the table"),
    TeamKey([.control("z")], .suspend, in: everywhere, "stop; fg brings it back"),
    TeamKey([.control("l")], .repaint, in: everywhere, "paint the screen anew"),
  ]

  /// All keys as lines, for the help.
  static func helpLines() -> [String] {
    let titles: [(TeamPlace, String)] = [
      (.list, "Table of keys"), (.filter, "Filter"), (.search, "Who can"), (.page, "Page"),
      (.path, "Path"),
    ]
    var lines: [String] = []
    var shown: Set<String> = []
    for (place, title) in titles {
      let own = all.filter {
        $0.places.contains(place) && shown.insert($0.keyNames + $0.help).inserted
      }
      lines += (lines.isEmpty ? [] : [""]) + [title]
      lines += own.map { entry in
        let names = entry.keyNames
        return "  " + names + String(repeating: " ", count: max(2, 22 - names.count)) + entry.help
      }
    }
    return lines + [
      "", "Mouse", "  A click moves, a second one opens; on a title it sorts; the wheel scrolls.",
    ]
  }

  private var keyNames: String { keys.map(\.name).joined(separator: " ") }
}
