import BitCollections
import BundledCatalogs
import Catalogs
import Judgement
import Keys
import TestSupport

/// Measures the model inside this process: findings after a tick, and linting.
enum ModelBenchmark {
  private static let seed: UInt64 = 20_261_123

  /// Runs all and gives a line for each figure.
  static func run(scopes: Int, rules: Int, manifests: Int) throws -> [String] {
    try loading() + ticking(scopes: scopes, rules: rules) + linting(manifests) + covering()
      + LogBenchmark.run(lines: 2_000_000)
  }

  /// With the shared facts alone: no platform of that size ships.
  private static func covering() throws -> [String] {
    guard let folder = SeededRandom.environment("KEYWRIGHT_SHARED") else { return [] }
    return try CoverBenchmark.run(facts: folder + "/facts/msgraph.json")
  }

  private static func loading() throws -> [String] {
    let clock = ContinuousClock()
    var times = Samples()
    for _ in 0..<50 {
      let time = try clock.measure { _ = try BundledCatalogs.load("komerza") }
      times.add(milliseconds(time))
    }
    return [line("decode the bundled catalog", times)]
  }

  private static func ticking(scopes: Int, rules: Int) throws -> [String] {
    var generator = CatalogGenerator(seed: seed)
    let document = generator.document(.init(scopes: scopes, combinations: rules))
    let clock = ContinuousClock()
    var catalog: Catalog?
    var decoding = Samples()
    decoding.add(milliseconds(try clock.measure { catalog = try Catalog(decoding: document) }))
    guard let catalog, let today = CalendarDate(year: 2026, month: 11, day: 23) else { return [] }
    var lines = [
      line("decode \(document.count / 1_000_000) MB, \(scopes) scopes", decoding)
    ]
    for share in [0, 2] {
      // Nothing chosen at first, then every second scope.
      let chosen = share == 0 ? [] : BitSet(stride(from: 0, to: scopes, by: share))
      var editor = DesignEditor(catalog: catalog, design: KeyDesign(scopes: chosen))
      var findings = Findings(
        rules: RuleSet(catalog: catalog), design: editor.design, today: today)
      var times = Samples()
      for _ in 0..<2000 {
        let scope = generator.next(below: scopes)
        let time = clock.measure {
          let flipped = editor.set([scope], chosen: !editor.isChosen(scope), named: "tick")
          findings.update(design: editor.design, flipped: flipped)
        }
        times.add(milliseconds(time))
      }
      let name = share == 0 ? "few chosen" : "half chosen"
      lines.append(line("findings after a tick, \(scopes) scopes, \(rules) rules, \(name)", times))
    }
    return lines
  }

  private static func linting(_ count: Int) throws -> [String] {
    guard let catalog = try BundledCatalogs.load("komerza"),
      let today = CalendarDate(year: 2026, month: 11, day: 23)
    else { return [] }
    var generator = CatalogGenerator(seed: seed)
    let documents = (0..<count).map { number -> [UInt8] in
      var design = KeyDesign()
      design.details.label = "key \(number)"
      for _ in 0..<1 + generator.next(below: 12) {
        design.scopes.insert(generator.next(below: catalog.scopes.count))
      }
      return Manifest(catalog: catalog).encode(design)
    }
    let rules = RuleSet(catalog: catalog)
    let clock = ContinuousClock()
    var found = 0
    let time = try clock.measure {
      for document in documents {
        let manifest = try Manifest(decoding: document) { _ in catalog }
        found += Findings(rules: rules, design: manifest.original, today: today).list().count
      }
    }
    let rate = Double(count) / (milliseconds(time) / 1000)
    return ["lint \(count) different manifests: \(Int(rate)) a second, \(found) findings"]
  }

  private static func line(_ name: String, _ times: Samples) -> String {
    func text(_ value: Double?) -> String {
      let thousandths = Int(((value ?? 0) * 1000).rounded())
      let digits = String(thousandths % 1000)
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return "\(name): median \(text(times.median)) ms, p99 \(text(times.percentile(99))) ms, "
      + "max \(text(times.maximum)) ms"
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
  }
}
