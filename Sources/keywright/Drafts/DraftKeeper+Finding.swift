import Designer
import Documents

extension DraftKeeper {
  /// Offers the designer what earlier sessions left behind; nil where no draft can be kept.
  static func find(for state: inout DesignerState) -> DraftKeeper? {
    var path: String?
    var held: [UInt8]?
    if case .file(let target, let known) = state.target {
      path = target
      held = known ?? (try? DocumentFile.readFoundIfPresent(target)) ?? nil
    }
    do {
      let (keeper, found) = try DraftKeeper.open(
        target: path, held: held, catalog: state.catalog)
      for case .draft(let step) in state.update(.foundDrafts(found)) { try keeper.perform(step) }
      return keeper
    } catch {
      let found = DraftsFound(notices: ["no draft is kept: \(error)"], canKeep: false)
      _ = state.update(.foundDrafts(found))
      return nil
    }
  }
}
