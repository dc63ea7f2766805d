import SystemPackage

extension DocumentFile {
  /// Reads a file piece by piece, however long it is; `-` is standard input.
  ///
  /// A piece has as many bytes as came at once, at most 256 KiB, and ends anywhere.
  ///
  /// - Throws: `ModelError` naming the file and what to do, or what `use` throws.
  package static func readPieces(
    of path: String, _ use: (Span<UInt8>) throws(ModelError) -> Void
  ) throws(ModelError) {
    if path == "-" {
      try readPieces(.standardInput, named: "standard input", use)
      return
    }
    let descriptor = try open(path)
    defer { try? descriptor.close() }
    try readPieces(descriptor, named: path, use)
  }

  private static func readPieces(
    _ descriptor: FileDescriptor, named path: String,
    _ use: (Span<UInt8>) throws(ModelError) -> Void
  ) throws(ModelError) {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count: Int
      do {
        if try descriptor.stat().type == .directory { throw folder(path) }
        count = try piece.withUnsafeMutableBytes { try descriptor.readWaiting(into: $0) }
      } catch let error as ModelError {
        throw error
      } catch {
        throw failure("cannot be read", path, error)
      }
      if count == 0 { return }
      try use(piece.span.extracting(0..<count))
    }
  }
}
