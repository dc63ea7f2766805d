import Catalogs
import Documents

/// A key in a form that the platform itself takes.
package struct NativeDocument: Hashable, Sendable {
  /// The form.
  package var form: NativeForm
  /// The document, with a final newline.
  package var bytes: [UInt8]
  /// What the key has and the form does not carry, in sentences.
  package var leavesOut: [String] = []
  /// What has to be filled in by hand.
  package var blanks: [FormTemplate.Blank] = []
  /// Why the platform will not take it as it is, in sentences; empty where nothing is known.
  package var problems: [String] = []

  /// The link, where the form is one.
  package var link: String? {
    form.format == .url ? String(decoding: bytes.dropLast(), as: UTF8.self) : nil
  }

  /// All that a person has to know of it beside the document, a sentence each.
  package var remarks: [String] {
    problems
      + blanks.map { blank in
        "Fill in \(blank.placeholder ?? blank.name): \(blank.title)"
          + (blank.title.ends(exactlyWith: ".") ? "" : ".")
      } + leavesOut
  }
}

extension NativeForm {
  /// How a file of it ends.
  package var fileEnding: String {
    let ending =
      switch format {
      case .json: "json"
      case .yaml: "yaml"
      case .toml: "toml"
      case .url: "url.txt"
      case .text: "txt"
      }
    return ".\(id).\(ending)"
  }

  /// Puts keys into the form.
  ///
  /// - Parameters:
  ///   - keys: designs of the same catalog; the first one says label, purpose, dates and addresses.
  ///   - catalog: their catalog.
  ///   - today: the day from which days are counted.
  ///   - fills: what belongs into the form's blanks, by their names.
  /// - Returns: the document, with what a person has to know of it.
  /// - Throws: `ModelError` where the form cannot say what the keys are; it names the first reason.
  package func document(
    of keys: [KeyDesign], catalog: Catalog, today: CalendarDate, fills: [String: String] = [:]
  ) throws(ModelError) -> NativeDocument {
    var filler = FormFiller(
      template: try template(in: catalog), keys: keys, catalog: catalog, today: today,
      fills: fills)
    try filler.check(self)
    let bytes = try filler.write(format)
    try filler.checkUse(in: self)
    return NativeDocument(
      form: self, bytes: bytes, leavesOut: filler.template.leavesOut, blanks: filler.openBlanks,
      problems: filler.problems)
  }
}

extension Catalog {
  /// The form of an id, or the first that is for a kind of key.
  ///
  /// - Throws: `ModelError` that names the forms where there is none.
  package func form(_ id: String?, for design: KeyDesign) throws(ModelError) -> NativeForm {
    guard !forms.isEmpty else {
      throw ModelError(
        problem: "the catalog \"\(self.id)\" knows no form of the platform's own",
        remedy: "Use --format dashboard, or add \"forms\" to the catalog")
    }
    let ids = forms.map(\.id)
    if let id {
      guard let form = forms.first(where: { $0.id == id }) else {
        throw ModelError(
          problem: "the catalog \"\(self.id)\" has no form \"\(id)\"",
          remedy: (NearestName.suggestion(id, among: ids).map { $0 + ". " } ?? "")
            + "Use one of: " + ids.joined(separator: ", "))
      }
      return form
    }
    let kind = design.kindIndex(in: self).map { kinds[$0].id }
    for form in forms {
      let named = try form.template(in: self).kinds
      if named.isEmpty || kind.map(named.contains) ?? false { return form }
    }
    throw ModelError(
      problem: "no form of the catalog \"\(self.id)\" is for keys of the kind \"\(kind ?? "")\"",
      remedy: "Choose another kind, or name a form: " + ids.joined(separator: ", "))
  }
}
