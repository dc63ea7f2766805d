import Catalogs
import Keys

extension DesignerState {
  /// The most bytes that are copied: with their heading they are 100,000 in base64, which is the
  /// most that xterm takes.
  ///
  /// Source: xterm's `MAX_SELECTION_BUFFER` and the notes on OSC 52 of hterm and tmux.
  static let copyLimit = 74_994

  /// So many bytes are kept by every terminal that was tried: with their heading they are less than
  /// 3,000 in base64.
  static let surelyWhole = 2_200

  mutating func copy(_ command: Command) -> [Effect] {
    mode = .browsing
    switch command {
    case .copyIDs:
      let ids =
        editor.design.scopes.map { catalog.scopes[$0].id } + editor.design.details.unknownScopes
      guard !ids.isEmpty else {
        message = Message(text: "nothing to copy: no scope is chosen", isProblem: true)
        return []
      }
      let text = ids.map { $0 + "\n" }.joined()
      return copy("\(ids.count) id\(ids.count == 1 ? "" : "s")", Array(text.utf8))
    case .copyManifest: return copy("the manifest", encoded)
    default: return []
    }
  }

  mutating func copy(_ what: String, _ bytes: [UInt8]) -> [Effect] {
    guard bytes.count <= Self.copyLimit else {
      message = Message(
        text: "\(what): \(bytes.count) bytes are too many to copy, terminals take "
          + "\(Self.copyLimit); \(key(.review)) writes a file", isProblem: true)
      return []
    }
    return [.copy(Copy(what: what, bytes: bytes))]
  }

  mutating func copied(_ copy: Copy, _ outcome: CopyOutcome) -> [Effect] {
    switch outcome {
    case .sent:
      let limit =
        copy.bytes.count > Self.surelyWhole
        ? "; some terminals keep only the first \(Self.surelyWhole)" : " (OSC 52)"
      message = Message(
        text: "sent \(copy.what), \(copy.bytes.count) bytes, to the terminal's clipboard\(limit)")
    case .arrived(let place):
      message = Message(text: "copied \(copy.what), \(copy.bytes.count) bytes, to \(place)")
    case .failed(let problem):
      message = Message(text: "nothing copied: \(problem)", isProblem: true)
    case .notPossible:
      message = Message(
        text: "nothing copied: this terminal has no clipboard that is known; "
          + "\(key(.review)) writes a file",
        isProblem: true)
    }
    return []
  }

  mutating func toggleMouse() {
    takesMouse.toggle()
    let key = keys.name(of: .toggleMouse, in: context).map { "; \($0) takes it back" } ?? ""
    message = Message(
      text: takesMouse
        ? "the mouse is ours again: a click ticks; Shift and drag selects text"
        : "the mouse is the terminal's: drag to select text\(key)")
  }
}
