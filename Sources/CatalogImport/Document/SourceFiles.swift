import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files of a description: the document itself, and those below the folder that was named.
struct SourceFiles {
  private let root: JSONValue
  /// The folder that other files may come from.
  private let base: String?
  /// The document's own path from the folder; nil where it stands elsewhere.
  private let rootFile: String?
  private var documents: [String: SourceDocument] = [:]

  init(root: JSONValue, base: String?, path: String?) {
    (self.root, self.base) = (root, base)
    rootFile = base.flatMap { base in path.flatMap { Self.path(of: $0, below: base) } }
  }

  /// The path of a file as the person would name it.
  func path(of file: String) -> String { (base ?? ".") + "/" + file }

  /// What was passed over in the files.
  var flaws: [(place: References.Place, problem: MessageText)] {
    documents.sorted { $0.key < $1.key }.flatMap { file, document in
      document.flaws.map { (References.Place(value: $0.value, file: file), $0.problem) }
    }
  }

  /// The path of a file from the folder, checked to stay in it; empty for the document itself.
  func file(
    _ path: String, from current: String, _ reference: JSONValue
  ) throws(ModelError) -> String {
    guard base != nil else {
      throw reference.error(
        "the reference \"\(path)\" leads to another file",
        remedy: "Allow it with --base FOLDER, or join the files into one")
    }
    let start = current.isEmpty ? rootFile ?? "" : current
    var parts = Array(start.parts(between: "/").dropLast())
    let isOutside =
      path.starts(exactlyWith: "/") || path.contains(bytesOf: "://") || path.contains(exactly: "\\")
    for part in path.parts(between: "/") where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.popLast() != nil else {
        parts = []
        break
      }
    }
    guard !isOutside, !parts.isEmpty else { throw leavesFolder(path, reference) }
    let file = parts.joined(separator: "/")
    return file == rootFile ? "" : file
  }

  /// A file's outermost value.
  mutating func document(_ file: String, _ reference: JSONValue) throws(ModelError) -> JSONValue {
    guard !file.isEmpty, let base else { return root }
    if let known = documents[file] { return known.root }
    let path = base + "/" + file
    if let real = Self.withoutLinks(path) {
      let folder = Self.withoutLinks(base).map { $0 == "/" ? $0 : $0 + "/" }
      guard let folder, real.utf8.starts(with: folder.utf8) else {
        throw leavesFolder(file, reference)
      }
    }
    do {
      let document = try SourceDocument(parsing: DocumentFile.readFound(path))
      documents[file] = document
      return document.root
    } catch {
      throw error.file == nil ? error.inFile(path) : error
    }
  }

  private func leavesFolder(_ path: String, _ reference: JSONValue) -> ModelError {
    reference.error(
      "the reference \"\(path)\" leads out of the folder", remedy: "Keep the files inside --base")
  }

  /// The path of a file from a folder; nil where it stands elsewhere.
  private static func path(of file: String, below folder: String) -> String? {
    guard let real = withoutLinks(file), let base = withoutLinks(folder) else { return nil }
    let start = base == "/" ? base : base + "/"
    return real.utf8.starts(with: start.utf8) ? String(real.dropFirst(start.count)) : nil
  }

  /// Where a path leads once its symbolic links are followed; nil where nothing is there.
  private static func withoutLinks(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
