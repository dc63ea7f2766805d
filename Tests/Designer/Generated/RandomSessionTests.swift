import BitCollections
import Documents
import Keys
import TerminalUI
import TestSupport
import Testing

@testable import Designer

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Sessions of random keys, pastes, clicks and resizes: whatever a person does, these things hold.
@Suite struct RandomSessionTests {
  /// `KEYWRIGHT_LONG=1` runs 10,000 sessions, another number as many as it says.
  private static let longCount = number("KEYWRIGHT_LONG").map { $0 == 1 ? 10_000 : $0 }
  /// `KEYWRIGHT_SEED` repeats what a failure has printed: it is the first session's seed.
  private static let firstSeed = number("KEYWRIGHT_SEED") ?? 1

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }

  @Test func whateverIsPressedTheDesignerStaysWhole() throws {
    for place in 0..<(Self.longCount ?? 50) {
      try run(seed: UInt64(clamping: Self.firstSeed + place), steps: 200)
    }
  }

  private func run(seed: UInt64, steps: Int) throws {
    var random = SeededRandom(seed: seed)
    var robot = try start(&random)
    let start = robot.state.editor.design
    for step in 0..<steps {
      let event = RandomEvent.make(&random, size: robot.state.size)
      robot.send(event)
      if robot.write != nil { try answer(&robot, &random) }
      var problems = Invariants.problems(robot.state)
      if step % 10 == 0 { problems += FrameCheck.problems(robot.frame) }
      if step % 40 == 39 { problems += Invariants.costlyProblems(robot.state) }
      guard problems.isEmpty else {
        Issue.record("seed \(seed), step \(step), \(event): \(problems)")
        return
      }
    }
    robot.resize(80, 24)
    undoAll(&robot)
    #expect(robot.state.editor.design == start, "seed \(seed)")
    #expect(Invariants.costlyProblems(robot.state).isEmpty, "seed \(seed)")
  }

  private func start(_ random: inout SeededRandom) throws -> Robot {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return try Robot(
        opening: TestManifest.text(
          scopes: ["stores.oders.view", "stores.view", "x.y"], label: "bot",
          more: #","operations":["GET /x","PUT /stores/{storeId}","GET /stores/{storeId}"]"#))
    case 5: return try Robot(Manifest(catalog: TestCatalog.tagged()))
    case 4: return try Robot(Manifest(catalog: TestCatalog.calls()))
    case 1: return try Robot(Manifest(catalog: TestCatalog.nested()), charset: .ascii)
    case 2: return try Robot(Manifest(catalog: TestCatalog.large(320)))
    default:
      return try Robot(
        size: Size(rows: 12, columns: 44), startsOnPage: Bool.random(using: &random))
    }
  }

  private func answer(_ robot: inout Robot, _ random: inout SeededRandom) throws {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: try robot.answerWrite(.success(.changedOnDisk))
    case 1: try robot.answerWrite(.failure(ModelError(problem: "full", remedy: "Free space")))
    default: try robot.answerWrite(.success(.written))
    }
  }

  /// Leaves whatever is open, then undoes until nothing is left.
  private func undoAll(_ robot: inout Robot) {
    for _ in 0..<6 where ![.tree, .operations, .grid].contains(robot.state.context) {
      robot.press(.escape)
    }
    // Undo would bring back a form that was left.
    robot.state.interruption.form = nil
    var rest = 1000
    while robot.state.editor.nextUndo != nil, rest > 0 {
      robot.press("u")
      rest -= 1
    }
  }
}
