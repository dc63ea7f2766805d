import Calls
import Documents

/// A description of an API where a catalog should stand: what a person has before there is one.
enum DescriptionOfAPI {
  /// So many bytes are looked at where a document is no JSON.
  private static let beginning = 1 << 16

  /// What is wrong with a document that is no catalog.
  ///
  /// That is what the decoder says of it, unless it is a description. `-` is standard input.
  static func explain(_ error: ModelError, bytes: [UInt8], path: String) -> ModelError {
    let name = path == "-" ? "standard input" : path
    guard isDescription(bytes) else { return error.inFile(name) }
    return ModelError(
      file: name, problem: "this is a description of an API (OpenAPI or Swagger), and no catalog",
      remedy: "Make one from it with `keywright catalog import \(ShellWord.shown(path))`")
  }

  private static func isDescription(_ bytes: [UInt8]) -> Bool {
    let members = ["openapi", "swagger"]
    if let root = try? JSONDocument(parsing: bytes).root {
      return members.contains { root[$0] != nil }
    }
    // YAML, or JSON that is damaged: the member starts a line.
    let marks = members.flatMap { ["\($0):", "\"\($0)\":", "'\($0)':"] }.map { Array($0.utf8) }
    return bytes.prefix(beginning).split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "{") }
      return marks.contains { text.starts(with: $0) }
    }
  }
}
