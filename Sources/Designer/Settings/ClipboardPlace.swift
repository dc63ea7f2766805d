/// Where `y` puts what it copies.
package enum ClipboardPlace: Hashable, Sendable {
  /// A program that takes what is copied on its standard input.
  package enum Tool: String, CaseIterable, Sendable {
    /// For Wayland.
    case wlCopy = "wl-copy"
    /// For X11.
    case xclip
    /// For X11 too.
    case xsel
    /// For macOS.
    case pbcopy
    /// A buffer of tmux, which `prefix ]` pastes.
    case tmux

    /// The program and its arguments.
    package var command: [String] {
      switch self {
      case .wlCopy: ["wl-copy"]
      case .xclip: ["xclip", "-selection", "clipboard"]
      case .xsel: ["xsel", "--clipboard", "--input"]
      case .pbcopy: ["pbcopy"]
      case .tmux: ["tmux", "load-buffer", "-"]
      }
    }
  }

  /// The terminal, by an escape sequence.
  case terminal
  /// A program.
  case tool(Tool)
  /// A file, by its absolute path.
  case file(String)

  /// The place of a word in the settings: `terminal`, a tool's name, or an absolute path.
  package init?(_ word: String) {
    if word == "terminal" {
      self = .terminal
    } else if let tool = Tool(rawValue: word) {
      self = .tool(tool)
    } else if word.utf8.first == UInt8(ascii: "/"), word.utf8.last != UInt8(ascii: "/") {
      self = .file(word)
    } else {
      return nil
    }
  }

  /// The word in the settings.
  package var word: String {
    switch self {
    case .terminal: "terminal"
    case .tool(let tool): tool.rawValue
    case .file(let path): path
    }
  }
}
