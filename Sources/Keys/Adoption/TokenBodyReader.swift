import Catalogs
import Documents

/// Reads what a token of Cloudflare may do, from the body that makes it or an answer about it.
///
/// https://developers.cloudflare.com/api/resources/user/subresources/tokens: a policy has groups by id,
/// and a name beside each where Cloudflare answers.
enum TokenBodyReader {
  /// The body in a document, which answers hold under `result`; nil where there is none.
  static func body(in root: JSONValue) -> JSONValue? {
    [root, root["result"]].compactMap(\.self).first { body in
      body["policies"]?.elements.contains { $0["permission_groups"] != nil } ?? false
    }
  }

  static func read(_ body: JSONValue, catalog: Catalog) throws(ModelError) -> Adoption {
    var draft = AdoptionDraft(catalog: catalog)
    draft.label = body["name"]?.string ?? ""
    var scopes: [String: Int] = [:]
    for (scope, entry) in catalog.scopes.enumerated() {
      for native in entry.nativeIDs { scopes[native.id.lowercased()] = scope }
    }
    for (index, policy) in try body.require("policies").requireElements().enumerated() {
      let place = "policies[\(index)]"
      guard try policy.require("effect").requireString() == "allow" else {
        draft.leave(place, "a policy that denies; a key says only what it may do", policy)
        continue
      }
      let groups = try policy.require("permission_groups").requireElements()
      for (position, group) in groups.enumerated() {
        let inside = "\(place).permission_groups[\(position)]"
        let (id, name) = (group["id"]?.string, group["name"]?.string)
        if let scope = id.flatMap({ scopes[$0.lowercased()] }) {
          draft.add(scope)
        } else if let name {
          draft.add(id: name, at: inside)
        } else {
          draft.leave(inside, "a group by an id alone, which the catalog does not know", group)
        }
      }
      if let resources = policy["resources"], !isOpen(resources) {
        draft.leave(
          "\(place).resources", "what the policy reaches; a key says no resources", resources)
      }
    }
    read(condition: body["condition"], into: &draft)
    if let end = body["expires_on"]?.string {
      draft.rotateBy = CalendarDate(String(decoding: end.utf8.prefix(10), as: UTF8.self))
      if draft.rotateBy == nil { draft.leave("expires_on", "an end that is no date", nil) }
    }
    if let start = body["not_before"] {
      draft.leave("not_before", "when the token starts to hold", start)
    }
    return try draft.adoption(of: .tokenBody)
  }

  /// Whether resources are nothing but the placeholder of a form that was not filled in.
  private static func isOpen(_ resources: JSONValue) -> Bool {
    resources.members.allSatisfy { !$0.name.contains(".") }
  }

  private static func read(condition: JSONValue?, into draft: inout AdoptionDraft) {
    for (name, list) in condition?["request_ip"]?.members ?? [] {
      let place = "condition.request_ip.\(name)"
      guard name == "in", let texts = try? list.requireStrings() else {
        draft.leave(place, "addresses that are kept out; a key lists those that are let in", list)
        continue
      }
      for text in texts {
        if AddressRange(text) != nil {
          draft.addresses.append(text)
        } else {
          draft.leave(place, "\"\(Wording.cut(text))\", which is no address", nil)
        }
      }
    }
    for (name, value) in condition?.members ?? [] where name != "request_ip" {
      draft.leave("condition.\(name)", "a condition", value)
    }
  }
}
