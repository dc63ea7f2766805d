internal import CVirtualTerminal

/// libvterm, owned.
final class VirtualTerminal {
  private let screen: OpaquePointer
  private(set) var size: ScreenSize
  private var snapshot: Screen?

  init(size: ScreenSize) throws {
    guard let screen = cvt_screen_create(Int32(size.rows), Int32(size.columns)) else {
      throw HarnessError("libvterm gave no screen")
    }
    self.screen = screen
    self.size = size
  }

  deinit { cvt_screen_free(screen) }

  func feed(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    snapshot = nil
    bytes.withUnsafeBufferPointer { cvt_screen_feed(screen, $0.baseAddress, $0.count) }
  }

  func resize(_ size: ScreenSize) {
    snapshot = nil
    self.size = size
    cvt_screen_resize(screen, Int32(size.rows), Int32(size.columns))
  }

  /// What the terminal has to say to the program: answers to its questions.
  func takeAnswers() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = cvt_screen_take_answers(screen, &bytes, bytes.count)
    return Array(bytes.prefix(count))
  }

  var isPenStyled: Bool { cvt_screen_pen_is_styled(screen) }

  func read() -> Screen {
    if let snapshot { return snapshot }
    let blank = cvt_cell()
    var cells = [cvt_cell](repeating: blank, count: size.rows * size.columns)
    cvt_screen_cells(screen, &cells, Int32(size.rows), Int32(size.columns))
    let screen = Screen(size: size, state: cvt_screen_get_state(self.screen), cells: cells)
    snapshot = screen
    return screen
  }
}
