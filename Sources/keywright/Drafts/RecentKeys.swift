import Designer
import Documents
import SystemPackage

/// The keys that were opened or written last: their paths and nothing else, in the folder of drafts.
enum RecentKeys {
  private static let name = "recent.json"
  /// So many are remembered.
  private static let limit = 20

  /// The paths, the one used last first; none where nothing is remembered or can be read.
  static func load() -> [String] {
    guard let folder = try? StateFolder.open(),
      let bytes = try? DocumentFile.readIfPresent(folder.file(name)),
      let root = try? JSONDocument(parsing: bytes).root, let values = try? root.requireElements()
    else { return [] }
    return values.compactMap(\.string).prefix(limit).filter { !$0.isEmpty }
  }

  /// Remembers a key as the one used last; where that cannot be, nothing is lost.
  static func note(_ path: String) {
    let path = DraftName.absolute(path)
    let before = load()
    guard before.first != path, let folder = try? StateFolder.open() else { return }
    let paths = [path] + before.filter { $0 != path }
    let bytes = JSONWriter.write(.strings(Array(paths.prefix(limit))))
    _ = try? DocumentFile.write(bytes, to: folder.file(name), mode: [.ownerReadWrite])
  }
}

/// The keys that can be opened from here.
enum KeysAtHand {
  /// So many of a folder are listed.
  private static let limit = 200

  /// Those used last that are still there, then those of this folder that are none of them.
  static func find() -> [KeyFile] {
    let recent = RecentKeys.load().filter { DocumentFile.exists($0) }
    let known = Set(recent)
    let here = Folder.names(in: ".").filter {
      $0.ends(exactlyWith: KeyFiles.ending) && !known.contains(DraftName.absolute($0))
    }
    return recent.map { KeyFile(path: $0, isRecent: true) }
      + here.sorted().prefix(limit).map { KeyFile(path: $0, isRecent: false) }
  }
}
