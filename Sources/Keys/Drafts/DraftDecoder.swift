import BitCollections
import Catalogs
import Documents

/// The one gate through which a draft comes in.
struct DraftDecoder {
  private let catalog: Catalog
  private var heading: Draft.Heading?
  private var reference: Manifest.CatalogReference?
  private var design = KeyDesign()
  private var typed: Draft.Typed?
  private var time = 0
  /// Unknown scopes in the order in which they came; those that are chosen are in the set.
  private var unknown: [String] = []
  private var chosenUnknown: Set<ExactText> = []

  init(catalog: Catalog) { self.catalog = catalog }

  mutating func decode(_ bytes: [UInt8]) throws(ModelError) -> Draft {
    guard bytes.count <= Draft.maximumBytes else {
      throw ModelError(
        problem: "the draft has more than \(Draft.maximumBytes >> 20) MiB", remedy: "Remove it")
    }
    // What stands behind the last line break was being written when the session ended.
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      throw ModelError(problem: "the draft has no whole line", remedy: "Remove it")
    }
    let lines = bytes[..<end].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      do {
        try take(JSONDocument(parsing: Array(line)).root)
      } catch {
        throw error.onLine(number + 1)
      }
    }
    guard let heading, let reference else {
      throw ModelError(problem: "the draft has no heading", remedy: "Remove it")
    }
    var seen: Set<ExactText> = []
    design.details.unknownScopes = unknown.filter {
      chosenUnknown.contains(ExactText($0)) && seen.insert(ExactText($0)).inserted
    }
    return Draft(heading: heading, catalog: reference, design: design, typed: typed, time: time)
  }

  private mutating func take(_ record: JSONValue) throws(ModelError) {
    if heading == nil {
      heading = try decodeHeading(record)
      _ = try record.require("manifest")
    }
    let value = try record.require("at")
    guard let seconds = value.integer, seconds >= 0 else {
      throw value.error("this is not a time in seconds since 1970", remedy: "Remove the draft")
    }
    time = seconds
    typed = try decodeTyped(record)
    if let value = record["manifest"] { try takeManifest(value) }
    for value in try record["chosen"]?.requireElements() ?? [] {
      let id = try TextCheck.line(value)
      if let index = catalog.indexOfScope(id) {
        design.scopes.insert(index)
      } else if chosenUnknown.insert(ExactText(id)).inserted {
        // The catalog had it when the draft was made.
        unknown.append(id)
      }
    }
    for value in try record["dropped"]?.requireElements() ?? [] {
      let id = try TextCheck.line(value)
      if let index = catalog.indexOfScope(id) {
        design.scopes.remove(index)
      } else {
        chosenUnknown.remove(ExactText(id))
      }
    }
  }

  private func decodeHeading(_ record: JSONValue) throws(ModelError) -> Draft.Heading {
    let schema = try record.require("$schema")
    guard try schema.requireString() == Draft.schema else {
      throw schema.error(
        "\"\(schema.string ?? "")\" is not a draft of a version that this program knows",
        remedy: "Open it with the version of Keywright that made it")
    }
    return Draft.Heading(
      target: try record["target"].map { value throws(ModelError) in try value.requireString() },
      held: try record["held"].map { value throws(ModelError) in try value.requireString() })
  }

  /// A manifest in a record passes the gate of any manifest.
  private mutating func takeManifest(_ value: JSONValue) throws(ModelError) {
    let manifest = try Manifest(decoding: Array(value.source)) { id in
      id == catalog.id ? catalog : nil
    }
    reference = manifest.catalogReference
    design = manifest.original
    unknown = design.details.unknownScopes
    chosenUnknown = Set(unknown.map(ExactText.init))
  }

  private func decodeTyped(_ record: JSONValue) throws(ModelError) -> Draft.Typed? {
    guard let value = record["typed"] else { return nil }
    return Draft.Typed(
      form: try value.require("form").requireString(),
      fields: try value.require("fields").requireStrings())
  }
}

extension ModelError {
  /// The same error, said of a line of a document of lines.
  fileprivate func onLine(_ number: Int) -> ModelError {
    var copy = self
    copy.place = Place(path: place?.path ?? "", line: number, column: place?.column ?? 1)
    return copy
  }
}
