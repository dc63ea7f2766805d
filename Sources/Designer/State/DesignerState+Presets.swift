import BitCollections
import Catalogs

/// The presets that the words of a filter name.
struct PresetMatches: Hashable, Sendable {
  /// The words.
  var query = ""
  /// The presets, by place in the catalog.
  var places: [Int] = []
}

extension DesignerState {
  /// Looks for presets too, after the words of the filter have changed.
  mutating func matchPresets() {
    guard presetMatches.query != outline.query else { return }
    presetMatches = PresetMatches(
      query: outline.query, places: catalog.presets(named: outline.query))
  }

  /// The presets that the words of the filter name where they find no scope.
  var presetsInstead: [Int] {
    guard view != .operations, outline.matched?.isEmpty == true, outline.matchedUnknown.isEmpty,
      presetMatches.query == outline.query
    else { return [] }
    return presetMatches.places
  }

  /// The presets that the words of the filter name beside scopes; two letters are not yet a word.
  var presetsBeside: [Int] {
    guard view != .operations, outline.matched != nil, presetMatches.query == outline.query,
      outline.matchCount > 0, outline.query.split(separator: " ").contains(where: { $0.count > 2 })
    else { return [] }
    return presetMatches.places
  }
}
