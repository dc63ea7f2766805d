import BundledCatalogs
import TestSupport
import Testing

@testable import Catalogs
@testable import Documents
@testable import Keys

/// No input traps: everything that is not a valid document is an error with its place.
struct HostileInputTests {
  private let shop = Array(Samples.shopText.utf8)

  @Test func `a catalog cut off at any byte is an error`() {
    for length in shop.indices {
      let error = #expect(throws: ModelError.self) { try Catalog(decoding: Array(shop[..<length])) }
      let isCutOff = error?.problem == "the document ends too early"
      #expect(isCutOff || length == 0, "\(length): \(String(describing: error))")
    }
  }

  @Test func `a cut-off document names the line where it ends and the value it was in`() {
    let text = String(Samples.shopText.prefix { $0 != "S" }) + "Sh"
    let error = #expect(throws: ModelError.self) { try Catalog(decoding: Array(text.utf8)) }
    #expect(
      error?.description == "line 4: at name: the document ends too early. "
        + "It seems to be cut off: get the whole of it.")
  }

  @Test(
    arguments: [
      ([], "the document is empty. Give a JSON document."),
      (Array(" \n ".utf8), "line 2: the document holds only white space. Give a JSON document."),
      (
        Array("\u{FEFF}{}".utf8),
        "line 1: the document starts with a byte order mark. Save it as UTF-8 without one."
      ),
      ([0xFF, 0xFE, 0x7B, 0], "line 1: the document is UTF-16, not UTF-8. Save it as UTF-8."),
      ([0xFE, 0xFF, 0, 0x7B], "line 1: the document is UTF-16, not UTF-8. Save it as UTF-8."),
      ([0x7B, 0, 0x7D, 0], "line 1: the document is UTF-16, not UTF-8. Save it as UTF-8."),
      ([0, 0, 0, 0], "line 1: expected a value, found byte 0. Write valid JSON."),
      (
        Array("{\n\"a\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
        "line 2: byte 8 is not UTF-8. Save the document as UTF-8."
      ),
      (
        Array("{\n\"a\": \"".utf8) + [0xED, 0xA0, 0x80] + Array("\"}".utf8),
        "line 2: byte 8 is not UTF-8. Save the document as UTF-8."
      ),
      (
        Array("id: shop\n".utf8),
        "line 1: expected a value, found \"i\". Write valid JSON."
      ),
      (Array("[]".utf8), "line 1: expected an object, found an array. Write an object here."),
      (Array("7".utf8), "line 1: expected an object, found a number. Write an object here."),
    ] as [([UInt8], String)])
  func `what is no JSON object in UTF-8 is refused`(bytes: [UInt8], text: String) {
    let error = #expect(throws: ModelError.self) { try Catalog(decoding: bytes) }
    #expect(error?.description == text)
  }

  @Test func `more bytes than the limit are refused before they are read`() {
    #expect(JSONDocument.maximumBytes == 256 << 20)
    let bytes = Array(repeating: UInt8(ascii: " "), count: 1 << 20 | 1)
    let error = #expect(throws: ModelError.self) {
      try JSONDocument(parsing: bytes, maximumBytes: 1 << 20)
    }
    #expect(error?.problem == "the document has 1048577 bytes, more than 1 MiB")
    #expect(error?.remedy == "Split it, or leave out what the program does not read")
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `a million open brackets are an error, not a stack overflow`(opening: String) {
    let error = #expect(throws: ModelError.self) {
      try JSONDocument(parsing: Array(String(repeating: opening, count: 300_000).utf8))
    }
    #expect(error?.problem == "the document is nested more than 256 levels deep")
  }

  @Test func `mutated small documents are read or refused, and what is read survives a round trip`()
    throws
  {
    var random = SeededRandom()
    let manifest = Array(Samples.manifestText.utf8)
    let catalog = Samples.komerza
    var accepted = 0
    for _ in 0..<6000 {
      if (try? Catalog(decoding: Mutation.of(shop, using: &random))) != nil { accepted += 1 }
      let mutated = Mutation.of(manifest, using: &random)
      guard let decoded = try? Manifest(decoding: mutated, catalogs: { _ in catalog }) else {
        continue
      }
      accepted += 1
      // Whatever was read can be written, and read again as the same.
      var design = decoded.original
      design.details.label = "changed by the test"
      let again = try Manifest(decoding: decoded.encode(design)) { _ in catalog }
      #expect(again.original == design, "\(random)")
    }
    #expect(accepted > 0, "every mutation was refused: the test tests nothing (\(random))")
  }

  @Test func `a mutated Komerza catalog is read or refused`() throws {
    var random = SeededRandom()
    let bytes = try #require(BundledDocument.bytes(of: "komerza"))
    for _ in 0..<150 {
      do {
        _ = try Catalog(decoding: Mutation.of(bytes, using: &random))
      } catch {
        #expect(!error.problem.isEmpty && !error.remedy.isEmpty, "\(random)")
      }
    }
  }
}

/// Spoils bytes as transport, editors and attackers do.
enum Mutation {
  private static let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-", "1e999999",
    "9999999999999999999999", "\u{1B}[2J", "\u{202E}", "\u{0}", "{\"a\":[]}", "\"\"", "[[]]", "\n",
  ]

  static func of(_ original: [UInt8], using random: inout SeededRandom) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let length = Int.random(in: 0...min(40, bytes.count - place), using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(place..<place + length)
      case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 4:
        let token = tokens.randomElement(using: &random) ?? ""
        bytes.replaceSubrange(place..<place + length, with: token.utf8)
      case 5:
        let other = Int.random(in: 0..<bytes.count, using: &random)
        bytes.swapAt(place, other)
      default:
        let digits = Array("0123456789".utf8)
        bytes[place] = digits.randomElement(using: &random) ?? 0
      }
    }
    return bytes
  }
}
