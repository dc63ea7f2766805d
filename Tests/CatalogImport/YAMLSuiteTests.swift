import Documents
import Foundation
import Testing

@testable import CatalogImport

/// The yaml-test-suite (github.com/yaml/yaml-test-suite), where its clone is named by the
/// environment's `KEYWRIGHT_YAML_SUITE`; the cases that decide stand in `YAMLSpecificationTests`.
@Suite(.enabled(if: YAMLSuite.folder != nil, "KEYWRIGHT_YAML_SUITE names no clone of the suite"))
struct YAMLSuiteTests {
  @Test func `no document is read wrongly, nearly all exactly, and few invalid ones at all`() throws
  {
    let cases = try YAMLSuite.cases(in: #require(YAMLSuite.folder))
    #expect(cases.count > 350)
    var (exact, refused, wrong, accepted): ([String], [String], [String], [String]) =
      ([], [], [], [])
    for one in cases {
      let read = try? YAMLTranscoder.json(from: Array(one.yaml.utf8))
      switch (one.meaning, read) {
      case (.invalid, .some): accepted.append(one.name)
      case (.invalid, nil): break
      case (.value, nil): refused.append(one.name)
      case (.value(let meant), .some(let json)):
        let isSame = try YAMLSuite.value(json).isEqual(YAMLSuite.value(Array(meant.utf8)))
        if isSame { exact.append(one.name) } else { wrong.append(one.name) }
      }
    }
    print("exact \(exact.count), refused \(refused), wrong \(wrong), accepted \(accepted)")
    #expect(wrong == [])
    #expect(exact.count >= 250, "refused: \(refused)")
    #expect(accepted.count <= 5, "accepted: \(accepted)")
  }
}

/// The suite's own files, which are lists in YAML.
enum YAMLSuite {
  /// What a document stands for.
  enum Meaning {
    /// A value, as JSON.
    case value(String)
    /// Nothing: it is no YAML.
    case invalid
  }

  /// A case of the suite.
  struct Case {
    var name: String
    var yaml: String
    var meaning: Meaning
  }

  static var folder: String? { ProcessInfo.processInfo.environment["KEYWRIGHT_YAML_SUITE"] }

  /// The cases with one document, and the invalid ones.
  static func cases(in folder: String) throws -> [Case] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/src").sorted()
    return try files.flatMap { file in
      let bytes = try YAMLTranscoder.json(from: DocumentFile.read("\(folder)/src/\(file)"))
      var members: [String: JSONValue] = [:]
      return try JSONDocument(forgiving: bytes).root.elements.enumerated().compactMap {
        place, value in
        // A case has what the one before it has, but for whether it fails.
        members["fail"] = nil
        for member in value.members { members[member.name] = member.value }
        let name = file.prefix(4) + "/\(place)"
        let yaml = plain(members["yaml"]?.string ?? "")
        if members["fail"]?.boolean == true {
          return Case(name: String(name), yaml: yaml, meaning: .invalid)
        }
        guard let json = members["json"]?.string, (try? self.value(Array(json.utf8))) != nil else {
          return nil
        }
        return Case(name: String(name), yaml: yaml, meaning: .value(json))
      }
    }
  }

  /// The value of a document of JSON; throws where it is none, or several.
  static func value(_ json: [UInt8]) throws -> NSObject {
    let value = try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
    return try #require(value as? NSObject)
  }

  /// The text in which the suite made spaces visible.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "␣": result.unicodeScalars.append(" ")
      case "—", "↵", "∎": break
      case "»": result.unicodeScalars.append("\t")
      case "⇔": result.unicodeScalars.append("\u{FEFF}")
      case "←": result.unicodeScalars.append("\r")
      default: result.unicodeScalars.append(scalar)
      }
    }
    // Where the last line has no end.
    return text.unicodeScalars.dropLast().last == "∎"
      ? String(result.unicodeScalars.dropLast()) : result
  }
}
