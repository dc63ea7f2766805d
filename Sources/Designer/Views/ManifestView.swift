import Keys
import TerminalUI

/// The key as it would be written, with the lines that differ from what stands there marked: `+` is
/// new, `-` goes.
enum ManifestView {
  /// More lines than anybody reads are shown without marks: to compare them takes too long.
  private static let limit = 2000

  static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    guard let bytes = try? state.exported() else {
      return StyledLine.wrap(
        "The key cannot be written in this form yet: the review says why.", Style(.yellow),
        columns: columns, charset: state.charset)
    }
    let new = text(bytes)
    let old = state.writtenBytes.map(text) ?? []
    guard state.format == .manifest, old.count + new.count < limit else {
      return new.flatMap { line($0, " ", .plain, state, columns) }
    }
    let (removed, inserted) = changes(from: old, to: new)
    var lines: [StyledLine] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        lines += line(old[before], "-", Style(.red), state, columns)
        before += 1
      } else if inserted.contains(after) {
        lines += line(new[after], "+", Style(.green), state, columns)
        after += 1
      } else {
        if after < new.count { lines += line(new[after], " ", .plain, state, columns) }
        (before, after) = (before + 1, after + 1)
      }
    }
    return lines
  }

  /// The pane beside the details, from the first change on where it is taller than the screen.
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let rect = plan.manifest
    guard rect.rows > 1 else { return }
    let name = if case .file(let path, _) = state.target { path } else { "The manifest" }
    frame.writeFitted(
      name, row: rect.row, column: rect.column, columns: rect.columns, style: Look.heading)
    let lines = lines(state, columns: rect.columns)
    let body = Rect(
      row: rect.row + 1, column: rect.column, rows: rect.rows - 1, columns: rect.columns)
    let first = lines.firstIndex { $0.text.first != " " } ?? 0
    let top = max(0, min(first - 2, lines.count - body.rows))
    let hint = state.keys.name(of: .manifestView, in: state.context).map { "more: \($0)" }
    frame.draw(lines, in: body, top: top, hint: hint ?? "more below")
  }

  private static func text(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func changes(
    from old: [String], to new: [String]
  ) -> (removed: Set<Int>, inserted: Set<Int>) {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    return (removed, inserted)
  }

  private static func line(
    _ text: String, _ sign: String, _ style: Style, _ state: DesignerState, _ columns: Int
  ) -> [StyledLine] {
    let indent = String(text.prefix { $0 == " " })
    return StyledLine.wrap(
      String(text.dropFirst(indent.count)), style, columns: columns, charset: state.charset,
      lead: sign + " " + indent, leadStyle: style)
  }
}

extension DesignerState {
  /// The bytes of the key as it was last written or opened; nil for a key that stands nowhere.
  var writtenBytes: [UInt8]? {
    savedDesign == KeyDesign() && manifest.source == nil ? nil : manifest.encode(savedDesign)
  }
}
