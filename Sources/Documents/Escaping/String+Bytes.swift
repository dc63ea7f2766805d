/// Text from outside, compared and cut by its bytes.
///
/// Swift compares by characters, to which a mark behind a sign belongs: `"/\u{301}"` has no prefix
/// `"/"` there. Shells, file systems, URLs and the readers of other formats see bytes.
///
/// Inlinable, since generic code of another module is many times slower where it is first called.
extension StringProtocol {
  /// Whether the text starts with these bytes.
  @inlinable package func starts(exactlyWith start: String) -> Bool {
    utf8.starts(with: start.utf8)
  }

  /// Whether the text ends with these bytes.
  @inlinable package func ends(exactlyWith end: String) -> Bool {
    utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }

  /// Whether the text has a sign of ASCII anywhere.
  @inlinable package func contains(exactly sign: Unicode.Scalar) -> Bool {
    utf8.contains(UInt8(ascii: sign))
  }

  /// Whether these bytes are anywhere in the text.
  @inlinable package func contains(bytesOf other: String) -> Bool {
    utf8.firstRange(of: other.utf8) != nil
  }

  /// The text with other bytes wherever it has these.
  @inlinable package func replacing(bytesOf old: String, with new: String) -> String {
    String(decoding: Array(utf8).replacing(Array(old.utf8), with: Array(new.utf8)), as: UTF8.self)
  }

  /// The parts between a sign of ASCII, empty ones too if they are wanted.
  @inlinable package func parts(between sign: Unicode.Scalar, omitsEmpty: Bool = true) -> [String] {
    utf8.split(separator: UInt8(ascii: sign), omittingEmptySubsequences: omitsEmpty)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
