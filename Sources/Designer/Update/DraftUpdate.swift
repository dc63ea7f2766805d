import Documents
import Keys
import TerminalUI

extension DesignerState {
  /// Brings the draft up to date; costs next to nothing where nothing has changed.
  mutating func keepDraft() -> [Effect] {
    guard drafting.isOn else { return [] }
    let typed = typedText
    guard hasUnsavedChanges || typed != nil else {
      guard drafting.exists else { return [] }
      drafting.forget()
      return [.draft(.remove)]
    }
    if drafting.exists, drafting.revision == editor.revision, drafting.typed == typed { return [] }
    drafting.revision = editor.revision
    return [.draft(.record(drafting.record(editor.design, typed: typed, manifest: manifest)))]
  }

  /// The keeper of drafts has looked at what is there.
  mutating func foundDrafts(_ found: DraftsFound) -> [Effect] {
    drafting.isOn = found.canKeep
    drafting.waiting = found.waiting
    drafting.offers = found.offers.filter { !isAlreadyWritten($0.draft) }
    if !drafting.offers.isEmpty { message = nil }
    if !found.notices.isEmpty {
      message = Message(text: found.notices.joined(separator: "; "), isProblem: true)
    }
    offerNextDraft()
    // A session that ended between its write and the removal of its draft.
    let useless = found.offers.filter { isAlreadyWritten($0.draft) }
    return useless.map { .draft(.discard(name: $0.name)) }
  }

  /// Whether the person is asked what to do with a draft.
  package var isOfferingDraft: Bool {
    if case .offeringDraft = mode { true } else { false }
  }

  private func isAlreadyWritten(_ draft: Draft) -> Bool {
    draft.typed == nil && draft.design == editor.design
  }

  private mutating func offerNextDraft() {
    drafting.difference = drafting.offers.first.map { difference(to: $0.draft) }
    let start: Mode = asksForKind ? .answering(cursor: 0) : home
    mode = drafting.offers.isEmpty ? start : .offeringDraft(top: 0)
  }

  /// The keeper could not keep a change: the next one is tried again, with all before it.
  mutating func draftFailed(_ error: ModelError) -> [Effect] {
    drafting.fail()
    message = Message(text: "no draft keeps this: \(error)", isProblem: true)
    return []
  }

  // MARK: - Answering an offer

  mutating func answerOffer(_ command: Command, top: Int) -> [Effect] {
    guard let offer = drafting.offers.first else {
      mode = .browsing
      return []
    }
    switch command {
    case .takeDraft:
      drafting.offers.removeFirst()
      let others = drafting.offers
      drafting.offers = []
      take(offer)
      return [.draft(.take(name: offer.name))] + others.map { .draft(.leave(name: $0.name)) }
    case .discardDraft:
      drafting.offers.removeFirst()
      offerNextDraft()
      message = Message(text: "discarded the draft (\(offer.ageInWords))" + restOfDrafts)
      return [.draft(.discard(name: offer.name))]
    case .back:
      drafting.offers.removeFirst()
      offerNextDraft()
      message = Message(
        text: "left the draft (\(offer.ageInWords)) alone; the next start offers it again"
          + restOfDrafts)
      return [.draft(.leave(name: offer.name))]
    default:
      let page = max(1, LayoutPlan(state: self).body.rows)
      let end = max(0, DraftView.lines(offer, self).count - page)
      mode = .offeringDraft(
        top: max(0, min(moved(top, command, page: page, end: end), end)))
      return []
    }
  }

  /// What to say of drafts that this start does not offer, once those that it does are answered.
  private var restOfDrafts: String {
    drafting.offers.isEmpty && drafting.waiting > 0
      ? "; \(drafting.waiting) more wait for the next start" : ""
  }

  /// Makes the draft's key this session's, as one step that undo takes back.
  private mutating func take(_ offer: DraftOffer) {
    let draft = offer.draft
    let counts = drafting.difference?.summary ?? ""
    let flipped = editor.edit(named: "take the draft (\(offer.ageInWords))") {
      $0 = draft.design
    }
    mode = .browsing
    changed(flipped, "took the draft (\(offer.ageInWords)): \(counts); \(key(.undo)) goes back")
    let unknown = draft.design.details.unknownScopes.filter { !outline.unknown.contains($0) }
    if !unknown.isEmpty { outline = Outline(outline.forest, unknown: outline.unknown + unknown) }
    drafting.exists = true
    drafting.held = nil
    drafting.typed = draft.typed
    drafting.revision = editor.revision
    if let typed = draft.typed { reopenForm(typed) }
    fitOutline()
  }
}
