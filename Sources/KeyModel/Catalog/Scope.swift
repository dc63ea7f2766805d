/// One permission that a platform can grant.
public struct Scope: Hashable, Sendable {
  /// What a scope lets a key do to its resource.
  public struct Access: RawRepresentable, Hashable, Sendable {
    /// The word as the catalog has it, for example `view` or `refund`; empty where it has none.
    public let rawValue: String

    /// Creates an access from a catalog's word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The catalog does not say.
    public static let unstated = Access(rawValue: "")
    /// Reading.
    public static let view = Access(rawValue: "view")
    /// Making something new.
    public static let create = Access(rawValue: "create")
    /// Changing what is there.
    public static let update = Access(rawValue: "update")
    /// Removing.
    public static let delete = Access(rawValue: "delete")

    /// Whether it is known to do more than read.
    public var isWrite: Bool { self != .view && self != .unstated }
    /// Whether it is known to act on something that is already there.
    public var isChange: Bool { isWrite && self != .create }
  }

  /// What a scope touches.
  public struct Touches: OptionSet, Hashable, Sendable {
    /// The bits, in the order of `names`.
    public let rawValue: UInt8

    /// Creates a set from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The words that a catalog may use, in the order in which they are shown.
    public static let names = [
      "money", "personal data", "credentials", "goods", "settings", "content",
    ]

    /// Payments, refunds, balances, prices.
    public static let money = Touches(rawValue: 1)
    /// What identifies people.
    public static let personalData = Touches(rawValue: 2)
    /// Secrets, keys, license keys.
    public static let credentials = Touches(rawValue: 4)
    /// What buyers receive.
    public static let goods = Touches(rawValue: 8)
    /// How the shop or the account works.
    public static let settings = Touches(rawValue: 16)
    /// What visitors read and see.
    public static let content = Touches(rawValue: 32)

    /// The words of this set.
    public var words: [String] {
      Self.names.indices.filter { rawValue & (1 << UInt8($0)) != 0 }.map { Self.names[$0] }
    }
  }

  /// Where the scope's id was learned.
  public enum Provenance: Hashable, Sendable {
    /// From a source that the catalog lists, by its name.
    case source(String)
    /// Nowhere that could be confirmed.
    case unconfirmed

    /// The word as it is shown.
    public var name: String {
      switch self {
      case .source(let name): name
      case .unconfirmed: "unconfirmed"
      }
    }
  }

  /// What was worked out from names and shapes, and not stated by the vendor.
  public struct Inferred: OptionSet, Hashable, Sendable {
    /// The bits, in the order of `names`.
    public let rawValue: UInt8

    /// Creates a set from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The words that a catalog may use, in the order in which they are shown.
    public static let names = ["title", "category", "access", "includes"]

    /// Its title.
    public static let title = Inferred(rawValue: 1)
    /// The category in which it stands.
    public static let category = Inferred(rawValue: 2)
    /// What it lets a key do.
    public static let access = Inferred(rawValue: 4)
    /// The scopes that it grants.
    public static let includes = Inferred(rawValue: 8)

    /// The words of this set.
    public var words: [String] {
      Self.names.indices.filter { rawValue & (1 << UInt8($0)) != 0 }.map { Self.names[$0] }
    }
  }

  /// The id that the platform uses.
  public var id: String { idText.string }
  /// The vendor's term for it.
  public var title: String { titleText.string }
  /// What it really opens, in one or two sentences; may be empty.
  public var summary: String { summaryText.string }
  /// What it lets a key do.
  public var access: Access
  /// What it touches.
  public var touches: Touches
  /// Where the id was learned.
  public var provenance: Provenance
  /// Whether the vendor has deprecated it.
  public var isDeprecated: Bool
  /// The id of the scope that replaces it, where the catalog knows one.
  public var replacement: String?
  /// The index of its category.
  public var category: Int
  /// The indices of the scopes that it grants by itself, in the catalog's words.
  public var includes: [Int] = []
  /// Which of these facts were inferred.
  public var inferred: Inferred = []
  /// Whether calls name it although the vendor's document does not declare it.
  public var isUndeclared = false

  var idText: LazyText
  var titleText: LazyText
  var summaryText: LazyText

  /// The id without its last part: `stores.orders` of `stores.orders.refund`.
  public var resource: Substring {
    let isSeparator = { (byte: UInt8) in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
    }
    guard let dot = id.utf8.lastIndex(where: isSeparator) else { return id[...] }
    return id[..<dot]
  }
}

extension Scope {
  init(
    id: String, title: String, summary: String, access: Access, touches: Touches,
    provenance: Provenance, isDeprecated: Bool, replacement: String?, category: Int,
    inferred: Inferred, isUndeclared: Bool
  ) {
    self.init(
      access: access, touches: touches, provenance: provenance, isDeprecated: isDeprecated,
      replacement: replacement, category: category, inferred: inferred,
      isUndeclared: isUndeclared, idText: LazyText(id), titleText: LazyText(title),
      summaryText: LazyText(summary))
  }
}

/// A named group of scopes or of further categories.
public struct Category: Hashable, Sendable {
  /// The name.
  public var name: String
  /// What it holds, in one line; may be empty.
  public var summary: String
  /// The index of the category around it, or nil at the top.
  public var parent: Int?
  /// How many categories stand around it.
  public var depth: Int
  /// Whether it was formed from the names of its scopes, and not by the vendor.
  public var isInferred = false
  /// The scopes inside, those of inner categories included: scopes are numbered in tree order.
  public var scopes: Range<Int>
}
