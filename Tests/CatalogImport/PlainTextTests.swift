import Testing

@testable import CatalogImport

/// Vendors' texts on one line.
@Suite struct PlainTextTests {
  @Test(arguments: [
    ("Reads orders. And more.", "Reads orders"),
    ("Reads orders", "Reads orders"),
    ("Reads orders, e.g. paid ones. And more.", "Reads orders, e.g. paid ones"),
    ("Reads the owner, i.e. one person. And more.", "Reads the owner, i.e. one person"),
    ("Reads orders, refunds etc. of a store. And more.", "Reads orders, refunds etc. of a store"),
    ("Counts new vs. old orders. And more.", "Counts new vs. old orders"),
    ("Reads orders incl. drafts. And more.", "Reads orders incl. drafts"),
    ("Needs version 2.1 of the API. And more.", "Needs version 2.1 of the API"),
    ("Reads orders.\n\nAnd more", "Reads orders"),
  ])
  func `a sentence ends at its full stop, not at one of an abbreviation`(
    text: String, sentence: String
  ) {
    #expect(PlainText.sentence(text, limit: 200) == sentence)
  }

  @Test func `a text that is too long is cut at a word`() {
    #expect(PlainText.line("Reads all orders of a store", limit: 20) == "Reads all orders of…")
    #expect(PlainText.line("Reads   *all*\norders", limit: 20) == "Reads all orders")
  }
}
