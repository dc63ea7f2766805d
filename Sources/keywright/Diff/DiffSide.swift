import Documents

/// One of the two keys that are compared, as the command line names it.
enum DiffSide {
  /// No key at all.
  case nothing
  /// Standard input.
  case standardInput
  /// A file.
  case file(String)
  /// A file of a revision.
  case git(GitDocument)
  /// A key that is in no file yet, under a name; the policy is that of a path.
  case bytes([UInt8], name: String, policyPath: String)

  /// Reads `none`, `-`, `git:REV:PATH` or a path.
  init(_ text: String) throws(ModelError) {
    switch text {
    case "none": self = .nothing
    case "-": self = .standardInput
    default:
      self =
        text.starts(exactlyWith: "git:")
        ? .git(try GitDocument(String(Substring(text.utf8.dropFirst(4))))) : .file(text)
    }
  }

  /// What messages call it.
  var name: String {
    switch self {
    case .nothing: "none"
    case .standardInput: "-"
    case .file(let path): path
    case .git(let document): document.name
    case .bytes(_, let name, _): name
    }
  }

  /// What an error calls it.
  var nameInErrors: String { name == "-" ? "standard input" : name }

  /// The path whose policy holds for it; nil for no key.
  var policyPath: String? {
    switch self {
    case .nothing: nil
    case .standardInput: "-"
    case .file(let path): path
    case .git(let document): document.path
    case .bytes(_, _, let path): path
    }
  }

  /// Its bytes; nil for no key.
  ///
  /// - Throws: `ModelError`; an empty document is one, whatever made it.
  func read() throws(ModelError) -> [UInt8]? {
    let bytes: [UInt8]
    switch self {
    case .nothing: return nil
    case .standardInput: bytes = try StandardStreams.readInput()
    case .file(let path): bytes = try DocumentFile.read(path)
    case .git(let document): bytes = try document.read()
    case .bytes(let own, _, _): bytes = own
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ModelError(
        file: nameInErrors, problem: "the document is empty",
        remedy: "Name a manifest; for a key that is new or gone, compare with none")
    }
    return bytes
  }
}
