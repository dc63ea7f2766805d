import BitCollections
import CLocale
import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// A robot user of the table of keys: presses keys and reads the screen, with no terminal.
struct TeamRobot {
  var state: TeamState
  private(set) var effects: [TeamEffect] = []

  /// A key of the table: its path, its scopes, and what else is in its manifest.
  typealias Given = (path: String, scopes: [String], edit: (inout KeyDetails) -> Void)

  static let today = CalendarDate("2026-12-01")

  init(
    _ keys: [Given], size: Size = Size(rows: 24, columns: 120), reads: Bool = true
  ) throws {
    try #require(keywright_adopt_utf8_locale() != 0)
    state = TeamState(
      paths: keys.map(\.path), name: "keys/", today: try #require(Self.today), size: size)
    if reads { for place in keys.indices { try read(place, keys[place]) } }
  }

  /// A key of Komerza.
  static func key(
    _ path: String, _ scopes: [String], edit: @escaping (inout KeyDetails) -> Void = { _ in }
  ) -> Given { (path, scopes, edit) }

  /// Three keys of a team.
  static var team: [Given] {
    [
      key("keys/importer.key.json", ["stores.orders.view"]) {
        $0.rotateBy = CalendarDate("2027-02-01")
      },
      key(
        "keys/inner/shop.key.json",
        ["stores.orders.view", "stores.orders.create", "stores.orders.deliver"]
      ) { $0.rotateBy = CalendarDate("2026-11-30") },
      key("keys/refunds.key.json", ["stores.orders.view", "stores.orders.refund"]),
    ]
  }

  /// The row that reading a key gives.
  static func row(_ given: Given) throws -> KeyRow {
    let (manifest, findings) = try reviewed(given)
    return KeyRow(path: given.path, manifest: manifest, findings: findings)
  }

  static func reviewed(_ given: Given) throws -> (Manifest, Findings) {
    let catalog = try TestCatalog.komerza()
    var design = KeyDesign()
    for id in given.scopes { design.scopes.insert(try #require(catalog.indexOfScope(id))) }
    given.edit(&design.details)
    let today = try #require(Self.today)
    return (
      Manifest(catalog: catalog, original: design),
      Findings(rules: RuleSet(catalog: catalog), design: design, today: today)
    )
  }

  mutating func read(_ place: Int, _ given: Given) throws {
    take(.read([(place, try Self.row(given))]))
  }

  mutating func take(_ action: TeamAction) { effects = state.update(action) }

  mutating func press(_ keys: Key...) {
    for key in keys { take(.input(.key(key))) }
  }

  mutating func press(_ letter: Unicode.Scalar) { take(.input(.key(.character(letter)))) }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(scalar) }
  }

  var screen: String { TeamView.frame(state).text }

  func line(_ row: Int) -> String { TeamView.frame(state).text(row: row) }

  /// The names of the keys that are listed, in their order.
  var listed: [String] { state.shownPlaces.map { state.shortName(state.rows[$0]) } }
}
