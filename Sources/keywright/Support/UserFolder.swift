import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The folders in which this program keeps what belongs to one person.
///
/// By the XDG base directory specification: a variable that is empty or no absolute path counts as
/// unset, and the folder is then at its usual place under the home folder.
enum UserFolder: String, CaseIterable {
  /// Settings.
  case config = "XDG_CONFIG_HOME"
  /// What a person has added, such as catalogs.
  case data = "XDG_DATA_HOME"
  /// What outlives a session, such as drafts.
  case state = "XDG_STATE_HOME"
  /// What can be made anew.
  case cache = "XDG_CACHE_HOME"

  /// The absolute path; nil where there is no home folder.
  var path: String? { path(in: { Environment[$0] }) }

  /// The absolute path in an environment.
  func path(in variable: (String) -> String?) -> String? {
    if let base = variable(rawValue), base.starts(exactlyWith: "/") { return base + "/keywright" }
    guard let home = variable("HOME"), home.starts(exactlyWith: "/") else { return nil }
    return home + "/" + usualPlace + "/keywright"
  }

  /// Whether something stands at a path in such a folder that this user can reach.
  ///
  /// Where the home folder is another user's, nothing of this one's stands in it: that is said, once,
  /// and is no reason to fail.
  static func holds(_ path: String) -> Bool {
    if access(path, F_OK) == 0 { return true }
    if errno != ENOENT { _ = warning }
    return false
  }

  /// Said when it is first asked for.
  private static let warning: Void = Console.say(
    "keywright: a folder of yours cannot be reached, and what may stand in it is passed over. "
      + "Check HOME, XDG_CONFIG_HOME and XDG_DATA_HOME.")

  private var usualPlace: String {
    switch self {
    case .config: ".config"
    case .data: ".local/share"
    case .state: ".local/state"
    case .cache: ".cache"
    }
  }
}
