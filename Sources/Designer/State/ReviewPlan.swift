import BitCollections
import Catalogs
import Documents
import Judgement
import Keys

/// All that the review shows, in its order: what is written where, what differs from the file, the
/// risks, and the scopes by reason.
struct ReviewPlan {
  /// One entry.
  enum Item: Hashable, Sendable {
    /// The heading of a group; its count, or nothing.
    case heading(String, note: String)
    /// A fact under its name.
    case fact(name: String, text: String)
    /// A scope that can be ticked and unticked here, by index.
    case scope(Int)
    /// A scope that the catalog does not have, by id.
    case unknown(String)
    /// A scope that is not chosen but granted by others, by index.
    case granted(Int, by: [Int])
    /// A line about what stands above it.
    case note(String)
    /// A line of a document, with its indentation.
    case line(String)
    /// Something that the file does not have.
    case added(String)
    /// Something that only the file has.
    case removed(String)
    /// A detail that differs.
    case changed(name: String, text: String)
    /// A finding.
    case finding(Finding)
  }

  /// So many scopes or calls of a group are listed; the counts are exact.
  static let limit = 500

  private(set) var items: [Item] = []

  init(_ state: DesignerState, _ review: Review) {
    addFacts(state)
    addNative(state)
    addChanges(state)
    addFindings(state)
    addScopes(state, review.groups)
    addGranted(state)
  }

  private mutating func heading(_ title: String, _ note: String = "") {
    items.append(.heading(title, note: note))
  }

  private mutating func addFacts(_ state: DesignerState) {
    let details = state.editor.design.details
    func fact(_ name: String, _ text: String) -> Item {
      .fact(name: name, text: text.isEmpty ? "none" : text)
    }
    heading("Review")
    items += [
      fact("Write to", state.targetName), fact("Format", state.format.words),
      fact("Holds", state.summary),
      fact(
        "Can do",
        KeyPowers(state.editor.design, in: state.catalog).sentences.joined(separator: " ")),
      fact("Label", details.label),
      fact("Purpose", details.purpose),
      fact("Addresses", details.ipAddresses.joined(separator: ", ")),
      fact("Rotate by", details.rotateBy?.description ?? ""),
    ]
    if !details.owner.isEmpty { items.append(fact("Owner", details.owner)) }
    let catalog = state.catalog
    if let kind = details.kind {
      items.append(
        fact("Kind", catalog.indexOfKind(kind).map { catalog.kinds[$0].title } ?? kind))
    }
    for answer in details.answers {
      let condition = catalog.indexOfCondition(answer.condition).map { catalog.conditions[$0] }
      let question = condition?.question ?? answer.condition
      items.append(fact("Answer", question + (answer.holds ? " yes" : " no")))
    }
    if !details.never.isEmpty {
      items.append(fact("Never", details.never.joined(separator: ", ")))
    }
  }

  /// What the platform itself takes, as it would be written, and what it does not carry.
  private mutating func addNative(_ state: DesignerState) {
    guard case .native(let form) = state.format else { return }
    heading(form.title)
    let document: NativeDocument
    do throws(ModelError) {
      document = try state.native(form)
    } catch {
      items.append(.note("Cannot be written: \(error.description)"))
      return
    }
    if let link = document.link {
      items.append(.fact(name: "Link", text: link))
    } else {
      let lines = String(decoding: document.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      items += lines.prefix(Self.limit).map { .line(String($0)) }
      if lines.count > Self.limit {
        items.append(.note("and \(lines.count - Self.limit) more lines"))
      }
    }
    items += document.remarks.map { .fact(name: "Mind", text: $0) }
  }

  // MARK: - Scopes

  private mutating func addScopes(_ state: DesignerState, _ groups: [Review.Group]) {
    let callsByScope =
      groups.contains { $0.reason == .needed } ? state.callsByNeededScope() : [:]
    for group in groups {
      let (reason, scopes) = (group.reason, group.scopes)
      let chosen = scopes.count(where: state.editor.isChosen)
      heading(
        reason.title, chosen == scopes.count ? "\(chosen)" : "\(chosen) of \(scopes.count)")
      for scope in scopes.prefix(Self.limit) {
        items.append(.scope(scope))
        guard reason == .needed else { continue }
        let calls = callsByScope[scope] ?? []
        items += calls.prefix(3).map { .note("for \($0)") }
        if calls.count > 3 { items.append(.note("for \(calls.count - 3) more")) }
      }
      if scopes.count > Self.limit {
        items.append(.note("and \(scopes.count - Self.limit) more; the tree has them all"))
      }
    }
    let unknown = state.outline.unknown
    if !unknown.isEmpty {
      let kept = state.editor.design.details.unknownScopes.count
      heading(
        "Not in the catalog", kept == unknown.count ? "\(kept)" : "\(kept) of \(unknown.count)")
      items += unknown.prefix(Self.limit).map { .unknown($0) }
    }
    if groups.isEmpty, unknown.isEmpty {
      heading("Scopes")
      items.append(.note("No scope is chosen"))
    }
  }

  private mutating func addGranted(_ state: DesignerState) {
    let granted = state.grantedScopes
    guard !granted.isEmpty else { return }
    heading("Granted by another scope", "\(granted.count)")
    items += granted.prefix(Self.limit).map { .granted($0.scope, by: $0.by) }
    if granted.count > Self.limit {
      items.append(.note("and \(granted.count - Self.limit) more"))
    }
  }

  // MARK: - Findings

  private mutating func addFindings(_ state: DesignerState) {
    let list = state.listedFindings
    let risks = list.filter { !$0.isAccepted && $0.severity > .note }
    let accepted = list.filter(\.isAccepted)
    let notes = list.filter { !$0.isAccepted && $0.severity == .note }
    for (title, findings) in [
      ("Risky because", risks), ("Accepted risks", accepted), ("Notes", notes),
    ] where !findings.isEmpty {
      heading(title, "\(findings.count)")
      items += findings.map { .finding($0) }
    }
    if list.isEmpty {
      heading("Findings")
      items.append(.note("Nothing to say against this key"))
    }
  }

  // MARK: - Against the file

  private mutating func addChanges(_ state: DesignerState) {
    guard let diff = state.reviewing.comparison else { return }
    heading("Against the file as it stands")
    if !state.hasUnsavedChanges { items.append(.note("Nothing has changed")) }
    items += diff.added.scopes.prefix(Self.limit).map { .added($0) }
    items += diff.removed.scopes.prefix(Self.limit).map { .removed($0) }
    for change in diff.details where change.detail != .catalogVersion {
      let (old, new) = (
        change.old.joined(separator: ", "), change.new.joined(separator: ", ")
      )
      items.append(
        .changed(
          name: change.detail.title.lowercased(),
          text: "\(old.isEmpty ? "none" : old) -> \(new.isEmpty ? "none" : new)"))
    }
    addCalls(diff.added.operations, "opened", Item.added)
    addCalls(diff.removed.operations, "closed", Item.removed)
  }

  private mutating func addCalls(_ calls: [String], _ word: String, _ item: (String) -> Item) {
    guard !calls.isEmpty else { return }
    items.append(item("\(calls.count) call\(calls.count == 1 ? "" : "s") \(word):"))
    items += calls.prefix(40).map { item("  " + $0) }
    if calls.count > 40 { items.append(.note("and \(calls.count - 40) more \(word)")) }
  }
}

extension DesignerState {
  /// The scopes that are not chosen and yet granted, with the chosen ones that grant them.
  var grantedScopes: [(scope: Int, by: [Int])] {
    var granters: [Int: [Int]] = [:]
    for scope in editor.design.scopes {
      for granted in catalog.granted(by: scope) where !editor.isChosen(granted) {
        granters[granted, default: []].append(scope)
      }
    }
    return granters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Takes the comparison with the file up to date, where there is a file to compare with.
  mutating func compareWithFile() {
    guard manifest.source != nil else {
      reviewing.comparison = nil
      return
    }
    let before = Findings(rules: findings.rules, design: savedDesign, today: today)
    let version = manifest.catalogReference.version
    reviewing.comparison = KeyDiff(
      from: ReviewedKey(before, catalogVersion: version),
      to: ReviewedKey(findings, catalogVersion: version))
  }
}
