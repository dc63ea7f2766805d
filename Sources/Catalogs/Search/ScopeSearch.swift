/// Finds scopes by words over ids, titles, categories and summaries, best first where asked.
///
/// Every word of a query has to be found, in any order. What a word is worth follows from where it
/// stands (`WordPlace`): the whole id before a part of it, that before the start of a part, then the
/// title, the middle of the id, the categories around it, an abbreviation of the id, the summary.
/// A scope's score is the sum over the words; of equals the shorter id comes first, then the one
/// that stands first in the tree. Capitals do not matter, but start a part: `describe` and
/// `instances` are both starts in `DescribeInstances`.
package struct ScopeSearch: Sendable {
  let texts: SearchTexts
  let categories: CategoryNames
  let wholeWords: WholeWords

  /// Prepares a catalog for searching.
  package init(catalog: Catalog) {
    let shared = catalog.texts.flatMap { TextTable(sharing: $0) }
    texts = SearchTexts(
      shared ?? Self.copy(catalog.scopes), pairs: shared == nil ? nil : catalog.texts?.pairs)
    categories = CategoryNames(catalog: catalog)
    wholeWords =
      shared == nil
      ? WholeWords(ids: catalog.scopes.lazy.map(\.idText))
      : catalog.texts?.wholeWords ?? WholeWords(hashes: [])
  }

  private static func copy(_ scopes: [Scope]) -> TextTable {
    var copy = TextTable.Copy()
    for scope in scopes {
      copy.add {
        scope.idText.append(to: &$0)
      } title: {
        scope.titleText.append(to: &$0)
      } summary: {
        scope.summaryText.append(to: &$0)
      }
    }
    return TextTable(copy)
  }

  /// What a query finds, scopes in tree order; nil for an empty query.
  ///
  /// What an earlier query has found makes the next letter cheap.
  package func matches(_ query: String, after previous: SearchMatches? = nil) -> SearchMatches? {
    search(query, after: previous)
  }

  /// Where the words of a query stand in an id, as ranges of its UTF-8.
  package static func marks(_ query: String, in id: String) -> [Range<Int>] {
    let bytes = Array(id.utf8)
    let span = bytes.span
    var marks: [Range<Int>] = []
    for word in SearchQuery.words(of: query) {
      if let best = WordPattern(word).flatMap({ WordPlace.best($0, bytes.indices, of: span) }) {
        marks.append(best..<best + word.count)
      } else if let short = Abbreviation(word) {
        marks += short.pieces(bytes.indices, of: span)
      }
    }
    return marks
  }
}
