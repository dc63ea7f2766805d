import Catalogs
import Documents
import Keys

/// Reads manifests, each with the catalog that it names.
struct ManifestReader {
  let catalogs: CatalogSource

  /// The manifest in a file; `-` is standard input.
  ///
  /// - Throws: `ModelError` with the file's name.
  func manifest(_ path: String) throws(ModelError) -> Manifest {
    let bytes = path == "-" ? try StandardStreams.readInput() : try DocumentFile.read(path)
    do {
      return try Manifest(decoding: bytes) { id throws(ModelError) in try catalogs.load(id: id) }
    } catch {
      throw error.file == nil ? error.inFile(path == "-" ? "standard input" : path) : error
    }
  }
}

/// What options say of a form's blanks.
enum NativeFills {
  /// The texts by the names of the blanks, of `NAME=TEXT` each.
  static func parse(_ options: [String]) throws(ModelError) -> [String: String] {
    var fills: [String: String] = [:]
    for option in options {
      guard let sign = option.firstIndex(of: "="), sign > option.startIndex else {
        throw ModelError(
          problem: "\"\(option)\" fills in nothing", remedy: "Write --fill NAME=TEXT")
      }
      fills[String(option[..<sign])] = String(option[option.index(after: sign)...])
    }
    return fills
  }
}
