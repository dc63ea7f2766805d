import Documents

/// Where a call goes, taken apart: whose host, and the path without query and fragment.
///
/// What a URL holds beside that, user and password above all, is never looked at again.
struct CallTarget {
  /// Whose server is called.
  enum Host: Hashable {
    /// None is named.
    case none
    /// A variable stands for it, as in `$BASE/orders`, `{{host}}/orders` or `https://$HOST/orders`.
    case variable
    /// It is named, in small letters, with its port where that is not the scheme's own.
    case named(String)
  }

  /// The scheme with its `://`; empty where none is written.
  let scheme: String
  /// Whose server is called.
  let host: Host
  /// The path, from its slash on.
  let path: [UInt8]

  /// Takes a target apart: a path, a URL, or a host and a path as curl takes them.
  ///
  /// Nil for what is no call over HTTP, such as `data:` and `ws:`.
  init?(_ target: [UInt8]) {
    let whole = target.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if whole.first == UInt8(ascii: "/") {
      self.init(host: .none, path: Array(whole))
      return
    }
    let start = Self.endOfScheme(whole)
    if start == nil, let after = Self.endOfVariable(whole) {
      // The variable may hold a host, or all of a base address.
      self.init(host: .variable, path: Self.path(whole[after...]))
      return
    }
    let scheme =
      start.map { whole[..<$0].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } } ?? []
    guard start == nil || scheme.starts(with: "http".utf8) || Self.isVariable(scheme) else {
      return nil
    }
    let address = whole[(start ?? whole.startIndex)...]
    let authority = address.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
    let rest = address[authority.endIndex...]
    if start == nil, !Self.looksLikeHost(authority) {
      guard !authority.contains(UInt8(ascii: ":")) else { return nil }
      self.init(host: .none, path: [UInt8(ascii: "/")] + address)
      return
    }
    self.init(
      scheme: String(decoding: scheme, as: UTF8.self),
      host: Self.host(authority, scheme: scheme), path: Self.path(rest))
  }

  private init(scheme: String = "", host: Host, path: [UInt8]) {
    self.scheme = scheme
    self.host = host
    self.path = path
  }

  private static func path(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    rest.first == UInt8(ascii: "/") ? Array(rest) : [UInt8(ascii: "/")] + rest
  }

  /// The index after `://`, where that stands before any slash.
  private static func endOfScheme(_ text: ArraySlice<UInt8>) -> Int? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      text[colon...].starts(with: "://".utf8),
      !text[..<colon].contains(UInt8(ascii: "/"))
    else { return nil }
    return colon + 3
  }

  /// The index after a variable that the text starts with.
  private static func endOfVariable(_ text: ArraySlice<UInt8>) -> Int? {
    let slash = text.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
    return isVariable(text[..<slash]) ? slash : nil
  }

  /// Says whether a text has a variable as shells, templates and documents write it.
  private static func isVariable(_ text: some Collection<UInt8>) -> Bool {
    text.contains { "${<%".utf8.contains($0) }
  }

  private static func looksLikeHost(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.prefix { $0 != UInt8(ascii: ":") }
    return name.contains(UInt8(ascii: ".")) || text.contains(UInt8(ascii: "@"))
      || name.elementsEqual("localhost".utf8) || name.first == UInt8(ascii: "[")
  }

  private static func host(_ authority: ArraySlice<UInt8>, scheme: [UInt8]) -> Host {
    // The last sign: a password may hold one.
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    let name = authority[start...]
    if isVariable(name) { return .variable }
    return .named(normalized(String(decoding: name, as: UTF8.self), scheme: scheme))
  }

  /// A host as it is compared: small letters, without the port that the scheme has anyway.
  ///
  /// Another port is another host, `https` on port 80 too. Without a scheme either may be meant.
  static func normalized(_ host: String, scheme: [UInt8]) -> String {
    let host = host.lowercased()
    let ports =
      scheme.starts(with: "https:".utf8)
      ? [":443"] : scheme.starts(with: "http:".utf8) ? [":80"] : [":443", ":80"]
    guard let port = ports.first(where: { host.ends(exactlyWith: $0) }) else { return host }
    return String(decoding: host.utf8.dropLast(port.utf8.count), as: UTF8.self)
  }
}
