import Documents
import Keys
import TerminalUI
import TestSupport
import Testing

@testable import Designer

/// Settings change what they name, and whatever is wrong with them is an error with its place.
@Suite struct SettingsTests {
  private func settings(_ text: String) throws(ModelError) -> Settings {
    try Settings(decoding: Array(text.utf8))
  }

  private func error(_ text: String) -> String? {
    do {
      _ = try settings(text)
      return nil
    } catch {
      return error.description
    }
  }

  private func robot(_ text: String) throws -> Robot {
    var robot = try Robot()
    robot.state = DesignerState(
      manifest: robot.state.manifest, target: .undecided,
      today: try #require(CalendarDate("2026-06-24")), size: Size(rows: 24, columns: 80),
      settings: try settings(text))
    return robot
  }

  // MARK: - Keys

  @Test func aCommandGetsOtherKeysInDispatchBarHelpAndWelcome() throws {
    var robot = try robot(#"{"keys": {"toggle": ["x", "Ctrl-T"], "undo": ["U"]}}"#)
    #expect(robot.message.hasPrefix("x ticks, / filters"))
    #expect(robot.bar.hasPrefix(" x tick "))
    robot.press(.down, "x")
    #expect(robot.chosen == ["stores.view"])
    #expect(robot.bar.contains("U undo"))
    robot.press("U")
    #expect(robot.chosen.isEmpty)
    robot.press(.control("t"), "u")
    #expect(robot.chosen == ["stores.view"])
    #expect(robot.message == "u does nothing here; ? lists the keys")
    robot.press("?")
    #expect(robot.shows("x       tick or untick"))
  }

  @Test func textsNameTheKeysAsTheyAre() throws {
    var robot = try robot(
      #"{"keys": {"toggle": ["x"], "undo": ["U"], "openAll": ["O"], "applyRemedy": ["R"]}}"#)
    #expect(robot.shows("scopes are chosen. x ticks them"))
    robot.press("-")
    #expect(robot.message == "closed all; O opens them")
    robot.press("O", "2", .down)
    #expect(robot.shows("calls are chosen. x ticks"))
    robot.press("1")
    try robot.walk(to: "stores.orders.deliver")
    robot.press("x", "4", "R")
    #expect(robot.message.hasSuffix("; U takes it back"))
  }

  @Test func twoCommandsCanSwapTheirKeys() throws {
    var robot = try robot(#"{"keys": {"presets": ["e"], "editDetails": ["p"]}}"#)
    robot.press("e")
    #expect(robot.shows("Presets:"))
    robot.press("q", "p")
    #expect(robot.shows("Rotate by"))
  }

  @Test func whereTextIsTypedLettersStayLetters() throws {
    var robot = try robot(#"{"keys": {"up": ["z", "Up"], "apply": ["x"]}}"#)
    robot.press("/")
    robot.type("zx")
    #expect(robot.message.hasPrefix("Filter: zx"))
    robot.press(.enter)
    #expect(robot.state.context == .tree)
  }

  @Test func controlCAlwaysLeaves() throws {
    let robot = try robot(#"{"keys": {"quit": ["Q"]}}"#)
    #expect(robot.state.keys.binding(for: .control("c"), in: .tree)?.command == .quit)
    #expect(robot.state.keys.binding(for: "Q", in: .tree)?.command == .quit)
    #expect(robot.state.keys.binding(for: "q", in: .tree) == nil)
  }

  @Test(arguments: [
    ("C-r", Key.control("r")), ("^R", .control("r")), ("Ctrl-R", .control("r")),
    ("M-x", .alt("x")), ("Alt-Y", .alt("Y")), ("space", .space), ("ESC", .escape),
    ("PageUp", .pageUp), ("F12", .function(12)), ("漢", .character("漢")), ("-", .character("-")),
    ("^", .character("^")), ("Ctrl-_", .control("_")), ("shift-tab", .backTab),
    ("Ctrl-Left", .controlLeft), ("M--", .alt("-")),
  ])
  func keysAreNamedInSeveralWays(name: String, key: Key) { #expect(Key(name: name) == key) }

  @Test func everyNameInTheTableIsAKeysName() {
    for binding in KeyTable.bindings {
      for key in binding.keys where key != .control("c") && key != .control("z") {
        #expect(Key(name: key.name) == key, "\(key.name)")
      }
    }
  }

  @Test func theKeysInForceAreSettingsThemselves() throws {
    let members = KeyMap.standard.keyNames.map { command, names in
      "\"\(command)\": [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
    let again = try settings("{\"keys\": {\(members.joined(separator: ", "))}}")
    for (old, new) in zip(KeyTable.bindings, again.keys.bindings) {
      #expect(old.keys == new.keys, "\(old.help)")
    }
  }

  @Test func aKeyThatIsAddedHoldsWhereverTheCommandIsGiven() throws {
    let settings = try settings(#"{"keys": {"up": ["Up", "k", "Alt-k"]}}"#)
    for context in [Context.tree, .review, .filter] {
      #expect(settings.keys.binding(for: .alt("k"), in: context)?.command == .up)
    }
    #expect(settings.keys.binding(for: "k", in: .tree)?.command == .up)
    #expect(settings.keys.binding(for: .control("p"), in: .tree) == nil)
  }

  @Test(arguments: ["terminal", "wl-copy", "xclip", "xsel", "pbcopy", "tmux", "/tmp/clip board"])
  func aClipboardIsAWord(_ word: String) throws {
    #expect(try settings("{\"clipboard\": \"\(word)\"}").clipboard.word == word)
  }

  @Test(arguments: ["", "clip.txt", "/tmp/", "xclip -i", "/tmp/a\\nb"])
  func anotherClipboardIsAnError(_ word: String) {
    #expect(throws: ModelError.self) { try settings("{\"clipboard\": \"\(word)\"}") }
  }

  @Test(arguments: ["Alt-P", "Alt-]", "Alt-_", "Alt-^", "Alt-X", "Alt-[", "Alt-O"])
  func whatTerminalsBeginTheirRepliesWithIsNoKey(_ name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test(arguments: ["suspend", "repaint"]) func whatHoldsEverywhereStays(command: String) {
    #expect(error("{\"keys\": {\"\(command)\": [\"x\"]}}")?.contains("no command") == true)
  }

  @Test(arguments: [
    (
      #"{"keys": {"undoo": ["x"]}}"#,
      "line 1: at keys.undoo: there is no command \"undoo\". Perhaps \"undo\" was meant."
    ),
    (
      #"{"keys": {"undo": ["Spcae"]}}"#,
      "line 1: at keys.undo[0]: there is no key \"Spcae\". Perhaps \"Space\" was meant."
    ),
    (
      #"{"keys": {"undo": ["Ctrl-M"]}}"#,
      "line 1: at keys.undo[0]: there is no key \"Ctrl-M\". "
        + "A terminal sends Enter for it; use another."
    ),
    (
      #"{"keys": {"undo": ["Ctrl-C"]}}"#,
      "line 1: at keys.undo[0]: there is no key \"Ctrl-C\". "
        + "Ctrl-C always leaves; use another."
    ),
    (
      #"{"keys": {"undo": []}}"#,
      "line 1: at keys.undo: the list is empty. Write at least one key."
    ),
    (
      #"{"keys": {"undo": ["x", "x"]}}"#,
      "line 1: at keys.undo[1]: the key \"x\" is listed twice. Keep one of them."
    ),
    (
      #"{"keys": {"undo": "x"}}"#,
      "line 1: at keys.undo: expected an array, found a string. Write an array here."
    ),
    (
      "{\n  \"mouse\": true,\n  \"colour\": false }",
      "3: at colour: there is no setting \"colour\". Perhaps \"colors\" was meant."
    ),
    (
      #"{"mouse": "no"}"#,
      "line 1: at mouse: this is neither on nor off. Write true or false."
    ),
    (
      #"{"colors": {"eror": "red"}}"#,
      "line 1: at colors.eror: there is no role \"eror\" for a color. Perhaps \"error\" was meant."
    ),
    (
      #"{"colors": {"error": "rde"}}"#,
      "line 1: at colors.error: there is no hue \"rde\". Perhaps \"red\" was meant."
    ),
    (
      #"{"colors": 3}"#,
      "line 1: at colors: these are not colors. Write true, false, or an object of roles and hues."
    ),
    (
      #"{"$schema": "urn:keywright:config:2"}"#,
      "line 1: at $schema: \"urn:keywright:config:2\" are not settings of a version that this "
        + "program knows. Use \"$schema\": \"urn:keywright:config:1\"."
    ),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, message: String) {
    #expect(error(text)?.hasSuffix(message) == true, "\(error(text) ?? "no error")")
  }

  @Test func aKeyThatIsBoundIsTakenFromWhatHasItByDefault() throws {
    var robot = try robot(#"{"keys": {"undo": ["q"], "toggle": ["4"]}}"#)
    robot.press(.down, "4")
    #expect(robot.chosen == ["stores.view"] && robot.state.context == .tree)
    #expect(robot.bar.contains("q undo") && !robot.bar.contains("quit"))
    robot.press("q")
    #expect(robot.chosen.isEmpty && robot.effects.isEmpty)
    robot.press("?")
    #expect(robot.shows(":quit") && robot.shows("q       undo"))
    robot.press(.escape)
    #expect(robot.lines[0].contains("  Findings"), "its tab has no key any more, and takes a click")
    robot.clickText("Findings")
    #expect(robot.state.findingPane.fillsScreen)
    robot.press(":")
    robot.type("quit")
    robot.press(.enter)
    #expect(robot.effects == [.quit(.left)])
  }

  @Test(arguments: ["s", "Ctrl-X", ":", "Esc", "j"])
  func noKeyThatOneCommandTakesIsAnErrorOrLeavesAPlaceWithoutAWayOn(key: String) throws {
    for command in KeyMap.standard.changeable {
      let keys = try settings("{\"keys\": {\"\(command)\": [\"\(key)\"]}}").keys
      for place in Context.allCases {
        let bindings = keys.bindings.filter { $0.contexts.contains(place) }
        var meanings: [Key: Command] = [:]
        for binding in bindings {
          for key in binding.keys {
            let other = meanings.updateValue(binding.command, forKey: key)
            #expect(other == nil || other == binding.command, "\(command): \(key.name)")
          }
        }
        // What the command line does not know of has a key in its place.
        let held = Set(bindings.filter { $0.firstKey != nil }.map(\.command))
        for binding in bindings
        where !KeyMap.hasCommandLine(place) || binding.command == .commandLine {
          #expect(held.contains(binding.command), "\(command): \(binding.command) in \(place)")
        }
      }
    }
  }

  @Test func whatHasGivenWayDoesSoAgainWhereTheKeysInForceAreSettings() throws {
    let keys = try settings(#"{"keys": {"toggle": ["j"], "undo": ["q"]}}"#).keys
    let members = keys.keyNames.map { command, names in
      "\"\(command)\": [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
    let again = try settings("{\"keys\": {\(members.joined(separator: ", "))}}").keys
    #expect(again.bindings.map(\.keys) == keys.bindings.map(\.keys))
  }

  @Test func aClashNamesBothCommandsAndFreeKeys() throws {
    let text = try #require(error("{ \"keys\": {\n  \"undo\": [\"x\"],\n  \"redo\": [\"x\"] } }"))
    #expect(text.hasPrefix("line 3: at keys.redo: x is the key of \"undo\" already, in: scopes. "))
    #expect(text.contains("Give one of them another key; free are: d r "))
  }

  @Test func aClashBetweenTwoNewKeysIsOneToo() throws {
    let text = try #require(error(#"{"keys": {"undo": ["x"], "redo": ["x"]}}"#))
    #expect(text.contains("x is the key of"))
  }

  @Test(arguments: ["", "[]", "null", "{", "{\"keys\": 1}", "{\"keys\": {\"up\": [1]}}", "\u{0}"])
  func whatIsNoSettingsIsAnError(text: String) { #expect(error(text) != nil) }

  @Test func noSpoiledByteStopsTheProgram() {
    let bytes = Array(
      #"{"keys":{"undo":["x","C-r"]},"colors":{"error":"red"},"mouse":true,"ascii":false}"#.utf8)
    for seed in 1...40 {
      var random = SeededRandom(seed: UInt64(seed))
      for _ in 0..<100 {
        var spoiled = bytes
        spoiled[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
        _ = try? Settings(decoding: spoiled)
      }
    }
  }

  // MARK: - Colors and mouse

  @Test func aRoleGetsAnotherHue() throws {
    var robot = try robot(#"{"colors": {"heading": "magenta", "error": "none"}}"#)
    robot.press("?")
    let hues = Set((0..<24).flatMap { robot.frame.row($0).map(\.style.hue) })
    #expect(hues.contains(.magenta) && !hues.contains(.cyan))
  }

  @Test func theMouseCanBeLeftToTheTerminal() throws {
    var robot = try robot(#"{"mouse": false}"#)
    #expect(!robot.frame.wantsMouse)
    robot.press("m")
    #expect(robot.frame.wantsMouse)
    #expect(
      robot.message == "the mouse is ours again: a click ticks; Shift and drag selects text")
    robot.press("m")
    #expect(!robot.frame.wantsMouse)
    #expect(
      robot.message == "the mouse is the terminal's: drag to select text; m takes it back")
  }
}
