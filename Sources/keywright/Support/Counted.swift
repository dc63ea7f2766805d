/// A number with what it counts.
enum Counted {
  /// The number and the noun, which has a form of its own for many where an `s` does not make it.
  static func text(_ number: Int, _ noun: String, many: String? = nil) -> String {
    "\(number) " + (number == 1 ? noun : many ?? noun + "s")
  }
}
