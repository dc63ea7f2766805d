/// Figures of one kind.
struct Samples {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var count: Int { values.count }
  var median: Double? { percentile(50) }
  var maximum: Double? { values.max() }

  /// The median of these over others, value by value: what was measured in one round is compared.
  func medianRatio(to others: Samples) -> Double? {
    var ratios = Samples()
    for (value, other) in zip(values, others.values) where other > 0 { ratios.add(value / other) }
    return ratios.median
  }

  /// The smallest value that `percent` of all do not exceed.
  func percentile(_ percent: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let rank = (percent / 100 * Double(values.count)).rounded(.up)
    return values.sorted()[max(Int(rank), 1) - 1]
  }
}
