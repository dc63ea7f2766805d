import Documents

/// What of a script is looked at ahead of the reading: where its loops end, and where variables are
/// set, so that a loop's second round is not taken for its first.
struct ScriptOutline {
  private var names: [(place: Int, name: Range<Int>)] = []
  private var ends: [Int: Int] = [:]
  private let bytes: [UInt8]
  /// So many names are given out in all.
  private static let mostGiven = 1 << 20
  private var given = 0

  /// Looks through a text: each byte once.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var loops: [Int] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), index == 0 || bytes[index - 1] <= 0x20 {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        continue
      }
      guard CommandWords.isName(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, CommandWords.isName(bytes[index]) { index += 1 }
      guard start == 0 || Self.precedesWord(bytes[start - 1]) else { continue }
      let isSet =
        index < bytes.count
        && (bytes[index] == UInt8(ascii: "=")
          || bytes[index] == UInt8(ascii: "+") && index + 1 < bytes.count
            && bytes[index + 1] == UInt8(ascii: "="))
      if isSet {
        names.append((start, start..<index))
      } else if Self.opensLoop(bytes[start..<index]) {
        loops.append(start)
      } else if bytes[start..<index].elementsEqual("done".utf8), startsCommand(start),
        let loop = loops.popLast()
      {
        ends[loop] = index
      }
    }
  }

  private static func precedesWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || ";&|({'\"".utf8.contains(byte)
  }

  /// Says whether a command may start at a word.
  ///
  /// A spoken `done` ends no loop. A spoken `for` may take a loop's end, which then counts as one
  /// without.
  private func startsCommand(_ start: Int) -> Bool {
    var place = start - 1
    while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x09 { place -= 1 }
    return place < 0 || "\n\r;&|)}".utf8.contains(bytes[place])
  }

  /// Says whether a word starts a loop.
  static func opensLoop(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("for".utf8) || word.elementsEqual("while".utf8)
      || word.elementsEqual("until".utf8) || word.elementsEqual("select".utf8)
  }

  /// The names that are set in the loop which starts at an index, in all the rest where it has no end
  /// that is known; nil where they are too many.
  mutating func names(inLoopAt start: Int) -> [ArraySlice<UInt8>]? {
    names(in: start..<(ends[start] ?? bytes.count))
  }

  /// The names that are set from an index on; nil where they are too many.
  mutating func names(from start: Int) -> [ArraySlice<UInt8>]? {
    names(in: start..<bytes.count)
  }

  private mutating func names(in range: Range<Int>) -> [ArraySlice<UInt8>]? {
    var index = names.partitioningIndex { $0.place >= range.lowerBound }
    var found: [ArraySlice<UInt8>] = []
    while index < names.count, names[index].place < range.upperBound {
      guard given < Self.mostGiven else { return nil }
      found.append(bytes[names[index].name])
      index += 1
      given += 1
    }
    return found
  }
}
