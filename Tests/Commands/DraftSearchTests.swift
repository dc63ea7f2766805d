import Catalogs
import Designer
import Keys
import TerminalHarness
import Testing

@testable import keywright

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a start finds of the drafts of one key.
@Suite struct DraftSearchTests {
  private let home: TemporaryFolder
  private let catalog: Catalog
  private let heading = Draft.Heading(target: "/keys/bot.key.json", held: nil)

  init() throws {
    home = try TemporaryFolder()
    catalog = try CommandSamples.komerza()
  }

  private func search(limit: Int = 16) throws -> DraftSearch {
    try DraftSearch(
      folder: StateFolder(path: home.path), base: "bot", heading: heading, catalog: catalog,
      limit: limit)
  }

  /// Leaves a draft behind, written at a time.
  private func leave(_ slot: Int, time: Int, text: String? = nil) throws {
    let record = DraftRecord.whole(
      manifest: Manifest(catalog: catalog).encode(KeyDesign()), typed: nil)
    let line = String(decoding: record.line(heading: heading, time: time), as: UTF8.self)
    try home.write(text ?? line, to: "bot.\(slot).draft")
    var times = [timeval(tv_sec: time, tv_usec: 0), timeval(tv_sec: time, tv_usec: 0)]
    try #require(utimes(home.file("bot.\(slot).draft"), &times) == 0)
  }

  @Test func `the newest are offered, the newest first, and the others wait`() throws {
    for slot in 1...40 { try leave(slot, time: 1_000 + slot * 7 % 41) }
    let found = try search()
    #expect(found.offers.map(\.draft.time) == (1_025...1_040).reversed())
    #expect(found.waiting == 24)
  }

  @Test func `a lock that cannot be taken is told, and stands in the way of no other draft`() throws
  {
    for slot in 1...3 { try leave(slot, time: 1_000 + slot) }
    // A folder can be opened by nobody as a file.
    mkdir(home.file("bot.2.lock"), 0o700)
    let found = try search()
    #expect(found.offers.map(\.name) == ["bot.3", "bot.1"])
    #expect(found.notices.count == 1 && found.notices.allSatisfy { $0.contains("bot.2.lock: ") })
    #expect(try found.ownSlot().number == 4)
  }

  @Test func `what killed sessions began to write is removed, what living ones begin is not`()
    throws
  {
    try home.write("", to: "bot.1.tmp")
    try home.write("", to: "bot.2.tmp")
    guard case .taken(let lock) = try DraftLock.take(home.file("bot.2.lock")) else {
      Issue.record("the lock is free")
      return
    }
    _ = try search()
    #expect(home.names() == ["bot.2.lock", "bot.2.tmp"])
    lock.release()
  }

  @Test func `a pipe in the place of a draft that is begun is no reason to wait`() throws {
    mkfifo(home.file("bot.1.tmp"), 0o600)
    let journal = DraftJournal(path: home.file("bot.1.draft"))
    try journal.write(Array("line\n".utf8), beginsAnew: true)
    #expect(home.read("bot.1.draft") == Array("line\n".utf8))
    #expect(home.names() == ["bot.1.draft"])
  }

  @Test func `no more are read than are offered`() throws {
    for slot in 1...3 { try leave(slot, time: 2_000 + slot) }
    // Whoever reads these sets them aside and says so.
    for slot in 4...300 { try leave(slot, time: 1_000 + slot, text: "damaged\n") }
    let found = try search(limit: 3)
    #expect(found.offers.map(\.name) == ["bot.3", "bot.2", "bot.1"])
    #expect(found.notices.isEmpty && home.names().allSatisfy { !$0.hasSuffix(".damaged") })
    #expect(Set(found.locks.keys) == ["bot.1", "bot.2", "bot.3"])
    for lock in found.locks.values { lock.release() }
    // Where fewer than that can be offered, the next are looked at.
    let more = try search(limit: 4)
    #expect(more.offers.count == 3 && more.notices.count == 297)
  }

  @Test func `a draft that is not offered keeps its name`() throws {
    for slot in 1...4 { try leave(slot, time: 1_000 + slot) }
    let found = try search(limit: 2)
    #expect(try found.ownSlot().number == 5)
    #expect(home.names().filter { $0.hasSuffix(".draft") }.count == 4)
  }

  @Test func `a living session is told of, however old its draft is`() throws {
    for slot in 1...4 { try leave(slot, time: 1_000 + slot) }
    guard case .taken(let living) = try DraftLock.take(home.file("bot.1.lock")) else {
      Issue.record("the lock is not to be had")
      return
    }
    defer { living.release() }
    let found = try search(limit: 2)
    #expect(found.offers.map(\.name) == ["bot.4", "bot.3"])
    #expect(
      found.notices == [
        "process \(getpid()) has this file open too; whoever writes second is asked"
      ])
    #expect(home.names().contains("bot.1.draft"))
  }

  @Test func `locks of sessions that are gone go as well`() throws {
    try home.write("1\n", to: "bot.7.lock")
    try leave(2, time: 1_000)
    try home.write("1\n", to: "bot.2.lock")
    #expect(try search(limit: 0).offers.isEmpty)
    #expect(home.names() == ["bot.2.draft"])
  }
}
