import Catalogs
import Documents

/// What a manifest or a policy rules out: scopes by id, and calls as `METHOD /path`.
///
/// A name that nothing has would rule nothing out, and nobody would notice: it is an error.
package enum NeverList {
  /// Whether a name is that of a call, and not of a scope.
  package static func isCall(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
    return parts.count == 2 && parts[1].first == UInt8(ascii: "/")
  }

  /// The names, each once.
  ///
  /// - Parameters:
  ///   - list: the document's list.
  ///   - catalogs: where they have to be, in any of them.
  ///   - whose: what messages call these.
  /// - Returns: the names, in the order of the list.
  /// - Throws: `ModelError` with line and nearest name.
  package static func decode(
    _ list: JSONValue, of catalogs: [Catalog], _ whose: String
  ) throws(ModelError) -> [String] {
    var names: [String] = []
    for value in try list.requireElements() {
      let name = try TextCheck.line(value)
      if let unknown = unknown(name, catalogs, whose) {
        throw value.error("\(whole: unknown.problem)", remedy: unknown.remedy)
      }
      guard !names.contains(name) else {
        throw value.error("\"\(name)\" is listed twice", remedy: "Keep one of them")
      }
      names.append(name)
    }
    return names
  }

  /// Throws where a catalog has neither scope nor call of a name.
  package static func check(_ name: String, in catalog: Catalog) throws(ModelError) {
    if let unknown = unknown(name, [catalog], "catalog") { throw unknown }
  }

  private static func unknown(
    _ name: String, _ catalogs: [Catalog], _ whose: String
  ) -> ModelError? {
    let isCall = isCall(name)
    let isKnown = catalogs.contains {
      isCall ? $0.indexOfOperation(name) != nil : $0.indexOfScope(name) != nil
    }
    if isKnown { return nil }
    let names = catalogs.flatMap { catalog in
      isCall ? catalog.operations.flatMap(\.calls) : catalog.scopes.map(\.id)
    }
    return ModelError(
      problem:
        "the \(whose) has no \(isCall ? "call" : "scope") \"\(name)\", so nothing is ruled out",
      remedy: NearestName.suggestion(name, among: names)
        ?? "Name a scope by its id, or a call as \"METHOD /path\"")
  }
}
