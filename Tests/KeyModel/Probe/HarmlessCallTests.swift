import Testing

@testable import Catalogs
@testable import Proof

/// Which calls may be made with somebody's key.
@Suite struct HarmlessCallTests {
  private func harmless(_ text: String) -> HarmlessCall? {
    let parts = text.split(separator: " ")
    return HarmlessCall(
      Operation(method: String(parts[0]), path: String(parts[1]), requirement: .notStated))
  }

  @Test(arguments: [
    // What it deletes or changes would be there.
    "DELETE /orders", "DELETE /", "DELETE /shops/{shop}/orders", "DELETE /shops/{shop}/settings",
    "PUT /settings", "PUT /shops/{shop}/settings", "PATCH /user", "PATCH /shops/{shop}/theme",
    // What it makes would be new.
    "POST /orders", "POST /shops/{shop}/orders/{order}",
    // Nobody knows what it does.
    "PURGE /shops/{shop}/orders/{order}", "HEAD /orders",
  ])
  func `a call that could change something is not made`(text: String) {
    #expect(harmless(text) == nil)
  }

  @Test(arguments: [
    "DELETE /orders/{order}", "DELETE /shops/{shop}/orders/{order}", "PUT /orders/{order}",
    "PATCH /shops/{shop}/orders/{order}", "DELETE /shops/{shop}/orders/{order}/notes",
    "PUT /shops/{shop}/orders/{order}/paid",
  ])
  func `a write is made of an object that cannot exist, whatever a person names`(
    text: String
  ) throws {
    let call = try #require(harmless(text))
    #expect(call.kind == .absent)
    #expect(call.pieces.last { if case .literal = $0 { false } else { true } } == .absent)
    #expect(call.pieces.count { if case .container = $0 { true } else { false } } <= 1)
  }

  @Test func `reads come before writes`() throws {
    let read = try #require(harmless("GET /shops/{shop}/orders/{order}/notes"))
    let write = try #require(harmless("DELETE /shops/{shop}/orders/{order}"))
    #expect(read < write)
  }
}
