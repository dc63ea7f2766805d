// What goes on from what somebody is typing: the bytes are compared where they stand, and only what
// goes on is read.

extension Catalog {
  /// The scopes whose ids start with a text, in tree order, found as they are asked for.
  package func scopes(startingWith start: String) -> some Sequence<Scope> {
    scopes.lazy.filter { $0.idText.starts(with: start.utf8) }
  }

  /// The operations that start with a text, written as `METHOD /path`, in the catalog's order.
  package func operations(startingWith start: String) -> some Sequence<Operation> {
    let typed = start.utf8
    let end = typed.firstIndex(of: 0x20)
    let (method, path) = (typed[..<(end ?? typed.endIndex)], end.map { typed[$0...].dropFirst() })
    let table = operations
    return table.indices.lazy.filter { index in
      let own = table.method(of: index).utf8
      guard let path else { return own.starts(with: method) }
      return own.elementsEqual(method) && table.pathText(of: index).starts(with: path)
    }.map { table[$0] }
  }
}
