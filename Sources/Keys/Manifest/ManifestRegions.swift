import Documents

/// Where the parts of a manifest stand in its document.
///
/// Made anew where somebody asks: a look at a manifest alone does not need it.
package struct ManifestRegions: Sendable {
  private let lines: LineTable
  private let root: JSONValue
  private var scopes: [ExactText: Range<Int>] = [:]
  private var calls: [ExactText: Range<Int>] = [:]

  /// Reads the document of a manifest; nil for a new one, which has none.
  package init?(_ manifest: Manifest) {
    guard let source = manifest.source, let root = try? JSONDocument(parsing: source).root else {
      return nil
    }
    lines = LineTable(source)
    self.root = root
    for value in root["scopes"]?.elements ?? [] {
      if let id = value.string { scopes[ExactText(id)] = value.range }
    }
    for value in root["operations"]?.elements ?? [] {
      if let call = value.string { calls[ExactText(call)] = value.range }
    }
  }

  /// The region of a chosen scope, with its quotes; nil where it is not listed.
  package func region(ofScope id: String) -> TextRegion? {
    scopes[ExactText(id)].map(lines.region)
  }

  /// The region of a call that the key is for, with its quotes; nil where it is not listed.
  package func region(ofCall call: String) -> TextRegion? {
    calls[ExactText(call)].map(lines.region)
  }

  /// The region of the reason for a scope, with its quotes; nil where there is none.
  package func region(ofReason scope: String) -> TextRegion? {
    (root["because"]?[scope]?.range).map(lines.region)
  }

  /// The region of a member's value; nil where there is none.
  package func region(ofMember name: String) -> TextRegion? {
    (root[name]?.range).map(lines.region)
  }

  /// The first line: of what is about the key as a whole.
  package var firstLine: TextRegion { lines.firstLine }
}
