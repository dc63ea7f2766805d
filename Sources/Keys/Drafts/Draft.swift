import Catalogs
import Documents

/// What a session had not written when it ended: a key design, and which file it was for.
///
/// A draft is a journal: JSON values, one a line. The first holds the heading and all of the key;
/// each further one what a key press changed. A line without its end was being written when the
/// power went, and is left out.
package struct Draft: Sendable {
  /// What does not change while a session runs.
  package struct Heading: Hashable, Sendable {
    /// The absolute path of the file that the key was for; nil for none.
    package var target: String?
    /// The digest of what that file held; nil where there was none.
    package var held: String?

    /// Creates a heading.
    package init(target: String?, held: String?) {
      self.target = target
      self.held = held
    }
  }

  /// Text in a form that was open, not yet part of the key.
  package struct Typed: Hashable, Sendable {
    /// Which form.
    package var form: String
    /// The text of each of its fields.
    package var fields: [String]

    /// Creates the text of a form.
    package init(form: String, fields: [String]) {
      self.form = form
      self.fields = fields
    }
  }

  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:draft:1"
  /// Drafts of more bytes are refused: 64 MiB.
  package static let maximumBytes = 64 << 20

  /// The file that the key was for.
  package let heading: Heading
  /// The catalog that the draft was made with.
  package let catalog: Manifest.CatalogReference
  /// The key.
  package let design: KeyDesign
  /// The text of a form that was open.
  package let typed: Typed?
  /// When it was last changed, in seconds since 1970.
  package let time: Int

  /// Decodes and validates a draft.
  ///
  /// - Parameters:
  ///   - bytes: the journal.
  ///   - catalog: the session's; a draft of another is an error.
  /// - Throws: `ModelError` with the line.
  package init(decoding bytes: [UInt8], catalog: Catalog) throws(ModelError) {
    var decoder = DraftDecoder(catalog: catalog)
    self = try decoder.decode(bytes)
  }

  /// The id of the catalog that a journal names, readable even where the catalog is another.
  package static func catalogID(of bytes: [UInt8]) -> String? {
    let line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
    guard let root = try? JSONDocument(parsing: line).root else { return nil }
    return root["manifest"]?["catalog"]?["id"]?.string
  }

  init(
    heading: Heading, catalog: Manifest.CatalogReference, design: KeyDesign, typed: Typed?,
    time: Int
  ) {
    self.heading = heading
    self.catalog = catalog
    self.design = design
    self.typed = typed
    self.time = time
  }
}
