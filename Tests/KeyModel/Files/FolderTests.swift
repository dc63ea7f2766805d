import Documents
import SystemPackage
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Folders are listed and made in one place.
@Suite struct FolderTests {
  private let folder = TestFolder()

  private func mode(_ path: String) throws -> UInt32 {
    try Stat(FilePath(path)).permissions.rawValue & 0o777
  }

  @Test("Everything in a folder is listed, sorted, without the folder itself and the one around it")
  func names() throws {
    for name in ["b", "a.json", ".hidden"] {
      _ = try DocumentFile.write([1], to: folder(name))
    }
    try Folder.make(folder("inner"), mode: .ownerReadWriteExecute, withParents: false)
    #expect(Folder.names(in: folder.path) == [".hidden", "a.json", "b", "inner"])
  }

  @Test("What is no folder, or is not there, has no names")
  func noNames() throws {
    _ = try DocumentFile.write([1], to: folder("file"))
    #expect(Folder.names(in: folder("file")).isEmpty)
    #expect(Folder.names(in: folder("none")).isEmpty)
    #expect(Folder.names(in: "").isEmpty)
  }

  @Test("A folder is made with those around it, all of one mode", arguments: ["", "/"])
  func withParents(end: String) throws {
    let path = folder("a/b/c")
    #expect(try Folder.make(path + end, mode: .ownerReadWriteExecute, withParents: true))
    for part in ["a", "a/b", "a/b/c"] { #expect(try mode(folder(part)) == 0o700, "\(part)") }
    #expect(try !Folder.make(path + end, mode: .ownerReadWriteExecute, withParents: true))
  }

  @Test("Without those around it, one that is missing is the reason")
  func withoutParents() {
    let error = #expect(throws: Errno.self) {
      try Folder.make(folder("a/b"), mode: .ownerReadWriteExecute, withParents: false)
    }
    #expect(error == .noSuchFileOrDirectory && folder.names.isEmpty)
  }

  @Test("What stands there is left as it is")
  func present() throws {
    _ = try DocumentFile.write([1], to: folder("file"))
    #expect(try !Folder.make(folder("file"), mode: .ownerReadWriteExecute, withParents: true))
    #expect(try DocumentFile.read(folder("file")) == [1])
    let error = #expect(throws: Errno.self) {
      try Folder.make(folder("file/b"), mode: .ownerReadWriteExecute, withParents: true)
    }
    #expect(error == .notDirectory)
  }

  @Test("A path of nothing ends in the system's reason, and that of the root in nothing to do")
  func ends() throws {
    #expect(throws: Errno.self) {
      try Folder.make("", mode: .ownerReadWriteExecute, withParents: true)
    }
    #expect(try !Folder.make("/", mode: .ownerReadWriteExecute, withParents: true))
  }
}
