import BundledCatalogs
import Designer
import Keys
import TerminalHarness
import TerminalUI
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Killed at a random key, a session has lost at most that key.
@Suite struct DraftKillTests {
  /// `KEYWRIGHT_LONG=1` kills 200 sessions, another number as many as it says.
  private static let count = number("KEYWRIGHT_LONG").map { $0 == 1 ? 200 : $0 } ?? 6
  /// `KEYWRIGHT_SEED` repeats what a failure has printed: it is the first session's seed.
  private static let firstSeed = number("KEYWRIGHT_SEED") ?? 1

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }

  /// What the keys do is known from the same machine without a terminal.
  private struct Model {
    var state: DesignerState

    init() throws {
      let catalog = try #require(try BundledCatalogs.load("komerza"))
      let today = try #require(CalendarDate("2027-01-15"))
      state = DesignerState(
        manifest: Manifest(catalog: catalog), target: .file(path: "bot.key.json", known: nil),
        today: today, size: Size(rows: 24, columns: 80), user: "tester")
    }

    mutating func press(_ character: Character) -> KeyDesign {
      for scalar in character.unicodeScalars {
        _ = state.update(.input(.key(.character(scalar))))
      }
      return state.editor.design
    }
  }

  @Test func aKillCostsAtMostTheLastKey() throws {
    for place in 0..<Self.count { try kill(seed: UInt64(clamping: Self.firstSeed + place)) }
  }

  private func kill(seed: UInt64) throws {
    let seedText = "run again with KEYWRIGHT_SEED=\(seed)"
    var random = SplitMix(seed: seed)
    let workplace = try Workplace()
    let session = try workplace.design("bot.key.json")
    var model = try Model()
    var designs = [model.state.editor.design]
    let keys = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Array("   jjjjkkuulhFGg").randomElement(using: &random) ?? " "
    }
    for (place, key) in keys.enumerated() {
      session.send(String(key))
      designs.append(model.press(key))
      // The last key may or may not have been taken; all before it were.
      guard place < keys.count - 1 else { break }
      let frame = DesignerView.frame(model.state)
      try session.waitUntil("what \(place + 1) keys do, \(seedText)") { screen in
        // Whatever changes the key changes the title or the message.
        [0, 22].allSatisfy { trimmed(screen.text(row: $0)) == trimmed(frame.text(row: $0)) }
      }
    }
    session.signal(SIGKILL)
    #expect(try session.waitForExit() == .signaled(SIGKILL), "\(seedText)")
    let kept = try draft(workplace, model)
    let possible = designs.suffix(2).map { $0 == designs[0] ? nil : $0 }
    #expect(possible.contains(kept), "\(seedText), keys \(String(keys))")
  }

  private func draft(_ workplace: Workplace, _ model: Model) throws -> KeyDesign? {
    let names = workplace.home.names().filter { $0.hasSuffix(".draft") }
    guard let name = names.first else { return nil }
    let bytes = try #require(workplace.home.read(name))
    return try Draft(decoding: bytes, catalog: model.state.catalog).design
  }
}

/// A row without the spaces at its end.
private func trimmed(_ row: String) -> Substring {
  row.dropLast(row.reversed().prefix { $0 == " " }.count)
}

/// Randomness that a failing test can repeat: SplitMix64.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
