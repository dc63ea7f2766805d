import Designer
import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What drafts of one key are called: `base.1`, `base.2` and so on, one for each session at a time.
enum DraftName {
  /// The base for a target: the digest of its absolute path, or `new-` and the catalog's id.
  static func base(target: String?, catalog: String) -> String {
    if let target { return Digest.of(target.utf8) }
    let isSafe =
      catalog.utf8.count <= 64
      && catalog.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "-" || $0 == "_")
      }
    return "new-" + (isSafe ? catalog : Digest.of(catalog.utf8))
  }

  /// The number at the end of `base.7.draft` or `base.7.lock`, or nil.
  static func slot(of name: String, base: String, kind: String) -> Int? {
    guard name.starts(exactlyWith: base + "."), name.ends(exactlyWith: kind) else { return nil }
    return Int(Substring(name.utf8.dropFirst(base.utf8.count + 1).dropLast(kind.utf8.count)))
  }

  /// A file's absolute path, without links where it, or its folder, is there.
  static func absolute(_ path: String) -> String {
    if let real = resolved(path) { return real }
    let file = FilePath(path)
    let folder = file.removingLastComponent()
    if let name = file.lastComponent,
      let real = resolved(folder.isEmpty ? "." : folder.string)
    {
      return FilePath(real).appending(name).string
    }
    let start = FilePath(Environment.currentFolder ?? "/")
    return start.pushing(file).lexicallyNormalized().string
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
