import Documents

extension OpenAPIReader {
  /// Reads the vendor's members once all calls are known: those that were named, those that are
  /// known, and the nearest that was found where nothing else states scopes.
  mutating func readMembers() {
    let given = Set(options.permissionMembers)
    var read = members.names.filter { given.contains($0) || isKnownToBeRead($0) }
    if tally.callsWithScopes == 0, read.allSatisfy({ !states($0) }) {
      let found = members.names.filter { name in
        !read.contains(name) && KnownMember.find(name) == nil && !MemberReading.isOfOther(name)
      }
      let best = found.filter(states).min { left, right in
        let ranks = (MemberReading.rank(left) ?? 9, MemberReading.rank(right) ?? 9)
        let counts = (members.entries[left]?.count ?? 0, members.entries[right]?.count ?? 0)
        return ranks.0 == ranks.1 ? counts.0 > counts.1 : ranks.0 < ranks.1
      }
      read += best.map { [$0] } ?? []
    }
    var named: Set<Int> = []
    for name in options.permissionMembers where read.contains(name) { readMember(name, &named) }
    for name in read where !given.contains(name) { readMember(name, &named) }
    tally.callsWithMembers = named.count
    for name in members.names where !read.contains(name) { tellUnread(name) }
  }

  private func isKnownToBeRead(_ name: String) -> Bool {
    switch KnownMember.find(name) {
    case .inPlaceOfSecurity, .accepted: true
    case .otherCredential, nil: false
    }
  }

  /// How a member is written; made once for all calls that have it.
  private func form(of name: String) -> MemberForm {
    let isAccepted =
      if case .accepted = KnownMember.find(name) { true } else {
        name.lowercased().contains("accepted")
      }
    return MemberForm(
      meaning: isAccepted ? .any : meaning,
      isDeclared: { [index = draft.indexOfScope] in index[$0] != nil },
      isCredential: { [schemes] in schemes[$0].map { !$0.carriesScopes } ?? false })
  }

  /// Whether a member says something on any call that is understood.
  private func states(_ name: String) -> Bool {
    let form = form(of: name)
    return members.entries[name]?.contains { entry in
      if case .sets = MemberReading(entry.place.value, as: form) { true } else { false }
    } ?? false
  }

  private mutating func readMember(_ name: String, _ named: inout Set<Int>) {
    var odd: [(shape: String, count: Int, place: References.Place, call: Int)] = []
    var count = 0
    var sample: References.Place?
    var told: Set<String> = []
    let form = form(of: name)
    for entry in members.entries[name] ?? [] {
      switch MemberReading(entry.place.value, as: form) {
      case .nothing: continue
      case .sets(let sets):
        guard require(sets, of: entry, by: name, beside: named.contains(entry.call)) else {
          continue
        }
        count += 1
        if sample == nil { sample = entry.place }
        named.insert(entry.call)
        tellForm(name, entry, sets, &told)
      case .notUnderstood:
        // Something is needed, and nobody knows what.
        draft.operations[entry.call].requirement = nil
        let shape = Self.shape(of: entry.place.value)
        if let known = odd.firstIndex(where: { $0.shape == shape }) {
          odd[known].count += 1
        } else {
          odd.append((shape, 1, entry.place, entry.call))
        }
      }
    }
    if count > 0, !options.permissionMembers.contains(name), let sample {
      note(
        "\(count) \(count == 1 ? "call names its" : "calls name their") permissions in \"\(name)\", such as \(Self.text(of: sample.value)): read",
        at: sample)
    }
    for (_, count, place, call) in odd {
      let operation = draft.operations[call]
      note(
        "\"\(name)\" of \(operation.method) \(operation.path)\(whole: count > 1 ? " and of \(count - 1) more" : "") "
          + "is in a form that is not understood, \(Self.text(of: place.value)): "
          + "what the call needs was left open", at: place, isNotUnderstood: true)
    }
  }

  /// Tells once of each form that more than lists names how it was read.
  private mutating func tellForm(
    _ name: String, _ entry: MemberSurvey.Entry, _ sets: [[String]], _ told: inout Set<String>
  ) {
    let value = entry.place.value
    guard value.kind == .object || value.elements.contains(where: { $0.kind == .object }),
      told.insert(Self.shape(of: value)).inserted
    else { return }
    let operation = draft.operations[entry.call]
    let reading = sets.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
    note(
      "\"\(name)\" of \(operation.method) \(operation.path) is \(Self.text(of: value)): read as \(reading)",
      at: entry.place)
  }

  /// Adds what a member says to what a call requires, or puts it in its place.
  private mutating func require(
    _ sets: [[String]], of entry: MemberSurvey.Entry, by name: String, beside another: Bool
  ) -> Bool {
    let isDeclared = declaredScopes == 0
    let further = sets.map { set in
      set.map { scope($0, declared: isDeclared, takesBlanks: true, at: entry.place) }.sorted()
    }
    var requirement = further
    if !isKnownToBeRead(name) || another, let base = draft.operations[entry.call].requirement,
      base != [[]]
    {
      guard let joined = SetMeaning.product([base, further]) else {
        note(
          "with \"\(name)\" the call would have more than \(SetMeaning.maximumAlternatives) alternatives: "
            + "the member was left out", at: entry.place)
        return false
      }
      requirement = joined
    }
    tally.namedInMembers.formUnion(further.joined())
    var seen: Set<[Int]> = []
    draft.operations[entry.call].requirement = requirement.filter { seen.insert($0).inserted }
    return true
  }

  private mutating func tellUnread(_ name: String) {
    let form = form(of: name)
    let stated = (members.entries[name] ?? []).filter { entry in
      if case .nothing = MemberReading(entry.place.value, as: form) { false } else { true }
    }
    guard let sample = stated.first else { return }
    let count = stated.count
    var isNotUnderstood = false
    let reason: String
    if case .otherCredential = KnownMember.find(name) {
      reason = "not read, because it is about another kind of credential"
    } else if !states(name) {
      isNotUnderstood = true
      reason = "not read, because its form is not understood"
    } else if MemberReading.isOfOther(name) {
      // Where scopes are stated otherwise, this leaves nothing open.
      isNotUnderstood = tally.callsWithScopes == 0 && tally.callsWithMembers == 0
      reason =
        "not read: the name says that these are not what a call needs (--permission-member \(name) reads it)"
    } else {
      reason =
        "not read, because other members state scopes (--permission-member \(name) reads it)"
    }
    note(
      "\(count) \(count == 1 ? "call has" : "calls have") \"\(name)\", such as \(Self.text(of: sample.place.value)): \(whole: reason)",
      at: sample.place, isNotUnderstood: isNotUnderstood)
  }

  /// The kind of a value and the names in it: calls of one form are told together.
  private static func shape(of value: JSONValue) -> String {
    switch value.kind {
    case .object: "{" + value.members.map(\.name).sorted().joined(separator: ",") + "}"
    case .array: "[" + (value.elements.first.map(shape) ?? "") + "]"
    default: "\(value.kind)"
    }
  }

  /// A value as it stands, on one line.
  static func text(of value: JSONValue) -> String {
    PlainText.cut(
      String(decoding: value.source.prefix(400), as: UTF8.self).split { $0.isWhitespace }
        .joined(separator: " "), to: 78)
  }
}
