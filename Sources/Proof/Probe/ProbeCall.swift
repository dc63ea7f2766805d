import Documents

/// One call that shows whether a key has a scope.
package struct ProbeCall: Hashable, Sendable {
  /// What the designed key must be told.
  package enum Expectation: String, Sendable {
    /// The key has the scope.
    case allowed
    /// The key has not.
    case refused
  }

  /// What an answer can be read from.
  package enum Kind: String, Sendable {
    /// A read of something that is there: a list, or the object that the person who runs it names.
    case read
    /// A call on an object that cannot exist, so that no answer of the platform changes anything.
    case absent
  }

  /// A piece of the path that is asked for.
  enum Piece: Hashable, Sendable {
    /// Text of the template.
    case literal(String)
    /// The first parameter, which the person who runs the script may name.
    case container(String)
    /// An id that cannot exist.
    case absent
  }

  /// The id of the scope that it shows.
  package let scope: String
  /// The method: GET, DELETE, PATCH or PUT; never one that makes something new.
  package let method: String
  /// The path template.
  package let path: String
  /// What the designed key must be told.
  package let expected: Expectation
  /// What an answer can be read from.
  package let kind: Kind
  let pieces: [Piece]

  /// The call, as `METHOD /path`.
  package var call: String { method + " " + path }

  /// The parameter of the path that the person who runs it may name; nil where there is none.
  package var container: String? {
    for case .container(let name) in pieces { return name }
    return nil
  }

  /// The call as a member of the plan and of the results.
  var members: [(name: String, value: JSONNode)] {
    [
      ("scope", .string(scope)), ("method", .string(method)), ("path", .string(path)),
      ("expected", .string(expected.rawValue)), ("kind", .string(kind.rawValue)),
    ]
  }
}
