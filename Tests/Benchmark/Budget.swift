/// The most that a figure may be.
struct Budget {
  let name: String
  let value: Double?
  let limit: Double

  /// False also for what was not measured.
  var isKept: Bool { value.map { $0 <= limit } ?? false }
}
