import Documents

/// The paths of the manifests that are asked for: those of the arguments, then those of a list.
struct ManifestPaths {
  private var arguments: ArraySlice<String>
  private let list: PathList?

  /// Opens the list, where there is one; `-` is standard input.
  init(_ arguments: [String], list: String?) throws(ModelError) {
    self.arguments = arguments[...]
    if list == "-" { StandardStreams.tellOfTerminal() }
    self.list = try list.map { (path) throws(ModelError) in try PathList(path) }
  }

  /// Whether there are more paths than some: so many, and no more, are read ahead of a list.
  mutating func areMore(than count: Int) throws(ModelError) -> Bool {
    while arguments.count <= count, let path = try list?.next() { arguments.append(path) }
    return arguments.count > count
  }

  /// The next path; nil behind the last.
  mutating func next() throws(ModelError) -> String? {
    if let path = arguments.popFirst() { return path }
    return try list?.next()
  }
}
