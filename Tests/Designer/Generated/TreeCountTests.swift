import Catalogs
import Keys
import TerminalUI
import TestSupport
import Testing

@testable import Designer

/// What the headings of a tree count, against counting from nothing.
@Suite struct TreeCountTests {
  private static let isLong = SeededRandom.environment("KEYWRIGHT_LONG") != nil
  private static let catalogs = isLong ? 60 : 4
  private static let steps = 1_000

  @Test("After each of many ticks, undos, openings and filters the scopes are counted right")
  func scopes() throws {
    try work {
      NaiveTree(scopesOf: $0.catalog)
    } _: { desk in
      let (state, outline) = (desk.robot.state, desk.robot.state.outline)
      let chosen = Set(state.editor.design.scopes)
      let catalog = desk.catalog
      return Counted(
        outline: outline, chosen: chosen,
        count: { state.editor.chosenCounts[$0] },
        hidden: { outline.hiddenCount(ofGroup: $0, chosen: state.editor.design.scopes) },
        all: { catalog.categories[$0].scopes.count })
    }
  }

  @Test("After each of many ticks, undos, openings and filters the calls are counted right")
  func calls() throws {
    try work(starting: "2") { desk in
      NaiveTree(try #require(desk.robot.state.callOutline).tree, of: desk.catalog)
    } _: { desk in
      let calls = try #require(desk.robot.state.callOutline)
      let chosen = Set(
        desk.robot.operations.compactMap { desk.catalog.indexOfOperation($0) }
          .map { calls.tree.places[$0] })
      return Counted(
        outline: calls.outline, chosen: chosen,
        count: calls.chosenCount,
        hidden: { calls.outline.hiddenCount(ofGroup: $0, chosen: calls.chosen) },
        all: { calls.tree.groups[$0].places.count })
    }
  }

  /// A tree with what its headings say.
  private struct Counted {
    var outline: Outline
    var chosen: Set<Int>
    var count: (_ group: Int) -> Int
    var hidden: (_ group: Int) -> Int
    var all: (_ group: Int) -> Int
  }

  private func work(
    starting view: Key = "1", _ prepare: (GeneratedDesk) throws -> NaiveTree,
    _ look: (GeneratedDesk) throws -> Counted
  ) throws {
    var random = SeededRandom()
    for number in 0..<Self.catalogs {
      var desk = try GeneratedDesk(scopes: 12 + random.next(below: 12), using: &random)
      desk.robot.press(view)
      let naive = try prepare(desk)
      for step in 0..<Self.steps {
        let done = Self.act(&desk, using: &random)
        let problems = problems(
          try look(desk), naive, drawnBy: step % 25 == 0 ? desk.robot : nil)
        guard problems.isEmpty else {
          Issue.record("catalog \(number), step \(step), \(done): \(problems): \(random)")
          return
        }
      }
    }
  }

  /// Ticks, moves, opens, closes, undoes or filters, and says which.
  private static func act(_ desk: inout GeneratedDesk, using random: inout SeededRandom) -> String {
    if desk.robot.state.isTyping, random.next(below: 6) > 0 {
      return "\(desk.type(using: &random))"
    }
    let keys: [Key] =
      desk.robot.state.isTyping
      ? [.enter, .enter, .escape, .down, .up]
      : [
        .space, .space, .space, .space, .up, .down, .down, .pageUp, .pageDown, .home, .end, .left,
        .right, "+", "-", "u", "u", .control("r"), "/", .escape, "n",
      ]
    let key = keys[random.next(below: keys.count)]
    desk.robot.press(key)
    return key.name
  }

  private func problems(_ tree: Counted, _ naive: NaiveTree, drawnBy robot: Robot?) -> [String] {
    var problems: [String] = []
    let counts = naive.counts(tree.outline, chosen: tree.chosen)
    for (group, (count, hidden)) in counts.enumerated() {
      if tree.count(group) != count {
        problems.append("group \(group) counts \(tree.count(group)), not \(count)")
      }
      if tree.hidden(group) != hidden {
        problems.append("group \(group) hides \(tree.hidden(group)), not \(hidden)")
      }
      guard let robot, let line = line(ofGroup: group, tree.outline, robot) else { continue }
      let text = (hidden > 0 ? " (+\(hidden))" : "") + " \(count)/\(tree.all(group))"
      if !line.contains(text) || hidden == 0 && line.contains("(+") {
        problems.append("group \(group) is drawn as \(line), without \(text)")
      }
    }
    return problems
  }

  /// The part of the screen's line in which a group stands, where it stands there.
  private func line(ofGroup group: Int, _ outline: Outline, _ robot: Robot) -> String? {
    let plan = LayoutPlan(state: robot.state)
    let node = outline.forest.tree.nodeOfGroup[group]
    guard let row = outline.rows.firstIndex(of: node),
      (outline.top..<outline.top + plan.tree.rows).contains(row)
    else { return nil }
    return String(
      robot.frame.text(row: plan.tree.row + row - outline.top).prefix(plan.tree.columns))
  }
}
