import SystemPackage
import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A frame as text: its cells, a plane with a letter for each style, and where the cursor stands.
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

  /// The frame as it is kept.
  static func text(_ frame: Frame) -> String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    var planes: [String] = []
    for row in 0..<frame.size.rows {
      var plane = ""
      for cell in frame.row(row) {
        let letter = letters[cell.style] ?? Character(UnicodeScalar(UInt8(0x60 + letters.count)))
        if letters.updateValue(letter, forKey: cell.style) == nil {
          legend.append("\(letter) = \(name(cell.style))")
        }
        plane.append(letter)
      }
      planes.append(plane)
    }
    let cursor =
      "cursor \(frame.cursor.row) \(frame.cursor.column)\(frame.showsCursor ? " shown" : "")"
    return
      ((0..<frame.size.rows).map { "|" + frame.row($0).map(\.text).joined() + "|" } + planes
      + legend + [cursor, ""]).joined(separator: "\n")
  }

  private static func name(_ style: Style) -> String {
    var words = style.hue == .plain ? [] : ["\(style.hue)"]
    if style.attributes.contains(.bold) { words.append("bold") }
    if style.attributes.contains(.reverse) { words.append("reverse") }
    if style.attributes.contains(.underline) { words.append("underline") }
    if style.attributes.contains(.dim) { words.append("dim") }
    return words.joined(separator: " ")
  }
}
