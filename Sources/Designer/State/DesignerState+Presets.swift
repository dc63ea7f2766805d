import BitCollections
import Catalogs

extension DesignerState {
  /// The presets that words name, in any case: each word in the title or in what the preset is for.
  ///
  /// A job is known by other words than the scopes that it takes.
  func presets(named words: String) -> [Int] {
    let words = words.lowercased().split(separator: " ")
    guard !words.isEmpty else { return [] }
    return catalog.presets.indices.filter { place in
      let preset = catalog.presets[place]
      let text = (preset.title + " " + preset.purpose).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The presets that the words of the filter name where they find no scope.
  var presetsInstead: [Int] {
    guard view != .operations, outline.matched?.isEmpty == true, outline.matchedUnknown.isEmpty
    else { return [] }
    return presets(named: outline.query)
  }
}
