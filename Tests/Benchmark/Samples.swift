/// Figures of one kind.
struct Samples {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var count: Int { values.count }
  var median: Double? { percentile(50) }
  var maximum: Double? { values.max() }

  /// The smallest value that `percent` of all do not exceed.
  func percentile(_ percent: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let rank = (percent / 100 * Double(values.count)).rounded(.up)
    return values.sorted()[max(Int(rank), 1) - 1]
  }
}
