import Documents
import SystemPackage

/// A file as it stands in a revision of the git repository around the current folder.
struct GitDocument {
  /// The revision; empty for what is staged.
  let revision: String
  /// The path, relative to the current folder.
  let path: String

  /// How a command line writes it.
  var name: String { "git:\(revision):\(path)" }

  /// Reads `REV:PATH`.
  ///
  /// - Throws: `ModelError` where a part is missing, or could pass for an option of git.
  init(_ text: String) throws(ModelError) {
    let name = "git:" + text
    let remedy = "Write git:REVISION:PATH, such as git:main:keys/bot.key.json"
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      throw ModelError(problem: "\"\(name)\" names no path", remedy: remedy)
    }
    revision = String(text[..<colon])
    path = String(text[text.utf8.index(after: colon)...])
    guard !path.isEmpty else {
      throw ModelError(problem: "\"\(name)\" names no path", remedy: remedy)
    }
    for (part, word) in [(revision, "revision"), (path, "path")]
    where part.starts(exactlyWith: "-") {
      throw ModelError(
        problem: "the \(word) \"\(part)\" begins with a hyphen, as options of git do",
        remedy: word == "path" ? "Write ./\(part)" : remedy)
    }
    guard !path.starts(exactlyWith: "/") else {
      throw ModelError(
        problem: "the path \"\(path)\" is absolute", remedy: "Write it from the current folder")
    }
    guard !text.utf8.contains(0) else {
      throw ModelError(problem: "\"\(name)\" holds a zero byte", remedy: remedy)
    }
  }

  /// Its bytes.
  ///
  /// - Throws: `ModelError` that tells a missing git, repository, revision and path apart.
  func read() throws(ModelError) -> [UInt8] {
    // Unlike `git show`, this gives no listing of a folder and runs no converter.
    let blob = try git("cat-file", "blob", "\(revision):./\(path)")
    // Of a longer one no more is read, and git ends with a broken pipe.
    guard blob.output.count <= JSONDocument.maximumBytes else {
      throw ModelError(
        file: name, problem: "the file has more than \(JSONDocument.maximumBytes >> 20) MiB",
        remedy: "Split it, or leave out what the program does not read")
    }
    guard blob.isSuccess else { throw try reason() }
    return blob.output
  }

  private func reason() throws(ModelError) -> ModelError {
    guard try git("rev-parse", "--git-dir").isSuccess else {
      return ModelError(
        file: name, problem: "the current folder is in no git repository that git will read",
        remedy: "Run it inside the repository, or name a file")
    }
    let isKnown = try git("rev-parse", "--verify", "--quiet", "\(revision)^{commit}").isSuccess
    guard revision.isEmpty || isKnown else {
      return ModelError(
        file: name, problem: "there is no revision \"\(revision)\"",
        remedy: "Check its name with `git log`; in CI, fetch it first (fetch-depth: 0)")
    }
    let isNamed = try git("rev-parse", "--verify", "--quiet", "\(revision):./\(path)").isSuccess
    let isHere = try git("cat-file", "-e", "\(revision):./\(path)").isSuccess
    guard !isNamed || isHere else {
      return ModelError(
        file: name, problem: "this clone is a partial one, and the file was not fetched yet",
        remedy: "Fetch it first, such as with `git cat-file blob REVISION:PATH`")
    }
    return ModelError(
      file: name,
      problem: "there is no file \"\(path)\" " + (revision.isEmpty ? "staged" : "in \(revision)"),
      remedy: "Write the path from the current folder; for a key that is new, compare with none")
  }

  /// What keeps git from running anything that the repository's configuration names: the repository
  /// may not be ours, and only its objects are to be read.
  ///
  /// The commands used here run no alias, pager, editor, filter, converter or hook of a commit. What is
  /// left are the file monitor, asked where the index is read, hooks for a changed index, and the
  /// transport that fetches what a partial clone lacks.
  private static let harmless = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    "--no-pager", "--no-optional-locks",
  ]

  /// The list of protocols cannot be overridden in a configuration, as `protocol.allow` can; an empty
  /// one allows none.
  ///
  /// git 2.39.4 and later then do not even try to fetch.
  private static let environment = ["GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"]

  /// Runs a command of git that only looks at objects, so that nothing of the repository's is run.
  static func run(_ arguments: [String]) throws(Errno) -> ChildProgram.Result {
    try ChildProgram(name: "git", arguments: harmless + arguments, environment: environment)
      .run(maximumBytes: JSONDocument.maximumBytes)
  }

  private func git(_ arguments: String...) throws(ModelError) -> ChildProgram.Result {
    do {
      return try Self.run(arguments)
    } catch {
      throw ModelError(
        file: name,
        problem: error == .noSuchFileOrDirectory
          ? "git is not installed" : "git cannot be run: \(error)",
        remedy: "Install git, or name a file")
    }
  }

  /// The names of branches and tags, the one last used first; none where git or a repository is
  /// missing.
  static var revisions: [String] {
    lines(
      "for-each-ref", "--sort=-committerdate", "--count=200", "--format=%(refname:short)",
      "refs/heads", "refs/remotes", "refs/tags")
  }

  /// The paths of a revision, or of what is staged, from the current folder.
  static func paths(in revision: String) -> [String] {
    guard !revision.starts(exactlyWith: "-") else { return [] }
    return revision.isEmpty
      ? lines("ls-files", "--cached", "-z")
      : lines("ls-tree", "-r", "-z", "--name-only", revision, "--")
  }

  private static func lines(_ arguments: String...) -> [String] {
    let program = ChildProgram(
      name: "git", arguments: harmless + arguments, environment: environment)
    guard let result = try? program.run(maximumBytes: 1 << 22), result.isSuccess else { return [] }
    return result.output.split { $0 == 0 || $0 == UInt8(ascii: "\n") }
      .compactMap { String(validating: $0, as: UTF8.self) }
  }
}
