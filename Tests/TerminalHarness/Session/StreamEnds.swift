#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Both ends of one of the program's standard streams.
struct StreamEnds {
  /// What the program gets.
  let theirs: Descriptor
  /// The harness's end of a pipe.
  let ours: Descriptor?

  init(_ stream: StandardStream, isInput: Bool, terminal: Descriptor?) throws {
    switch stream {
    case .terminal:
      guard let terminal else { throw HarnessError("there is no terminal here") }
      (theirs, ours) = (terminal, nil)
    case .null:
      (theirs, ours) = (try Descriptor.open("/dev/null", O_RDWR), nil)
    case .file(let path):
      let flags = isInput ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      (theirs, ours) = (try Descriptor.open(path, flags), nil)
    case .pipe:
      let (reader, writer) = try Descriptor.pipe()
      (theirs, ours) = isInput ? (reader, writer) : (writer, reader)
      try ours?.setNonblocking()
    }
  }
}
