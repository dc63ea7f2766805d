/// The program itself.
enum Program {
  /// Its version.
  static let version = "1.0.0"
}
