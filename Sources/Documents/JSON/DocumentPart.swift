/// A kind of object in documents that people write, with the members that it can have.
///
/// The one list of them: policies and overlays refuse any other member, `catalog check` tells of it.
package enum DocumentPart: Sendable {
  /// A team's policy.
  case policy
  /// A catalog.
  case catalog
  /// Where facts of a catalog come from.
  case source
  /// A kind of key.
  case kind
  /// A condition that calls depend on.
  case condition
  /// A group of scopes.
  case category
  /// A scope.
  case scope
  /// A call.
  case operation
  /// Scopes that are enough for a call, with when they are.
  case alternative
  /// A rule about scopes.
  case combination
  /// How many of some scopes set a rule off.
  case count
  /// When a rule is worse.
  case raise
  /// A step of an abuse.
  case step
  /// A scope that was judged harmless.
  case review
  /// The scopes of a job.
  case preset

  /// What messages call it.
  var title: String {
    switch self {
    case .policy: "a policy"
    case .catalog: "a catalog"
    case .source: "a source"
    case .kind: "a kind of key"
    case .condition: "a condition"
    case .category: "a category"
    case .scope: "a scope"
    case .operation: "an operation"
    case .alternative: "an alternative"
    case .combination: "a combination"
    case .count: "\"atLeast\""
    case .raise: "\"raise\""
    case .step: "a step of a trace"
    case .review: "a reviewed scope"
    case .preset: "a preset"
    }
  }

  /// The members, with what the objects in them are where they hold any.
  var members: KeyValuePairs<String, DocumentPart?> {
    switch self {
    case .policy:
      [
        "$schema": nil, "severities": nil, "forbiddenScopes": nil, "never": nil,
        "requiredFields": nil,
        "longestDaysToRotation": nil, "platforms": nil, "combinations": .combination,
      ]
    case .catalog:
      [
        "$schema": nil, "id": nil, "name": nil, "version": nil, "summary": nil, "sources": .source,
        "servers": nil, "kinds": .kind, "conditions": .condition, "categories": .category,
        "operations": .operation,
        "combinations": .combination, "reviewed": .review, "presets": .preset,
      ]
    case .source: ["name": nil, "location": nil]
    case .kind: ["id": nil, "title": nil]
    case .condition: ["id": nil, "question": nil]
    case .category:
      [
        "name": nil, "summary": nil, "inferred": nil, "scopes": .scope, "categories": .category,
      ]
    case .scope:
      [
        "id": nil, "title": nil, "summary": nil, "permission": nil, "level": nil, "access": nil,
        "touches": nil, "provenance": nil, "deprecated": nil, "replacement": nil, "includes": nil,
        "inferred": nil, "undeclared": nil, "kinds": nil, "native": nil, "homepage": nil,
      ]
    case .operation:
      [
        "method": nil, "path": nil, "also": nil, "slashes": nil, "summary": nil, "tag": nil,
        "deprecated": nil, "inferred": nil, "requires": .alternative,
      ]
    case .alternative: ["scopes": nil, "when": nil, "unless": nil, "kinds": nil]
    case .combination:
      [
        "id": nil, "title": nil, "severity": nil, "all": nil, "any": nil, "atLeast": .count,
        "without": nil, "raise": .raise, "message": nil, "confidence": nil, "operations": nil,
        "trace": .step, "story": nil, "advice": nil, "untick": nil, "tick": nil,
      ]
    case .count: ["count": nil, "of": nil]
    case .raise: ["severity": nil, "any": nil]
    case .step: ["call": nil, "does": nil]
    case .review: ["scope": nil, "reason": nil]
    case .preset: ["id": nil, "title": nil, "purpose": nil, "scopes": nil, "warnings": nil]
    }
  }

  /// Whether members of others, whose names start with `x-`, may stand beside its own.
  var takesExtensions: Bool { self == .policy || self == .catalog }
}
