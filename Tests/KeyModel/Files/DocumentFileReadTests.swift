import Testing

@testable import Documents

/// Reading says what stands in the way, and never more than it may take.
struct DocumentFileReadTests {
  private let folder = TestFolder()

  @Test func `a file is read whole`() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    _ = try DocumentFile.write(bytes, to: folder("a"))
    #expect(try DocumentFile.read(folder("a")) == bytes)
    #expect(try DocumentFile.readIfPresent(folder("a")) == bytes)
    #expect(DocumentFile.exists(folder("a")))
  }

  @Test(.enabled(if: DocumentFile.exists("/proc/self/status")))
  func `what states no size is read to its end`() throws {
    // The kernel's files say that they are empty.
    #expect(try DocumentFile.read("/proc/self/status").starts(with: Array("Name:".utf8)))
    #expect(try DocumentFile.read("/dev/null") == [])
  }

  @Test func `what is not there is an error to read, and nil to read if present`() throws {
    let error = #expect(throws: ModelError.self) { try DocumentFile.read(folder("a")) }
    #expect(
      error?.description == folder("a") + ": the file cannot be read: No such file or directory. "
        + "Check the path.")
    #expect(try DocumentFile.readIfPresent(folder("a")) == nil)
    #expect(try DocumentFile.readIfPresent(folder("no/folder/here")) == nil)
    #expect(!DocumentFile.exists(folder("a")))
  }

  @Test func `a folder is no file`() {
    let error = #expect(throws: ModelError.self) { try DocumentFile.read(folder.path) }
    #expect(error?.problem == "this is a folder, not a file")
    #expect(throws: ModelError.self) { try DocumentFile.readIfPresent(folder.path) }
  }

  @Test func `a file in the place of a folder is not taken for a missing file`() throws {
    _ = try DocumentFile.write([], to: folder("a"))
    #expect(throws: ModelError.self) { try DocumentFile.readIfPresent(folder("a/b")) }
  }

  @Test func `endless input is refused when it passes the limit`() {
    let error = #expect(throws: ModelError.self) {
      try DocumentFile.read("/dev/zero", maximumBytes: 1 << 20)
    }
    #expect(
      error?.description == "/dev/zero: the file has more than 1 MiB. "
        + "Split it, or leave out what the program does not read.")
  }

  @Test(arguments: [0, 1])
  func `a file may have as many bytes as the limit, and not one more`(excess: Int) throws {
    _ = try DocumentFile.write(Array(repeating: 0, count: 1 << 20 + excess), to: folder("a"))
    if excess == 0 {
      #expect(try DocumentFile.read(folder("a"), maximumBytes: 1 << 20).count == 1 << 20)
    } else {
      #expect(throws: ModelError.self) { try DocumentFile.read(folder("a"), maximumBytes: 1 << 20) }
    }
  }
}
