import Documents
import SystemPackage

/// The manifests that arguments name: files as they are, and what is below folders.
enum KeyFiles {
  /// How the name of a manifest ends that is found in a folder.
  static let ending = ".key.json"

  /// A manifest, or what has the name of one.
  struct Found: Hashable {
    /// The path, from where the argument started.
    var path: String
    /// Whether it is neither a file nor a link to one: nothing is read of it then.
    var isNoFile = false

    /// Sees to it that something can be read there.
    func requireFile() throws(ModelError) {
      guard isNoFile else { return }
      throw ModelError(
        file: path, problem: "this is not a file", remedy: "Take it out of the folder")
    }
  }

  /// The manifests, those of a folder in the order of their paths.
  ///
  /// Hidden folders are left out, and links to folders are not followed: they could lead back.
  ///
  /// - Throws: `ModelError` where a folder holds none.
  static func find(_ arguments: [String]) throws(ModelError) -> [Found] {
    var found: [Found] = []
    var seen: Set<Found> = []
    for argument in arguments {
      guard Folder.isFolder(argument) else {
        found.append(Found(path: argument))
        continue
      }
      let below = find(below: argument)
      guard !below.isEmpty else {
        throw ModelError(
          file: argument,
          problem: "there is no manifest in this folder and those below it",
          remedy: "Name a folder with files whose names end in \(ending), or the files themselves")
      }
      found += below
    }
    return found.filter { seen.insert($0).inserted }
  }

  private static func find(below folder: String) -> [Found] {
    var found: [Found] = []
    var rest = [folder]
    while let folder = rest.popLast() {
      var inner: [String] = []
      for name in Folder.names(in: folder) where !name.starts(exactlyWith: ".") {
        let path = folder + (folder.utf8.last == UInt8(ascii: "/") ? "" : "/") + name
        let isManifest = name.ends(exactlyWith: ending)
        switch kind(of: path) {
        case .directory: inner.append(path)
        case .regular: if isManifest { found.append(Found(path: path)) }
        case .symbolicLink:
          guard isManifest, !Folder.isFolder(path) else { continue }
          found.append(Found(path: path, isNoFile: leadsToNoFile(path)))
        case nil: continue
        default: if isManifest { found.append(Found(path: path, isNoFile: true)) }
        }
      }
      rest += inner.reversed()
    }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What stands at a path, and not what a link leads to; nil where nothing does any more.
  private static func kind(of path: String) -> FileType? {
    (try? Stat(FilePath(path), followTargetSymlink: false))?.type
  }

  /// Whether a link leads to a pipe or alike; one that leads nowhere is told when it is read.
  private static func leadsToNoFile(_ path: String) -> Bool {
    (try? Stat(FilePath(path)))?.type.isRegular == false
  }
}

extension FileType {
  fileprivate var isRegular: Bool { self == .regular }
}
