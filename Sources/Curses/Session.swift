import CCurses
public import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// The terminal's edge. Everything above it is values: frames go out, events come in.
//
//     let session = try CursesSession.open(options: options)
//     session.present(firstFrame)
//     while running {
//       for event in session.nextEvents() { … }   // sleeps, then takes all there is
//       session.present(frame)                    // once for the whole batch
//     }
//     session.end()
//
// - CCurses holds the state, because a signal handler must reach it: which terminal, its line
//   settings before, and the bytes that undo every mode. This class is the door to it.
// - `present` compares with the frame before (FramePainter), hands changed rows to ncurses, and
//   ncurses sends what differs. An equal frame sends nothing. What ncurses sends is collected in
//   memory and goes out in one write.
// - `nextEvents` sleeps in poll(2) on the terminal and on the pipe that the signal handlers write
//   to, so it never wakes up for nothing. Bytes become events in InputDecoder, a value: ncurses takes
//   apart what it does not know, and a reply of the terminal would press keys.
// - Standard error is held in memory while the interface is up, and comes out when it goes.
// - Signals arrive as events. A crash, or a signal whose event nobody handles in 200 ms, is handled
//   below: modes undone, line settings restored, then death by the signal's default action.

/// The terminal while the interface is up.
///
/// To be used on the main thread only. A process has at most one at a time.
public final class CursesSession {
  /// What can be drawn.
  public let charset: Charset
  /// The size in cells, as last read.
  public private(set) var size: Size

  let options: CursesOptions
  var painter: FramePainter<CursesCanvas>
  /// Made when the first frame is drawn.
  lazy var decoder = InputDecoder(
    charset: options.charset, suspendByte: UInt8(exactly: keywright_suspend_byte()),
    escapeDelay: Int(keywright_escape_delay()), terminfo: Self.terminfoKeys())
  /// Events that are due before the terminal is asked again.
  var queue: [InputEvent] = []
  /// How often in a row the terminal was readable and yet gave nothing.
  var emptyReads = 0
  var hangUps = 0
  /// Whether the interface's modes are set.
  var isActive = true
  var hasEnded = false

  private init(options: CursesOptions) {
    self.options = options
    let palette = Palette(colorCount: Int(keywright_color_count()))
    palette.tellCurses()
    painter = FramePainter(palette, on: CursesCanvas())
    charset = options.forceASCII ? .ascii : options.charset
    size = Self.readSize()
  }

  deinit { end() }

  /// Takes the terminal over: standard input and output if both are one, else `/dev/tty`.
  ///
  /// The locale must have been adopted before, by `Charset.adoptFromEnvironment()`.
  public static func open(
    options: CursesOptions = CursesOptions()
  ) throws(TerminalError) -> CursesSession {
    switch options.charset {
    case .utf8: keywright_set_last_byte(0)
    case .latin1: keywright_set_last_byte(0xFF)
    case .ascii: keywright_set_last_byte(0x7F)
    }
    switch keywright_open(options.colors) {
    case KEYWRIGHT_OPENED: return CursesSession(options: options)
    case KEYWRIGHT_NO_TERMINAL: throw .noTerminal
    case KEYWRIGHT_UNKNOWN_TERM: throw .unknown(term: environmentTerm)
    case KEYWRIGHT_CANNOT_MOVE_CURSOR: throw .cannotMoveCursor(term: environmentTerm)
    case KEYWRIGHT_IN_BACKGROUND: throw .inBackground
    default: throw .failed
    }
  }

  /// Opens the terminal to show what is being done before there is anything to save.
  ///
  /// Until `listen()` is called, Control-C and the signals that ask the process to end do so at once,
  /// with the terminal restored; keys wait in the terminal.
  public static func openEarly(options: CursesOptions) throws(TerminalError) -> CursesSession {
    // Before the handlers are there, so that none of them hears of a signal in vain.
    keywright_die_at_once(true)
    do {
      return try open(options: options)
    } catch {
      keywright_die_at_once(false)
      throw error
    }
  }

  /// From now on signals come as events: somebody takes them.
  public func listen() { keywright_die_at_once(false) }

  /// The number of colors in use: 0 when hues do not show.
  public var colorCount: Int { Int(keywright_color_count()) }

  /// Draws a frame: what differs from the one before, the cursor, and the modes that it wants.
  ///
  /// A frame equal to the one before writes no byte. Of a frame of another size than the screen's,
  /// as in the moment of a resize, what fits is drawn.
  public func present(_ frame: Frame) {
    guard isActive, painter.paint(frame, onto: size) else { return }
    keywright_set_mouse(options.mouse && frame.wantsMouse)
    keywright_flush(
      Int32(clamping: max(0, min(frame.cursor.row, size.rows - 1))),
      Int32(clamping: max(0, min(frame.cursor.column, size.columns - 1))),
      frame.showsCursor, options.synchronizedOutput)
  }

  /// Makes the next frame paint the whole screen, whatever it shows now.
  public func repaint() {
    painter.forget()
    decoder.forgetTerminal()
    guard isActive else { return }
    keywright_renew_modes()
    keywright_forget_screen()
  }

  /// Reads the size anew; a whole paint follows.
  func updateSize() {
    size = Self.readSize()
    repaint()
  }

  private static func readSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    keywright_read_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  private static var environmentTerm: String {
    guard let term = getenv("TERM") else { return "" }
    return String(cString: term)
  }
}

extension Palette {
  /// Gives ncurses the color of each hue.
  fileprivate func tellCurses() {
    var number: UInt8 = 0
    while let hue = Hue(rawValue: number) {
      if let color = color(of: hue) {
        keywright_set_color(Int32(number), Int32(clamping: color))
      }
      number += 1
    }
  }
}
