import BundledCatalogs
import Calls
import Catalogs
import TestSupport

/// Measures how many lines of an access log a second become counts of operations.
enum LogBenchmark {
  private static let seed: UInt64 = 20_261_124
  /// What one core has to read.
  static let leastLinesASecond = 500_000

  /// Reads generated logs of so many lines and gives a line for each format.
  static func run(lines: Int) throws -> [String] {
    guard let catalog = try BundledCatalogs.load("komerza") else { return [] }
    let resolver = CallResolver(catalog: catalog)
    var figures: [String] = []
    for format in ["combined", "json"] {
      let log = log(of: catalog, lines: min(lines, 200_000), format: format)
      let rounds = max(1, lines / 200_000)
      var tally = CallTally(resolver: resolver)
      var reader = RecordReader(.lines)
      let time = try ContinuousClock().measure {
        for _ in 0..<rounds { try reader.read(log.span, into: &tally) }
        try reader.finish(into: &tally)
      }
      let parts = time.components
      let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
      let rate = Int(Double(reader.lines) / seconds)
      let verdict = rate >= leastLinesASecond ? "" : ", under the \(leastLinesASecond) wanted"
      figures.append(
        "read \(reader.lines) \(format) log lines, \(log.count * rounds / 1_000_000) MB: "
          + "\(rate) lines a second, \(tally.operations.count) operations\(verdict)")
    }
    return figures
  }

  /// Calls of all operations with ids that do not repeat, as nginx writes them.
  static func log(of catalog: Catalog, lines: Int, format: String) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    var bytes: [UInt8] = []
    for number in 0..<lines {
      let operation = catalog.operations[Int.random(in: catalog.operations.indices, using: &random)]
      let path = operation.path.split(separator: "/").map { segment in
        segment.hasPrefix("{")
          ? "/5d\(Int.random(in: 0..<1 << 30, using: &random))-4a1b-9c2d-\(number)" : "/" + segment
      }.joined()
      let target = path + (number % 3 == 0 ? "?page=2&size=50" : "")
      let line =
        format == "json"
        ? """
        {"time":"2026-11-23T10:00:00+00:00","remote_addr":"203.0.113.7","request_method":\
        "\(operation.method)","request_uri":"\(target)","status":200,"body_bytes_sent":512,\
        "http_user_agent":"shop-bot/1.0 (+https://shop.example)"}

        """
        : """
        203.0.113.7 - - [23/Nov/2026:10:00:00 +0000] "\(operation.method) \(target) HTTP/1.1" \
        200 512 "-" "shop-bot/1.0 (+https://shop.example)"

        """
      bytes += Array(line.utf8)
    }
    return bytes
  }
}
