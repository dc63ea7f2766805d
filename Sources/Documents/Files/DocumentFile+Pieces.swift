import SystemPackage

extension DocumentFile {
  /// Opens a file to be read piece by piece, however long it is; `-` is standard input.
  ///
  /// `use` gets a function that reads the next bytes into a buffer and says how many came; 0 at the
  /// end.
  ///
  /// - Throws: `ModelError` naming the file and what to do, or what `use` throws.
  package static func withPieces<Value>(
    of path: String,
    _ use: ((UnsafeMutableRawBufferPointer) throws(ModelError) -> Int) throws(ModelError) -> Value
  ) throws(ModelError) -> Value {
    let isStandardInput = path == "-"
    let name = isStandardInput ? "standard input" : path
    let descriptor = isStandardInput ? .standardInput : try open(path)
    defer { if !isStandardInput { try? descriptor.close() } }
    guard (try? descriptor.stat())?.type != .directory else { throw folder(name) }
    return try use { (buffer) throws(ModelError) in
      do {
        return try descriptor.readWaiting(into: buffer)
      } catch {
        throw failure("cannot be read", name, error)
      }
    }
  }
}
