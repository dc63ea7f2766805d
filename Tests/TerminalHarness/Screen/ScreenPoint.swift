/// A cell's place on the screen, counted from 0 at the top left.
public struct ScreenPoint: Equatable, Hashable, Sendable {
  /// The line.
  public var row: Int
  /// The column.
  public var column: Int

  /// Makes a place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
