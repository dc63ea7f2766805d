public import TerminalUI

/// How the terminal is to be used.
public struct CursesOptions: Hashable, Sendable {
  /// Whether hues show, as NO_COLOR forbids; bold, reverse and underline always do.
  public var colors: Bool
  /// Whether the mouse may be reported; a frame still says when it wants that.
  public var mouse: Bool
  /// Whether each frame goes out between the marks of a synchronized update, against tearing.
  public var synchronizedOutput: Bool
  /// Whether only ASCII is drawn, whatever the locale can show.
  public var forceASCII: Bool
  /// What the locale can show, from `Charset.adoptFromEnvironment()`.
  public var charset: Charset

  /// Creates options; everything is on unless it is switched off.
  public init(
    colors: Bool = true, mouse: Bool = true, synchronizedOutput: Bool = true,
    forceASCII: Bool = false, charset: Charset = .utf8
  ) {
    self.colors = colors
    self.mouse = mouse
    self.synchronizedOutput = synchronizedOutput
    self.forceASCII = forceASCII
    self.charset = charset
  }
}
