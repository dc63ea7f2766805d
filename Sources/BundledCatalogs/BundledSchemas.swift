import BundledAssets

/// The JSON Schemas of the program's documents, as they ship inside it.
package enum BundledSchemas {
  /// The names: of manifests, policies, overlays, settings and catalogs.
  package static var names: [String] {
    (0..<Int(keywright_schema_count())).map { String(cString: keywright_schema_at($0).name) }
  }

  /// The schema of a name, or nil where there is none.
  package static func bytes(of name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    let schema = keywright_schema_at(index)
    return Array(UnsafeBufferPointer(start: schema.bytes, count: Int(schema.count)))
  }
}

/// The notices of what a release has linked in.
package enum BundledNotices {
  /// The text, as UTF-8.
  package static var bytes: [UInt8] {
    var count = 0
    let start = keywright_notices(&count)
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}
