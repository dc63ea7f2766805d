/// A kind of object in documents that people write, with the members that it can have.
///
/// Policies and overlays refuse any other member, `catalog check` tells of it.
package struct ObjectShape: Sendable {
  /// The objects in a member, where there are any.
  package typealias Inner = @Sendable () -> ObjectShape

  /// What messages call such an object, such as `a scope`.
  let title: String
  /// The members.
  let members: [(name: String, inner: Inner?)]
  /// Whether members of others, whose names start with `x-`, may stand beside its own.
  let takesExtensions: Bool

  /// Creates a kind of object.
  package init(title: String, members: [(String, Inner?)], takesExtensions: Bool = false) {
    self.title = title
    self.members = members.map { (name: $0.0, inner: $0.1) }
    self.takesExtensions = takesExtensions
  }
}
