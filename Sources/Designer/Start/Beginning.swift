/// How a new key begins: the page with the ways on, and the keys that can be opened from it.
struct Beginning: Hashable, Sendable {
  /// Whether the start page is what one comes back to, as long as the key is empty.
  var isHome = false
  /// The way under the cursor, to come back to.
  var cursor = 0
  /// The keys that were used last, and those of this folder.
  var keys: [KeyFile] = []
}

/// A way on from an empty key.
enum StartWay: Int, CaseIterable, Sendable {
  case job
  case calls
  case scopes
  case key

  /// The command that takes it.
  var command: Command {
    switch self {
    case .job: .presets
    case .calls: .giveCalls
    case .scopes: .scopesView
    case .key: .openKey
    }
  }

  /// What it is called.
  var title: String {
    switch self {
    case .job: "A common job"
    case .calls: "Calls that your program makes"
    case .scopes: "Choose scopes"
    case .key: "Open a key"
    }
  }
}

/// A key on disk that can be opened.
package struct KeyFile: Hashable, Sendable {
  /// Its path, as it is opened and shown.
  package var path: String
  /// Whether it was opened or written before; else it was found in this folder.
  package var isRecent: Bool

  /// Names a key.
  package init(path: String, isRecent: Bool) {
    self.path = path
    self.isRecent = isRecent
  }
}
