import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
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
    problems += self.problems(of: state.outline)
    problems += problemsOfCalls(state)
    if let grid = state.grid { problems += self.problems(of: grid, state) }
    if case .reviewing(let review) = state.mode {
      problems += self.problems(of: review, state)
      let shown = Set(review.groups.flatMap(\.scopes))
      if !design.scopes.allSatisfy(shown.contains) { problems.append("the review lacks a scope") }
    }
    let frame = DesignerView.frame(state)
    let body = LayoutPlan(state: state)
    if !body.isTooSmall, frame.cursor.row < 0 || frame.cursor.row >= state.size.rows {
      problems.append("the cursor is at \(frame.cursor)")
    }
    if state.findingPane.cursor != 0,
      !state.listedFindings.indices.contains(state.findingPane.cursor)
    {
      problems.append("the cursor of the findings is at \(state.findingPane.cursor)")
    }
    return problems
  }

  private static func problems(of review: Designer.Review, _ state: DesignerState) -> [String] {
    guard let sheet = state.reviewing.sheet else { return ["the review has no lines"] }
    var problems: [String] = []
    if sheet.items != ReviewPlan(state, review).items { problems.append("the review lags behind") }
    if !sheet.items.indices.contains(review.cursor) { problems.append("the review's cursor") }
    let (top, current) = (sheet.top(review), sheet.current(review))
    if !LayoutPlan(state: state).isTooSmall, !(top..<top + sheet.rect.rows).overlaps(current) {
      problems.append("the review's cursor is off the screen")
    }
    return problems
  }

  private static func problems(of outline: Outline) -> [String] {
    var problems: [String] = []
    if !outline.rows.isEmpty {
      if !outline.rows.indices.contains(outline.cursor) { problems.append("the cursor has no row") }
      let screen = outline.top..<outline.top + outline.height
      if !screen.contains(outline.cursor) { problems.append("the cursor is off the screen") }
    }
    if outline.top < 0 || outline.top > max(0, outline.rows.count - outline.height) {
      problems.append("scrolled to \(outline.top) of \(outline.rows.count)")
    }
    let sorted = outline.rows.sorted()
    // Best first, the order is the ranking's; a row stands once all the same.
    if outline.isFlat {
      if Set(sorted).count != sorted.count { problems.append("a row stands twice") }
    } else if outline.rows != sorted {
      problems.append("rows are out of order")
    }
    return problems
  }

  private static func problemsOfCalls(_ state: DesignerState) -> [String] {
    let written = state.editor.design.details.operations
    var problems: [String] = []
    if state.calls.source != written { problems.append("the chosen calls lag behind") }
    guard let calls = state.callOutline else { return problems }
    problems += self.problems(of: calls.outline)
    let chosen = Set(calls.chosen.map { state.catalog.operations[calls.tree.operations[$0]].call })
    if chosen.union(state.calls.unknown) != Set(written) {
      problems.append("the ticked calls are not those of the key")
    }
    for (index, group) in calls.tree.groups.enumerated()
    where calls.chosenCount(ofGroup: index) != group.places.count(where: calls.chosen.contains) {
      problems.append("\(group.title) counts \(calls.chosenCount(ofGroup: index))")
    }
    return problems
  }

  private static func problems(of grid: GridState, _ state: DesignerState) -> [String] {
    var problems: [String] = []
    let cell = (row: grid.row, column: grid.column)
    if grid.rows.isEmpty {
      if grid.subject != nil { problems.append("an empty grid has a cursor") }
    } else if cell.row < -1 || cell.row >= grid.rows.count || cell.column < -1 || cell.column > 4 {
      problems.append("the grid's cursor is at \(cell)")
    } else if grid.subject == nil {
      problems.append("the grid's cursor stands on the corner")
    }
    if state.view == .grid, !LayoutPlan(state: state).isTooSmall {
      if cell.row >= 0, !(grid.top..<grid.top + grid.layout.rows).contains(cell.row) {
        problems.append("the grid's cursor is off the screen: \(cell) from \(grid.top)")
      }
      if cell.column >= 0, !(grid.left..<grid.left + grid.layout.columns).contains(cell.column) {
        problems.append("the grid's cursor is off the screen: \(cell) from column \(grid.left)")
      }
      if grid.matched != state.outline.matched { problems.append("grid and tree filter apart") }
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
    if case .reviewing(let review) = state.mode, state.reviewing.sheet != ReviewSheet(state, review)
    {
      problems.append("the review's lines lag behind")
    }
    let fresh = Findings(rules: state.findings.rules, design: design, today: today)
    if fresh.list() != state.findings.list() {
      problems.append("findings kept up to date differ from findings made anew")
    }
    if fresh.counts != state.findings.counts { problems.append("counts differ") }
    let (needs, kept) = (CallNeeds(design, catalog: state.catalog), state.calls)
    let isSame =
      needs.operations == kept.operations && needs.unknown == kept.unknown
      && needs.unstated == kept.unstated
      && state.catalog.scopes.indices.allSatisfy {
        needs.count(ofScope: $0) == kept.count(ofScope: $0)
      }
    if !isSame { problems.append("what the calls need lags behind") }
    if fresh.list().count != fresh.counts.total { problems.append("counts and list differ") }
    return problems
  }
}
