import Documents

/// Records in YAML: cassettes of VCR and its kin, collections.
enum YAMLRecord {
  private static let names = ["uri", "url", "urlPath", "path"]

  /// Says whether a text is YAML that has requests: a method and an address as keys at the starts of
  /// lines.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var hasMethod = false
    var hasAddress = false
    for line in bytes.prefix(1 << 18).split(separator: 0x0A).prefix(4000) {
      var rest = line.drop { $0 == 0x20 }
      while rest.first == UInt8(ascii: "-"), rest.dropFirst().first == 0x20 {
        rest = rest.dropFirst().drop { $0 == 0x20 }
      }
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon - rest.startIndex < 40 else {
        continue
      }
      let name = String(decoding: rest[..<colon], as: UTF8.self)
      let value = rest[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x0D }
      guard value.isEmpty || rest[colon + 1] == 0x20 else { continue }
      if name == "method", !value.isEmpty { hasMethod = true }
      if names.contains(name), !value.isEmpty { hasAddress = true }
      if hasMethod, hasAddress { return true }
    }
    return false
  }

  /// Says whether the first sign of a text opens a value of JSON.
  static func startsAsJSON(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == 0x1E
  }

  /// Reads a text; where it is more than YAML's rules allow, as text with command lines.
  static func read(
    _ bytes: [UInt8], _ yaml: RecordReader.YAML, into tally: inout CallTally
  ) throws(ModelError) {
    let before = tally.mentions
    do {
      try DocumentReader.read(try yaml(bytes), into: &tally)
    } catch {
      if tally.mentions > before { return }
      var lines = TextReader()
      lines.countsOtherLines = false
      var script = ScriptReader(bytes, lines: lines)
      script.read(into: &tally)
      if tally.mentions == before { throw UnreadableRecord.withoutQuotes(error) }
    }
  }
}
