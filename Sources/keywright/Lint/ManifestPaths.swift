import Documents

/// The paths of the manifests that are asked for: those of the arguments, then those of a list.
struct ManifestPaths {
  private var arguments: ArraySlice<String>
  private let list: PathList?

  /// Opens the list, where there is one; `-` is standard input.
  init(_ arguments: [String], list: String?) throws(ModelError) {
    self.arguments = arguments[...]
    self.list = try list.map { (path) throws(ModelError) in try PathList(path) }
  }

  /// The next path; nil behind the last.
  mutating func next() throws(ModelError) -> String? {
    if let path = arguments.popFirst() { return path }
    return try list?.next()
  }
}
