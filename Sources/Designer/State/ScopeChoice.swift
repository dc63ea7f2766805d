/// Several scopes of one cell of the grid, by name, of which a person ticks those that are meant.
struct ScopeChoice: Hashable, Sendable {
  /// What they are called together, such as `stores.orders other`.
  let name: String
  /// The scopes, by index; never empty.
  let scopes: [Int]
  /// The place of the cursor.
  var cursor = 0
}
