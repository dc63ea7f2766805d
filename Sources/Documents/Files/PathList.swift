import SystemPackage

/// Paths in a file or a pipe, one a line or each before a zero byte, read as they come.
package final class PathList {
  private static let pieceSize = 1 << 16
  /// No system knows longer paths.
  private static let longestPath = 1 << 16

  private let name: String
  private let descriptor: FileDescriptor
  private let isOwned: Bool
  private var bytes: [UInt8] = []
  private var start = 0
  private var separator: UInt8?
  private var isAtEnd = false

  /// Opens a list; `-` is standard input.
  package init(_ path: String) throws(ModelError) {
    isOwned = path != "-"
    name = isOwned ? path : "standard input"
    descriptor = isOwned ? try DocumentFile.open(path) : .standardInput
    if (try? descriptor.stat())?.type == .directory { throw DocumentFile.folder(name) }
  }

  deinit { if isOwned { try? descriptor.close() } }

  /// The next path that is not empty; nil at the end.
  package func next() throws(ModelError) -> String? {
    while true {
      if separator == nil, start < bytes.count {
        // A path has no zero byte, but may have line breaks: such a byte decides.
        separator = bytes[start...].contains(0) ? 0 : UInt8(ascii: "\n")
      }
      if let separator, let end = bytes[start...].firstIndex(of: separator) {
        let path = bytes[start..<end]
        start = end + 1
        if !path.isEmpty { return String(decoding: path, as: UTF8.self) }
        continue
      }
      guard !isAtEnd else {
        defer { start = bytes.count }
        return start < bytes.count ? String(decoding: bytes[start...], as: UTF8.self) : nil
      }
      guard bytes.count - start <= Self.longestPath else {
        throw ModelError(
          file: name, problem: "a path in the list is longer than 64 KiB",
          remedy: "Write one path a line, or a zero byte behind each")
      }
      try readMore()
    }
  }

  private func readMore() throws(ModelError) {
    bytes.removeFirst(start)
    start = 0
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: Self.pieceSize)
    do {
      let new = try bytes.withUnsafeMutableBytes { buffer in
        try descriptor.readWaiting(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      bytes.removeLast(Self.pieceSize - new)
      isAtEnd = new == 0
    } catch {
      throw DocumentFile.failure("cannot be read", name, error)
    }
  }
}
