import Documents

/// One segment of a path template: a literal, or literals with parameters between them.
struct SegmentPattern: Hashable, Sendable {
  /// What a segment of a template is.
  enum Kind: Hashable {
    /// It stands for itself.
    case literal([UInt8])
    /// It is one parameter, which any text fills.
    case parameter
    /// It is a parameter that takes the rest of the path with it, such as `{path+}` or `*`.
    case rest
    /// It has literals beside its parameters, such as `{id}.json`.
    case pattern(SegmentPattern)
  }

  /// The literals around the parameters, first and last possibly empty.
  private let pieces: [[UInt8]]

  /// Reads a segment as a template writes it.
  static func kind(of segment: some Collection<UInt8>) -> Kind {
    var pieces: [[UInt8]] = [[]]
    var parameters: [[UInt8]] = []
    var rest = Array(segment)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        parameters.append(Array(rest[(rest.startIndex + 1)..<end]))
        pieces.append([])
        rest = rest[(end + 1)...]
      } else {
        pieces[pieces.count - 1].append(byte)
        rest = rest.dropFirst()
      }
    }
    if parameters.isEmpty {
      return pieces[0].first == UInt8(ascii: "*")
        && pieces[0].allSatisfy { $0 == UInt8(ascii: "*") }
        ? .rest : .literal(PercentCoding.decoded(pieces[0]))
    }
    guard pieces.allSatisfy(\.isEmpty) else {
      return .pattern(SegmentPattern(pieces: pieces.map { PercentCoding.decoded($0) }))
    }
    let signs = [UInt8(ascii: "+"), UInt8(ascii: "*")]
    let ends = [parameters[0].first, parameters[0].last].compactMap { $0 }
    return ends.contains(where: signs.contains) ? .rest : .parameter
  }

  /// Says whether a segment's bytes fill the pattern, no parameter being empty.
  func matches(_ segment: [UInt8]) -> Bool {
    let (first, last) = (pieces[0], pieces[pieces.count - 1])
    guard segment.count > first.count + last.count, segment.starts(with: first),
      segment.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = segment[first.count..<(segment.count - last.count)]
    for piece in pieces.dropFirst().dropLast() {
      // The parameter before the piece has at least one byte.
      guard
        let start = rest.indices.dropFirst().first(where: { rest[$0...].starts(with: piece) })
      else { return false }
      rest = rest[(start + piece.count)...]
    }
    return !rest.isEmpty
  }
}
