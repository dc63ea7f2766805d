import BitCollections
import KeyModel
import TerminalUI

@testable import Designer

/// What holds in every state of the designer.
enum Invariants {
  /// What is wrong with a state; empty for a good one.
  static func problems(_ state: DesignerState) -> [String] {
    var problems: [String] = []
    let design = state.editor.design
    for (index, category) in state.catalog.categories.enumerated() {
      let chosen = category.scopes.count(where: design.scopes.contains)
      if state.editor.chosenCounts[index] != chosen {
        problems.append(
          "\(category.name) counts \(state.editor.chosenCounts[index]), not \(chosen)")
      }
    }
    if state.editor.chosenCount != design.scopes.count { problems.append("the total is wrong") }
    let outline = state.outline
    if !outline.rows.isEmpty {
      if !outline.rows.indices.contains(outline.cursor) { problems.append("the cursor has no row") }
      let screen = outline.top..<outline.top + outline.height
      if !screen.contains(outline.cursor) { problems.append("the cursor is off the screen") }
    }
    if outline.top < 0 || outline.top > max(0, outline.rows.count - outline.height) {
      problems.append("scrolled to \(outline.top) of \(outline.rows.count)")
    }
    if outline.rows != outline.rows.sorted() { problems.append("rows are out of order") }
    if case .reviewing(let review) = state.mode {
      let count = ReviewPlan(state, review).items.count
      if review.cursor < 0 || review.cursor >= count { problems.append("the review's cursor") }
      let shown = Set(review.groups.flatMap(\.scopes))
      if !design.scopes.allSatisfy(shown.contains) { problems.append("the review lacks a scope") }
    }
    let frame = DesignerView.frame(state)
    let body = LayoutPlan(state: state)
    if !body.isTooSmall, frame.cursor.row < 0 || frame.cursor.row >= state.size.rows {
      problems.append("the cursor is at \(frame.cursor)")
    }
    if state.findingCursor != 0, !state.listedFindings.indices.contains(state.findingCursor) {
      problems.append("the cursor of the findings is at \(state.findingCursor)")
    }
    return problems
  }

  /// What costs too much to be looked at after each key.
  static func costlyProblems(_ state: DesignerState) -> [String] {
    var problems: [String] = []
    let design = state.editor.design
    let ids = Set(design.scopes.map { state.catalog.scopes[$0].id } + design.details.unknownScopes)
    let bytes = state.encoded
    let decoded = try? Manifest(decoding: bytes) { _ throws(ModelError) in state.catalog }
    if let again = decoded?.original {
      let written = Set(
        again.scopes.map { state.catalog.scopes[$0].id } + again.details.unknownScopes)
      if written != ids { problems.append("the file holds other scopes than the key") }
      if again.details != design.details { problems.append("the file holds other details") }
    } else {
      problems.append("what is written cannot be read")
    }
    let list = ExportFormat.ids.bytes(of: design, catalog: state.catalog, findings: nil)
    let exported = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
    if Set(exported) != ids { problems.append("the export lists other scopes than the key") }
    guard let today = CalendarDate("2026-06-24") else { return problems + ["no day"] }
    let fresh = Findings(rules: state.findings.rules, design: design, today: today)
    if fresh.list() != state.findings.list() {
      problems.append("findings kept up to date differ from findings made anew")
    }
    if fresh.counts != state.findings.counts { problems.append("counts differ") }
    if fresh.list().count != fresh.counts.total { problems.append("counts and list differ") }
    return problems
  }
}
