import Foundation

/// All Swift files of `Sources`, and which folder needs which.
struct SourceTree {
  let files: [SourceFile]
  /// The names of which there is but one in all files.
  private let ownNames: Set<String>
  /// The types of the project: what is added to others may be called as something of theirs.
  private let ownTypes: Set<String>

  /// One reason for which a folder needs another.
  struct Need: CustomStringConvertible {
    let file: String
    let name: String
    var description: String { "\(file) names \(name)" }
  }

  private init(_ files: [SourceFile]) {
    self.files = files
    ownTypes = files.reduce(into: []) { $0.formUnion($1.declared) }
    var counts: [String: Int] = [:]
    for file in files { for name in file.valueNames { counts[name, default: 0] += 1 } }
    let labels = files.reduce(into: Set<String>()) { $0.formUnion($1.labels) }
    ownNames = Set(counts.filter { $0.value == 1 }.keys).subtracting(labels)
  }

  /// Reads the project that this test belongs to.
  init() throws {
    let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root + "/Sources")
    try self.init(
      paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
        let bytes = try Data(contentsOf: URL(filePath: "\(root)/Sources/\(path)"))
        return SourceFile(path: "Sources/" + path, bytes: Array(bytes))
      })
  }

  /// Files that a test wrote down.
  init(_ texts: [String: String]) {
    self.init(
      texts.sorted { $0.key < $1.key }.map {
        SourceFile(path: $0.key, bytes: Array($0.value.utf8))
      })
  }

  var modules: [String] { Set(files.map(\.module)).sorted() }

  /// For each folder of a module the others of it that it needs, each with a reason.
  ///
  /// A folder needs another that declares a type which it names, or a member which it names and
  /// nothing else in the project is called by.
  func needs(in module: String) -> [String: [String: Need]] {
    let files = files.filter { $0.module == module }
    var folderOfType: [String: String] = [:]
    for file in files { for name in file.declared { folderOfType[name] = file.folder } }
    var folderOfMember: [String: String] = [:]
    for file in files {
      for (type, name) in file.added
      where ownTypes.contains(type) && folderOfType[type] != file.folder && ownNames.contains(name)
      {
        folderOfMember[name] = file.folder
      }
    }
    var needs: [String: [String: Need]] = [:]
    for file in files {
      for name in file.named.sorted() {
        let target = folderOfType[name] ?? folderOfMember[name]
        if let target, target != file.folder {
          needs[file.folder, default: [:]][target] = Need(file: file.path, name: name)
        }
      }
    }
    return needs
  }

  /// The circles of folders in a module, each as a sentence; empty where there are none.
  func circles(in module: String) -> [String] {
    let needs = needs(in: module)
    func reached(from folder: String) -> Set<String> {
      var (seen, open): (Set<String>, [String]) = ([], [folder])
      while let folder = open.popLast() {
        for next in (needs[folder] ?? [:]).keys where seen.insert(next).inserted {
          open.append(next)
        }
      }
      return seen
    }
    let reach = Dictionary(uniqueKeysWithValues: needs.keys.map { ($0, reached(from: $0)) })
    return needs.keys.sorted().flatMap { folder in
      (needs[folder] ?? [:]).sorted { $0.key < $1.key }
        .filter { reach[$0.key]?.contains(folder) == true }
        .map { "\(folder) needs \($0.key) (\($0.value)), which leads back" }
    }
  }
}
