import Documents

/// YAML for readers that know JSON.
package enum YAMLDocument {
  /// A document in YAML as JSON with the same lines.
  ///
  /// - Throws: `ModelError` with the line.
  package static func json(_ bytes: [UInt8]) throws(ModelError) -> [UInt8] {
    try YAMLTranscoder.json(from: bytes)
  }
}
