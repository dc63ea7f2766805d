/// Figures of one kind.
struct Samples {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var count: Int { values.count }

  /// The median of these over others, value by value: what was measured in one round is compared.
  ///
  /// On a machine of two speeds each start gets one of them, and once about half of all are slow a
  /// median falls into either. Round by round bad luck on both sides weighs the same.
  func medianRatio(to others: Samples) -> Double? {
    var ratios = Samples()
    for (value, other) in zip(values, others.values) where other > 0 { ratios.add(value / other) }
    return ratios.median
  }
  var median: Double? { percentile(50) }
  var maximum: Double? { values.max() }

  /// The smallest value that `percent` of all do not exceed.
  func percentile(_ percent: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let rank = (percent / 100 * Double(values.count)).rounded(.up)
    return values.sorted()[max(Int(rank), 1) - 1]
  }
}
