import Catalogs
import Documents

/// What a document of a platform's own grants, as far as a key design can say it.
package struct Adoption: Sendable {
  /// A key, one for each kind that the document grants something to.
  package struct Key: Sendable {
    /// The id of its kind; nil where the document or the catalog knows none.
    package var kind: String?
    /// The key.
    package var design: KeyDesign
  }

  /// A pattern that stands for several scopes.
  package struct Wildcard: Hashable, Sendable {
    /// The pattern as it stands in the document.
    package var pattern: String
    /// How many scopes of the catalog it stands for.
    package var count: Int
  }

  /// Something that the document says and a key design cannot.
  package struct Remainder: Hashable, Sendable {
    /// Where it stands: a JSON path, or a line.
    package var place: String
    /// What it is, in a sentence without a full stop.
    package var what: String
    /// As it stands in the document, as JSON on one line; empty where that is long or no JSON.
    package var source: [UInt8] = []
  }

  /// What the document is.
  package var form: AdoptableForm
  /// The catalog whose scopes the keys have.
  package var catalog: Catalog
  /// The keys; never empty, and each has a scope.
  package var keys: [Key]
  /// The patterns, in the order of the document.
  package var wildcards: [Wildcard] = []
  /// What a key design cannot say: the keys are not the whole of what the document grants or denies.
  package var remainders: [Remainder] = []
  /// What was decided in reading, in sentences.
  package var notes: [String] = []

  /// The key of a kind; nil where there is none.
  package func key(ofKind kind: String) -> Key? { keys.first { $0.kind == kind } }

  /// The manifest of one of the keys, which keeps what it could not say in a member of its own.
  package func manifest(of key: Key) -> Manifest {
    Manifest(
      catalog: catalog, original: key.design,
      unknownMembers: [
        UnknownMember(name: "adopted", source: JSONWriter.writeLine(record).dropLast())
      ])
  }

  private var record: JSONNode {
    var members: [(name: String, value: JSONNode)] = [("from", .string(form.rawValue))]
    if !wildcards.isEmpty {
      members.append(
        (
          "wildcards",
          .array(
            wildcards.map {
              .object([("pattern", .string($0.pattern)), ("scopes", .integer($0.count))])
            })
        ))
    }
    if !remainders.isEmpty {
      members.append(
        (
          "notSaid",
          .array(
            remainders.map { remainder in
              .object(
                [("place", .string(remainder.place)), ("what", .string(remainder.what))]
                  + (remainder.source.isEmpty ? [] : [("source", .raw(remainder.source))]))
            })
        ))
    }
    return .object(members)
  }
}
