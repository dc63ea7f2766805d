/// A line as GitHub's runner reads it (actions/runner, `ActionCommand.cs`), by UTF-16 units.
struct RunnerCommand {
  var name: String
  var properties: [String: String] = [:]
  var message: String

  /// Nil where the line is no command.
  init?(_ line: String) {
    var units = Array(line.utf16)[...]
    units = units.drop { Unicode.Scalar($0)?.properties.isWhitespace ?? false }
    let mark = Array("::".utf16)
    guard units.starts(with: mark) else { return nil }
    units = units.dropFirst(2)
    guard let end = units.indices.first(where: { units[$0...].starts(with: mark) }) else {
      return nil
    }
    let head = units[..<end]
    let space = head.firstIndex(of: 0x20) ?? head.endIndex
    name = String(decoding: head[..<space], as: UTF16.self)
    message = Self.decoded(units[end...].dropFirst(2), ["%0D": "\r", "%0A": "\n", "%25": "%"])
    for part in head[space...].dropFirst().split(separator: 0x2C) {
      let halves = part.split(separator: 0x3D, maxSplits: 1)
      guard halves.count == 2 else { continue }
      properties[String(decoding: halves[0], as: UTF16.self)] = Self.decoded(
        halves[1], ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"])
    }
  }

  /// Whether a line holds a command of the older kind, or one of Azure's or TeamCity's.
  static func hasOldCommand(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.contains { start in
      ["##[", "##vso[", "##teamcity["].contains { bytes[start...].starts(with: $0.utf8) }
    }
  }

  private static func decoded(_ units: ArraySlice<UInt16>, _ escapes: [String: String]) -> String {
    var result: [UInt16] = []
    var rest = units
    while let unit = rest.first {
      let escape = String(decoding: rest.prefix(3), as: UTF16.self)
      if let plain = escapes[escape] {
        result += plain.utf16
        rest = rest.dropFirst(3)
      } else {
        result.append(unit)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF16.self)
  }
}

/// What a viewer of SARIF 2.1.0 shows of a plain message without arguments (3.11.5 and 3.11.6).
enum SARIFViewer {
  /// The text; `<link>` and `<argument>` stand for what the message had no right to.
  static func text(of message: String) -> String {
    let scalars = Array(message.unicodeScalars)
    // A link: a bracket without a backslash, and later `](`, the first closing one without either.
    let mayEscape = zip(scalars, scalars.dropFirst()).contains { $0 == "]" && $1 == "(" }
    var result = ""
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      place += 1
      switch scalar {
      case "{", "}":
        if next == scalar { place += 1 } else { result += "<argument>" }
      case "\\" where mayEscape && (next == "[" || next == "]" || next == "\\"):
        place += 1
        result.unicodeScalars.append(next ?? scalar)
        continue
      case "[" where isLink(scalars[place...]): result += "<link>"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isLink(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    var isEscaped = false
    for (place, scalar) in zip(rest.indices, rest) {
      if scalar == "]", !isEscaped { return place + 1 < rest.endIndex && rest[place + 1] == "(" }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return false
  }
}
