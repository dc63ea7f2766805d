import Catalogs
import TerminalUI

/// A name in the columns that it has, cut where it says least.
///
/// Of an id the verb stays and as much before it as there is room for: what its siblings share goes
/// first. Of a path the first segment and the last stay. Of a title the start and the end stay.
struct FittedName: Hashable, Sendable {
  /// What a name is.
  enum Kind: Hashable, Sendable {
    /// The id of a scope, or a resource, which is the start of one.
    case id
    /// A path of a call.
    case path
    /// Words.
    case title
  }

  /// The whole name.
  private(set) var whole: String
  /// The name as it is drawn.
  private(set) var text: String
  /// The letters of the whole name that show, in its order.
  private(set) var shown: [Range<Int>]

  /// The same behind a text that always shows, a column a letter.
  func following(_ start: String) -> FittedName {
    let count = start.utf8.count
    return FittedName(
      whole: start + whole, text: start + text,
      shown: [0..<count] + shown.map { $0.lowerBound + count..<$0.upperBound + count })
  }

  /// The column of a letter of the whole name, from the column at which the name starts; nil where
  /// it is left out.
  func column(ofLetter letter: Int) -> Int? {
    var column = 0
    var last = 0
    for range in shown {
      if range.lowerBound > last { column += 1 }
      if range.contains(letter) { return column + letter - range.lowerBound }
      column += range.count
      last = range.upperBound
    }
    return nil
  }
}

/// The names of the rows of a screen: each in its columns, and no two alike that are not.
struct NameFitting {
  private let charset: Charset
  private var names: [Name] = []

  init(charset: Charset) { self.charset = charset }

  /// A name that was asked for.
  private struct Name {
    var columns: Int
    /// Its letters, where it is too long.
    var letters: Letters?
    var fitted: FittedName
  }

  /// Adds a name; its place in the result is that of the call.
  mutating func add(_ name: String, _ kind: FittedName.Kind, columns: Int) {
    let columns = max(1, columns)
    let width = TextWidth.columns(of: name, charset: charset)
    let fits = FittedName(whole: name, text: name, shown: [0..<width])
    // What has no room for a piece of both ends is cut at its end.
    guard width <= columns || columns >= 6 else {
      let text = TextLayout.fit(name, columns: columns, charset: charset)
      names.append(
        Name(
          columns: columns, letters: nil, fitted: FittedName(whole: name, text: text, shown: [])))
      return
    }
    guard width > columns else {
      names.append(Name(columns: columns, letters: nil, fitted: fits))
      return
    }
    let letters = Letters(name, kind, charset)
    names.append(
      Name(
        columns: columns, letters: letters,
        fitted: letters.fitted(letters.first(columns: columns), columns: columns)))
  }

  /// The names as they are drawn, in the order in which they were added.
  func fitted() -> [FittedName] {
    guard names.contains(where: { $0.letters != nil }) else { return names.map(\.fitted) }
    var names = names
    // Those that read alike part where they first differ; what still does is looked at again.
    for _ in 0..<4 {
      var alike: [String: [Int]] = [:]
      for (place, name) in names.enumerated() { alike[name.fitted.text, default: []].append(place) }
      var hasChanged = false
      for places in alike.values where places.count > 1 {
        guard let difference = Self.firstDifference(places.map { names[$0] }) else { continue }
        for place in places {
          guard let letters = names[place].letters else { continue }
          let next = letters.fitted(
            letters.showing(difference, columns: names[place].columns),
            columns: names[place].columns)
          if next != names[place].fitted { hasChanged = true }
          names[place].fitted = next
        }
      }
      guard hasChanged else { break }
    }
    return names.map(\.fitted)
  }

  /// The first letter in which names differ; nil where all are the same.
  private static func firstDifference(_ names: [Name]) -> Int? {
    guard let first = names.first?.letters?.glyphs else { return nil }
    var length = first.count
    var differ = false
    for name in names.dropFirst() {
      guard let other = name.letters?.glyphs else { continue }
      guard other != first else { continue }
      differ = true
      length = min(length, zip(first, other).prefix { $0 == $1 }.count)
    }
    return differ ? length : nil
  }
}

/// The letters of a name that is too long, and which of them must stay.
private struct Letters {
  let glyphs: [Glyph]
  private let name: String
  private let columnsOf: [Int]
  private let kind: FittedName.Kind
  private let charset: Charset
  /// What must stay: the verb of an id, the last segment of a path.
  private let anchor: Range<Int>

  init(_ name: String, _ kind: FittedName.Kind, _ charset: Charset) {
    var glyphs: [Glyph] = []
    var columns: [Int] = []
    Sanitizer.forEachCluster(of: name, charset: charset) { glyph, width in
      glyphs.append(glyph)
      columns.append(width)
      return true
    }
    (self.glyphs, columnsOf, self.name) = (glyphs, columns, name)
    (self.kind, self.charset) = (kind, charset)
    switch kind {
    case .id:
      // Ids are ASCII, a letter a byte.
      let verb = HonestName.verb(in: name)
      anchor = verb.upperBound <= glyphs.count ? verb : 0..<0
    case .path:
      let slash = glyphs.dropLast().lastIndex { $0.ascii == UInt8(ascii: "/") } ?? 0
      anchor = slash..<glyphs.count
    case .title: anchor = 0..<0
    }
  }

  private var count: Int { glyphs.count }

  // MARK: - Where to cut

  /// The first choice of letters to show.
  func first(columns: Int) -> [Range<Int>] {
    switch kind {
    case .title:
      let room = columns - 1
      let tail = room / 3
      return [0..<taking(room - tail, from: 0), start(ofLast: tail)..<count]
    case .id: return tail(columns: columns) ?? middle(of: anchor.lowerBound..<count, columns)
    case .path:
      let head = (1..<max(1, count)).first { isBoundary($0) && glyphs[$0].isSlash } ?? 0
      if head > 0, head + 2 < anchor.lowerBound, head + 2 + anchor.count <= columns {
        let start = boundary(from: start(ofLast: columns - head - 2), slash: true)
        return [0..<head + 1, max(head + 1, start)..<count]
      }
      return tail(columns: columns) ?? middle(of: anchor, columns)
    }
  }

  /// The end, from the start of a word where that leaves enough of it; nil where the anchor has no
  /// room.
  private func tail(columns: Int) -> [Range<Int>]? {
    let first = start(ofLast: columns - 1)
    guard first <= anchor.lowerBound else { return nil }
    let whole = boundary(from: first, slash: false)
    let isEnough = whole <= anchor.lowerBound && (count - whole) * 2 > columns
    return [(isEnough ? whole : first)..<count]
  }

  /// The start and the end of a part.
  private func middle(of part: Range<Int>, _ columns: Int) -> [Range<Int>] {
    let room = columns - (part.lowerBound > 0 ? 2 : 1)
    guard room > 1 else { return [start(ofLast: columns - 1)..<count] }
    // The verb at the start of a word in camel case stays whole.
    let head = min(room, max(kind == .id ? anchor.count : 0, room / 2))
    let end = taking(head, from: part.lowerBound)
    return [part.lowerBound..<end, max(end, start(ofLast: room - head))..<count]
  }

  /// The anchor, and the name from a letter on.
  func showing(_ letter: Int, columns: Int) -> [Range<Int>] {
    var kept = anchor
    if kind == .title { kept = 0..<taking(min(columns / 3, letter), from: 0) }
    // Where the anchor leaves no room, its end goes.
    if kept.count > columns - 4 { kept = kept.lowerBound..<kept.lowerBound + max(0, columns - 4) }
    guard letter < count else { return [start(ofLast: columns - 1)..<count] }
    if letter < kept.lowerBound {
      let room =
        columns - kept.count - 1 - (letter > 0 ? 1 : 0) - (kept.upperBound < count ? 1 : 0)
      let end = min(taking(max(1, room), from: letter), kept.lowerBound)
      // A gap of one letter takes no less than the letter.
      if end + 1 >= kept.lowerBound { return [letter..<kept.upperBound] }
      return [letter..<end, kept]
    }
    let isInside = letter < kept.upperBound
    let from = isInside ? kept.lowerBound : letter
    let before = isInside || kept.isEmpty ? 0 : kept.count + 1
    let room = columns - before - (kept.lowerBound > 0 || kept.isEmpty ? 1 : 0) - 1
    let end = taking(max(1, room), from: from)
    let window = from..<(end + 1 >= count ? count : end)
    return isInside || kept.isEmpty ? [window] : [kept, window]
  }

  private func isBoundary(_ index: Int) -> Bool {
    guard index > 0, index < count, let sign = glyphs[index - 1].ascii else { return false }
    return glyphs[index].isSlash || "./:_- ".utf8.contains(sign)
  }

  /// The start of the first word from a letter on.
  private func boundary(from letter: Int, slash: Bool) -> Int {
    var index = letter
    while index < count {
      if slash ? glyphs[index].isSlash : isBoundary(index) { return index }
      index += 1
    }
    return letter
  }

  /// The letter after as many as fit into columns.
  private func taking(_ columns: Int, from first: Int) -> Int {
    var (index, used) = (first, 0)
    while index < count, used + columnsOf[index] <= columns {
      used += columnsOf[index]
      index += 1
    }
    return index
  }

  /// The first of the last letters that fit into columns.
  private func start(ofLast columns: Int) -> Int {
    var (index, used) = (count, 0)
    while index > 0, used + columnsOf[index - 1] <= columns {
      used += columnsOf[index - 1]
      index -= 1
    }
    return index
  }

  /// The name with only these letters, in at most so many columns.
  func fitted(_ ranges: [Range<Int>], columns: Int) -> FittedName {
    let gap = TextLayout.ellipsis(charset)
    var shown: [Range<Int>] = []
    for range in ranges where !range.isEmpty {
      if let last = shown.last, range.lowerBound <= last.upperBound {
        shown[shown.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        shown.append(range)
      }
    }
    var text = ""
    var last = 0
    for range in shown {
      if range.lowerBound > last { text += gap }
      for glyph in glyphs[range] { text += glyph.text }
      last = range.upperBound
    }
    if last < count { text += gap }
    // Wide letters may take more than was counted on.
    guard TextWidth.columns(of: text, charset: charset) <= columns else {
      return FittedName(
        whole: name, text: TextLayout.fit(name, columns: columns, charset: charset), shown: [])
    }
    return FittedName(whole: name, text: text, shown: shown)
  }
}

extension Glyph {
  fileprivate var isSlash: Bool { ascii == UInt8(ascii: "/") }
}
