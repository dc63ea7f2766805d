/// Where the texts of a compact form's scopes stand, read out of its words when somebody asks.
struct CompactTexts: Sendable {
  /// A row for each scope, which starts with its texts.
  let table: CompactTable
  /// A row for each word that is a whole part of an id (`WholeWords`).
  let words: CompactTable
  /// Which scopes hold which pairs of letters in their summaries; nil where that is not known.
  let pairs: PairIndex?

  /// The whole compact form.
  var buffer: LazyText.Buffer { table.buffer }

  /// The words that are whole parts of ids.
  var wholeWords: WholeWords {
    WholeWords(
      hashes: (0..<words.count).map { UInt32(truncatingIfNeeded: words.number(0, of: $0)) })
  }

  /// The scopes of which a text is not all ASCII.
  var beyondASCII: [Int] {
    (0..<table.count).filter {
      table.number(CompactScopeRow.flags, of: $0) & CompactScopeRow.isBeyondASCII != 0
    }
  }

  /// Where each id and title starts in the buffer, and at the end where the last one ends; the same
  /// of the summaries; nil where they do not stand one behind the other.
  var starts: (names: [UInt32], summaries: [UInt32])? {
    guard let names = starts(of: CompactScopeRow.names),
      let summaries = starts(of: CompactScopeRow.summary)
    else { return nil }
    return (names, summaries)
  }

  private func starts(of texts: [Int]) -> [UInt32]? {
    table.buffer.withSpan { starts(of: texts, in: $0) }
  }

  private func starts(of texts: [Int], in span: borrowing Span<UInt8>) -> [UInt32]? {
    var starts: [UInt32] = []
    starts.reserveCapacity(table.count * texts.count + 1)
    let (first, stride) = (table.start, table.words * 4)
    var end: UInt32?
    for scope in 0..<table.count {
      let row = first &+ scope &* stride
      for text in texts {
        let start = span.four(at: row &+ text &* 4)
        let length = span.four(at: row &+ text &* 4 &+ 4)
        guard start == end ?? start else { return nil }
        starts.append(UInt32(truncatingIfNeeded: table.textStart) &+ start)
        end = start &+ length
      }
    }
    let last = UInt32(truncatingIfNeeded: table.textStart) &+ (end ?? 0)
    guard Int(last) <= span.count, (starts.first ?? 0) <= last else { return nil }
    return starts + [last]
  }
}
