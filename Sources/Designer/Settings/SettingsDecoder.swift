import Catalogs
import Documents
import TerminalUI

// The one gate through which settings come in. What is misspelled would change nothing, and nobody
// would notice: so it is an error.

extension Settings {
  private static let members = [
    "$schema", "keys", "colors", "mouse", "ascii", "synchronizedOutput", "clipboard",
    "defaultCatalog", "startPage",
  ]

  mutating func decode(_ root: JSONValue) throws(ModelError) {
    try root.requireObject()
    for (name, value) in root.members {
      switch name {
      case "$schema":
        guard SchemaName.matches(try value.requireString(), "config") else {
          throw value.error(
            "\"\(value.string ?? "")\" are not settings of a version that this program knows",
            remedy: "Use \"$schema\": \"\(Self.schema)\"")
        }
      case "keys": try decodeKeys(value)
      case "colors": try decodeColors(value)
      case "mouse": mouse = try flag(value)
      case "ascii": ascii = try flag(value)
      case "synchronizedOutput": synchronizedOutput = try flag(value)
      case "startPage": startsOnPage = try flag(value)
      case "clipboard": clipboard = try place(value)
      case "defaultCatalog":
        let name = try value.requireString()
        guard TextCheck.isLine(name) else {
          throw value.error("this names no catalog", remedy: "Write a catalog's id or path")
        }
        defaultCatalog = name
      default:
        throw value.error(
          "there is no setting \"\(name)\"", remedy: nearest(name, among: Self.members))
      }
    }
  }

  private func flag(_ value: JSONValue) throws(ModelError) -> Bool {
    guard let flag = value.boolean else {
      throw value.error("this is neither on nor off", remedy: "Write true or false")
    }
    return flag
  }

  private func place(_ value: JSONValue) throws(ModelError) -> ClipboardPlace {
    let word = try value.requireString()
    guard TextCheck.isLine(word), let place = ClipboardPlace(word) else {
      let words = ["terminal"] + ClipboardPlace.Tool.allCases.map(\.rawValue)
      throw value.error(
        "there is no clipboard \"\(word)\"",
        remedy: "Use one of: " + words.joined(separator: ", ") + ", or an absolute path")
    }
    return place
  }

  private func nearest(_ name: String, among names: [String]) -> String {
    NearestName.find(name, among: names.sorted()).map { "Perhaps \"\($0)\" was meant" }
      ?? "Use one of: " + names.joined(separator: ", ")
  }

  // MARK: - Colors

  private mutating func decodeColors(_ value: JSONValue) throws(ModelError) {
    if let flag = value.boolean {
      usesColors = flag
      return
    }
    guard value.kind == .object else {
      throw value.error(
        "these are not colors", remedy: "Write true, false, or an object of roles and hues")
    }
    for (name, value) in value.members {
      guard let role = Theme.Role(rawValue: name) else {
        throw value.error(
          "there is no role \"\(name)\" for a color",
          remedy: nearest(name, among: Theme.Role.allCases.map(\.rawValue)))
      }
      let word = try value.requireString()
      guard let hue = Hue.names.first(where: { $0.name == word })?.hue else {
        throw value.error(
          "there is no hue \"\(word)\"", remedy: nearest(word, among: Hue.names.map(\.name)))
      }
      theme.hues[role] = hue
    }
  }

  // MARK: - Keys

  private mutating func decodeKeys(_ object: JSONValue) throws(ModelError) {
    try object.requireObject()
    // All of them first, so that two commands can swap their keys.
    var written: KeyMap.Written = [:]
    for (name, value) in object.members {
      let (list, command) = (try decodeKeyList(value), try command(name, value))
      keys.set(list, for: command)
      written[command] = Set(list)
    }
    guard let clash = keys.clash(in: written) else { return keys.giveWay(to: written) }
    let values = clash.commands.compactMap { object[$0.rawValue] }
    guard let value = values.last,
      let command = clash.commands.last(where: { object[$0.rawValue] != nil }),
      let other = clash.commands.first(where: { $0 != command })
    else { return }
    let free = keys.freeKeys(for: command).prefix(8).map(\.name).joined(separator: " ")
    throw value.error(
      "\(clash.key.name) is the key of \"\(other.rawValue)\" already, in: "
        + "\(clash.context.title.lowercased())",
      remedy: "Give one of them another key; free are: \(free)")
  }

  private func command(_ name: String, _ value: JSONValue) throws(ModelError) -> Command {
    guard let command = Command(rawValue: name), keys.changeable.contains(command) else {
      throw value.error(
        "there is no command \"\(name)\"",
        remedy: nearest(name, among: keys.keyNames.map(\.command)))
    }
    return command
  }

  private func decodeKeyList(_ list: JSONValue) throws(ModelError) -> [Key] {
    var found: [Key] = []
    for value in try list.requireElements() {
      let name = try value.requireString()
      guard let key = Key(name: name) else {
        throw value.error("there is no key \"\(name)\"", remedy: remedy(ofKey: name))
      }
      guard !found.contains(key) else {
        throw value.error("the key \"\(name)\" is listed twice", remedy: "Keep one of them")
      }
      found.append(key)
    }
    guard !found.isEmpty else {
      throw list.error("the list is empty", remedy: "Write at least one key")
    }
    return found
  }

  private func remedy(ofKey name: String) -> String {
    let lower = name.lowercased()
    let taken: [(endings: [String], why: String)] = [
      (["ctrl-c", "c-c", "^c"], "Ctrl-C always leaves; use another"),
      (["ctrl-z", "c-z", "^z"], "Ctrl-Z always suspends; use another"),
      (
        ["ctrl-m", "c-m", "^m", "ctrl-j", "c-j", "^j"], "A terminal sends Enter for it; use another"
      ),
      (["ctrl-i", "c-i", "^i"], "A terminal sends Tab for it; use another"),
      (["ctrl-h", "c-h", "^h"], "A terminal sends Backspace for it; use another"),
    ]
    if let why = taken.first(where: { $0.endings.contains(lower) })?.why { return why }
    return NearestName.find(name, among: Key.names).map { "Perhaps \"\($0)\" was meant" }
      ?? "Write a character, Ctrl-R, Alt-v, F1, or one of: " + Key.names.joined(separator: ", ")
  }
}
