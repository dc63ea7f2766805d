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

/// A save replaces the file whole or leaves it as it was, and leaves nothing else behind.
struct DocumentFileWriteTests {
  private let folder = TestFolder()
  private let old = Array("old".utf8)
  private let new = Array("new".utf8)

  private func put(_ bytes: [UInt8], _ name: String) throws {
    #expect(try DocumentFile.write(bytes, to: folder(name)) == .written)
  }

  private func status(_ name: String) throws -> Stat { try Stat(FilePath(folder(name))) }

  private func linkTarget(_ name: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4097)
    guard readlink(folder(name), &buffer, 4096) >= 0 else { return nil }
    return FilePath(platformString: buffer).string
  }

  @Test func `a new file is written, and nothing else`() throws {
    try put(new, "a")
    #expect(try DocumentFile.read(folder("a")) == new)
    #expect(folder.names == ["a"])
  }

  @Test func `a new file has the mode asked for, less the umask`() throws {
    _ = try DocumentFile.write(new, to: folder("a"), mode: [.ownerReadWrite])
    #expect(try status("a").permissions == [.ownerReadWrite])
  }

  @Test(arguments: [0o600, 0o640, 0o755, 0o444] as [mode_t])
  func `the mode of a file that is there is kept`(mode: mode_t) throws {
    try put(old, "a")
    chmod(folder("a"), mode)
    try put(new, "a")
    #expect(try status("a").permissions.rawValue == mode)
    #expect(try DocumentFile.read(folder("a")) == new)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file to somebody else"))
  func `the owner of a file that is there is kept`() throws {
    try put(old, "a")
    chown(folder("a"), 1234, 2345)
    try put(new, "a")
    #expect(try status("a").userID.rawValue == 1234 && status("a").groupID.rawValue == 2345)
  }

  @Test func `a file is replaced, not written into: a second name keeps the old content`() throws {
    try put(old, "a")
    link(folder("a"), folder("b"))
    try put(new, "a")
    #expect(try DocumentFile.read(folder("b")) == old)
  }

  @Test(arguments: ["target", "./target", "inner/../target", "absolute"])
  func `a link stays a link, and its target is replaced`(form: String) throws {
    mkdir(folder("inner"), 0o755)
    try put(old, "target")
    let destination = form == "absolute" ? folder("target") : form
    symlink(destination, folder("link"))
    try put(new, "link")
    #expect(linkTarget("link") == destination)
    #expect(try DocumentFile.read(folder("target")) == new)
    #expect(folder.names == ["inner", "link", "target"])
  }

  @Test func `a chain of links through folders is followed to its end`() throws {
    mkdir(folder("inner"), 0o755)
    try put(old, "target")
    symlink("../second", folder("inner/first"))
    symlink("target", folder("second"))
    try put(new, "inner/first")
    #expect(linkTarget("inner/first") == "../second" && linkTarget("second") == "target")
    #expect(try DocumentFile.read(folder("target")) == new)
  }

  @Test func `a link to nothing gets its target`() throws {
    symlink("target", folder("link"))
    try put(new, "link")
    #expect(linkTarget("link") == "target")
    #expect(try DocumentFile.read(folder("target")) == new)
  }

  @Test func `links in a circle are an error`() {
    symlink("b", folder("a"))
    symlink("a", folder("b"))
    let error = #expect(throws: ModelError.self) { try DocumentFile.write(new, to: folder("a")) }
    #expect(
      error?.description == folder("a") + ": symbolic links lead in a circle. Fix the links.")
    #expect(folder.names == ["a", "b"])
  }

  @Test func `a folder cannot be written`() {
    let error = #expect(throws: ModelError.self) { try DocumentFile.write(new, to: folder.path) }
    #expect(
      error?.description == folder.path + ": this is a folder, not a file. Name a file in it.")
  }

  @Test func `a missing folder is not made`() {
    let error = #expect(throws: ModelError.self) {
      try DocumentFile.write(new, to: folder("missing/a"))
    }
    #expect(
      error?.description == folder("missing/a") + ": the file cannot be written: "
        + "No such file or directory. Check the path.")
    #expect(folder.names == [])
  }

  @Test(.enabled(if: DocumentFile.exists("/sys/kernel"), "no folder here refuses even root"))
  func `a folder in which nobody may write is an error`() {
    let error = #expect(throws: ModelError.self) {
      try DocumentFile.write(new, to: "/sys/kernel/keywright.json")
    }
    #expect(error?.file == "/sys/kernel/keywright.json")
    #expect(error?.problem.hasPrefix("the file cannot be written: ") == true)
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/dev/full"])
  func `a device cannot be written`(path: String) {
    let error = #expect(throws: ModelError.self) { try DocumentFile.write(new, to: path) }
    #expect(
      error?.description == path + ": this is not a regular file. Name a file to be written.")
  }

  @Test func `a pipe cannot be written, nor a link to one`() {
    mkfifo(folder("pipe"), 0o600)
    symlink("pipe", folder("link"))
    for name in ["pipe", "link"] {
      let error = #expect(throws: ModelError.self) { try DocumentFile.write(new, to: folder(name)) }
      #expect(error?.problem == "this is not a regular file")
    }
  }

  @Test func `a name as long as names may be can be saved`() throws {
    let name = String(repeating: "n", count: 255)
    try put(old, name)
    try put(new, name)
    #expect(folder.names == [name])
  }

  @Test func `a file that holds what the writer believes is replaced`() throws {
    try put(old, "a")
    #expect(try DocumentFile.write(new, to: folder("a"), expecting: .bytes(old)) == .written)
  }

  @Test func `a file that changed on disk is left alone`() throws {
    try put(Array("theirs".utf8), "a")
    #expect(try DocumentFile.write(new, to: folder("a"), expecting: .bytes(old)) == .changedOnDisk)
    #expect(try DocumentFile.write(new, to: folder("a"), expecting: .absent) == .changedOnDisk)
    #expect(try DocumentFile.read(folder("a")) == Array("theirs".utf8))
    #expect(folder.names == ["a"])
  }

  @Test func `a file that vanished has changed too, and can be written when asked anew`() throws {
    #expect(try DocumentFile.write(new, to: folder("a"), expecting: .bytes(old)) == .changedOnDisk)
    #expect(folder.names == [])
    #expect(try DocumentFile.write(new, to: folder("a"), expecting: .absent) == .written)
    #expect(try DocumentFile.read(folder("a")) == new)
    #expect(folder.names == ["a"])
  }

  @Test(arguments: [DocumentFile.Expectation.absent, .bytes(Array("old".utf8))])
  func `a change while the new file is written is seen`(
    expectation: DocumentFile.Expectation
  ) throws {
    if expectation != .absent { try put(old, "a") }
    let outcome = try DocumentFile.write(
      new, to: folder("a"), expecting: expectation, mode: [.ownerReadWrite]
    ) {
      _ = try? DocumentFile.write(Array("theirs".utf8), to: folder("a"))
    }
    #expect(outcome == .changedOnDisk)
    #expect(try DocumentFile.read(folder("a")) == Array("theirs".utf8))
    #expect(folder.names == ["a"])
  }

  @Test func `a failure at the last step leaves the temporary file nowhere`() {
    let error = #expect(throws: ModelError.self) {
      try DocumentFile.write(
        new, to: folder("a"), expecting: .anything, mode: [.ownerReadWrite]
      ) {
        mkdir(folder("a"), 0o755)
      }
    }
    #expect(error?.problem.hasPrefix("the file cannot be written: ") == true)
    #expect(folder.names == ["a"])
  }

  @Test func `a path relative to the working folder is enough`() throws {
    let name = "keywright-test-\(UInt64.random(in: .min ... .max)).json"
    defer { unlink(name) }
    #expect(try DocumentFile.write(new, to: name, expecting: .absent) == .written)
    #expect(try DocumentFile.read(name) == new)
  }
}
