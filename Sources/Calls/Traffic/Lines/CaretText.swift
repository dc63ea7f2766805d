/// Commands as they are written for the command prompt of Windows, where the caret is the escape.
///
/// Browsers copy them so: `curl ^"https://…^" ^` and a line break.
enum CaretText {
  /// Says whether carets stand before line breaks or quotes.
  static func isCaretText(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast().contains { index in
      bytes[index] == UInt8(ascii: "^")
        && [0x0A, 0x0D, UInt8(ascii: "\"")].contains(bytes[index + 1])
    }
  }

  /// The text without its carets, with the continuations of a POSIX shell.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "^"), index < bytes.count else {
        result.append(byte)
        continue
      }
      if bytes[index] == 0x0D { index += 1 }
      guard index < bytes.count else { break }
      if bytes[index] == 0x0A { result.append(UInt8(ascii: "\\")) }
      result.append(bytes[index])
      index += 1
    }
    return result
  }
}
