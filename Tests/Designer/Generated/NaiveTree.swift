import Catalogs
import Keys
import TerminalUI
import TestSupport

@testable import Designer

/// What a tree has to show, worked out from nothing.
struct NaiveTree {
  let search: NaiveSearch

  /// What is to be found in the scopes of a catalog.
  init(scopesOf catalog: Catalog) {
    search = NaiveSearch(
      scopes: catalog.scopes.indices.map { index in
        let scope = catalog.scopes[index]
        return NaiveSearch.Item(
          name: scope.id, title: scope.title, around: catalog.categoryPath(ofScope: index),
          summary: scope.summary)
      })
  }

  /// What is to be found in the operations of a catalog, in the order of a tree.
  init(_ tree: OperationTree, of catalog: Catalog) {
    search = NaiveSearch(
      calls: tree.operations.map { index in
        let call = catalog.operations[index]
        return NaiveSearch.Item(name: call.call, title: call.tag, summary: call.summary)
      })
  }

  /// Whether a filter lets each leaf through; nil where there is none.
  func isMatched(_ outline: Outline) -> [Bool]? {
    search.scores(outline.query)?.map { $0 != nil }
  }

  /// The leaves that a filter lets through, best first.
  func ranked(_ outline: Outline) -> [Int]? {
    guard let scores = search.scores(outline.query) else { return nil }
    return scores.indices.filter { scores[$0] != nil }.sorted { left, right in
      let (first, second) = (scores[left] ?? 0, scores[right] ?? 0)
      return first == second ? left < right : first > second
    }
  }

  /// The nodes that show as rows.
  func rows(_ outline: Outline) -> [Int] {
    let tree = outline.forest.tree
    if outline.isRanked, let ranked = ranked(outline) { return ranked.map { tree.nodeOfLeaf[$0] } }
    let isMatched = isMatched(outline)
    return tree.nodes.indices.filter { node in
      let isInside = tree.ancestors(of: node).allSatisfy { isOpen($0, outline) }
      switch tree.nodes[node].item {
      case .leaf(let leaf): return isInside && isMatched?[leaf] ?? true
      case .group(let group):
        return isInside
          && outline.forest.leaves(ofGroup: group).contains { isMatched?[$0] ?? true }
      }
    }
  }

  /// For each group how many chosen leaves it holds, and how many of them are not to be seen.
  func counts(_ outline: Outline, chosen: Set<Int>) -> [(chosen: Int, hidden: Int)] {
    let isMatched = isMatched(outline)
    return outline.forest.groups.map { group in
      let inside = outline.forest.leaves(ofGroup: group).filter(chosen.contains)
      let isClosed = outline.closed.contains(group)
      return (inside.count, inside.count { isClosed || isMatched?[$0] == false })
    }
  }

  private func isOpen(_ node: Int, _ outline: Outline) -> Bool {
    guard case .group(let group) = outline.forest.tree.nodes[node].item else { return false }
    return !outline.closed.contains(group)
  }
}

/// A generated catalog with a robot that works on it.
struct GeneratedDesk {
  let catalog: Catalog
  var robot: Robot
  var typer: QueryTyper

  init(scopes: Int, using random: inout SeededRandom) throws {
    var generator = CatalogGenerator(seed: random.next())
    catalog = try Catalog(decoding: generator.document(.init(scopes: scopes, combinations: 4)))
    robot = try Robot(Manifest(catalog: catalog))
    typer = QueryTyper(
      texts: catalog.scopes.flatMap { [$0.id, $0.title, $0.summary] }
        + catalog.operations.map(\.call))
  }

  /// Presses the next key of somebody who types a filter; the key is returned for what fails.
  mutating func type(using random: inout SeededRandom) -> QueryTyper.Edit {
    typer.query = robot.state.shownOutline.query
    let edit = typer.next(using: &random)
    switch edit {
    case .letter(let letter): robot.type(String(letter))
    case .backspace: robot.press(.backspace)
    case .dropWord: robot.press(.control("w"))
    case .clear: robot.press(.control("u"))
    case .changeOrder: robot.press(.tab)
    }
    return edit
  }
}
