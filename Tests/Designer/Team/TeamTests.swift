import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The table of a team's keys.
struct TeamTests {
  private let team = TeamRobot.team

  @Test func `keys are listed before they are read, and each is filled in as it comes`() throws {
    var robot = try TeamRobot(team, reads: false)
    #expect(robot.listed == ["importer", "inner/shop", "refunds"])
    #expect(robot.line(0).hasSuffix("0 of 3 read"))
    // The last may come first.
    try robot.read(2, team[2])
    #expect(robot.line(0).hasSuffix("1 of 3 read"))
    #expect(robot.line(2).contains("..."))
    #expect(robot.line(4).contains("komerza"))
    try robot.read(0, team[0])
    try robot.read(1, team[1])
    #expect(robot.line(0).hasSuffix("3 keys"))
    #expect(robot.line(3).contains("error free-goods-order-deliver"))
    #expect(robot.line(3).contains("1 day ago"))
  }

  @Test func `the cursor stays on its key when others come before it`() throws {
    var robot = try TeamRobot(team, reads: false)
    robot.state.sort(by: .scopes)
    robot.press(.down)
    let path = robot.state.current?.path
    for (place, given) in team.enumerated() { try robot.read(place, given) }
    #expect(robot.listed.first == "inner/shop")
    #expect(robot.state.current?.path == path)
  }

  @Test(arguments: KeyColumn.allCases)
  func `rows are sorted by every column, and the other way round`(column: KeyColumn) throws {
    var robot = try TeamRobot(team)
    robot.state.sort(by: column)
    let order = robot.listed
    #expect(Set(order) == ["importer", "inner/shop", "refunds"])
    let expected: [KeyColumn: [String]] = [
      .scopes: ["inner/shop", "refunds", "importer"],
      .findings: ["inner/shop", "refunds", "importer"],
      .worst: ["inner/shop", "refunds", "importer"],
      .rotation: ["inner/shop", "importer", "refunds"],
      .key: ["importer", "inner/shop", "refunds"],
    ]
    if column == .key {
      // It was sorted by it already.
      #expect(order == expected[.key]?.reversed())
    } else if let expected = expected[column] {
      #expect(order == expected)
    }
  }

  @Test func `only keys with all words are listed, and Escape brings the others back`() throws {
    var robot = try TeamRobot(team)
    robot.press("/")
    robot.type("REFUND")
    #expect(robot.listed == ["refunds"])
    #expect(robot.line(0).hasSuffix("1 of 3 keys"))
    robot.press(.escape)
    #expect(robot.listed.count == 3)
    robot.press("/")
    robot.type("orders deliver")
    robot.press(.enter)
    #expect(robot.listed == ["inner/shop"])
    robot.press(.escape)
    #expect(robot.listed.count == 3)
  }

  @Test func `who can is what each key's access says`() throws {
    var robot = try TeamRobot(team)
    robot.press("w")
    robot.type("orders refund")
    #expect(robot.screen.contains("scope stores.orders.refund  (komerza)"))
    robot.press(.enter)
    #expect(robot.listed == ["refunds"])
    #expect(robot.screen.contains("stores.orders.refund: 1 of 3 keys"))
    #expect(robot.line(1).contains("by"))
    robot.press(.escape)
    let catalog = try TestCatalog.komerza()
    for call in ["GET /stores/{storeId}/orders", "POST /stores/{storeId}/orders"] {
      let power = Power(sort: .call, platform: "komerza", id: call)
      let operation = try #require(catalog.indexOfOperation(call))
      for row in robot.state.rows {
        let isOpen = row.facts?.access.isOpen(operation)
        if case .can = power.answer(of: row) {
          #expect(isOpen == true)
        } else {
          #expect(isOpen == false)
        }
      }
    }
  }

  @Test func `keys stand under their platform, and the cursor passes over the titles`() throws {
    var robot = try TeamRobot(team)
    robot.press("p")
    #expect(robot.line(2) == "komerza  3 keys")
    #expect(!robot.line(1).contains("platform"))
    robot.press(.home)
    #expect(robot.state.currentPlace == 0)
    robot.press(.up)
    #expect(robot.state.currentPlace == 0)
    robot.press(.end)
    #expect(robot.state.currentPlace == 2)
  }

  @Test func `two marked keys are compared, no more and no fewer`() throws {
    var robot = try TeamRobot(team)
    robot.press("d")
    #expect(robot.effects.isEmpty && robot.screen.contains("mark two keys"))
    robot.press(.space)
    #expect(robot.state.currentPlace == 1)
    robot.press("d")
    #expect(robot.effects == [.compare(left: 0, right: 1)])
    robot.press(.space, .space)
    robot.press("d")
    #expect(robot.effects.isEmpty && robot.screen.contains("3 keys are marked"))
    robot.press(.escape)
    #expect(robot.state.marked.isEmpty)
  }

  @Test func `a comparison has on each side what diff says, and in the middle the rest`() throws {
    let (one, left) = try TeamRobot.reviewed(team[1])
    let (two, right) = try TeamRobot.reviewed(team[2])
    let keys = (
      ReviewedKey(left, catalogVersion: one.catalogReference.version),
      ReviewedKey(right, catalogVersion: two.catalogReference.version)
    )
    let comparison = KeyComparison(keys.0, keys.1)
    let diff = KeyDiff(from: keys.0, to: keys.1)
    let scopes = comparison.parts[0]
    #expect(scopes.left == diff.removed.scopes && scopes.right == diff.added.scopes)
    #expect(scopes.both == ["stores.orders.view"])
    #expect(comparison.parts[1].left == diff.removed.operations)
    #expect(comparison.parts[1].right == diff.added.operations)
    #expect(
      comparison.parts[1].left.count + comparison.parts[1].both.count == keys.0.openCalls.count)
    #expect(comparison.parts[2].left.count == diff.removed.findings.count)
    #expect(
      comparison.parts[2].right.count + comparison.parts[2].both.count == right.list().count)
    for columns in [60, 120] {
      var robot = try TeamRobot(team, size: Size(rows: 60, columns: columns))
      robot.take(.compared(comparison, left: "a", right: "b"))
      for text in ["only a (2)", "both (1)", "only b (1)", "stores.orders.refund"] {
        #expect(robot.screen.contains(text), "\(columns)")
      }
      robot.press("q")
      #expect(robot.screen.contains("importer"))
    }
  }

  @Test func `a key that cannot be read is a row with its error, and sorted behind the others`()
    throws
  {
    var robot = try TeamRobot(team, reads: false)
    let error = ModelError(
      file: team[0].path, problem: "the document ends too early", remedy: "Mend it")
    robot.take(.read([(0, KeyRow(path: team[0].path, error: error))]))
    try robot.read(1, team[1])
    try robot.read(2, team[2])
    #expect(robot.line(2).contains("importer") && robot.line(2).contains("ends too early"))
    #expect(robot.line(0).hasSuffix("3 keys, 1 unreadable"))
    robot.state.sort(by: .scopes)
    #expect(robot.listed.last == "importer")
    robot.press("r")
    #expect(robot.listed.last == "importer")
  }

  @Test func `columns go in a fixed order, the name and the worst finding never`() throws {
    var seen: [Set<KeyColumn>] = []
    for columns in stride(from: 200, through: 40, by: -1) {
      let robot = try TeamRobot(team, size: Size(rows: 12, columns: columns))
      let places = TeamLayout(robot.state).places
      let shown = Set(places.compactMap(\.column))
      #expect(shown.isSuperset(of: [.key, .worst]), "\(columns)")
      if let last = seen.last { #expect(shown.isSubset(of: last), "\(columns)") }
      seen.append(shown)
      for (one, next) in zip(places, places.dropFirst()) {
        #expect(one.start + one.width + 2 <= next.start, "\(columns)")
      }
      #expect(places.allSatisfy { $0.start + $0.width <= columns }, "\(columns)")
    }
    #expect(seen.last == [.key, .worst])
    #expect(seen.first?.contains(.touches) == true)
  }

  @Test func `Enter asks for the designer, and the row is what it has become`() throws {
    var robot = try TeamRobot(team)
    robot.press(.down, .enter)
    #expect(robot.effects == [.open(place: 1)])
    let changed = TeamRobot.key(team[1].path, ["stores.orders.view"])
    try robot.read(1, changed)
    #expect(robot.state.currentPlace == 1)
    #expect(!robot.screen.contains("free-goods-order-deliver"))
  }

  @Test func `folders that have changed are looked through again; marks stay with their keys`()
    throws
  {
    var robot = try TeamRobot(team)
    robot.press(.end, .space)
    robot.press("R")
    #expect(robot.effects == [.readAgain])
    robot.take(.found(["keys/another.key.json", team[2].path]))
    #expect(robot.listed == ["another", "refunds"])
    #expect(robot.state.marked == [1] && robot.state.currentPlace == 1)
    // What was read of a file that is not there any more is nobody's row.
    robot.take(.read([(0, try TeamRobot.row(team[0]))]))
    #expect(robot.state.rows[0].isPending)
  }

  @Test func `every key of the table is in the help, and what means nothing says so`() throws {
    var robot = try TeamRobot(team, size: Size(rows: 80, columns: 100))
    robot.press("?")
    for key in TeamKey.all where key.places.contains(.list) {
      #expect(robot.screen.contains(key.help), "\(key.help)")
    }
    robot.press(.escape)
    robot.press("z")
    #expect(robot.screen.contains("z does nothing here; ? lists the keys"))
  }

  @Test func `no key means two things in one place`() {
    for place in TeamPlace.allCases {
      let keys = TeamKey.all.filter { $0.places.contains(place) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func `a page is wrapped, and what it offers is written where the person says`() throws {
    var robot = try TeamRobot(team, size: Size(rows: 12, columns: 40))
    let subject = TeamPage.Subject.split(place: 1)
    robot.take(
      .page(
        TeamPage(subject, title: "Split", lines: ["one  two", "  three"], offer: "keys/inner")))
    #expect(robot.line(1) == " one  two" && robot.line(2) == "   three")
    robot.press("w")
    robot.type("/new")
    robot.press(.enter)
    #expect(robot.effects == [.write(subject, path: "keys/inner/new")])
  }

  @Test func `names from files cannot act on the terminal`() throws {
    let robot = try TeamRobot([
      TeamRobot.key("keys/\u{1B}[31mred.key.json", ["stores.orders.view"]) {
        $0.label = "\u{202E}txt"
      }
    ])
    let shown = robot.screen.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E
    }
    #expect(shown.isEmpty)
  }

  @Test(arguments: [(1, 1), (9, 80), (10, 40), (24, 80), (60, 200)])
  func `every size is drawn`(rows: Int, columns: Int) throws {
    var robot = try TeamRobot(team, size: Size(rows: rows, columns: columns))
    for key in [Key.character("p"), .end, .character("?"), .escape, .character("w"), .escape] {
      robot.press(key)
      #expect(TeamView.frame(robot.state).size == Size(rows: rows, columns: columns))
    }
  }
}
