import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import TestSupport
import Testing

/// One golden file over all single scopes, all pairs and all triples: a change of a rule shows its
/// whole footprint in review.
///
/// Singles, and pairs that are more or less than their two scopes, stand there to be read; triples
/// are a digest. Every step is an incremental update: a mistake in keeping up shows as well.
struct GoldenRulesTests {
  private static let path =
    "\(#filePath)".split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
    + "/Golden/komerza-rules.txt"
  private static let renewal =
    "review the difference after: KEYWRIGHT_RENEW=1 swift test --filter GoldenRulesTests"

  @Test func `all singles, pairs and triples of scopes find what the golden file says`() throws {
    let text = Footprint(rules: Samples.rules, today: Samples.today).text
    if SeededRandom.environment("KEYWRIGHT_RENEW") != nil {
      _ = try DocumentFile.write(Array(text.utf8), to: Self.path)
    }
    let golden = String(decoding: try DocumentFile.read(Self.path), as: UTF8.self)
    let (expected, found) = (golden.split(separator: "\n"), text.split(separator: "\n"))
    let difference = found.difference(from: expected).prefix(20).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    #expect(difference == [], "\(Self.renewal)")
  }
}

/// What the rules find in all small sets of scopes.
private struct Footprint {
  private(set) var text = ""
  private let catalog: Catalog
  private var findings: Findings
  private var design = KeyDesign()
  private var digest = FNV1a()

  init(rules: RuleSet, today: CalendarDate) {
    catalog = rules.catalog
    // Nothing but scopes is at fault: what rules make of details would stand on every line.
    design.details.label = "Footprint of the rules"
    design.details.rotateBy = today
    findings = Findings(rules: rules, design: design, today: today)
    let count = catalog.scopes.count
    var singles: [Set<String>] = []
    for first in 0..<count {
      flip(first)
      singles.append(Set(record()))
      text += "\(catalog.scopes[first].id) → \(singles[first].sorted().joined(separator: " "))\n"
      flip(first)
    }
    for first in 0..<count {
      flip(first)
      for second in first + 1..<count {
        flip(second)
        describe(Set(record()), of: [first, second], beside: singles[first].union(singles[second]))
        for third in second + 1..<count {
          flip(third)
          record()
          flip(third)
        }
        flip(second)
      }
      flip(first)
    }
    text += "all singles, pairs and triples → \(digest)\n"
  }

  private mutating func flip(_ scope: Int) {
    if design.scopes.remove(scope) == nil { design.scopes.insert(scope) }
    findings.update(design: design, flipped: [scope])
  }

  /// What the chosen scopes find, as `rule:severity:scopes`; goes into the digest.
  @discardableResult
  private mutating func record() -> [String] {
    var found: [String] = []
    for scope in design.scopes { digest.add(UInt8(truncatingIfNeeded: scope)) }
    for finding in findings.list() {
      let line =
        finding.rule + ":" + finding.severity.rawValue
        + (finding.scopes.isEmpty ? "" : ":" + finding.scopes.joined(separator: ","))
      digest.add(line)
      found.append(line)
    }
    return found
  }

  private mutating func describe(
    _ found: Set<String>, of pair: [Int], beside union: Set<String>
  ) {
    let isNew = { (line: String) in !line.hasPrefix("blind-write") && !union.contains(line) }
    let more = found.filter(isNew).sorted().map { "+" + $0 }
    let less = union.subtracting(found)
      .filter { !$0.hasPrefix("blind-write") && !$0.hasPrefix("no-ip-allowlist") }
      .sorted().map { "-" + $0 }
    guard !more.isEmpty || !less.isEmpty else { return }
    let ids = pair.map { catalog.scopes[$0].id }.joined(separator: " ")
    text += "\(ids) → \((more + less).joined(separator: " "))\n"
  }
}

/// The 64-bit FNV-1a hash.
private struct FNV1a: CustomStringConvertible {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  var description: String { "fnv1a64:" + String(value, radix: 16) }
}
