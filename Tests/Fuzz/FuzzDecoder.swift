import Calls
import Designer
import Documents
import Judgement
import Keys
import Proof
import TerminalUI

@testable import CatalogImport
@testable import Catalogs
@testable import Curses

/// What reads bytes that a person did not write, each as the program calls it.
///
/// A decoder may refuse its input, and may do nothing else: a trap, a second without an answer or
/// half a gigabyte is found by libFuzzer. What was taken is written again and read again, which must
/// give the same.
enum FuzzDecoder: String, CaseIterable {
  case json, yaml, catalog, cache, manifest, policy, overlay, config, draft, probe
  case har, log, curl
  case terminal

  /// A first input; empty where the folder of seeds holds some.
  ///
  /// The compact form changes with its version, so that none can be kept.
  var seed: [UInt8] {
    guard self == .cache else { return [] }
    let whole = CompactCatalog.encode(FuzzSample.catalog)
    let content = Array(whole.dropFirst(4 * CompactHeader.words))
    let words = whole.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self) }
    return [UInt8(truncatingIfNeeded: words), UInt8(truncatingIfNeeded: words >> 8)] + content
  }

  /// Reads some bytes.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .json: Self.readJSON(bytes)
    case .yaml: Self.readYAML(bytes)
    case .catalog: Self.readCatalog(bytes)
    case .cache: Self.readCache(bytes)
    case .manifest: Self.readManifest(bytes)
    case .policy: Self.readPolicy(bytes)
    case .overlay: Self.readOverlay(bytes)
    case .config: _ = try? Settings(decoding: bytes)
    case .draft: Self.readDraft(bytes)
    case .probe: Self.readProbe(bytes)
    case .har: Self.readRecord(bytes, .document)
    case .log: Self.readRecord(bytes, .lines)
    case .curl: Self.readRecord(bytes, .script)
    case .terminal: Self.readTerminal(bytes)
    }
  }

  // MARK: - Documents

  private static func readJSON(_ bytes: [UInt8]) {
    _ = try? JSONDocument(forgiving: bytes)
    guard let document = try? JSONDocument(parsing: bytes) else { return }
    _ = document.root.elements.last?.place
    visit(document.root)
  }

  private static func visit(_ value: JSONValue) {
    _ = value.string
    for member in value.members { visit(member.value) }
    for element in value.elements { visit(element) }
  }

  private static func readYAML(_ bytes: [UInt8]) {
    guard let json = try? YAMLDocument.json(bytes) else { return }
    if let document = try? JSONDocument(parsing: json) { visit(document.root) }
  }

  private static func readCatalog(_ bytes: [UInt8]) {
    guard let catalog = try? Catalog(decoding: bytes) else { return }
    let document = CatalogEncoder.encode(catalog)
    let compact = CompactCatalog.encode(catalog)
    guard let second = try? Catalog(decoding: document),
      let third = CompactCatalog.decode(compact)
    else { preconditionFailure("what was written cannot be read") }
    precondition(CatalogEncoder.encode(second) == document, "the document changes")
    precondition(CatalogEncoder.encode(third) == document, "the compact form changes")
  }

  /// Takes the input for all behind the header, which is made to fit: the sum would keep nearly all
  /// of it out.
  private static func readCache(_ bytes: [UInt8]) {
    guard bytes.count > 6 else { return }
    let content = Array(bytes.dropFirst(2))
    let words = min(content.count / 4, Int(bytes[0]) | Int(bytes[1]) << 8)
    let header = [
      CompactHeader.magic, CompactHeader.version, UInt32(words),
      UInt32(content.count - 4 * words), CompactHeader.checksum(content.span),
    ]
    let bytes = header.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    guard let catalog = CompactCatalog.decode(bytes + content) else { return }
    // Texts are read when somebody looks at them.
    _ = CatalogEncoder.encode(catalog)
    _ = CompactCatalog.encode(catalog)
  }

  // MARK: - Keys

  private static func readManifest(_ bytes: [UInt8]) {
    guard
      let manifest = try? Manifest(decoding: bytes, catalogs: { _ in FuzzSample.catalog })
    else { return }
    var design = manifest.original
    design.details.label += "x"
    let written = manifest.encode(design)
    guard let again = try? Manifest(decoding: written, catalogs: { _ in FuzzSample.catalog })
    else { preconditionFailure("what was written cannot be read") }
    precondition(again.original == design, "the design changes")
  }

  private static func readPolicy(_ bytes: [UInt8]) {
    guard let policy = try? Policy(decoding: bytes, catalogs: [FuzzSample.catalog]) else { return }
    let rules = RuleSet(catalog: FuzzSample.catalog, policy: policy)
    _ = Findings(rules: rules, design: FuzzSample.design, today: FuzzSample.today).list()
  }

  private static func readOverlay(_ bytes: [UInt8]) {
    guard var overlay = try? Overlay(parsing: bytes), var draft = FuzzSample.draft else { return }
    do { try overlay.apply(to: &draft) } catch { return }
    var options = ImportOptions()
    options.overlay = bytes
    _ = try? CatalogImporter.read(FuzzSample.description, options: options)
  }

  private static func readDraft(_ bytes: [UInt8]) {
    _ = Draft.catalogID(of: bytes)
    _ = try? Draft(decoding: bytes, catalog: FuzzSample.catalog)
  }

  // MARK: - Records

  private static func readProbe(_ bytes: [UInt8]) {
    guard let results = try? ProbeResults(decoding: bytes) else { return }
    _ = ProbeVerdict(results)
  }

  private static func readRecord(_ bytes: [UInt8], _ kind: RecordReader.Kind) {
    var tally = FuzzSample.tally
    var record = RecordReader(kind, yaml: YAMLDocument.json)
    do {
      // In two pieces, as a pipe may give them.
      let half = bytes.count / 2
      try record.read(Array(bytes[..<half]).span, into: &tally)
      try record.read(Array(bytes[half...]).span, into: &tally)
      try record.finish(into: &tally)
    } catch {}
  }

  // MARK: - The terminal

  /// The first byte says how the terminal is set and how its bytes are split.
  private static func readTerminal(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let charset: Charset = first & 1 == 0 ? .utf8 : .latin1
    var decoder = InputDecoder(charset: charset, suspendByte: first & 2 == 0 ? 0x1A : nil)
    var events: [InputEvent] = []
    let step = max(1, Int(first >> 4))
    var rest = bytes.dropFirst()
    while !rest.isEmpty {
      decoder.take(Array(rest.prefix(step)), into: &events)
      rest = rest.dropFirst(step)
      if first & 4 != 0 { decoder.expire(into: &events) }
      if first & 8 != 0 { decoder.interrupt() }
    }
    for _ in 0..<4 { decoder.expire(into: &events) }
    precondition(events.count <= bytes.count, "more events than bytes")
  }
}
