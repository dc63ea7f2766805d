import Documents

/// One line of a draft.
package enum DraftRecord: Hashable, Sendable {
  /// All of the key, as the bytes of its manifest.
  case whole(manifest: [UInt8], typed: Draft.Typed?)
  /// What changed since the line before: ids of scopes chosen and dropped.
  case change(chosen: [String], dropped: [String], typed: Draft.Typed?)

  /// Whether a draft can begin with this record.
  package var isWhole: Bool {
    if case .whole = self { true } else { false }
  }

  /// The record as a line of JSON, with its line break.
  ///
  /// The heading is given for the first line of a draft only; the time is in seconds since 1970.
  package func line(heading: Draft.Heading?, time: Int) -> [UInt8] {
    var members: [(name: String, value: JSONNode)] = []
    if let heading {
      members.append(("$schema", .string(Draft.schema)))
      if let target = heading.target { members.append(("target", .string(target))) }
      if let held = heading.held { members.append(("held", .string(held))) }
    }
    members.append(("at", .integer(time)))
    let text: Draft.Typed?
    switch self {
    case .whole(let manifest, let typed):
      // Line breaks inside strings are escaped; any other is as good as a space.
      let isBreak: Set<UInt8> = [10, 13]
      members.append(("manifest", .raw(manifest.map { isBreak.contains($0) ? 0x20 : $0 })))
      text = typed
    case .change(let chosen, let dropped, let typed):
      if !chosen.isEmpty { members.append(("chosen", .strings(chosen))) }
      if !dropped.isEmpty { members.append(("dropped", .strings(dropped))) }
      text = typed
    }
    if let text {
      let fields: JSONNode = .strings(text.fields)
      members.append(("typed", .object([("form", .string(text.form)), ("fields", fields)])))
    }
    return JSONWriter.writeLine(.object(members))
  }
}
