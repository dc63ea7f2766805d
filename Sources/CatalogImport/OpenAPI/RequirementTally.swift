import Catalogs
import Documents

/// What was counted of the requirements in a description.
struct RequirementTally {
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

  /// Where the document demands a credential of every call, one that takes it back is not free by
  /// that: vendors write so, falsely, of nearly all of their calls, and a catalog that is wrong about
  /// it lets a key pass that can do more than it says.
  private mutating func distrustEmpty(_ platform: KnownPlatform?) {
    let demanded = root.member("security")?.elements ?? []
    let isContradicted =
      !demanded.isEmpty && demanded.allSatisfy { $0.kind == .object && $0.memberCount > 0 }
    guard isContradicted || platform?.distrustsEmpty == true else { return }
    var count = 0
    for index in draft.operations.indices where draft.operations[index].requirement == [[]] {
      draft.operations[index].requirement = nil
      count += 1
    }
    guard count > 0 else { return }
    let reason =
      isContradicted
      ? "the document demands a credential of every call"
      : "\(platform?.name ?? "") is known to write that falsely"
    note(
      "\(count) \(count == 1 ? "call is" : "calls are") said to need nothing, but \(whole: reason): read as not stated "
        + "(\"requires\": [[]] in an overlay says that a call is free)")
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
