/// One cell of the screen.
public struct ScreenCell: Equatable, Hashable, Sendable {
  /// What is drawn: a space for a blank, empty for the right half of a wide character.
  public var text: String
  /// 1 or 2 columns; 0 for the right half of a wide character.
  public var width: Int
  /// How it is drawn.
  public var style: ScreenStyle
}
