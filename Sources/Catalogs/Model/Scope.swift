/// One permission that a platform can grant.
package struct Scope: Hashable, Sendable {
  /// What a scope lets a key do to its resource.
  package struct Access: RawRepresentable, Hashable, Sendable {
    /// The word as the catalog has it, for example `view` or `refund`; empty where it has none.
    package let rawValue: String

    /// Creates an access from a catalog's word.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The catalog does not say.
    package static let unstated = Access(rawValue: "")
    /// Reading.
    package static let view = Access(rawValue: "view")
    /// Making something new.
    package static let create = Access(rawValue: "create")
    /// Changing what is there.
    package static let update = Access(rawValue: "update")
    /// Removing.
    package static let delete = Access(rawValue: "delete")

    /// Whether it is known to do more than read.
    package var isWrite: Bool { self != .view && self != .unstated }
    /// Whether it is known to act on something that is already there.
    package var isChange: Bool { isWrite && self != .create }
  }

  /// What a scope touches.
  package struct Touches: OptionSet, Hashable, Sendable {
    /// The bits, in the order of `names`.
    package let rawValue: UInt8

    /// Creates a set from bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The words that a catalog may use, in the order in which they are shown.
    package static let names = [
      "money", "personal data", "credentials", "goods", "settings", "content", "rights",
    ]

    /// Payments, refunds, balances, prices.
    package static let money = Touches(rawValue: 1)
    /// What identifies people.
    package static let personalData = Touches(rawValue: 2)
    /// Secrets, keys, license keys.
    package static let credentials = Touches(rawValue: 4)
    /// What buyers receive.
    package static let goods = Touches(rawValue: 8)
    /// How the shop or the account works.
    package static let settings = Touches(rawValue: 16)
    /// What visitors read and see.
    package static let content = Touches(rawValue: 32)
    /// Who may do what: roles, members, keys with more power.
    package static let rights = Touches(rawValue: 64)

    /// The words of this set.
    package var words: [String] {
      Self.names.indices.filter { rawValue & (1 << UInt8($0)) != 0 }.map { Self.names[$0] }
    }
  }

  /// Where the scope's id was learned.
  package enum Provenance: Hashable, Sendable {
    /// From a source that the catalog lists, by its name.
    case source(String)
    /// Nowhere that could be confirmed.
    case unconfirmed

    /// The word as it is shown.
    package var name: String {
      switch self {
      case .source(let name): name
      case .unconfirmed: "unconfirmed"
      }
    }
  }

  /// What was worked out from names and shapes, and not stated by the vendor.
  package struct Inferred: OptionSet, Hashable, Sendable {
    /// The bits, in the order of `names`.
    package let rawValue: UInt8

    /// Creates a set from bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The words that a catalog may use, in the order in which they are shown.
    package static let names = ["title", "category", "access", "includes"]

    /// Its title.
    package static let title = Inferred(rawValue: 1)
    /// The category in which it stands.
    package static let category = Inferred(rawValue: 2)
    /// What it lets a key do.
    package static let access = Inferred(rawValue: 4)
    /// The scopes that it grants.
    package static let includes = Inferred(rawValue: 8)

    /// The words of this set.
    package var words: [String] {
      Self.names.indices.filter { rawValue & (1 << UInt8($0)) != 0 }.map { Self.names[$0] }
    }
  }

  /// An id that a platform uses for a scope beside the one that people know.
  package struct NativeID: Hashable, Sendable {
    /// The kind of key for which it stands, by its index; nil for every kind.
    package var kind: Int?
    /// The id.
    package var id: String
  }

  /// The id that the platform uses.
  package var id: String { idText.string }
  /// The vendor's term for it.
  package var title: String { titleText.string }
  /// What it really opens, in one or two sentences; may be empty.
  package var summary: String { summaryText.string }
  /// What it lets a key do.
  package var access = Access.unstated
  /// What it touches.
  package var touches: Touches = []
  /// Where the id was learned.
  package var provenance = Provenance.source("")
  /// Whether the vendor has deprecated it.
  package var isDeprecated = false
  /// The id of the scope that replaces it, where the catalog knows one.
  package var replacement: String?
  /// The index of its category.
  package var category = 0
  /// The indices of the scopes that it grants by itself, in the catalog's words.
  package var includes: [Int] = []
  /// Which of these facts were inferred.
  package var inferred: Inferred = []
  /// The kinds of key that take it.
  package var kinds = KindSet.all
  /// The ids that the platform uses for it elsewhere, such as GUIDs.
  package var nativeIDs: [NativeID] = []
  /// Where the vendor describes it; empty where the catalog does not say.
  package var homepage = ""
  /// Whether calls name it although the vendor's document does not declare it.
  package var isUndeclared = false

  var idText = LazyText("")
  var titleText = LazyText("")
  var summaryText = LazyText("")

  /// What an action is done to where the id is one: `BucketPolicy` of `s3:DeleteBucketPolicy`, in the
  /// singular; nil for other ids.
  ///
  /// AWS names actions so, a service, a colon, and a verb before its object.
  /// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
  package var object: Substring? {
    func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    guard let colon = id.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let action = id[id.utf8.index(after: colon)...]
    guard let first = action.utf8.first, isCapital(first), action != "ReadWrite",
      let start = action.utf8.dropFirst().firstIndex(where: isCapital)
    else { return nil }
    var object = action[start...]
    let end = object.utf8.suffix(2)
    if object.utf8.count > 3, end.last == UInt8(ascii: "s"), end.first != UInt8(ascii: "s") {
      object.removeLast()
    }
    return object
  }

  /// The id without its last part: `stores.orders` of `stores.orders.refund`.
  package var resource: Substring {
    let isSeparator = { (byte: UInt8) in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
    }
    guard let dot = id.utf8.lastIndex(where: isSeparator) else { return id[...] }
    return id[..<dot]
  }
}

/// A named group of scopes or of further categories.
package struct Category: Hashable, Sendable {
  /// Categories that are nested more deeply are refused.
  static let maximumDepth = 64

  /// The name.
  package var name = ""
  /// What it holds, in one line; may be empty.
  package var summary = ""
  /// The index of the category around it, or nil at the top.
  package var parent: Int?
  /// How many categories stand around it.
  package var depth = 0
  /// Whether it was formed from the names of its scopes, and not by the vendor.
  package var isInferred = false
  /// Whether it is a permission, whose scopes are its levels; documents name it in its scopes.
  package var isPermission = false
  /// The scopes inside, those of inner categories included: scopes are numbered in tree order.
  package var scopes = 0..<0
}
