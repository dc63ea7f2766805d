import Catalogs
import Documents

/// Reads what a policy of AWS allows.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html: `Statement` is
/// one or several, `Action` a text or a list, names of actions have no case.
struct IAMPolicyReader {
  private var draft: AdoptionDraft
  private let actions: [[UInt8]]
  private let places: [[UInt8]: Int]

  init(catalog: Catalog) {
    draft = AdoptionDraft(catalog: catalog)
    actions = catalog.scopes.map { $0.id.utf8.map(WildcardPattern.lowercased) }
    places = Dictionary(zip(actions, actions.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The policy in a document; nil where it holds none.
  ///
  /// It may stand in what the command line of AWS prints: `PolicyVersion.Document`, `PolicyDocument`.
  static func policy(in root: JSONValue) -> JSONValue? {
    if root["Statement"] != nil { return root }
    for holder in [root["PolicyVersion"]?["Document"], root["PolicyDocument"]] {
      if let holder, holder["Statement"] != nil { return holder }
    }
    return nil
  }

  mutating func read(_ policy: JSONValue) throws(ModelError) -> Adoption {
    let statement = try policy.require("Statement")
    let statements = statement.kind == .array ? statement.elements : [statement]
    for (index, value) in statements.enumerated() {
      try value.requireObject()
      try read(value, at: statement.kind == .array ? "Statement[\(index)]" : "Statement")
    }
    return try draft.adoption(of: .iamPolicy)
  }

  private mutating func read(_ statement: JSONValue, at place: String) throws(ModelError) {
    let effect = try statement.require("Effect")
    switch try effect.requireString() {
    case "Allow": break
    case "Deny":
      draft.leave(
        place,
        "a Deny: what it takes away is not taken from the key, which has all that is allowed",
        statement)
      return
    default:
      throw effect.error(
        "the effect \"\(effect.string ?? "")\" is neither Allow nor Deny",
        remedy: "Write one of them")
    }
    if let other = statement["NotAction"] {
      draft.leave(
        place + ".NotAction",
        "NotAction, which allows all actions but these: the key has none of them", other)
    }
    for (name, what) in [
      ("Condition", "conditions, under which alone the actions are allowed"),
      ("NotResource", "NotResource: the actions are allowed on all resources but these"),
      ("Principal", "a principal: a policy of a resource or a role says who, a key does not"),
      ("NotPrincipal", "NotPrincipal: a key does not say who"),
    ] {
      if let value = statement[name] { draft.leave("\(place).\(name)", what, value) }
    }
    if let resource = statement["Resource"], resource.string != "*",
      resource.kind != .array || resource.elements.contains(where: { $0.string != "*" })
    {
      draft.leave(
        place + ".Resource", "resources: the actions are allowed on these alone", resource)
    }
    guard let action = statement["Action"] else {
      guard statement["NotAction"] != nil else {
        throw statement.error("the statement names no Action", remedy: "Add it")
      }
      return
    }
    let names = action.kind == .array ? try action.requireStrings() : [try action.requireString()]
    for name in names { try take(name, at: place + ".Action") }
  }

  private mutating func take(_ name: String, at place: String) throws(ModelError) {
    guard WildcardPattern.isPattern(name) else {
      if let scope = places[name.utf8.map(WildcardPattern.lowercased)] {
        draft.add(scope)
      } else if name.contains(exactly: ":") {
        draft.add(id: name, at: place)
      } else {
        draft.leave(place, "\"\(Wording.cut(name))\", which is no action", nil)
      }
      return
    }
    guard !draft.hasExpanded(name) else { return }
    let pattern = WildcardPattern(name)
    var count = 0
    for (scope, action) in actions.enumerated() where pattern.matches(action) {
      draft.add(scope)
      count += 1
    }
    try draft.expanded(name, to: count)
    if count == 0 {
      draft.leave(place, "\"\(Wording.cut(name))\", which no action of the catalog matches", nil)
    }
  }
}
