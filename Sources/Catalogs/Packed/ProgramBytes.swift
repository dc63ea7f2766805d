/// Bytes that are part of the program itself: there from its start to its end, and never changed.
///
/// They are read where they lie: a copy of an embedded catalog was fifteen fresh pages of a start.
package struct ProgramBytes: @unchecked Sendable {
  // Unchecked, because a pointer is not Sendable; nobody can write through this one.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Takes bytes that live as long as the program does, such as a constant array of C.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A copy.
  package var array: [UInt8] { Array(bytes) }

  var count: Int { bytes.count }

  /// Shows the bytes.
  @inline(__always)
  func withSpan<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result { body(bytes.span) }
}
