import Catalogs
import Keys
import TerminalUI

/// What a scope grants, what grants it, and what of it is uncertain, for the details.
enum GrantLines {
  static func lines(_ index: Int, _ state: DesignerState, columns: Int) -> [StyledLine] {
    let catalog = state.catalog
    let scope = catalog.scopes[index]
    var lines: [StyledLine] = []
    func add(_ name: String, _ text: String, _ style: Style = .plain) {
      lines += StyledLine.wrap(
        text, style, columns: columns, charset: state.charset, lead: name, leadStyle: .dim)
    }
    if scope.isUndeclared {
      add(
        "Status   ", "undeclared: calls name it, but the vendor's list does not", Style(.yellow))
    }
    let inferred = scope.inferred.contains(.includes) ? " (inferred)" : ""
    let grants = catalog.granted(by: index)
    if !grants.isEmpty { add("Grants   ", names(grants, catalog) + inferred) }
    let granters = catalog.granters(of: index)
    let chosen = granters.filter(state.editor.isChosen)
    if !chosen.isEmpty {
      let rest = state.editor.isChosen(index) ? "" : "; ticking it adds nothing"
      add("Granted  ", "by " + names(chosen, catalog) + rest, Style(.yellow))
    } else if !granters.isEmpty {
      add("Granted  ", "where one of these is ticked: " + names(granters, catalog))
    }
    return lines
  }

  /// So many ids as one can take in.
  private static func names(_ scopes: [Int], _ catalog: Catalog) -> String {
    let shown = scopes.prefix(12).map { catalog.scopes[$0].id }.joined(separator: ", ")
    return scopes.count > 12 ? shown + " and \(scopes.count - 12) more" : shown
  }
}
