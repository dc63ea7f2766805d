import SystemPackage
import Testing

@testable import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

#if os(Linux)
/// A file that is replaced keeps what it was given: nobody may do more with it than before.
struct KeptFactsTests {
  private let folder = TestFolder()
  private let new = Array("new".utf8)

  private typealias Set =
    @convention(c) (
      UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, CInt
    ) -> CInt
  private typealias Get =
    @convention(c) (
      UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer, Int
    ) -> Int

  /// A list that lets user 1234 read and write beside the owner: its version, then tag, rights and id
  /// of each entry.
  private static let accessList: [UInt8] =
    [2, 0, 0, 0]
    + [
      (1, 6, 0xFFFF_FFFF), (2, 6, 1234), (4, 0, 0xFFFF_FFFF), (16, 6, 0xFFFF_FFFF),
      (32, 0, 0xFFFF_FFFF),
    ]
    .flatMap { (tag: UInt16, rights: UInt16, id: UInt32) in
      [UInt8(tag), 0, UInt8(rights), 0] + (0..<4).map { UInt8(truncatingIfNeeded: id >> ($0 * 8)) }
    }

  // Swift imports no functions for them.
  private func set(_ name: String, _ value: [UInt8], of file: String) throws -> Bool {
    let function = try #require(dlsym(nil, "setxattr"))
    return unsafeBitCast(function, to: Set.self)(folder(file), name, value, value.count, 0) == 0
  }

  private func get(_ name: String, of file: String) throws -> [UInt8]? {
    let function = try #require(dlsym(nil, "getxattr"))
    var value = [UInt8](repeating: 0, count: 1000)
    let count = unsafeBitCast(function, to: Get.self)(folder(file), name, &value, value.count)
    return count < 0 ? nil : Array(value.prefix(count))
  }

  private func put(_ name: String) throws {
    _ = try DocumentFile.write(Array("old".utf8), to: folder(name))
  }

  @Test func `extended attributes are kept`() throws {
    try put("a")
    // Some file systems have none.
    guard try set("user.origin", Array("desk".utf8), of: "a") else { return }
    _ = try DocumentFile.write(new, to: folder("a"))
    #expect(try get("user.origin", of: "a") == Array("desk".utf8))
    #expect(try DocumentFile.read(folder("a")) == new)
  }

  @Test func `an access control list is kept`() throws {
    try put("a")
    guard try set("system.posix_acl_access", Self.accessList, of: "a") else { return }
    _ = try DocumentFile.write(new, to: folder("a"))
    #expect(try get("system.posix_acl_access", of: "a") == Self.accessList)
    #expect(
      Ownership.doubt(aboutFile: folder("a"))
        == "others on its access control list can write to it")
  }

  @Test func `the list that a folder gives to new files is not given to one that had none`() throws
  {
    mkdir(folder("inner"), 0o755)
    try put("inner/a")
    guard try set("system.posix_acl_default", Self.accessList, of: "inner") else { return }
    _ = try DocumentFile.write(new, to: folder("inner/a"))
    #expect(try get("system.posix_acl_access", of: "inner/a") == nil)
    #expect(try Stat(FilePath(folder("inner/a"))).permissions.rawValue == 0o644)
  }
}
#endif
