/// One mention of a call in a record: what was called, where, and how it ended.
///
/// Nothing else of a record is ever kept: no header but `Host`, no cookie, no body, no user.
package struct CallEvidence: Hashable, Sendable {
  /// The method in capitals; empty where none is given.
  package var method: [UInt8]
  /// A path or a URL, with its query as it stands.
  package var target: [UInt8]
  /// The host that the record names beside a path, with its port; empty where it names none.
  package var host: [UInt8]
  /// The status of the answer; nil where the record states none.
  package var status: Int?
  /// What else the call may go by where the target is no call: the route that a server names.
  package var route: [UInt8]
  /// Whether the target may be cut: a server that answers 400 has not read all of it.
  package var mayBeCut: Bool
  /// Whether braces and dollar signs in the target stand for variables.
  package var hasVariables: Bool

  /// Creates a mention.
  package init(
    method: some Sequence<UInt8>, target: some Sequence<UInt8>, host: some Sequence<UInt8> = [],
    status: Int? = nil, route: some Sequence<UInt8> = [], mayBeCut: Bool = false,
    hasVariables: Bool = false
  ) {
    let call = WrittenCall(method: method, target: target)
    self.method = call.method
    self.target = call.target
    self.host = Array(host)
    self.status = status
    self.route = Array(route)
    self.mayBeCut = mayBeCut
    self.hasVariables = hasVariables
  }
}
