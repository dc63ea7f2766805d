internal import CVirtualTerminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A robot user: a real program on a real pseudo-terminal, whose screen libvterm draws.
///
/// Nothing happens between calls; the waiting functions read what the program paints. Not to be
/// shared between tasks. The program and its whole session are killed with this object.
public final class TerminalSession {
  /// The longest that a robot waits: far above any healthy program's needs, for loaded machines.
  public static let standardDeadline = Duration.seconds(20)

  /// How the program ended, once it was seen to.
  public internal(set) var exitStatus: ExitStatus?
  /// All that the program sent to the terminal.
  public internal(set) var log: [UInt8] = []
  /// Standard output, when it is a pipe.
  public internal(set) var standardOutput: [UInt8] = []
  /// Standard error, when it is a pipe.
  public internal(set) var standardError: [UInt8] = []
  /// The monotonic clock at exec, in nanoseconds.
  public let execTime: Int64
  /// The monotonic clock when the last bytes were read.
  public internal(set) var lastByteTime: Int64 = 0
  /// The monotonic clock when the end of the last frame was read.
  public internal(set) var lastFrameTime: Int64 = 0
  /// The monotonic clock when the last input was written.
  public internal(set) var lastInputTime: Int64 = 0
  /// The settings before the program started.
  public let initialSettings: TerminalSettings

  let child: ChildProcess
  let options: LaunchOptions
  let terminal: VirtualTerminal
  var master: Descriptor?
  // Held open: a terminal outlives its programs, and its settings can still be read.
  var slave: Descriptor?
  var inputPipe: Descriptor?
  var outputPipe: Descriptor?
  var errorPipe: Descriptor?
  /// What the output was found to mean so far, beyond its text.
  var scanned = ModeScanner()
  var scannedCount = 0
  var fedCount = 0
  var framesAtInput = 0
  var pendingInput: [UInt8] = []
  var pendingPipeInput: [UInt8] = []
  var closesPipeWhenWritten = false
  var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts a program, named by its path or looked for in the system's folders.
  public init(
    executable: String, arguments: [String] = [], environment: [String: String],
    size: ScreenSize = .standard, options: LaunchOptions = LaunchOptions()
  ) throws {
    let (master, slave) = try Descriptor.terminal(size)
    self.options = options
    self.master = master
    self.slave = slave
    terminal = try VirtualTerminal(size: size)
    initialSettings = try TerminalSettings(slave)

    let input = try StreamEnds(options.standardInput, isInput: true, terminal: slave)
    let output = try StreamEnds(options.standardOutput, isInput: false, terminal: slave)
    let error = try StreamEnds(options.standardError, isInput: false, terminal: slave)
    (inputPipe, outputPipe, errorPipe) = (input.ours, output.ours, error.ours)
    child = try ChildProcess(
      executable: executable, arguments: arguments, environment: environment,
      directory: options.directory, streams: [input.theirs, output.theirs, error.theirs],
      controllingTerminal: options.hasControllingTerminal ? slave : nil,
      ignoredSignals: options.ignoredSignals, role: options.role)
    execTime = child.execTime
  }

  /// The process id of the program.
  public var processIdentifier: Int32 { child.identifier }

  /// What a person sees now.
  ///
  /// Reads nothing new: the waiting functions do.
  public var screen: Screen {
    feedTerminal()
    return terminal.read()
  }

  /// How many bytes the program has sent to the terminal; remember it as a mark.
  public var bytesReceived: Int { log.count }

  /// What the program has sent to the terminal since a mark.
  public func bytes(since mark: Int) -> ArraySlice<UInt8> { log[min(mark, log.count)...] }

  /// How many frames have ended: counts `CSI ? 2026 l`.
  public var frameCount: Int { scanner.frames }

  /// How many bytes had come when the last frame ended.
  public var frameEnd: Int { scanner.frameEnd }

  /// Everything that a person's terminal would be left with if the program ended now, in words;
  /// empty for a clean one.
  public var modesLeftOn: [String] {
    feedTerminal()
    let pen = terminal.isPenStyled ? ["colors or attributes"] : []
    return scanner.leftOn(rows: terminal.size.rows) + pen
  }

  /// The private modes, by number, that the program has ever set or unset.
  public var modesEverNamed: Set<Int> { scanner.namedModes }

  /// The private modes, by number, that now differ from a fresh terminal's.
  public var modesChanged: Set<Int> { scanner.changedModes }
}
