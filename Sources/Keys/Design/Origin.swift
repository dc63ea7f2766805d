/// Why a scope was chosen in this session; no document holds it.
package enum Origin: Hashable, Sendable {
  /// A person ticked it.
  case hand
  /// A preset brought it, by its title.
  case preset(String)
  /// The remedy of a finding brought it, by the rule's id.
  case remedy(String)
}
