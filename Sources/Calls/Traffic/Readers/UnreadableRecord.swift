import Documents

/// Why a file is no record of calls.
enum UnreadableRecord {
  static let utf16 = ModelError(
    problem: "the file is UTF-16, not UTF-8", remedy: "Save it as UTF-8")
  static let empty = ModelError(problem: "the file is empty", remedy: "Give a record with calls")
  static let noCall = ModelError(
    problem: "the file holds no call that can be read",
    remedy: "Give a log, an archive, a cassette, a collection, or a text with curl commands")

  /// What is wrong with a document, without what it quotes of it: of a record even the name of a
  /// member, or a sign in the wrong place, may be part of a secret.
  static func withoutQuotes(_ error: ModelError) -> ModelError {
    var error = error
    if let place = error.place {
      error.place = ModelError.Place(path: "", line: place.line, column: place.column)
    }
    if error.problem.utf8.contains(UInt8(ascii: "\"")) {
      (error.problem, error.remedy) = ("the document is malformed here", "Mend it")
    }
    return error
  }

  /// Says what a file is that cannot be read as it is.
  ///
  /// - Throws: `ModelError` where the bytes are those of a packed file, or of UTF-16.
  static func check(_ bytes: [UInt8]) throws(ModelError) {
    if isUTF16(bytes) { throw utf16 }
    if let program = PackedFile.program(of: bytes.span) {
      throw ModelError(
        problem: "the file is packed",
        remedy: "Unpack it on the way, as in `\(program) -dc FILE | keywright need -` "
          + "(`zcat` for gzip)")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw ModelError(problem: "the file is a zip archive", remedy: "Unpack it first")
    }
  }

  /// Says whether a text is UTF-16: by its mark, or by the zeros beside its letters.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let start = bytes.prefix(64)
    guard start.count >= 8 else { return false }
    for parity in 0...1 {
      let zeros = start.indices.filter { $0 % 2 == parity && start[$0] == 0 }.count
      let letters = start.indices.filter {
        $0 % 2 != parity && start[$0] >= 0x09 && start[$0] < 0x7F
      }
      .count
      if zeros == start.count / 2, letters >= start.count / 2 { return true }
    }
    return false
  }
}

/// Files that a program has packed.
package enum PackedFile {
  /// The program that unpacks a file, by the file's first bytes; nil where none has packed it.
  package static func program(of bytes: Span<UInt8>) -> String? {
    let starts: [(String, [UInt8])] = [
      ("gzip", [0x1F, 0x8B]), ("bzip2", [0x42, 0x5A, 0x68]),
      ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
      ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
    ]
    return starts.first { _, start in
      bytes.count >= start.count && start.indices.allSatisfy { bytes[$0] == start[$0] }
    }?.0
  }
}
