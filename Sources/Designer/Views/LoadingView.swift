import TerminalUI

/// The screen while a large catalog is read, before there is any state.
package enum LoadingView {
  /// A frame that says what is being done.
  package static func frame(_ text: String, size: Size, charset: Charset) -> Frame {
    var frame = Frame(size: size, charset: charset)
    guard size.rows > 0, size.columns > 2 else { return frame }
    frame.fill(row: 0, column: 0, columns: size.columns, style: .reverse)
    frame.writeFitted(
      " Keywright", row: 0, column: 0, columns: size.columns,
      style: Style(.plain, [.reverse, .bold]))
    if size.rows > 2 {
      frame.writeFitted(text, row: 2, column: 1, columns: size.columns - 2, style: .plain)
    }
    return frame
  }
}
