import Catalogs
import Testing

/// Operations as a tree by path.
@Suite struct OperationTreeTests {
  /// The tree as lines: groups with a colon and their counts, operations with the rest of their path.
  private func lines(_ catalog: Catalog) -> [String] {
    let operations = OperationTree(byPathIn: catalog)
    return operations.tree.nodes.map { node in
      let indent = String(repeating: "  ", count: node.depth)
      switch node.item {
      case .group(let group):
        return indent + operations.groups[group].name + ": \(operations.groups[group].places.count)"
      case .leaf(let place):
        let operation = catalog.operations[operations.operations[place]]
        return indent + operation.method + " " + operations.restOfPath(atPlace: place, in: catalog)
      }
    }
  }

  private func catalog(_ calls: String...) throws -> Catalog {
    let operations = calls.map { call in
      let parts = call.split(separator: " ")
      return #"{"method":"\#(parts[0])","path":"\#(parts[1])"}"#
    }
    let text =
      #"{"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","#
      + #""categories":[{"name":"A","scopes":[{"id":"a.view","title":"A"}]}],"#
      + #""operations":[\#(operations.joined(separator: ","))]}"#
    return try Catalog(decoding: Array(text.utf8))
  }

  @Test func `a group is a part of a path that several operations share`() throws {
    let catalog = try catalog(
      "GET /orders", "POST /orders", "GET /orders/{id}", "PUT /orders/{id}/items", "GET /health")
    #expect(
      lines(catalog) == [
        "/orders: 4", "  GET /orders", "  POST /orders", "  /{id}: 2", "    GET /{id}",
        "    PUT /items", "GET /health",
      ])
  }

  @Test func `segments without a fork stand in one group`() throws {
    let catalog = try catalog("GET /v1/shops/{id}/a", "GET /v1/shops/{id}/b/c")
    #expect(lines(catalog) == ["/v1/shops/{id}: 2", "  GET /a", "  GET /b/c"])
  }

  @Test func `operations that stand apart in the catalog come together`() throws {
    let catalog = try catalog("GET /a/x", "GET /b/y", "PUT /a/z", "PUT /b/y")
    #expect(
      lines(catalog) == [
        "/a: 2", "  GET /x", "  PUT /z", "/b/y: 2", "  GET /b/y", "  PUT /b/y",
      ])
  }

  @Test func `every operation has one place and each group holds its own`() {
    for catalog in [Samples.komerza, Samples.shop] {
      let operations = OperationTree(byPathIn: catalog)
      #expect(operations.operations.sorted() == Array(catalog.operations.indices))
      for (operation, place) in operations.places.enumerated() {
        #expect(operations.operations[place] == operation)
      }
      for group in operations.groups {
        for place in group.places {
          let path = catalog.operations[operations.operations[place]].path
          #expect(path.hasPrefix(group.prefix))
        }
      }
      let nodes = operations.tree.nodes
      for (index, node) in nodes.enumerated() {
        #expect(nodes[(index + 1)..<node.end].allSatisfy { $0.depth > node.depth })
      }
    }
  }

  @Test func `by tag, groups are tags and operations without one come last`() {
    let catalog = Samples.catalog(
      #"{"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","#
        + #""categories":[{"name":"A","scopes":[{"id":"a.view","title":"A"}]}],"operations":["#
        + #"{"method":"GET","path":"/a"},{"method":"GET","path":"/b","tag":"Y"},"#
        + #"{"method":"GET","path":"/c","tag":"X"},{"method":"GET","path":"/d","tag":"Y"}]}"#)
    let operations = OperationTree(byTagIn: catalog)
    #expect(operations.groups.map(\.title) == ["Y", "X", "(no tag)"])
    #expect(operations.operations.map { catalog.operations[$0].path } == ["/b", "/d", "/c", "/a"])
    #expect(operations.groups.map(\.places) == [0..<2, 2..<3, 3..<4])
    #expect(operations.restOfPath(atPlace: 0, in: catalog) == "/b")
  }

  @Test func `a path of ten thousand segments makes no deep tree`() throws {
    let deep = String(repeating: "/a", count: 10_000)
    let operations = OperationTree(
      byPathIn: try catalog("GET \(deep)", "PUT \(deep)", "GET \(deep)/b", "GET /", "GET /a//b"))
    #expect(operations.operations.count == 5)
    #expect(operations.tree.nodes.map(\.depth).max() ?? 0 < 20)
  }
}
