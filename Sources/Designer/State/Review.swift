/// Where a person stands in the review.
struct Review: Hashable, Sendable {
  /// The scopes with one reason.
  struct Group: Hashable, Sendable {
    var reason: ReviewReason
    /// By index, in the catalog's order; what is unticked here stays, to be ticked again.
    var scopes: [Int]
  }

  /// The entry under the cursor.
  var cursor = 0
  /// The first line on the screen.
  var top = 0
  /// The scopes that were chosen when the review was opened, and since.
  var groups: [Group] = []

  /// Takes in the scopes that are chosen now; a scope that is here already keeps its reason.
  mutating func add(_ reasons: [Int: ReviewReason]) {
    let known = Set(groups.flatMap(\.scopes))
    var places = Dictionary(
      zip(groups.map(\.reason), groups.indices), uniquingKeysWith: { first, _ in first })
    for (scope, reason) in reasons where !known.contains(scope) {
      if let place = places[reason] {
        groups[place].scopes.append(scope)
      } else {
        places[reason] = groups.count
        groups.append(Group(reason: reason, scopes: [scope]))
      }
    }
    for place in groups.indices { groups[place].scopes.sort() }
    groups.sort { ($0.reason.rank, $0.reason.title) < ($1.reason.rank, $1.reason.title) }
  }
}
