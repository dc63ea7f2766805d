import Catalogs
import Designer
import Documents
import Keys
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A look at the drafts of one key: which are left behind, and which belong to living sessions.
///
/// Names and dates are looked at first, and no more drafts are read than are offered: hundreds may
/// lie there that nobody has ever answered.
struct DraftSearch {
  private let folder: StateFolder
  private let base: String
  private let heading: Draft.Heading
  private let catalog: Catalog
  /// The drafts to offer, the newest first.
  private(set) var offers: [DraftOffer] = []
  /// How many more there seem to be.
  private(set) var waiting = 0
  /// The locks of these drafts, by name.
  private(set) var locks: [String: DraftLock] = [:]
  /// What a person has to know.
  private(set) var notices: [String] = []
  private var busySlots: Set<Int> = []
  /// The slots of living sessions.
  private(set) var livingSlots: Set<Int> = []

  /// Looks for so many drafts at most; those beyond wait for a later start.
  init(
    folder: StateFolder, base: String, heading: Draft.Heading, catalog: Catalog, limit: Int
  ) throws(ModelError) {
    self.folder = folder
    self.base = base
    self.heading = heading
    self.catalog = catalog
    let names = folder.names(withPrefix: base + ".")
    let drafts = names.compactMap { DraftName.slot(of: $0, base: base, kind: ".draft") }
    let locked = Set(names.compactMap { DraftName.slot(of: $0, base: base, kind: ".lock") })
    busySlots = Set(drafts)
    for slot in newestFirst(drafts) {
      if offers.count < limit {
        look(at: slot)
      } else if locked.contains(slot) {
        if freeLock(of: slot) != nil { waiting += 1 }
      } else {
        waiting += 1
      }
    }
    for slot in locked.subtracting(drafts).sorted() { _ = freeLock(of: slot) }
    sweep(names)
    offers.sort { $0.draft.time > $1.draft.time }
  }

  /// The slots by when their drafts were last written; one that is gone meanwhile is the oldest.
  private func newestFirst(_ slots: [Int]) -> [Int] {
    let dated = slots.map { slot in
      let time = status(of: draft(slot))?.st_mtim
      return (slot: slot, seconds: time?.tv_sec ?? 0, fraction: time?.tv_nsec ?? 0)
    }
    return dated.sorted {
      ($0.seconds, $0.fraction, $0.slot) > ($1.seconds, $1.fraction, $1.slot)
    }
    .map(\.slot)
  }

  /// Offers a draft that was left behind.
  private mutating func look(at slot: Int) {
    guard let lock = freeLock(of: slot) else { return }
    let before = offers.count
    if !read(slot) { busySlots.remove(slot) }
    if offers.count > before { locks["\(base).\(slot)"] = lock }
  }

  /// Removes what sessions left that were killed while they began a draft.
  private mutating func sweep(_ names: [String]) {
    for slot in names.compactMap({ DraftName.slot(of: $0, base: base, kind: ".tmp") }) {
      if let lock = freeLock(of: slot) {
        unlink(folder.file("\(base).\(slot).tmp"))
        lock.release()
      }
    }
  }

  /// The lock of a name that no living session has; nil, and noted, where one has it, or where
  /// nobody can tell: the drafts of other names are none the worse for it.
  private mutating func freeLock(of slot: Int) -> DraftLock? {
    do throws(ModelError) {
      switch try DraftLock.take(folder.file("\(base).\(slot).lock")) {
      case .taken(let lock): return lock
      case .held(let process):
        livingSlots.insert(slot)
        addBusy(process)
      }
    } catch {
      notices.append("\(error)")
    }
    busySlots.insert(slot)
    return nil
  }

  /// A name that no session and no draft has, locked.
  func ownSlot() throws(ModelError) -> (number: Int, lock: DraftLock) {
    var failure: ModelError?
    for slot in 1...999 where !busySlots.contains(slot) {
      do throws(ModelError) {
        if case .taken(let lock) = try DraftLock.take(folder.file("\(base).\(slot).lock")) {
          return (slot, lock)
        }
      } catch {
        // Where the second one fails as well it is the folder, and no single lock.
        if failure != nil { throw error }
        failure = error
      }
    }
    throw ModelError(
      file: folder.path, problem: "999 drafts of this key are here",
      remedy: "Remove those that nobody needs")
  }

  /// What a person has to know of another session on the same file.
  static func notice(of process: Int32?) -> String {
    let who = process.map { "process \($0)" } ?? "another session"
    return "\(who) has this file open too; whoever writes second is asked"
  }

  /// Sessions without a file do not meddle with each other.
  private mutating func addBusy(_ process: Int32?) {
    guard heading.target != nil else { return }
    let notice = Self.notice(of: process)
    if !notices.contains(notice) { notices.append(notice) }
  }

  /// Reads a draft that was left behind; false where its name is free now.
  private mutating func read(_ slot: Int) -> Bool {
    let path = draft(slot)
    // Its session may have ended in order meanwhile.
    guard let status = status(of: path) else { return false }
    do throws(ModelError) {
      guard status.type == .regular else {
        throw ModelError(problem: "this is not a regular file", remedy: "Remove it")
      }
      let bytes = try DocumentFile.read(path, maximumBytes: Draft.maximumBytes)
      if let id = Draft.catalogID(of: bytes), id != catalog.id {
        notices.append("a draft made with the catalog \"\(id)\" is left alone; name it to see it")
        return true
      }
      let draft = try Draft(decoding: bytes, catalog: catalog)
      // Two paths with one digest.
      guard draft.heading.target == heading.target else { return true }
      offers.append(
        DraftOffer(
          name: "\(base).\(slot)", draft: draft, age: Clock.secondsSince1970 - draft.time,
          fileHasChanged: draft.heading.held != heading.held))
      return true
    } catch {
      return !setAside(path, error.inFile(path))
    }
  }

  private func draft(_ slot: Int) -> String { folder.file("\(base).\(slot).draft") }

  /// What the file system says of a path itself, links not followed.
  private func status(of path: String) -> Stat? {
    try? Stat(FilePath(path), followTargetSymlink: false)
  }

  /// Renames a damaged draft, so that it stands in nobody's way and nothing of it is lost.
  private mutating func setAside(_ path: String, _ error: ModelError) -> Bool {
    for number in 1...999 {
      let place = path + (number == 1 ? "" : ".\(number)") + ".damaged"
      guard !DocumentFile.exists(place) else { continue }
      guard rename(path, place) == 0 else { break }
      notices.append("a damaged draft was set aside: \(error.inFile("draft")) It is \(place)")
      return true
    }
    notices.append("a damaged draft cannot be set aside: \(error)")
    return false
  }
}
