import Designer
import KeyModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A look at the drafts of one key: which are left behind, and which belong to living sessions.
struct DraftSearch {
  private let folder: StateFolder
  private let base: String
  private let heading: Draft.Heading
  private let catalog: Catalog
  /// The drafts to offer, the newest first.
  private(set) var offers: [DraftOffer] = []
  /// What a person has to know.
  private(set) var notices: [String] = []
  private var locks: [String: DraftLock] = [:]
  private var busySlots: Set<Int> = []

  init(
    folder: StateFolder, base: String, heading: Draft.Heading, catalog: Catalog
  ) throws(ModelError) {
    self.folder = folder
    self.base = base
    self.heading = heading
    self.catalog = catalog
    let names = folder.names(withPrefix: base + ".")
    let drafts = Set(names.compactMap { DraftName.slot(of: $0, base: base, kind: ".draft") })
    let locked = Set(names.compactMap { DraftName.slot(of: $0, base: base, kind: ".lock") })
    for slot in drafts.union(locked).sorted() {
      switch try DraftLock.take(folder.file("\(base).\(slot).lock")) {
      case .held(let process):
        busySlots.insert(slot)
        addBusy(process)
      case .taken(let lock):
        guard drafts.contains(slot), read(slot) else { break }
        busySlots.insert(slot)
        locks["\(base).\(slot)"] = lock
      }
    }
    offers.sort { $0.draft.time > $1.draft.time }
  }

  /// A name that no session and no draft has, locked.
  func ownSlot() throws(ModelError) -> (number: Int, lock: DraftLock) {
    for slot in 1...999 where !busySlots.contains(slot) {
      if case .taken(let lock) = try DraftLock.take(folder.file("\(base).\(slot).lock")) {
        return (slot, lock)
      }
    }
    throw ModelError(
      file: folder.path, problem: "999 drafts of this key are here",
      remedy: "Remove those that nobody needs")
  }

  /// The locks of so many offers; those of the others are given back.
  mutating func takeLocks(limit: Int) -> [String: DraftLock] {
    let names = Set(offers.prefix(limit).map(\.name))
    defer { locks = [:] }
    return locks.filter { names.contains($0.key) }
  }

  /// Sessions without a file do not meddle with each other.
  private mutating func addBusy(_ process: Int32?) {
    guard heading.target != nil else { return }
    let who = process.map { "process \($0)" } ?? "another session"
    notices.append("\(who) has this file open too; whoever writes second is asked")
  }

  /// Reads a draft that was left behind; false where its name is free now.
  private mutating func read(_ slot: Int) -> Bool {
    let path = folder.file("\(base).\(slot).draft")
    do {
      try requireRegular(path)
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

  private func requireRegular(_ path: String) throws(ModelError) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ModelError(problem: "this is not a regular file", remedy: "Remove it")
    }
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
