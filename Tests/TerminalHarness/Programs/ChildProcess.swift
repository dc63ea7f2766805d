internal import CVirtualTerminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A started program and its session: ended and reaped with this object.
final class ChildProcess {
  let identifier: Int32
  /// The monotonic clock just before exec, in nanoseconds.
  let execTime: Int64
  /// Readable when there is something to `poll` for; nil where the system has no such thing.
  let exitDescriptor: Descriptor?
  private(set) var status: ExitStatus?
  /// The signal that has stopped the program, while it is stopped.
  private(set) var stopSignal: Int32?
  private let leader: Int32
  private var keeper: KeeperLine?

  init(
    executable: String, arguments: [String], environment: [String: String],
    directory: String?, streams: [Descriptor], controllingTerminal: Descriptor?,
    ignoredSignals: [Int32], role: SessionRole
  ) throws {
    let path = try Self.locate(executable)
    // Sorted, so that a program sees the same environment in each run.
    let pairs = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let ignored = ignoredSignals.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    let inputs = (streams[0].number, streams[1].number, streams[2].number)
    let line = role == .job && controllingTerminal != nil ? try KeeperLine() : nil
    var child = cvt_child()
    let error = path.withCString { path in
      withArray([executable] + arguments) { arguments in
        withArray(pairs) { environment in
          withOptional(directory) { directory in
            var launch = cvt_launch(
              path: path, arguments: arguments, environment: environment, directory: directory,
              streams: inputs, controlling_terminal: controllingTerminal?.number ?? -1,
              ignored_signals: ignored, commands: line?.theirCommands?.number ?? -1,
              events: line?.theirEvents?.number ?? -1)
            return cvt_start(&launch, &child)
          }
        }
      }
    }
    guard error == 0 else { throw HarnessError("cannot start \(path)", code: error) }
    identifier = child.pid
    leader = child.leader
    execTime = child.exec_nanoseconds
    keeper = line
    if let line {
      line.closeTheirs()
      exitDescriptor = line.events
    } else {
      let descriptor = cvt_exit_descriptor(child.pid)
      exitDescriptor = descriptor < 0 ? nil : Descriptor(descriptor)
    }
  }

  deinit {
    cvt_kill_session(leader)
    if keeper == nil { cvt_kill_group(leader) }
    // The keeper ends when nobody can give it orders any more.
    keeper?.commands = nil
    cvt_reap(leader)
  }

  /// Looks whether the program has stopped or ended, without waiting.
  @discardableResult
  func poll() -> ExitStatus? {
    if let status { return status }
    if let keeper {
      for event in keeper.read() {
        switch event.kind {
        case Int32(CVT_EXITED): status = .exited(Int(event.code))
        case Int32(CVT_SIGNALED): status = .signaled(event.code)
        case Int32(CVT_STOPPED): stopSignal = event.code
        default: stopSignal = nil
        }
      }
    } else {
      var raw = cvt_status()
      if cvt_poll_exit(identifier, &raw) == 0, raw.ended { status = ExitStatus(raw) }
    }
    return status
  }

  /// Sends a signal to the program alone.
  func signal(_ number: Int32) { kill(identifier, number) }

  /// Lets a stopped job run on, as `fg` and `bg` do.
  func resume(inForeground: Bool) throws {
    guard let keeper else { throw HarnessError("only a job can be resumed") }
    stopSignal = nil
    keeper.order(UInt8(inForeground ? CVT_FOREGROUND : CVT_BACKGROUND))
  }

  private static func locate(_ name: String) throws -> String {
    if name.contains("/") { return name }
    for folder in ["/usr/local/bin", "/usr/bin", "/bin"]
    where access("\(folder)/\(name)", X_OK) == 0 {
      return "\(folder)/\(name)"
    }
    throw HarnessError("no program named \(name)")
  }
}

/// Lends strings as a C array ended by a null pointer.
private func withArray<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  pointers.append(nil)
  return pointers.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("never empty") }
    return body(start)
  }
}

private func withOptional<Result>(
  _ string: String?, _ body: (UnsafePointer<CChar>?) -> Result
) -> Result {
  guard let string else { return body(nil) }
  return string.withCString { body($0) }
}
