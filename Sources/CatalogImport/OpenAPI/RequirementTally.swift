import Catalogs
import Documents

/// What was counted of the requirements in a description.
struct RequirementTally {
  /// Calls with a `security` of their own.
  var callsWithOwn = 0
  /// Calls whose own `security` is `[]` or `[{}]`: the document says that they are free.
  var callsWithEmpty = 0
  /// Alternatives with every scope that there is.
  var placeholders = 0
  /// Calls that name scopes in `security`.
  var callsWithScopes = 0
  /// The scopes that calls name in `security`.
  var named: Set<Int> = []
  /// Calls that name permissions in members of the vendor's.
  var callsWithMembers = 0
  /// The permissions that calls name in such members.
  var namedInMembers: Set<Int> = []

  mutating func count(_ requirement: [[Int]]?) {
    let scopes = Set((requirement ?? []).joined())
    if !scopes.isEmpty { callsWithScopes += 1 }
    named.formUnion(scopes)
  }
}

extension OpenAPIReader {
  /// Says what is doubtful about the requirements as they were read.
  mutating func tellOfRequirements(_ platform: KnownPlatform?) {
    for (name, count) in unscoped.sorted(by: { $0.key < $1.key }) {
      note(
        "\(count) \(count == 1 ? "call also takes" : "calls also take") \"\(name)\", which carries no scopes: left out, because a key "
          + "with scopes is asked about (--keep-unscoped keeps it)")
    }
    if tally.placeholders > 0 {
      note(
        "\(tally.placeholders) \(tally.placeholders == 1 ? "requirement names" : "requirements name") every scope that there is: "
          + "read as not stated")
    }
    distrustEmpty(platform)
    if options.meaning == nil, platform == nil { warnOfLevels() }
  }

  /// Where the document demands a credential, and every call that says something takes it back, a
  /// generator did it: it is no statement about any of them.
  private mutating func distrustEmpty(_ platform: KnownPlatform?) {
    let demands = root.member("security")?.elements.contains { !$0.allMembers.isEmpty } ?? false
    let isEverywhere =
      demands && tally.callsWithEmpty > 0 && tally.callsWithEmpty == tally.callsWithOwn
      && tally.callsWithEmpty * 2 > draft.operations.count
    guard isEverywhere || platform?.distrustsEmpty == true else { return }
    var count = 0
    for index in draft.operations.indices where draft.operations[index].requirement == [[]] {
      draft.operations[index].requirement = nil
      count += 1
    }
    guard count > 0 else { return }
    let reason =
      isEverywhere
      ? "the document demands a credential, and every call takes it back"
      : "\(platform?.name ?? "") is known to write that falsely"
    note(
      "\(count) \(count == 1 ? "call is" : "calls are") said to need nothing, but \(whole: reason): read as not stated"
    )
  }

  /// Counts the sets that look like alternatives.
  private mutating func warnOfLevels() {
    var count = 0
    var sample: (call: String, set: [Int])?
    for operation in draft.operations {
      for set in operation.requirement ?? [] where set.count > 1 {
        guard LevelWords.levels(among: set.map { draft.scopes[$0].id }) != nil else { continue }
        count += 1
        if sample == nil { sample = (operation.method + " " + operation.path, set) }
      }
    }
    guard let sample else { return }
    let names = sample.set.map { draft.scopes[$0].id }.joined(separator: ", ")
    note(
      "\(count) \(count == 1 ? "set holds" : "sets hold") several levels of one scope, such as \(names) of \(sample.call): read as "
        + "all needed; if the platform takes any one of them, import with --any-of")
  }
}
