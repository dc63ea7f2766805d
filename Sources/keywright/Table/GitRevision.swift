import Designer
import Documents
import SystemPackage

/// A revision of the git repository around the current folder, to compare files with.
struct GitRevision {
  /// How the person wrote it.
  let name: String

  /// So many paths are given to one run of git: a list of arguments has an end.
  private static let batch = 500

  /// - Throws: `ModelError` where it could pass for an option of git.
  init(_ name: String) throws(ModelError) {
    guard !name.isEmpty, !name.starts(exactlyWith: "-"), !name.utf8.contains(0) else {
      throw ModelError(
        problem: "\"\(name)\" is no revision of git", remedy: "Name a branch, a tag or a commit")
    }
    self.name = name
  }

  /// Whether git finds the revision from the current folder.
  var isKnown: Bool {
    let result = try? GitDocument.run(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
    return result?.isSuccess ?? false
  }

  /// How files stand to the revision; nothing of those outside the repository.
  ///
  /// The bytes are compared as they are: git's own comparison would run the filters that the
  /// repository's configuration names.
  func changes(of paths: [String]) throws(ModelError) -> [String: KeyRow.Change] {
    var changes: [String: KeyRow.Change] = [:]
    // Git writes paths without what leads nowhere.
    let inside = paths.filter { !$0.starts(exactlyWith: "/") && $0 != "-" }
    for start in stride(from: 0, to: inside.count, by: Self.batch) {
      let part = Array(inside[start..<min(start + Self.batch, inside.count)])
      let blobs = try blobs(of: part)
      for (path, here) in zip(part, try hashes(of: part)) {
        guard let here else { continue }
        let there = blobs[Self.plain(path)]
        changes[path] = there == nil ? .new : there == here ? .unchanged : .changed
      }
    }
    return changes
  }

  /// The hashes of files as the revision has them, by path.
  private func blobs(of paths: [String]) throws(ModelError) -> [String: String] {
    let arguments = ["ls-tree", "-z", name, "--"] + paths.map(Self.plain)
    let result = try run(arguments)
    guard result.isSuccess else {
      throw ModelError(
        problem: "git finds no revision \"\(name)\" here",
        remedy: "Run it inside the repository, and check the name with `git log`")
    }
    var blobs: [String: String] = [:]
    for entry in result.output.split(separator: 0) {
      // MODE TYPE HASH, a tab, and the path.
      let parts = entry.split(separator: 0x09, maxSplits: 1)
      guard parts.count == 2 else { continue }
      let words = parts[0].split(separator: 0x20)
      guard words.count == 3 else { continue }
      blobs[String(decoding: parts[1], as: UTF8.self)] = String(decoding: words[2], as: UTF8.self)
    }
    return blobs
  }

  /// The hashes that git would give files as they are; nil for one that cannot be read.
  private func hashes(of paths: [String]) throws(ModelError) -> [String?] {
    let result = try run(["hash-object", "--no-filters", "--"] + paths)
    let lines = result.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    if result.isSuccess, lines.count == paths.count { return lines }
    guard paths.count > 1 else { return [nil] }
    // One of them cannot be read, and git stops there.
    var hashes: [String?] = []
    for path in paths { hashes += try self.hashes(of: [path]) }
    return hashes
  }

  private func run(_ arguments: [String]) throws(ModelError) -> ChildProgram.Result {
    do {
      return try GitDocument.run(arguments)
    } catch {
      throw ModelError(
        problem: error == .noSuchFileOrDirectory
          ? "git is not installed" : "git cannot be run: \(error)",
        remedy: "Install git, or leave --base out")
    }
  }

  /// A path as git writes it: from the current folder, without detours.
  private static func plain(_ path: String) -> String {
    let folder = FilePath(Environment.currentFolder ?? "/")
    let whole = folder.pushing(FilePath(path)).lexicallyNormalized()
    let (here, there) = (Array(folder.components), Array(whole.components))
    let shared = zip(here, there).prefix { $0 == $1 }.count
    return
      (Array(repeating: "..", count: here.count - shared)
      + there[shared...].map(\.string)).joined(separator: "/")
  }
}
