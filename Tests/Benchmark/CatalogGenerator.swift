/// Makes catalogs of any size, the same for the same seed.
struct CatalogGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A catalog document: a hundred scopes a category, an operation a scope, and combinations of two
  /// or three scopes each.
  mutating func document(scopes: Int, combinations: Int) -> [UInt8] {
    let verbs = ["view", "create", "update", "delete"]
    var ids: [String] = []
    var categories: [String] = []
    for first in stride(from: 0, to: scopes, by: 100) {
      var entries: [String] = []
      for index in first..<min(first + 100, scopes) {
        let verb = verbs[index % 4]
        let id = "service\(first / 100).resource\(index / 4).\(verb)"
        ids.append(id)
        entries.append(
          #"{"id":"\#(id)","title":"\#(verb) resource \#(index / 4)","summary":"\#(summary())","#
            + #""access":"\#(verb)","touches":["settings"],"provenance":"reference"}"#)
      }
      categories.append(
        #"{"name":"Service \#(first / 100)","scopes":[\#(entries.joined(separator: ","))]}"#)
    }
    let methods = ["GET", "POST", "PUT", "DELETE"]
    let operations = ids.indices.map {
      #"{"method":"\#(methods[$0 % 4])","path":"/v1/\#($0)","requires":[["\#(ids[$0])"]]}"#
    }
    let rules = (0..<combinations).map { number -> String in
      var all: Set<String> = []
      let count = 2 + number % 2
      while all.count < min(count, ids.count) { all.insert(ids[next(ids.count)]) }
      let names = all.sorted().map { "\"\($0)\"" }.joined(separator: ",")
      return #"{"id":"rule-\#(number)","title":"Rule","severity":"warning","all":[\#(names)],"#
        + #""message":"They do harm together.","confidence":"inferred"}"#
    }
    return Array(
      (#"{"$schema":"urn:keywright:catalog:1","id":"generated","name":"Generated","version":"1","#
        + #""categories":[\#(categories.joined(separator: ","))],"#
        + #""operations":[\#(operations.joined(separator: ","))],"#
        + #""combinations":[\#(rules.joined(separator: ","))]}"#).utf8)
  }

  /// A number from 0 to below a limit, by SplitMix64.
  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  private mutating func summary() -> String {
    let words = ["reads", "changes", "the", "settings", "of", "every", "resource", "and", "its"]
    return (0..<8 + next(24)).map { _ in words[next(words.count)] }.joined(separator: " ")
  }
}
