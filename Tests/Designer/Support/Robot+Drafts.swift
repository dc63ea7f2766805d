import BitCollections
import Catalogs
import Keys
import TerminalUI
import Testing

@testable import Designer

extension Robot {
  /// Offers drafts, each with one more of the scopes than the one before; none means that drafts
  /// are kept and nothing is left behind.
  mutating func offer(
    drafts scopes: [String] = [], age: Int = 30, typed: Draft.Typed? = nil,
    fileHasChanged: Bool = false, waiting: Int = 0, notices: [String] = []
  ) throws {
    var offers: [DraftOffer] = []
    var design = state.editor.design
    for (place, scope) in scopes.enumerated() {
      design.scopes.insert(try #require(state.catalog.indexOfScope(scope)))
      let record = DraftRecord.whole(manifest: state.manifest.encode(design), typed: typed)
      let heading = Draft.Heading(target: "/keys/bot.key.json", held: nil)
      let draft = try Draft(
        decoding: record.line(heading: heading, time: 1_700_000_000), catalog: state.catalog)
      offers.append(
        DraftOffer(
          name: "d.\(place + 1)", draft: draft, age: age + 60 * place,
          fileHasChanged: fileHasChanged))
    }
    take(.foundDrafts(DraftsFound(offers: offers, waiting: waiting, notices: notices)))
  }

  /// What the designer asks of the keeper of drafts after the last step.
  mutating func draftSteps() -> [DraftStep] {
    take(.checkpoint)
    return effects.compactMap { if case .draft(let step) = $0 { step } else { nil } }
  }
}

/// A keeper of drafts in memory.
struct DraftTape {
  private(set) var bytes: [UInt8]?

  /// Does what the designer asks for.
  mutating func perform(_ step: DraftStep) throws {
    switch step {
    case .record(let record):
      let heading = record.isWhole ? Draft.Heading(target: nil, held: nil) : nil
      let line = record.line(heading: heading, time: 1)
      bytes = record.isWhole ? line : try #require(bytes) + line
    case .remove: bytes = nil
    // One tape is all of a session's drafts, whatever file they are of.
    case .wrote: break
    case .take, .discard, .leave: Issue.record("nothing was offered")
    }
  }

  /// The draft on the tape, or nil.
  func draft(_ catalog: Catalog) throws -> Draft? {
    try bytes.map { try Draft(decoding: $0, catalog: catalog) }
  }
}
