/// The size of a terminal, in cells.
public struct ScreenSize: Equatable, Hashable, Sendable {
  /// The number of lines.
  public var rows: Int
  /// The number of columns.
  public var columns: Int

  /// 24 rows of 80 columns.
  public static let standard = ScreenSize(rows: 24, columns: 80)

  /// Makes a size.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
