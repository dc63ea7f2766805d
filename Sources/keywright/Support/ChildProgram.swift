import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program, run without a shell, for what it writes to standard output.
struct ChildProgram {
  /// The name, looked for in `PATH`.
  var name: String
  /// The arguments.
  var arguments: [String]
  /// Variables of its environment that differ from ours.
  var environment: [String: String] = [:]

  /// How a run ended.
  struct Result {
    /// What it wrote, at most one byte more than asked for.
    var output: [UInt8]
    /// Whether it ended by itself with status 0.
    var isSuccess: Bool
  }

  /// Runs the program to its end with empty standard input; what it says on standard error is lost.
  ///
  /// - Throws: `Errno` where the program cannot be started, or its output cannot be read.
  func run(maximumBytes: Int) throws(Errno) -> Result {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(rawValue: errno) }
    let (reader, writer) = (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]))
    defer { try? reader.close() }
    let process: pid_t
    do {
      defer { try? writer.close() }
      process = try start(output: ends[1], closing: ends[0])
    }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var problem: Errno?
    while output.count <= maximumBytes, problem == nil {
      do {
        let count = try chunk.withUnsafeMutableBytes { try reader.read(into: $0) }
        if count == 0 { break }
        output += chunk[..<count]
      } catch {
        problem = (error as? Errno) ?? .ioError
      }
    }
    // It may still be writing: a closed pipe ends it.
    try? reader.close()
    var status: CInt = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    if let problem { throw problem }
    return Result(output: Array(output.prefix(maximumBytes + 1)), isSuccess: status == 0)
  }

  /// Runs the program to its end with bytes on standard input, in a process group of its own; what it
  /// says is lost.
  ///
  /// - Returns: whether it took all of them and ended with status 0.
  /// - Throws: `Errno` where the program cannot be started.
  func feed(_ bytes: [UInt8]) throws(Errno) -> Bool { try feed(bytes, shows: false) }

  /// Runs the program to its end with bytes on standard input; it has the terminal meanwhile, and
  /// Control-C is its own.
  ///
  /// - Throws: `Errno` where the program cannot be started.
  func show(_ bytes: [UInt8]) throws(Errno) {
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    _ = try feed(bytes, shows: true)
  }

  private func feed(_ bytes: [UInt8], shows: Bool) throws(Errno) -> Bool {
    // Not a pipe: one whose reader is gone would be a signal.
    guard let (writer, reader) = Platform.streamPair() else { throw Errno(rawValue: errno) }
    defer { close(writer) }
    let process: pid_t
    do {
      defer { close(reader) }
      process = try start(input: reader, closing: writer, shows: shows)
    }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Platform.send(UnsafeRawBufferPointer(rebasing: buffer[sent...]), to: writer)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      sent += count
    }
    shutdown(writer, CInt(SHUT_WR))
    var status: CInt = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return sent == bytes.count && status == 0
  }

  /// The whole environment, `NAME=VALUE` each.
  private var variables: [String] {
    var result: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !environment.keys.contains(where: { text.starts(exactlyWith: $0 + "=") }) {
        result.append(text)
      }
      next += 1
    }
    return result + environment.map { "\($0.key)=\($0.value)" }
  }

  private func start(output: CInt, closing other: CInt) throws(Errno) -> pid_t {
    try start(
      [(0, nil, O_RDONLY), (1, output, 0), (2, nil, O_WRONLY)], closing: [other, output],
      inOwnGroup: false)
  }

  private func start(input: CInt, closing other: CInt, shows: Bool) throws(Errno) -> pid_t {
    // A group of its own would be in the background of the terminal.
    try start(
      [(0, input, 0)] + (shows ? [] : [(1, nil, O_WRONLY), (2, nil, O_WRONLY)]),
      closing: [other, input], inOwnGroup: !shows, heeding: shows ? [SIGINT, SIGQUIT] : [])
  }

  /// Starts the program with its three streams: descriptors of ours, or nothing.
  private func start(
    _ streams: [(number: CInt, descriptor: CInt?, access: CInt)], closing ends: [CInt],
    inOwnGroup: Bool, heeding heeded: [CInt] = []
  ) throws(Errno) -> pid_t {
    var actions = Platform.spawnActions
    var attributes = Platform.spawnAttributes
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    for (number, descriptor, access) in streams {
      if let descriptor {
        posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      } else {
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", access, 0)
      }
    }
    // Where our own streams are closed, the pipe may have taken their numbers.
    for end in ends where end > 2 { posix_spawn_file_actions_addclose(&actions, end) }
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var variables = variables.map { strdup($0) }
    defer { for variable in variables { free(variable) } }
    variables.append(nil)
    // What this process ignores for itself is no custom of others.
    var signals = sigset_t()
    sigemptyset(&signals)
    for ignored in [SIGXFSZ] + heeded { sigaddset(&signals, ignored) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let group = inOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | group))
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, &actions, &attributes, words, variables)
    guard code == 0 else { throw Errno(rawValue: code) }
    return process
  }
}
