import Catalogs
import Documents

/// The name that a person has given git, as a proposal for who accepts a risk.
///
/// Read from the person's own two files alone, never from a repository, and without running git: a
/// repository's configuration belongs to whoever wrote it. Files that those include are not followed.
/// https://git-scm.com/docs/git-config#FILES
enum GitUser {
  /// Larger files are left alone.
  private static let mostBytes = 1 << 20

  /// The name; nil where none is set, or it cannot be shown on a line.
  static var name: String? {
    let home = Environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base =
      Environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? home.map { $0 + "/.config" }
    // The later file wins, as with git.
    let paths = [home.map { $0 + "/.gitconfig" }, base.map { $0 + "/git/config" }]
    for case let path? in paths {
      guard let bytes = try? DocumentFile.read(path, maximumBytes: mostBytes) else { continue }
      if let name = name(in: bytes) { return name }
    }
    return nil
  }

  /// The last `name` of the section `user` in a file of git's.
  static func name(in bytes: [UInt8]) -> String? {
    var isInUser = false
    var found: String?
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") }) {
      guard let text = String(validating: line, as: UTF8.self) else { continue }
      let trimmed = trim(text[...])
      if trimmed.hasPrefix("[") {
        isInUser = trimmed.lowercased().hasPrefix("[user]")
        continue
      }
      guard isInUser, let equals = trimmed.firstIndex(of: "="),
        trim(trimmed[..<equals]).lowercased() == "name"
      else { continue }
      found = value(trimmed[trimmed.index(after: equals)...])
    }
    return found.flatMap { TextCheck.isLine($0) ? $0 : nil }
  }

  /// A value without its quotes and without a comment behind it.
  private static func value(_ text: Substring) -> String {
    var (result, isQuoted, isEscaped) = ("", false, false)
    for scalar in trim(text).unicodeScalars {
      if isEscaped {
        result.unicodeScalars.append(scalar)
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "\"": isQuoted.toggle()
      case "#" where !isQuoted, ";" where !isQuoted: return String(trim(result[...]))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return String(trim(result[...]))
  }

  private static func trim(_ text: Substring) -> Substring {
    let isSpace = { (scalar: Unicode.Scalar) in " \t\r".unicodeScalars.contains(scalar) }
    let start = text.unicodeScalars.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) }
    return end.map { Substring(start[...$0]) } ?? ""
  }
}
