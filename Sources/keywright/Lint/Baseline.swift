import Documents
import Judgement

/// Findings that are known: with them `lint` tells, and fails on, only what is new.
///
/// A finding is known by its fingerprint in its file, so that neither order nor lines matter. A file
/// that is not there any more may have been renamed: what was known of it is known of another that
/// has the same finding.
struct Baseline {
  /// The value of `$schema`.
  static let schema = "urn:keywright:baseline:1"

  /// A finding that is known.
  struct Entry: Hashable {
    /// The path of the manifest from the root of its repository.
    var path: String
    var fingerprint: String
    /// The rule and the scopes, for people who read the file.
    var rule: String
    var scopes: [String]
  }

  /// All that are known, in the order of the file.
  private(set) var entries: [Entry] = []

  init() {}

  /// Reads a baseline.
  ///
  /// - Throws: `ModelError` with the place of what is wrong.
  init(decoding bytes: [UInt8]) throws(ModelError) {
    let root = try JSONDocument(parsing: bytes).root
    let name = try root.require("$schema")
    guard try name.requireString() == Self.schema else {
      throw name.error(
        "this is no baseline of findings",
        remedy: "Write \"\(Self.schema)\", or make one with `keywright lint --write-baseline`")
    }
    for value in try root.require("findings").requireElements() {
      entries.append(
        Entry(
          path: try value.require("path").requireString(),
          fingerprint: try value.require("fingerprint").requireString(),
          rule: try value.require("rule").requireString(),
          scopes: try value["scopes"]?.requireStrings() ?? []))
    }
  }

  init(entries: [Entry]) {
    self.entries = entries.sorted { left, right in
      (left.path, left.rule, left.fingerprint) < (right.path, right.rule, right.fingerprint)
    }
  }

  /// The document, a finding a line.
  var document: [UInt8] {
    let findings = entries.map { entry in
      JSONNode.object([
        ("path", .string(entry.path)), ("rule", .string(entry.rule)),
        ("scopes", .strings(entry.scopes)), ("fingerprint", .string(entry.fingerprint)),
      ])
    }
    return JSONWriter.write(
      .object([("$schema", .string(Self.schema)), ("findings", .lines(findings))]))
  }
}
