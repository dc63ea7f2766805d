extension CallTally {
  /// Where a call stands in its input, counted from 1.
  package enum Place: Hashable, Sendable {
    /// An argument.
    case argument
    /// A line.
    case line(Int)
    /// An entry of an HTTP archive.
    case entry(Int)
  }

  /// A place, with the input's name.
  package struct RecordPlace: Hashable, Sendable {
    /// The input's name; empty for arguments.
    package var input: String
    /// Where in the input.
    package var place: Place

    /// `FILE:LINE` or `FILE: entry N`; empty for an argument.
    package var text: String {
      switch place {
      case .argument: ""
      case .line(let line): "\(input):\(line)"
      case .entry(let entry): "\(input): entry \(entry)"
      }
    }
  }

  /// What was left out, or not understood, for one reason.
  package struct Mention: Hashable, Sendable {
    /// Why, as a message says it.
    package var reason: String
    /// How often.
    package var count: Int
    /// Where it happened first, at most `mostPlaces`.
    package var places: [RecordPlace]
  }

  /// Mentions by their reasons, in the order in which they came; bounded.
  package struct Mentions: Hashable, Sendable {
    /// So many places of one reason are kept.
    package static let mostPlaces = 10
    /// So many reasons are told apart.
    package static let mostReasons = 200

    /// The mentions.
    package private(set) var list: [Mention] = []
    private var places: [String: Int] = [:]

    /// How many there are over all reasons.
    package private(set) var count = 0

    mutating func add(_ reason: String, _ place: RecordPlace?, count: Int = 1) {
      self.count += count
      let known = places[reason]
      if known == nil, list.count >= Self.mostReasons {
        list[list.count - 1].count += count
        return
      }
      let index = known ?? list.count
      if known == nil {
        places[reason] = index
        list.append(Mention(reason: reason, count: 0, places: []))
      }
      list[index].count += count
      if let place, list[index].places.count < Self.mostPlaces { list[index].places.append(place) }
    }

    mutating func merge(_ other: Mentions) {
      for mention in other.list {
        add(mention.reason, mention.places.first, count: mention.count)
        for place in mention.places.dropFirst() { add(mention.reason, place, count: 0) }
      }
    }
  }
}
