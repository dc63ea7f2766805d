import Catalogs
import Designer
import Documents
import Keys

/// Keeps this session's draft on disk, and knows those that earlier sessions left behind.
///
/// Each living session holds the lock of a name of its own, so no session touches another's draft;
/// a draft whose lock nobody holds is of a session that ended before its time.
final class DraftKeeper {
  private let folder: StateFolder
  private var heading: Draft.Heading
  private var base: String
  private var lock: DraftLock
  private var name: String
  private var journal: DraftJournal
  /// The locks of drafts that are offered.
  private var offered: [String: DraftLock] = [:]
  /// The names of other living sessions that the person has been told of.
  private var known: Set<String> = []
  /// Whether the draft was written or removed since other sessions were looked for.
  private var hasChangedSinceLook = false

  /// Drafts beyond these wait for a later start.
  private static let offerLimit = 16

  /// Takes a name for this session and looks for what earlier ones left behind.
  ///
  /// The target is the path that the key goes to, or nil; `held` is what stands there now.
  ///
  /// - Throws: `ModelError` where no draft can be kept.
  static func open(
    target: String?, held: [UInt8]?, catalog: Catalog
  ) throws(ModelError) -> (keeper: DraftKeeper, found: DraftsFound) {
    let folder = try StateFolder.open()
    let heading = Draft.Heading(
      target: target.map(DraftName.absolute), held: held.map { Digest.of($0) })
    let base = DraftName.base(target: heading.target, catalog: catalog.id)
    let search = try DraftSearch(
      folder: folder, base: base, heading: heading, catalog: catalog, limit: offerLimit)
    let slot = try search.ownSlot()
    let keeper = DraftKeeper(
      folder: folder, heading: heading, base: base, slot: slot.number, lock: slot.lock)
    keeper.offered = search.locks
    keeper.known = Set(search.livingSlots.map { "\(base).\($0)" })
    return (
      keeper, DraftsFound(offers: search.offers, waiting: search.waiting, notices: search.notices)
    )
  }

  private init(
    folder: StateFolder, heading: Draft.Heading, base: String, slot: Int, lock: DraftLock
  ) {
    self.folder = folder
    self.heading = heading
    self.base = base
    self.lock = lock
    name = "\(base).\(slot)"
    journal = DraftJournal(path: folder.file("\(name).draft"))
  }

  /// Whether something waits for a moment in which nobody types.
  var needsQuietMoment: Bool { journal.needsSync || hasChangedSinceLook }

  /// Makes what was written outlast a power cut, and looks for other sessions where something has
  /// changed since; gives what a person has to know of them.
  func useQuietMoment() -> [String] {
    journal.sync()
    guard hasChangedSinceLook else { return [] }
    hasChangedSinceLook = false
    return newcomers()
  }

  /// What a person has to know of sessions that have come to the same file since the last look.
  private func newcomers() -> [String] {
    guard heading.target != nil else { return [] }
    var notices: [String] = []
    var living: Set<String> = []
    for file in folder.names(withPrefix: base + ".") {
      guard let slot = DraftName.slot(of: file, base: base, kind: ".lock") else { continue }
      let other = "\(base).\(slot)"
      guard other != name, offered[other] == nil,
        case .held(let process)? = try? DraftLock.take(folder.file(file))
      else { continue }
      living.insert(other)
      if !known.contains(other) { notices.append(DraftSearch.notice(of: process)) }
    }
    known = living
    return notices
  }

  /// Does what the designer asks for.
  func perform(_ step: DraftStep) throws(ModelError) {
    hasChangedSinceLook = true
    switch step {
    case .record(let record):
      let line = record.line(
        heading: record.isWhole ? heading : nil, time: Clock.secondsSince1970)
      try journal.write(line, beginsAnew: record.isWhole)
    case .remove: journal.remove()
    case .take(let offer):
      guard let taken = offered.removeValue(forKey: offer) else { return }
      journal.close()
      lock.release()
      (lock, name) = (taken, offer)
      journal = DraftJournal(path: folder.file("\(offer).draft"))
    case .discard(let offer):
      guard let lock = offered.removeValue(forKey: offer) else { return }
      DraftJournal(path: folder.file("\(offer).draft")).remove()
      lock.release()
    case .leave(let offer):
      offered.removeValue(forKey: offer)?.release()
    case .wrote(let bytes, let path):
      wrote(bytes, to: path)
    }
  }

  /// The manifest was written to a path: from now on drafts are of that file.
  private func wrote(_ bytes: [UInt8], to path: String) {
    heading.held = Digest.of(bytes)
    let target = DraftName.absolute(path)
    guard target != heading.target else { return }
    let next = Digest.of(target.utf8)
    for slot in 1...999 {
      let nextName = "\(next).\(slot)"
      guard !DocumentFile.exists(folder.file("\(nextName).draft")) else { continue }
      guard case .taken(let taken)? = try? DraftLock.take(folder.file("\(nextName).lock")) else {
        continue
      }
      // What was drafted until now is what was written.
      journal.remove()
      lock.release()
      (lock, name, base) = (taken, nextName, next)
      heading.target = target
      journal = DraftJournal(path: folder.file("\(nextName).draft"))
      return
    }
  }

  /// Ends the session: its draft stays for the next one where it did not end in order.
  func end(keepingDraft: Bool) {
    if keepingDraft {
      journal.sync()
      journal.close()
    } else {
      journal.remove()
    }
    lock.release()
    for lock in offered.values { lock.release() }
    offered = [:]
  }
}
