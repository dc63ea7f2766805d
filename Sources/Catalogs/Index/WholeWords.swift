import Documents

/// The words that are whole parts of ids, by hash: what surely is none need not be looked for.
///
/// It is what a search for the best match asks first: where no id has a typed letter as a whole
/// part, the shortest of those that start with it is the best.
struct WholeWords: Sendable {
  /// A part that starts at more capitals in a row than this is not taken apart.
  private static let mostStarts = 8

  /// Ascending; empty where nothing is known.
  let hashes: [UInt32]

  init(hashes: [UInt32]) { self.hashes = hashes }

  /// Takes the parts of ids, whole ones and those that capitals divide them into.
  init(ids: some Sequence<LazyText>) {
    var found: Set<UInt32> = []
    var (raw, id): ([UInt8], [UInt8]) = ([], [])
    for text in ids {
      raw.removeAll(keepingCapacity: true)
      id.removeAll(keepingCapacity: true)
      text.append(to: &raw)
      SearchBytes.append(prepared: raw[...], to: &id)
      guard Self.add(id, to: &found) else {
        hashes = []
        return
      }
    }
    hashes = found.sorted()
  }

  /// Whether a folded word may be a whole part of an id: false where it surely is none.
  func mayContain(_ word: [UInt8]) -> Bool {
    // What signs stand in may be several parts.
    guard !hashes.isEmpty, word.allSatisfy(SearchBytes.isWord) else { return true }
    let hash = FNV1a(word).folded
    let place = hashes.partitioningIndex(where: { $0 >= hash })
    return place < hashes.count && hashes[place] == hash
  }

  /// Adds the parts of an id; false where there are too many.
  private static func add(_ id: [UInt8], to found: inout Set<UInt32>) -> Bool {
    let span = id.span
    var open: [FNV1a] = []
    for place in span.indices {
      guard SearchBytes.isWord(span[place]) else {
        open.removeAll(keepingCapacity: true)
        continue
      }
      if SearchBytes.isStart(place, in: 0..<span.count, of: span) { open.append(FNV1a()) }
      if open.count > mostStarts { return false }
      let isEnd = SearchBytes.isEnd(place + 1, in: 0..<span.count, of: span)
      for index in open.indices {
        open[index].add(SearchBytes.fold(span[place]))
        if isEnd { found.insert(open[index].folded) }
      }
    }
    return true
  }
}
