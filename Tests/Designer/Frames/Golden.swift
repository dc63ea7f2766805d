import SystemPackage
import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A screen as text: its cells, a plane with a letter for each style, what each style becomes with 256
/// colors, with 8 and without any, where the cursor stands, and what ASCII changes of it.
enum Golden {
  /// Where the frames are kept.
  private static let folder = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .appending("Golden")

  /// Whether this run writes the frames anew: `KEYWRIGHT_RENEW=1 swift test --filter DesignerTests`.
  static var renews: Bool { getenv("KEYWRIGHT_RENEW") != nil }

  /// The frame that is kept under a name, or nil.
  static func kept(_ name: String) -> String? {
    guard
      let file = try? FileDescriptor.open(folder.appending(name + ".txt"), .readOnly)
    else { return nil }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while let count = try? part.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps a frame under a name.
  static func keep(_ text: String, as name: String) throws {
    let file = try FileDescriptor.open(
      folder.appending(name + ".txt"), .writeOnly, options: [.create, .truncate],
      permissions: FilePermissions(rawValue: 0o644))
    try file.closeAfter { _ = try file.writeAll(text.utf8) }
  }

  /// The names of all that are kept.
  static func names() -> Set<String> {
    guard let stream = opendir(folder.string) else { return [] }
    defer { closedir(stream) }
    var names: Set<String> = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt") { names.insert(String(name.dropLast(4))) }
    }
    return names
  }

  /// A screen as it is kept, of its frames in UTF-8 and in ASCII.
  static func text(_ frame: Frame, ascii: Frame) -> String {
    var legend = Legend()
    let cells = rows(frame)
    let planes = rows(frame, &legend)
    let otherCells = rows(ascii)
    let otherPlanes = rows(ascii, &legend)
    var lines = cells + planes
    lines += legend.lines
    lines.append(cursor(frame))
    for row in cells.indices where cells[row] != otherCells[row] {
      lines.append("ascii \(row) \(otherCells[row])")
    }
    for row in planes.indices where planes[row] != otherPlanes[row] {
      lines.append("ascii \(row) \(otherPlanes[row])")
    }
    if cursor(ascii) != cursor(frame) { lines.append("ascii " + cursor(ascii)) }
    return (lines + [""]).joined(separator: "\n")
  }

  private static func cursor(_ frame: Frame) -> String {
    "cursor \(frame.cursor.row) \(frame.cursor.column)\(frame.showsCursor ? " shown" : "")"
  }

  /// The rows without the spaces at their ends; the planes say how wide they are.
  private static func rows(_ frame: Frame) -> [String] {
    (0..<frame.size.rows).map { row in
      var text = "|" + frame.row(row).map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The styles of the rows, each run of cells as its letter and its length.
  private static func rows(_ frame: Frame, _ legend: inout Legend) -> [String] {
    (0..<frame.size.rows).map { row in
      var runs: [(letter: Character, length: Int)] = []
      for cell in frame.row(row) {
        let letter = legend.letter(cell.style)
        if runs.last?.letter == letter {
          runs[runs.count - 1].length += 1
        } else {
          runs.append((letter, 1))
        }
      }
      return runs.map { "\($0.letter)\($0.length)" }.joined(separator: " ")
    }
  }

  /// A letter for each style, and what the style becomes.
  private struct Legend {
    private var letters: [Style: Character] = [.plain: "."]
    private(set) var lines: [String] = []

    mutating func letter(_ style: Style) -> Character {
      if let letter = letters[style] { return letter }
      let letter = Character(UnicodeScalar(UInt8(0x60 + letters.count)))
      letters[style] = letter
      // As the terminal's edge has it: the same function.
      let looks = [Palette(colorCount: 256), Palette(colorCount: 8), Palette(colorCount: 0)]
        .map { Self.name($0.rendition(of: style)) }
      lines.append("\(letter) = \(style.hue): " + looks.joined(separator: " | "))
      return letter
    }

    private static func name(_ look: Palette.Rendition) -> String {
      var words = look.color.map { ["\($0)"] } ?? []
      let attributes = look.attributes
      if attributes.contains(.bold) { words.append("bold") }
      if attributes.contains(.reverse) { words.append("reverse") }
      if attributes.contains(.underline) { words.append("underline") }
      if attributes.contains(.dim) { words.append("dim") }
      return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
  }
}
