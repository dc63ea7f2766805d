/// The programs that make calls from a command line.
enum CommandName: Hashable {
  case curl
  case wget
  /// HTTPie and xh; the scheme of an address without one.
  case httpie(scheme: String)
  /// `gh`, of which `gh api` makes calls.
  case gitHub
  /// Invoke-WebRequest and Invoke-RestMethod.
  case powerShell

  /// Whether the name is a word of its own, which text uses otherwise too: it must stand where a
  /// command stands.
  var isCommonWord: Bool {
    switch self {
    case .httpie, .gitHub: true
    default: false
    }
  }

  /// The program that a word names, with its folder, its image or its extension.
  init?(_ token: ArraySlice<UInt8>) {
    guard token.count <= 256, token.count >= 2 else { return nil }
    var name = token
    while let first = name.first, "@-!+".utf8.contains(first) { name.removeFirst() }
    if let slash = name.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      guard !name[..<slash].contains(UInt8(ascii: ":")) || name[..<slash].count < 40,
        !String(decoding: name, as: UTF8.self).utf8.starts(with: "http".utf8)
      else { return nil }
      name = name[(slash + 1)...]
    }
    // `curlimages/curl:8.5.0`
    if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
      guard colon + 1 < name.endIndex, colon > name.startIndex else { return nil }
      name = name[..<colon]
      guard name.elementsEqual("curl".utf8) else { return nil }
    }
    if name.count > 4, name.suffix(4).elementsEqual(".exe".utf8) { name = name.dropLast(4) }
    switch name.count {
    case 2 where name.elementsEqual("gh".utf8): self = .gitHub
    case 2 where name.elementsEqual("xh".utf8): self = .httpie(scheme: "http")
    case 3 where name.elementsEqual("xhs".utf8): self = .httpie(scheme: "https")
    case 3 where Self.isEqual(name, "iwr") || Self.isEqual(name, "irm"): self = .powerShell
    case 4 where name.elementsEqual("curl".utf8): self = .curl
    case 4 where name.elementsEqual("wget".utf8): self = .wget
    case 4 where name.elementsEqual("http".utf8): self = .httpie(scheme: "http")
    case 5 where name.elementsEqual("https".utf8): self = .httpie(scheme: "https")
    case 17 where Self.isEqual(name, "invoke-webrequest"): self = .powerShell
    case 17 where Self.isEqual(name, "invoke-restmethod"): self = .powerShell
    default: return nil
    }
  }

  private static func isEqual(_ name: ArraySlice<UInt8>, _ text: String) -> Bool {
    name.count == text.utf8.count && zip(name, text.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
