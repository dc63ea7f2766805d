import Documents

/// Reads the calls of an HTTP archive (HAR 1.2), as browsers and proxies save it.
///
/// Of each entry only the request's method and URL are looked at: headers, cookies and bodies are
/// skipped over.
package enum HTTPArchive {
  private static let versions = ["1.1", "1.2"]

  /// Reads an archive's calls.
  ///
  /// - Parameters:
  ///   - bytes: the document, at most 256 MiB.
  ///   - tally: takes the calls in.
  /// - Throws: `ModelError` where it is no archive, or one without entries.
  package static func read(
    _ bytes: consuming [UInt8], into tally: inout CallTally
  ) throws(ModelError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    // What is all in another encoding cannot be mended byte by byte.
    let mends = !JSONParser.isUTF16(bytes)
    let encoding = mends ? JSONMending.mendEncoding(&bytes) : JSONMending.Mended()
    let surrogates = mends ? JSONMending.mendSurrogates(&bytes) : JSONMending.Mended()
    let document = try JSONDocument(parsing: bytes)
    note(encoding, "a byte is not UTF-8", document, &tally)
    note(surrogates, "half a surrogate pair stands in a text", document, &tally)
    guard let log = document.root["log"], let entries = log["entries"], entries.kind == .array
    else {
      throw document.root.error(
        "this is no HTTP archive: it has no \"log\" with \"entries\"",
        remedy: "Save the calls as HAR in the browser's network panel")
    }
    if let version = log["version"], !versions.contains(version.string ?? "") {
      tally.addFault(
        "the archive's version is \"\(version.string ?? "")\", and only 1.2 is known",
        at: .line(version.line))
    }
    var count = 0
    for entry in entries.elements {
      count += 1
      guard let request = entry["request"], let method = request["method"]?.string,
        let url = request["url"]?.string, !method.isEmpty, !url.isEmpty
      else {
        tally.addFault("the entry has no request with a method and a URL", at: .entry(count))
        continue
      }
      tally.add(WrittenCall(method: method.utf8, target: url.utf8), at: .entry(count))
    }
    guard count > 0 else {
      throw entries.error(
        "the archive has no entry", remedy: "Record the calls, then save the archive")
    }
  }

  private static func note(
    _ mended: JSONMending.Mended, _ problem: String, _ document: JSONDocument,
    _ tally: inout CallTally
  ) {
    guard mended.count > 0 else { return }
    let place = CallTally.Place.line(document.lineAndColumn(of: mended.first).line)
    tally.addFault(problem, at: place, count: mended.count)
  }
}
