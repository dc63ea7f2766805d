import CFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Who can write to a file or a folder besides this user.
package enum Ownership {
  /// Why a file is not this user's alone, as a sentence without its end; nil where it is.
  package static func doubt(aboutFile path: String) -> String? {
    var link = stat()
    guard lstat(path, &link) == 0 else { return "it cannot be looked at" }
    // A link is not written to, but whoever owns it has chosen where it leads.
    if link.st_uid != geteuid() { return "user \(link.st_uid) owns it" }
    return doubt(about: path, named: "it", owners: [geteuid()])
  }

  /// Why what stands in a folder is not this user's alone, as a sentence without its end; nil where it
  /// is.
  ///
  /// Folders of the system's own user are nobody else's.
  package static func doubt(aboutFolder path: String) -> String? {
    doubt(about: path, named: "the folder \(path)", owners: [geteuid(), 0])
  }

  private static func doubt(about path: String, named name: String, owners: [uid_t]) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return "\(name) cannot be looked at" }
    if !owners.contains(status.st_uid) { return "user \(status.st_uid) owns \(name)" }
    if status.st_mode & S_IWOTH != 0 { return "everybody can write to \(name)" }
    guard status.st_mode & S_IWGRP != 0 else { return nil }
    // With a list, the bits of the group are those of everybody on it.
    if keywright_has_access_list(path) != 0 {
      return "others on its access control list can write to \(name)"
    }
    return isPrivate(group: status.st_gid)
      ? nil : "group \(status.st_gid) can write to \(name)"
  }

  /// Whether a group has nobody in it but this user: many systems give each user one.
  ///
  /// Groups that stand in no file of this machine count as shared.
  private static func isPrivate(group: gid_t) -> Bool {
    // Not getgrgid: in a program that is linked statically it needs libraries that may be missing.
    let users = records("/etc/passwd")
    let me = users.first { $0.count > 3 && $0[2] == "\(geteuid())" }?[0]
    guard let me,
      let record = records("/etc/group").first(where: { $0.count > 3 && $0[2] == "\(group)" })
    else { return false }
    let members = record[3].parts(between: ",")
    let hasOthers = users.contains { $0.count > 3 && $0[3] == "\(group)" && $0[0] != me }
    return members.allSatisfy { $0 == me } && !hasOthers
  }

  private static func records(_ path: String) -> [[String]] {
    let bytes = (try? DocumentFile.readFound(path)) ?? []
    return bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
