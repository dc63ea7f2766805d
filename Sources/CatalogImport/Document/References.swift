import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Follows `$ref`: inside the document, and to other files where a folder was named for them.
final class References {
  /// A value, and the file it stands in, relative to the folder; empty for the document itself.
  struct Place {
    var value: JSONValue
    var file: String
  }

  /// So many references may follow one another.
  private static let maximumSteps = 64

  private let root: JSONValue
  /// The folder that other files may come from.
  private let base: String?
  private var documents: [String: JSONValue] = [:]

  init(root: JSONValue, base: String?) {
    self.root = root
    self.base = base
  }

  /// The value itself, or what its `$ref` leads to in the end.
  func resolve(_ start: Place) throws(ModelError) -> Place {
    var place = start
    var seen: Set<String> = []
    while let reference = place.value["$ref"] {
      let text = try reference.requireString()
      let (path, pointer) = Self.split(text)
      let file: String
      let document: JSONValue
      do {
        file = path.isEmpty ? place.file : try self.file(path, from: place.file, reference)
        document = try self.document(file, reference)
      } catch {
        throw error.file == nil ? inFile(place.file, error) : error
      }
      guard seen.insert(file + "#" + pointer).inserted, seen.count <= Self.maximumSteps else {
        throw inFile(
          place.file,
          reference.error("the reference \"\(text)\" leads to itself", remedy: "Break the cycle"))
      }
      guard let found = Self.find(pointer, in: document) else {
        throw inFile(
          place.file,
          reference.error(
            "the reference \"\(text)\" leads to nothing", remedy: "Name what is there"))
      }
      place = Place(value: found, file: file)
    }
    return place
  }

  /// An error that names the file, where it is not the document itself.
  func inFile(_ file: String, _ error: ModelError) -> ModelError {
    file.isEmpty ? error : error.inFile((base ?? ".") + "/" + file)
  }

  private static func split(_ reference: String) -> (path: String, pointer: String) {
    guard let hash = reference.firstIndex(of: "#") else { return (reference, "") }
    return (
      String(reference[..<hash]), String(reference[reference.index(after: hash)...])
    )
  }

  /// The path of a file from the folder, checked to stay in it.
  private func file(
    _ path: String, from current: String, _ reference: JSONValue
  ) throws(ModelError) -> String {
    guard base != nil else {
      throw reference.error(
        "the reference \"\(path)\" leads to another file",
        remedy: "Allow it with --base FOLDER, or join the files into one")
    }
    var parts = current.split(separator: "/").dropLast().map(String.init)
    let isOutside = path.hasPrefix("/") || path.contains("://") || path.contains("\\")
    for part in path.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(String(part))
        continue
      }
      guard parts.popLast() != nil else {
        parts = []
        break
      }
    }
    guard !isOutside, !parts.isEmpty else { throw leavesFolder(path, reference) }
    return parts.joined(separator: "/")
  }

  private func leavesFolder(_ path: String, _ reference: JSONValue) -> ModelError {
    reference.error(
      "the reference \"\(path)\" leads out of the folder", remedy: "Keep the files inside --base")
  }

  /// Where a path leads once its symbolic links are followed; nil where nothing is there.
  private static func withoutLinks(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func document(_ file: String, _ reference: JSONValue) throws(ModelError) -> JSONValue {
    guard !file.isEmpty, let base else { return root }
    if let known = documents[file] { return known }
    let path = base + "/" + file
    if let real = Self.withoutLinks(path) {
      let folder = Self.withoutLinks(base).map { $0 == "/" ? $0 : $0 + "/" }
      guard let folder, real.utf8.starts(with: folder.utf8) else {
        throw leavesFolder(file, reference)
      }
    }
    do {
      let document = try SourceDocument(parsing: DocumentFile.readFound(path)).root
      documents[file] = document
      return document
    } catch {
      throw error.file == nil ? error.inFile(path) : error
    }
  }

  private static func find(_ pointer: String, in root: JSONValue) -> JSONValue? {
    var value: JSONValue? = root
    for part in pointer.split(separator: "/") {
      let name = decoded(part).replacing("~1", with: "/").replacing("~0", with: "~")
      value =
        value?.kind == .array
        ? Int(name).flatMap { place in
          value.flatMap { $0.elements.indices.contains(place) ? $0.elements[place] : nil }
        } : value?.member(name)
    }
    return value
  }

  /// The text without percent signs.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
