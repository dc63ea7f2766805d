/// What a session had not written when it ended: a key design, and which file it was for.
///
/// A draft is a journal: JSON values, one a line. The first holds the heading and all of the key;
/// each further one what a key press changed. A line without its end was being written when the
/// power went, and is left out.
public struct Draft: Sendable {
  /// What does not change while a session runs.
  public struct Heading: Hashable, Sendable {
    /// The absolute path of the file that the key was for; nil for none.
    public var target: String?
    /// The digest of what that file held; nil where there was none.
    public var held: String?

    /// Creates a heading.
    public init(target: String?, held: String?) {
      self.target = target
      self.held = held
    }
  }

  /// Text in a form that was open, not yet part of the key.
  public struct Typed: Hashable, Sendable {
    /// Which form.
    public var form: String
    /// The text of each of its fields.
    public var fields: [String]

    /// Creates the text of a form.
    public init(form: String, fields: [String]) {
      self.form = form
      self.fields = fields
    }
  }

  /// The value of `$schema`, version 1.
  public static let schema = "urn:keywright:draft:1"
  /// Drafts of more bytes are refused: 64 MiB.
  public static let maximumBytes = 64 << 20

  /// The file that the key was for.
  public let heading: Heading
  /// The catalog that the draft was made with.
  public let catalog: Manifest.CatalogReference
  /// The key.
  public let design: KeyDesign
  /// The text of a form that was open.
  public let typed: Typed?
  /// When it was last changed, in seconds since 1970.
  public let time: Int

  /// Decodes and validates a draft.
  ///
  /// - Parameters:
  ///   - bytes: the journal.
  ///   - catalog: the session's; a draft of another is an error.
  /// - Throws: `ModelError` with the line.
  public init(decoding bytes: [UInt8], catalog: Catalog) throws(ModelError) {
    var decoder = DraftDecoder(catalog: catalog)
    self = try decoder.decode(bytes)
  }

  /// The id of the catalog that a journal names, readable even where the catalog is another.
  public static func catalogID(of bytes: [UInt8]) -> String? {
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
