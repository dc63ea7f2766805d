import Catalogs
import Documents

/// Reads what roles of Kubernetes grant.
///
/// What a rule matches is as the API server has it (`pkg/apis/rbac/v1/evaluation_helpers.go` of
/// kubernetes/kubernetes): `*` for a group, a resource or a verb is all of them, `*/scale` that
/// subresource of every resource, and a URL may end in `*`. A resource does not bring its
/// subresources, and `pods/*` matches nothing.
struct KubernetesRoleReader {
  /// So many rules are read: the API server stores no object with more.
  private static let maximumRules = 10_000
  /// So many combinations of a rule are read one by one.
  private static let maximumCombinations = 100_000

  /// A scope's id taken apart.
  private struct Parts {
    var group: String
    var resource: String
    var subresource: String
    var verb: String
  }

  private static let resources = IDPattern("{group}/{resource}:{verb}")
  private static let addresses = IDPattern("nonResourceURL:{path}:{verb}")

  private var draft: AdoptionDraft
  /// The kind of the object that is being read.
  private var kind: String?
  private var known: [(scope: Int, parts: Parts)] = []
  private var urls: [(scope: Int, path: String, verb: String)] = []
  private var rules = 0

  init(catalog: Catalog) {
    draft = AdoptionDraft(catalog: catalog)
    for (scope, entry) in catalog.scopes.enumerated() {
      if let values = Self.addresses?.values(in: entry.id) {
        urls.append((scope, values[0], values[1]))
      } else if let values = Self.resources?.values(in: entry.id) {
        let path = values[1].split(separator: "/", maxSplits: 1).map(String.init)
        known.append(
          (
            scope,
            Parts(
              group: values[0] == "core" ? "" : values[0], resource: values[1],
              subresource: path.count > 1 ? path[1] : "", verb: values[2])
          ))
      }
    }
  }

  private static let kinds = [
    "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "List", "RoleList",
    "ClusterRoleList",
  ]

  /// Whether a document is an object of this kind.
  static func isRole(_ root: JSONValue) -> Bool {
    (root["kind"]?.string).map(kinds.contains) ?? false
      && (root["rules"] != nil || root["items"] != nil || root["roleRef"] != nil
        || root["apiVersion"]?.string?.starts(exactlyWith: "rbac.authorization.k8s.io") ?? false)
  }

  mutating func read(_ documents: [JSONValue]) throws(ModelError) -> Adoption {
    for (index, document) in documents.enumerated() {
      try read(document, at: documents.count > 1 ? "document \(index + 1)" : "")
    }
    return try draft.adoption(of: .kubernetesRole)
  }

  private mutating func read(_ object: JSONValue, at place: String) throws(ModelError) {
    let inside = place.isEmpty ? "" : place + ": "
    switch object["kind"]?.string {
    case "Role", "ClusterRole":
      kind = draft.kind([object["kind"]?.string == "Role" ? "role" : "cluster-role"])
      if draft.label.isEmpty { draft.label = object["metadata"]?["name"]?.string ?? "" }
      if let namespace = object["metadata"]?["namespace"] {
        draft.leave(
          inside + "metadata.namespace", "a namespace: the role holds in it alone", namespace)
      }
      if let aggregation = object["aggregationRule"] {
        draft.leave(
          inside + "aggregationRule",
          "an aggregation: the server fills in the rules of other roles",
          aggregation)
      }
      // kubectl writes null for a role that grants nothing.
      guard let list = object["rules"], list.kind != .null else { return }
      for (index, rule) in try list.requireElements().enumerated() {
        rules += 1
        guard rules <= Self.maximumRules else {
          throw rule.error(
            "there are more than \(Self.maximumRules) rules", remedy: "Adopt a part of them")
        }
        try read(rule: rule, at: inside + "rules[\(index)]")
      }
    case "RoleBinding", "ClusterRoleBinding":
      draft.leave(
        inside + "subjects", "a binding: a key does not say who has it", object["subjects"])
    case "List", "RoleList", "ClusterRoleList":
      for (index, item) in try object.require("items").requireElements().enumerated() {
        try read(item, at: inside + "items[\(index)]")
      }
    case let kind:
      draft.leave(
        place.isEmpty ? "the document" : place, "an object of the kind \"\(kind ?? "")\"", nil)
    }
  }

  private mutating func read(rule: JSONValue, at place: String) throws(ModelError) {
    let verbs = try rule.require("verbs").requireStrings()
    if let list = rule["nonResourceURLs"], list.kind != .null, !list.elements.isEmpty {
      return try read(urls: list.requireStrings(), verbs, at: place)
    }
    if let names = rule["resourceNames"], !names.elements.isEmpty {
      draft.leave(
        place + ".resourceNames", "names of objects: the rule holds for these alone", names)
    }
    let groups = try rule.require("apiGroups").requireStrings()
    let resources = try rule.require("resources").requireStrings()
    let (groupSet, resourceSet, verbSet) = (Set(groups), Set(resources), Set(verbs))
    let isOpen = groupSet.contains("*") || resourceSet.contains { Self.isWild($0) }
    if isOpen || verbSet.contains("*") {
      var count = 0
      for (scope, parts) in known
      where Self.has(groupSet, parts.group) && Self.has(verbSet, parts.verb)
        && (Self.has(resourceSet, parts.resource)
          || !parts.subresource.isEmpty && resourceSet.contains("*/" + parts.subresource))
      {
        draft.add(scope, kind: kind)
        count += 1
      }
      let pattern = Self.pattern(groups, resources, verbs)
      try draft.expanded(pattern, to: count)
      if count == 0 { draft.leave(place, "a rule that matches nothing of the catalog", rule) }
    }
    // What the wildcards stand for in the catalog is taken; what is named goes beyond it.
    for resource in resources where resource.ends(exactlyWith: "/*") && resource != "*/*" {
      draft.leave(
        place + ".resources",
        "\"\(Wording.cut(resource))\", which matches nothing: only */NAME does", nil)
    }
    let named = resources.filter { !Self.isWild($0) && !$0.ends(exactlyWith: "/*") }
    let open = [groups.filter { $0 != "*" }, named, verbs.filter { $0 != "*" }]
    let combinations = open.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    guard open.allSatisfy({ $0.count <= Self.maximumCombinations }),
      combinations <= Self.maximumCombinations
    else {
      throw rule.error(
        "the rule combines more than \(Self.maximumCombinations) groups, resources and verbs",
        remedy: "Adopt a part of it")
    }
    for group in open[0] {
      for resource in open[1] {
        for verb in open[2] {
          draft.add(
            id: "\(group.isEmpty ? "core" : group)/\(resource):\(verb)", kind: kind, at: place)
        }
      }
    }
  }

  private mutating func read(
    urls list: [String], _ verbs: [String], at place: String
  ) throws(ModelError) {
    guard list.count * verbs.count <= Self.maximumCombinations else {
      throw ModelError(
        problem:
          "the rule at \(place) combines more than \(Self.maximumCombinations) URLs and verbs",
        remedy: "Adopt a part of it")
    }
    let verbSet = Set(verbs)
    for url in list {
      let isOpen = url.ends(exactlyWith: "*")
      if isOpen || verbSet.contains("*") {
        var count = 0
        let start = isOpen ? String(url.dropLast()) : url
        for known in urls
        where Self.has(verbSet, known.verb)
          && (isOpen ? known.path.starts(exactlyWith: start) : known.path == url)
        {
          draft.add(known.scope, kind: kind)
          count += 1
        }
        try draft.expanded(Self.pattern([], [url], verbs), to: count)
        if count == 0 {
          draft.leave(
            place, "\"\(Wording.cut(url))\", which matches nothing of the catalog", nil)
        }
      }
      guard !isOpen else { continue }
      for verb in verbs where verb != "*" {
        draft.add(id: "nonResourceURL:\(url):\(verb)", kind: kind, at: place)
      }
    }
  }

  private static func has(_ set: Set<String>, _ name: String) -> Bool {
    set.contains("*") || set.contains(name)
  }

  private static func isWild(_ resource: String) -> Bool {
    resource == "*" || resource.starts(exactlyWith: "*/")
  }

  private static func pattern(
    _ groups: [String], _ resources: [String], _ verbs: [String]
  ) -> String {
    let parts = [groups.map { $0.isEmpty ? "core" : $0 }, resources, verbs]
    return parts.filter { !$0.isEmpty }.map { Wording.cut($0.joined(separator: ","), to: 60) }
      .joined(separator: " ")
  }
}
