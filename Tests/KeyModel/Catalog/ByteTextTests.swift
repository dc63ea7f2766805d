import Testing

@testable import Catalogs
@testable import Documents
@testable import Keys

/// Signs with a mark behind them, which are one character of Swift and yet the sign for all others.
@Suite struct ByteTextTests {
  private func problem(id: String) -> String? {
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"x","name":"X","version":"1",
       "categories":[{"name":"G","scopes":[{"id":"\(id)","title":"T"}]}]}
      """
    do {
      _ = try Catalog(decoding: Array(text.utf8))
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(arguments: [" \u{301}a", "a  \u{301}b", "a\u{301} "])
  func `blanks around an id are refused, whatever stands behind them`(id: String) {
    #expect(problem(id: id)?.contains("more than single spaces inside") == true)
  }

  @Test func `a single blank inside is not`() { #expect(problem(id: "caf\u{E9} read") == nil) }

  @Test func `a call is told from a scope by its slash`() {
    #expect(NeverList.isCall("GET /\u{301}a") && NeverList.isCall("GET /a"))
    #expect(!NeverList.isCall("GET") && !NeverList.isCall("a b"))
  }

  @Test func `text is replaced and found by its bytes`() {
    #expect("a~1\u{301}b".replacing(bytesOf: "~1", with: "/") == "a/\u{301}b")
    #expect("a://\u{301}".contains(bytesOf: "://") && !"a:/".contains(bytesOf: "://"))
    #expect("x-\u{301}y".starts(exactlyWith: "x-") && "\u{1FEF}".starts(exactlyWith: "`") == false)
  }
}
