import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// What holds for every pair of keys; the seed is in every failure.
struct KeyDiffPropertyTests {
  static func design(_ random: inout SeededRandom) -> KeyDesign {
    let catalog = Samples.komerza
    var design = KeyDesign()
    let share = Int.random(in: 1...8, using: &random)
    for scope in catalog.scopes.indices where Int.random(in: 0..<share, using: &random) == 0 {
      design.scopes.insert(scope)
    }
    func some(_ texts: [String], _ random: inout SeededRandom) -> [String] {
      texts.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
    }
    design.details.unknownScopes = some(["made.up", "other.made.up"], &random)
    design.details.label = some(["bot", "importer of orders"], &random).first ?? ""
    design.details.ipAddresses = some(
      ["203.0.113.7", "203.0.113.0/24", "10.0.0.0/9", "10.128.0.0/9", "10.0.0.0/8", "2001:db8::1"],
      &random)
    design.details.rotateBy = Bool.random(using: &random) ? Samples.date("2027-02-01") : nil
    design.details.operations = some(catalog.operations.prefix(20).map(\.call), &random)
    for combination in catalog.combinations where Int.random(in: 0..<4, using: &random) == 0 {
      design.details.accepted.append(
        Acceptance(
          rule: combination.id, scopes: combination.trigger.map { catalog.scopes[$0].id },
          reason: "r", by: "b", until: nil))
    }
    return design
  }

  private static func key(_ random: inout SeededRandom) -> ReviewedKey? {
    guard Int.random(in: 0..<12, using: &random) > 0 else { return nil }
    let design = design(&random)
    return ReviewedKey(Findings(rules: Samples.rules, design: design, today: Samples.today))
  }

  @Test func `the reverse is the mirror image, and nothing differs from itself`() {
    var random = SeededRandom()
    for _ in 0..<60 {
      let (old, new) = (Self.key(&random), Self.key(&random))
      let (there, back) = (KeyDiff(from: old, to: new), KeyDiff(from: new, to: old))
      #expect(there.added == back.removed && there.removed == back.added, "\(random)")
      #expect(there.isWidened == back.isNarrowed, "\(random)")
      #expect(there.details.map(\.detail) == back.details.map(\.detail), "\(random)")
      for (one, other) in zip(there.details, back.details) {
        #expect(one.old == other.new && one.new == other.old, "\(random)")
        #expect(one.isWidened == other.isNarrowed, "\(random)")
        #expect(one.added == other.removed, "\(random)")
      }
      #expect(KeyDiff(from: old, to: old).isEmpty, "\(random)")
    }
  }

  @Test func `old, without what is removed and with what is added, is new`() {
    var random = SeededRandom()
    for _ in 0..<60 {
      let (before, after) = (Self.design(&random), Self.design(&random))
      func key(_ design: KeyDesign) -> ReviewedKey {
        ReviewedKey(Findings(rules: Samples.rules, design: design, today: Samples.today))
      }
      func scopes(_ design: KeyDesign) -> Set<String> {
        Set(design.scopes.map { Samples.komerza.scopes[$0].id } + design.details.unknownScopes)
      }
      func calls(_ design: KeyDesign) -> Set<String> {
        Set(
          Samples.komerza.operations.filter { $0.isOpen(to: design.scopes.contains) }.map(\.call))
      }
      let diff = KeyDiff(from: key(before), to: key(after))
      #expect(
        scopes(before).subtracting(diff.removed.scopes).union(diff.added.scopes) == scopes(after),
        "\(random)")
      #expect(
        calls(before).subtracting(diff.removed.operations).union(diff.added.operations)
          == calls(after), "\(random)")
      #expect(calls(before).isDisjoint(with: diff.added.operations), "\(random)")
      let reads = Set(calls(after)).subtracting(calls(before)).isEmpty
      #expect(diff.isWidened || (reads && scopes(after).isSubset(of: scopes(before))), "\(random)")
    }
  }

  @Test func `addresses are widened exactly where some address is let in anew`() {
    // Small enough to ask every address: the last octet of one /24.
    var random = SeededRandom()
    for _ in 0..<200 {
      func list(_ random: inout SeededRandom) -> [AddressRange] {
        (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in
          let length = Int.random(in: 26...32, using: &random)
          return AddressRange("192.0.2.\(Int.random(in: 0...255, using: &random))/\(length)")
        }
      }
      let (old, new) = (list(&random), list(&random))
      func key(_ ranges: [AddressRange]) -> ReviewedKey {
        var design = KeyDesign()
        design.details.ipAddresses = ranges.map {
          $0.bytes.map(String.init).joined(separator: ".") + "/\($0.prefixLength)"
        }
        return ReviewedKey(Findings(rules: Samples.rules, design: design, today: Samples.today))
      }
      let isWidened = (0...255).contains { octet in
        guard let address = AddressRange("192.0.2.\(octet)") else { return false }
        return new.contains { $0.contains(address) } && !old.contains { $0.contains(address) }
      }
      #expect(KeyDiff(from: key(old), to: key(new)).isWidened == isWidened, "\(random)")
    }
  }
}
