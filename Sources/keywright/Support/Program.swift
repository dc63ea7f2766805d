import BundledCatalogs
import CArguments
import Catalogs

/// The program itself.
enum Program {
  /// Its version.
  static let version = "1.0.0"
  /// The day of this version, which its manual pages have.
  static let released = "2026-11-30"

  /// The commit that it was built from; nil where the build was not told.
  static var commit: String? {
    let text = String(cString: keywright_commit())
    return text.isEmpty ? nil : text
  }

  /// Version, commit, and the catalogs that ship, on one line.
  static var line: String {
    let catalogs = BundledCatalogs.ids.map { id in
      BundledCatalogs.version(of: id).map { "\(id) \($0)" } ?? id
    }
    let commit = commit.map { "commit \($0); " } ?? ""
    return "keywright \(version) (\(commit)catalogs: \(catalogs.joined(separator: ", ")))"
  }
}
