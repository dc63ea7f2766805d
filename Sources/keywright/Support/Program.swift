/// The program itself.
enum Program {
  /// Its version.
  static let version = "1.0.0"
  /// The day of this version, which its manual pages have.
  static let released = "2026\\-11\\-30"
}
