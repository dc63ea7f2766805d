import Documents

/// Follows `$ref`: inside the document, and to other files where a folder was named for them.
final class References {
  /// A value, and the file it stands in, relative to the folder; empty for the document itself.
  struct Place {
    var value: JSONValue
    var file: String
  }

  /// So many references may follow one another.
  private static let maximumSteps = 64

  private var files: SourceFiles
  private var pointers: [String: PointerIndex] = [:]

  init(root: JSONValue, base: String?, path: String? = nil) {
    files = SourceFiles(root: root, base: base, path: path)
  }

  /// The value itself, and what its `$ref` leads to: what stands beside a reference comes first.
  func follow(_ start: Place) throws(ModelError) -> Node {
    var layers: [Place] = []
    var place = start
    var seen: Set<String> = []
    while let reference = place.value.member("$ref") {
      if place.value.hasFurtherMembers { layers.append(place) }
      let text = try inFile(place.file) { () throws(ModelError) in try reference.requireString() }
      let (path, fragment) = Self.split(text)
      let file = try inFile(place.file) { () throws(ModelError) in
        path.isEmpty ? place.file : try files.file(path, from: place.file, reference)
      }
      guard seen.insert(file + "#" + fragment).inserted, seen.count <= Self.maximumSteps else {
        throw inFile(
          place.file,
          reference.error("the reference \"\(text)\" leads to itself", remedy: "Break the cycle"))
      }
      guard let found = try index(of: file, reference, from: place.file).find(fragment) else {
        throw inFile(
          place.file,
          reference.error(
            "the reference \"\(text)\" leads to nothing", remedy: "Name what is there"))
      }
      place = Place(value: found, file: file)
    }
    layers.append(place)
    return Node(layers: layers)
  }

  /// What was passed over in the files that were read besides the document.
  var flaws: [(place: Place, problem: MessageText)] { files.flaws }

  /// The same error, said of a file of the folder.
  func inFile(_ file: String, _ error: ModelError) -> ModelError {
    file.isEmpty || error.file != nil ? error : error.inFile(files.path(of: file))
  }

  /// The path of a file as the person would name it; nil for the document itself.
  func path(of file: String) -> String? { file.isEmpty ? nil : files.path(of: file) }

  /// What a step gives; its error is said of the file.
  func inFile<Value>(
    _ file: String, _ step: () throws(ModelError) -> Value
  ) throws(ModelError) -> Value {
    do {
      return try step()
    } catch {
      throw inFile(file, error)
    }
  }

  private func index(
    of file: String, _ reference: JSONValue, from current: String
  ) throws(ModelError) -> PointerIndex {
    if let known = pointers[file] { return known }
    let root = try inFile(current) { () throws(ModelError) in
      try files.document(file, reference)
    }
    let index = PointerIndex(root: root)
    pointers[file] = index
    return index
  }

  private static func split(_ reference: String) -> (path: String, fragment: String) {
    guard let hash = reference.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      return (PercentSigns.decoded(reference), "")
    }
    return (
      PercentSigns.decoded(String(reference[..<hash])),
      PercentSigns.decoded(String(reference[reference.utf8.index(after: hash)...]))
    )
  }
}

/// A value with what its references lead to: the members of the first layer win.
struct Node {
  /// From the value itself to the end of its references.
  let layers: [References.Place]

  /// Where the value stands that counts most.
  var place: References.Place { layers[0] }

  /// The value at the end of the references.
  var value: JSONValue { layers[layers.count - 1].value }

  /// The first member with a name.
  func member(_ name: String) -> References.Place? {
    for layer in layers {
      if let value = layer.value.member(name) {
        return References.Place(value: value, file: layer.file)
      }
    }
    return nil
  }

  /// The members of all layers, each with its place.
  var members: [(name: String, place: References.Place)] {
    if layers.count == 1 {
      return place.value.allMembers.map { ($0.name, .init(value: $0.value, file: place.file)) }
    }
    var seen: Set<String> = ["$ref"]
    return layers.flatMap { layer in
      layer.value.allMembers.map { ($0.name, References.Place(value: $0.value, file: layer.file)) }
    }.filter { seen.insert($0.0).inserted }
  }
}

extension JSONValue {
  /// Whether more stands in an object than a reference.
  fileprivate var hasFurtherMembers: Bool { memberCount > 1 }
}
