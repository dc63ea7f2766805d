import Calls
import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A packed file, read piece by piece through the program that unpacks it.
///
/// The program runs without a shell, gets the open file as its standard input, and sees no name.
struct UnpackedFile {
  /// A file may grow to so many times its size; a file of a few bytes that fills a disk is no record.
  static let mostGrowth = 1000
  /// Up to here a file may grow in any case.
  static let harmlessBytes = 1 << 28

  let path: String
  let program: String

  /// Runs the program; `use` gets a function that reads what the program writes into a buffer, and
  /// says how many bytes came; 0 at the end.
  ///
  /// - Returns: why reading ended early; nil where all was read.
  /// - Throws: `ModelError` where the program cannot be started, or what `use` throws.
  func withPieces(
    _ use: ((UnsafeMutableRawBufferPointer) throws(ModelError) -> Int) throws(ModelError) -> Void
  ) throws(ModelError) -> String? {
    let source: FileDescriptor
    do {
      source = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw ModelError(
        file: path, problem: "the file cannot be read: \(error)", remedy: "Check the path")
    }
    defer { try? source.close() }
    let size = (try? source.stat()).map { Int($0.size) } ?? 0
    let limit = max(Self.harmlessBytes, size.multipliedReportingOverflow(by: Self.mostGrowth).0)
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure(Errno(rawValue: errno)) }
    let reader = FileDescriptor(rawValue: ends[0])
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try start(input: source.rawValue, output: ends[1], closing: ends[0])
    } catch {
      try? reader.close()
      throw error
    }
    var status: CInt = 0
    var total = 0
    var isTooMuch = false
    var problem: ModelError?
    do {
      defer {
        // It may still be writing: a closed pipe ends it.
        try? reader.close()
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
      }
      do throws(ModelError) {
        try use { (buffer) throws(ModelError) in
          let count: Int
          do {
            count = try isTooMuch ? 0 : reader.read(into: buffer)
          } catch {
            throw failure((error as? Errno) ?? .ioError)
          }
          total += count
          if total > limit { isTooMuch = true }
          return isTooMuch ? 0 : count
        }
      } catch {
        problem = error
      }
    }
    if isTooMuch { return "the file unpacks to more than \(Self.mostGrowth) times its size" }
    if total == 0, status != 0 { throw failure(nil) }
    if status != 0 { return "the packed file is damaged or cut off" }
    if let problem { throw problem }
    return nil
  }

  private func failure(_ reason: Errno?) -> ModelError {
    let isMissing = reason == .noSuchFileOrDirectory
    return ModelError(
      file: path,
      problem: isMissing
        ? "the file is packed, and \(program), which unpacks it, is not installed"
        : "\(program) cannot unpack the file",
      remedy: isMissing ? "Install \(program), or unpack the file" : "Check the file")
  }

  private func start(
    input: CInt, output: CInt, closing other: CInt
  ) throws(ModelError) -> pid_t {
    var actions = Platform.spawnActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    for end in [other, output] where end > 2 { posix_spawn_file_actions_addclose(&actions, end) }
    let names: [String] = [program, "-dc"]
    var words: [UnsafeMutablePointer<CChar>?] = names.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, nil, words, environ)
    guard code == 0 else { throw failure(Errno(rawValue: code)) }
    return process
  }
}
