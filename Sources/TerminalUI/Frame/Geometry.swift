/// The size of a screen or of a part of one, in character cells.
public struct Size: Hashable, Sendable {
  /// The number of rows; never negative.
  public var rows: Int
  /// The number of columns; never negative.
  public var columns: Int

  /// Creates a size; negative numbers become zero.
  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// A cell's place, counted from the top left corner, which is row 0, column 0.
public struct Point: Hashable, Sendable {
  /// The row, from the top.
  public var row: Int
  /// The column, from the left.
  public var column: Int

  /// Creates a point.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The top left cell.
  public var origin: Point
  /// How far it extends from there.
  public var size: Size

  /// Creates a rectangle; a negative extent becomes zero.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    origin = Point(row: row, column: column)
    size = Size(rows: rows, columns: columns)
  }

  /// The whole of a screen.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// The first row.
  public var row: Int { origin.row }
  /// The first column.
  public var column: Int { origin.column }
  /// The number of rows.
  public var rows: Int { size.rows }
  /// The number of columns.
  public var columns: Int { size.columns }
  /// The row after the last.
  public var endRow: Int { origin.row + size.rows }
  /// The column after the last.
  public var endColumn: Int { origin.column + size.columns }

  /// Says whether the point lies inside.
  public func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }
}
