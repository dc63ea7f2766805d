import Documents

/// Reads the calls of an HTTP archive (HAR 1.1 and 1.2), as browsers and proxies save it.
///
/// Of each entry only the request's method, URL and host and the answer's status are looked at:
/// cookies and bodies are skipped over.
package enum HTTPArchive {
  private static let versions = ["1.1", "1.2"]

  /// Reads an archive's calls.
  ///
  /// - Parameters:
  ///   - bytes: the document, at most 256 MiB.
  ///   - tally: takes the calls in.
  /// - Throws: `ModelError` where it is no record in JSON, or one without calls.
  package static func read(_ bytes: [UInt8], into tally: inout CallTally) throws(ModelError) {
    try DocumentReader.read(bytes, into: &tally)
  }

  static func read(_ document: JSONDocument, into tally: inout CallTally) throws(ModelError) {
    guard let log = document.root["log"], let entries = log["entries"], entries.kind == .array
    else {
      throw document.root.error(
        "this is not an HTTP archive: it has no \"log\" with \"entries\"",
        remedy: "Save the calls as HAR in the browser's network panel")
    }
    if let version = log["version"], !versions.contains(version.string ?? "") {
      tally.addUnread(
        "the archive has another version than 1.1 and 1.2", at: .line(version.line))
    }
    let reader = ObjectReader()
    var number = 0
    for entry in entries.elements {
      number += 1
      guard let request = entry["request"], let method = request["method"]?.string,
        let url = request["url"]?.string, !method.isEmpty, !url.isEmpty
      else {
        tally.addUnread("the entry has no request with a method and a URL", at: .entry(number))
        continue
      }
      var call = CallEvidence(method: method.utf8, target: url.utf8)
      if case .call(let found) = reader.finding(ofEntry: entry) {
        (call.host, call.status) = (found.host, found.status)
      }
      tally.add(call, at: .entry(number))
    }
    guard number > 0 else {
      throw entries.error(
        "the archive has no entry", remedy: "Record the calls, then save the archive")
    }
  }
}
