import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The table from which dispatch, key bar and help are made.
@Suite struct KeyTableTests {
  /// A robot in each place where keys mean something.
  private func robot(in context: Context) throws -> Robot {
    var robot = try Robot()
    robot.press(.down, .space, "u")
    switch context {
    case .tree: break
    case .operations: robot.press("2")
    case .grid: robot.press("3")
    case .detail: robot.press(.tab)
    case .findings: robot.press("4")
    case .filter: robot.press("/")
    case .form: robot.press("e")
    case .review: robot.press("w")
    case .path: robot.press("w", "o")
    case .reason: robot.press(.space, "b")
    case .acceptance: robot.press(.space, "4", "a")
    case .presets: robot.press("p")
    case .quitQuestion: robot.press(.control("r"), "q")
    case .overwriteQuestion:
      robot.press(.control("r"), "w", .enter)
      try robot.answerWrite(.success(.changedOnDisk))
    case .help: robot.press("?")
    case .copy: robot.press("y")
    case .terms: robot = try Robot(Manifest(catalog: HubCatalog.load()))
    case .ruledOutQuestion: robot.press("!", .space)
    case .start: robot = try Robot(startsOnPage: true)
    case .givingCalls: robot.press("C")
    case .keyFiles:
      robot = try Robot(startsOnPage: true)
      robot.press("o")
    case .commandLine: robot.press(":")
    case .draft: try robot.offer(drafts: ["stores.view"])
    case .powers: robot.press("5")
    case .filesPage:
      robot.press(.control("r"), ":")
      robot.type("split")
      robot.press(.enter)
    case .scopeChoice:
      try robot.walk(to: "stores.orders.refund")
      robot.press("3", .space)
    }
    return robot
  }

  @Test(arguments: Context.allCases) func everyContextCanBeReached(context: Context) throws {
    #expect(try robot(in: context).state.context == context)
  }

  @Test(arguments: Context.allCases) func noKeyHasTwoMeaningsInOnePlace(context: Context) {
    let keys = KeyTable.bindings.filter { $0.contexts.contains(context) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: Context.allCases) func everyKeyOfTheTableIsKnownWhereItHolds(
    context: Context
  ) throws {
    for binding in KeyTable.bindings where binding.contexts.contains(context) {
      for key in binding.keys {
        var robot = try robot(in: context)
        robot.press(key)
        #expect(!robot.message.contains("does nothing here"), "\(key.name) in \(context)")
      }
    }
  }

  @Test(arguments: Context.allCases) func everyKeyDoesSomethingOrSaysWhyNot(
    context: Context
  ) throws {
    // At the end of a list there is nowhere to go, and everybody sees it.
    let moves: Set<Command> = [.up, .down, .pageUp, .pageDown, .first, .last]
    for binding in KeyTable.bindings
    where binding.contexts.contains(context) && !moves.contains(binding.command) {
      for key in binding.keys where key != .control("z") {
        var robot = try robot(in: context)
        robot.press("\u{0}")
        let before = robot.frame
        robot.press(key)
        #expect(
          robot.frame != before || !robot.effects.isEmpty, "\(key.name) in \(context) is silent")
      }
    }
  }

  @Test func everyBindingHoldsSomewhereAndStandsInTheHelpOnce() throws {
    var robot = try Robot(size: Size(rows: 240, columns: 120))
    robot.press("?")
    for binding in KeyTable.bindings {
      #expect(!binding.keys.isEmpty && !binding.contexts.isEmpty, "\(binding.help)")
      let names = binding.keys.map(\.name).joined(separator: " ")
      let padding = String(repeating: " ", count: max(1, 20 - names.count))
      let lines = robot.lines.filter { $0 == " " + names + padding + binding.help }
      let same = KeyTable.bindings.filter { $0.keys == binding.keys && $0.help == binding.help }
      #expect(lines.count == same.count, "\(names): \(binding.help)")
    }
  }

  @Test(arguments: Context.allCases) func theKeyBarIsTheTable(context: Context) throws {
    var robot = try robot(in: context)
    robot.resize(300, 24)
    let views = Set(TitleView.names.map(\.command))
    let ways: Set<Command> = [.help, .back, .leavePane, .quit]
    let labeled = KeyTable.bindings.filter { $0.contexts.contains(context) && $0.label != nil }
    let isGrouped = views.isSubset(of: labeled.map(\.command)) && context != .start
    let rest = labeled.filter { !isGrouped || !views.contains($0.command) }
    let first = rest.filter { !ways.contains($0.command) }
    let last =
      rest.filter { $0.command == .help }
      + rest.filter { ways.contains($0.command) && $0.command != .help }
    var shown = robot.bar.split(separator: "  ").map { String($0.drop { $0 == " " }) }
    if isGrouped { #expect(shown.contains("1-5 views")) }
    shown.removeAll { $0 == "1-5 views" }
    #expect(shown == (first + last).map { "\($0.keys[0].name) \($0.label ?? "")" })
  }

  @Test(arguments: [Context.tree, .operations, .grid, .detail, .findings])
  func `at 80 columns the bar begins with what is done here, and names the views and undo`(
    context: Context
  ) throws {
    for isChanged in [false, true] {
      var robot = try robot(in: context)
      if isChanged { robot.press(.control("r")) }
      robot.resize(80, 24)
      #expect(robot.bar.contains("1-5 views") && robot.bar.contains("u undo"), "\(robot.bar)")
      #expect(robot.bar.contains("w write") && robot.bar.contains("? help"), "\(robot.bar)")
    }
  }

  @Test(arguments: [40, 80, 200]) func `the review's bar begins with the write`(
    columns: Int
  ) throws {
    var robot = try robot(in: .review)
    robot.resize(columns, 24)
    #expect(robot.bar.hasPrefix(" Enter write") && robot.bar.hasSuffix("? help  Esc back"))
  }

  @Test(
    arguments: [Context.tree, .operations, .grid, .detail, .findings, .review, .presets],
    [40, 41, 60, 80])
  func theKeyBarAlwaysShowsHelpAndFits(context: Context, columns: Int) throws {
    var robot = try robot(in: context)
    robot.resize(columns, 24)
    #expect(robot.bar.contains("? help"))
    let shown = KeyBarView.shown(robot.state, columns: columns - 1)
    #expect(robot.bar == " " + shown.map(\.text).joined(separator: "  "))
  }

  @Test(
    arguments: Context.allCases.filter { context in
      KeyTable.bindings.contains {
        $0.command == .back && $0.contexts.contains(context) && $0.label != nil
      }
    })
  func theKeyBarAlwaysShowsTheWayBack(context: Context) throws {
    var robot = try robot(in: context)
    robot.resize(40, 24)
    let back = try #require(
      KeyTable.bindings.first { $0.command == .back && $0.contexts.contains(context) })
    #expect(robot.bar.contains("\(back.keys[0].name) \(back.label ?? "")"))
  }

  @Test func whatCanDoSomethingComesBeforeWhatCannot() throws {
    var robot = try robot(in: .review)
    #expect(robot.state.disabledReason(.acceptFinding) != nil)
    #expect(!robot.bar.contains("a accept") && robot.bar.contains("f format"))
    try robot.press("n") { $0.state.disabledReason(.acceptFinding) == nil }
    #expect(robot.bar.contains("a accept"))
  }

  @Test func keysThatCannotWorkAreFaintInTheBar() throws {
    let robot = try Robot(size: Size(rows: 24, columns: 200))
    let before = try #require(robot.bar.split(separator: "u undo").first)
    let cell = Array(robot.frame.row(23))[before.count]
    #expect(cell.text == "u")
    #expect(cell.style.attributes.contains(.dim))
  }

  @Test func aKeyWithoutMeaningSaysSo() throws {
    var robot = try Robot()
    robot.press("x")
    #expect(robot.message == "x does nothing here; ? lists the keys")
  }

  @Test(arguments: Context.allCases) func nothingNeedsAKeyThatATerminalMayKeep(context: Context) {
    // Esc is slow or swallowed, ^S and ^Q stop the line, function keys are the window's.
    let kept: [Key] = [.escape, .control("s"), .control("q")]
    let bindings = KeyTable.bindings.filter { $0.contexts.contains(context) }
    for command in Set(bindings.map(\.command)) {
      let keys = bindings.filter { $0.command == command }.flatMap(\.keys)
      let others = keys.filter { key in
        if case .function = key { false } else { !kept.contains(key) }
      }
      #expect(!others.isEmpty, "\(context.title): \(command)")
    }
  }

  @Test(arguments: [(40, 10), (80, 24)]) func theHelpScrollsToItsEnd(
    columns: Int, rows: Int
  ) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.press("?", "G")
    #expect(!robot.shows("more below"))
    robot.press("k")
    #expect(robot.shows("more below"))
    robot.press(.escape)
    #expect(robot.state.context == .tree)
  }

  @Test func aPresetTicksItsScopesAsOneStep() throws {
    var robot = try Robot()
    robot.press("p", "j")
    #expect(robot.currentLine.contains("Custom checkout"))
    robot.press(.enter)
    #expect(robot.chosen == ["stores.view", "stores.orders.view", "stores.orders.create"])
    #expect(robot.message == "preset Custom checkout: ticked 3 of 3, and set the purpose")
    #expect(robot.state.editor.design.details.purpose.hasPrefix("Creates orders"))
    robot.press("u")
    #expect(!robot.state.hasUnsavedChanges)
  }

  @Test func aPresetKeepsAPurposeThatIsThere() throws {
    var robot = try Robot()
    robot.press("e", .tab)
    robot.type("mine")
    robot.press(.enter, "p", .space)
    #expect(robot.state.editor.design.details.purpose == "mine")
  }

  @Test func aCatalogWithoutPresetsSaysSo() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.nested()))
    robot.press("p")
    #expect(robot.message == "p: the catalog has no presets")
  }
}
