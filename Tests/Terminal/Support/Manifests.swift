/// Manifests that tests open and expect.
enum Manifests {
  /// The bytes that the program writes for some scopes and lines before and after them.
  static func text(before: [String] = [], scopes: [String], after: [String] = []) -> String {
    let list = "\"scopes\": [" + scopes.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    let broken =
      "\"scopes\": [\n" + scopes.map { "    \"\($0)\"" }.joined(separator: ",\n") + "\n  ]"
    let members =
      [
        #""$schema": "urn:keywright:manifest:1""#,
        #""catalog": { "id": "komerza", "version": "2026-06-24" }"#,
      ] + before + [list.count + 2 < 120 ? list : broken] + after
    return "{\n" + members.map { "  \($0)" }.joined(separator: ",\n") + "\n}\n"
  }

  /// Correct, with members that the program does not know, and in no form that it would write.
  static let handFormatted = """
    {"catalog":   {"version":"2026-06-24","id":"komerza","mirror":true},
    \t"$schema":"urn:keywright:manifest:1", "x-team" : { "owner": "caf\\u00e9", "list":[1,2.50,1e3] },
      "scopes":[ "stores.orders.view" ,
        "stores.view"],"label":"by hand"
    ,"ipAddresses":["203.0.113.7"],"rotateBy":"2027-02-01"   }
    """
}
