import Documents
import Keys
import Testing

/// Whatever is wrong with a manifest, the error says where, what, and what to do.
struct ManifestValidationTests {
  private func decode(_ text: String) throws(ModelError) -> Manifest {
    try Manifest(decoding: Array(text.utf8)) { id in id == "komerza" ? Samples.komerza : nil }
  }

  @Test(arguments: [
    (
      "keywright:manifest:1", "keywright:manifest:2",
      "line 2: at $schema: \"urn:keywright:manifest:2\" is not a manifest of a version that this "
        + "program knows. Use a manifest with \"$schema\": \"urn:keywright:manifest:1\"."
    ),
    (
      "keywright:manifest:1", "keywright:catalog:1",
      "line 2: at $schema: \"urn:keywright:catalog:1\" is not a manifest of a version that this "
        + "program knows. Use a manifest with \"$schema\": \"urn:keywright:manifest:1\"."
    ),
    (
      "\"id\": \"komerza\"", "\"id\": \"gitlab\"",
      "line 3: at catalog.id: the manifest was made with the catalog \"gitlab\", which is not "
        + "here. Name the catalog's file with --catalog."
    ),
    (
      "\"id\": \"komerza\", ", "",
      "line 3: at catalog: the member \"id\" is missing. Add it."
    ),
    (
      "\"version\": \"2026-06-24\"", "\"version\": null",
      "line 3: at catalog.version: expected a string, found null. Write a string here."
    ),
    (
      "fulfillment-bot", "\\u001b[31mred",
      "line 4: at label: the text has the control character U+001B. Remove it."
    ),
    (
      "fulfillment-bot", "\u{9B}31mred",
      "line 4: at label: the text has the control character U+009B. Remove it."
    ),
    (
      "fulfillment-bot", "two\\nlines",
      "line 4: at label: the text has the control character U+000A. Remove it."
    ),
    (
      "203.0.113.7", "300.0.113.7",
      "line 6: at ipAddresses[0]: \"300.0.113.7\" is not an address. Write an IPv4 or IPv6 address or "
        + "range, such as 203.0.113.7 or 2001:db8::/48."
    ),
    (
      "2027-02-01", "2027-02-30",
      "line 7: at rotateBy: \"2027-02-30\" is not a date. Write a day that exists as YYYY-MM-DD."
    ),
    (
      "\"stores.orders.view\",", "\"stores.orders.deliver\",",
      "line 8: at scopes[1]: the scope \"stores.orders.deliver\" is listed twice. "
        + "Keep one of them."
    ),
    (
      "\"stores.orders.view\",", "\"nowhere\", \"nowhere\",",
      "line 8: at scopes[1]: the scope \"nowhere\" is listed twice. Keep one of them."
    ),
    (
      "\"stores.orders.view\",", "7,",
      "line 8: at scopes[0]: expected a string, found a number. Write a string here."
    ),
    (
      "\"scopes\": [\"stores.orders.view\", \"stores.orders.deliver\", \"stores.order.view\"],", "",
      "line 1: the member \"scopes\" is missing. Add it."
    ),
    (
      "\"reason\": \"r\", ", "",
      "line 11: at accepted[0]: the member \"reason\" is missing. Add it."
    ),
    (
      "\"reason\": \"r\"", "\"reason\": \"\"",
      "line 11: at accepted[0].reason: the text is empty. Write something here."
    ),
    (
      "\"by\": \"b\"", "\"by\": \"b\", \"untill\": \"2020-01-31\"",
      "line 11: at accepted[0].untill: the acceptance would never end, for \"untill\" says nothing. "
        + "Write \"until\", or another name."
    ),
    (
      "\"by\": \"b\"", "\"by\": \"b\", \"until\": \"soon\"",
      "line 11: at accepted[0].until: \"soon\" is not a date. Write a day that exists as YYYY-MM-DD."
    ),
    (
      "\"x-team\"", "\"label\"",
      "line 13: at label: the member \"label\" appears twice in one object. Keep one of them."
    ),
  ])
  func `one spoiled place is named`(old: String, new: String, text: String) {
    let spoiled = Samples.manifestText.replacing(old, with: new, maxReplacements: 1)
    #expect(spoiled != Samples.manifestText)
    let error = #expect(throws: ModelError.self) { try decode(spoiled) }
    #expect(error?.description == text)
    #expect(error?.inFile("key.json").description.hasPrefix("key.json:") == true)
  }

  @Test func `a catalog of another id is no catalog for the manifest`() {
    #expect(throws: ModelError.self) {
      try Manifest(decoding: Array(Samples.manifestText.utf8)) { _ in Samples.shop }
    }
  }

  @Test func `no scopes, an empty label and empty lists are readable`() throws {
    let manifest = try decode(
      """
      { "$schema": "urn:keywright:manifest:1", "catalog": { "id": "komerza", "version": "1" },
        "label": "", "purpose": "", "ipAddresses": [], "scopes": [], "operations": [],
        "accepted": [] }
      """)
    #expect(manifest.original == KeyDesign())
  }

  @Test func `a scope that the catalog lacks is kept, not refused`() throws {
    #expect(
      try decode(Samples.manifestText).original.details.unknownScopes == ["stores.order.view"])
  }

  @Test func `a manifest cut off at any byte is an error`() {
    let bytes = Array(Samples.manifestText.utf8)
    for length in 0..<bytes.count - 1 {
      #expect(throws: ModelError.self, "\(length)") {
        try Manifest(decoding: Array(bytes[..<length])) { _ in Samples.komerza }
      }
    }
  }
}
