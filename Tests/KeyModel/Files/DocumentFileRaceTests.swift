import Foundation
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

/// Several writers of one file, and writers that were killed.
struct DocumentFileRaceTests {
  private let folder = TestFolder()
  private let old = Array("old".utf8)
  private let new = Array("new".utf8)

  @Test(arguments: [2, 8])
  func `of writers that believe the same, one writes and all others are told`(count: Int)
    async throws
  {
    for round in 1...200 {
      let before = Array("before \(round)".utf8)
      _ = try DocumentFile.write(before, to: folder("a"))
      let path = folder("a")
      let written = try await withThrowingTaskGroup { group in
        for writer in 1...count {
          group.addTask {
            let bytes = Array("writer \(writer)".utf8)
            let outcome = try DocumentFile.write(bytes, to: path, expecting: .bytes(before))
            return outcome == .written ? bytes : nil
          }
        }
        var written: [[UInt8]] = []
        for try await case let bytes? in group { written.append(bytes) }
        return written
      }
      #expect(written.count == 1)
      #expect(try DocumentFile.read(path) == written.first)
    }
    #expect(folder.names == ["a"])
  }

  @Test func `whoever keeps the file locked is waited for, and told of in the end`() throws {
    _ = try DocumentFile.write(old, to: folder("a"))
    let lock = try FileLock.take(folder("a"))
    let error = #expect(throws: ModelError.self) {
      _ = try FileLock.take(folder("a"), milliseconds: 20)
    }
    #expect(
      error?.description == folder("a") + ": another program keeps this file locked. "
        + "Wait until it has ended, and write again.")
    withExtendedLifetime(lock) {}
  }

  @Test func `what is not there has no lock`() throws {
    #expect(try FileLock.take(folder("a")) == nil)
  }

  @Test(arguments: [true, false])
  func `with a name or without, a file is written alike`(mayBeUnnamed: Bool) throws {
    func write(_ expectation: DocumentFile.Expectation) throws -> DocumentFile.Outcome {
      try DocumentFile.write(
        new, to: folder("a"), expecting: expectation, mode: [.ownerReadWrite],
        mayBeUnnamed: mayBeUnnamed
      ) {
        // A name shows where the file system leaves no other way.
        #expect(folder.names.filter { $0 != "a" }.count == (mayBeUnnamed ? 0 : 1))
      }
    }
    #expect(try write(.absent) == .written)
    #expect(try write(.bytes(new)) == .written)
    #expect(try write(.anything) == .written)
    #expect(try write(.absent) == .changedOnDisk)
    #expect(folder.names == ["a"])
    #expect(try Stat(FilePath(folder("a"))).permissions == [.ownerReadWrite])
  }

  @Test func `what killed writers left is removed by the next one, and nothing else`() throws {
    for name in [
      ".keywright-left.tmp", ".keywright-held.tmp", ".keywright-other", "keywright-.tmp",
    ] {
      let descriptor = open(folder(name), O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      try #require(descriptor >= 0)
      close(descriptor)
    }
    mkdir(folder(".keywright-folder.tmp"), 0o700)
    symlink("keywright-.tmp", folder(".keywright-link.tmp"))
    // A writer that is still at it.
    let lock = try FileLock.take(folder(".keywright-held.tmp"))
    _ = try DocumentFile.write(new, to: folder("a"))
    #expect(
      folder.names == [
        ".keywright-folder.tmp", ".keywright-held.tmp", ".keywright-link.tmp", ".keywright-other",
        "a", "keywright-.tmp",
      ])
    withExtendedLifetime(lock) {}
  }

  @Test func `a pipe whose reader comes late takes all of what is written`() async throws {
    let (reader, writer) = try FileDescriptor.pipe()
    #expect(fcntl(writer.rawValue, F_SETFL, O_NONBLOCK) == 0)
    #expect(fcntl(reader.rawValue, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    // Threads of their own: both wait, and the tests share as many as the machine has processors.
    Thread.detachNewThread {
      try? writer.writeAllWaiting(bytes)
      try? writer.close()
    }
    let read = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try Self.readAll(reader) })
      }
    }
    #expect(read == bytes)
    try reader.close()
  }

  private static func readAll(_ reader: FileDescriptor) throws -> [UInt8] {
    var read: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 5000)
    while true {
      let count = try part.withUnsafeMutableBytes { try reader.readWaiting(into: $0) }
      if count == 0 { return read }
      read += part[..<count]
    }
  }
}
