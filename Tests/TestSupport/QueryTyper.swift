/// Types, takes back and clears a query at random, as a person does who looks for something.
public struct QueryTyper: Sendable {
  /// One press of a key.
  public enum Edit: Hashable, Sendable {
    /// A letter, or the space before the next word.
    case letter(Character)
    /// The last letter goes.
    case backspace
    /// The last word goes.
    case dropWord
    /// Everything goes.
    case clear
    /// The order of what is found changes.
    case changeOrder
  }

  /// The query as it is after the last edit; who really types says what came of it.
  public var query = ""
  private let texts: [String]
  /// Those of one word.
  private let names: [String]
  /// What is left to type of a word that stands somewhere.
  private var rest: Substring = ""

  /// Types what stands in texts, for the most part.
  public init(texts: [String]) {
    self.texts = texts
    names = texts.filter { !$0.contains(" ") }
  }

  /// The next press.
  public mutating func next(using random: inout SeededRandom) -> Edit {
    let edit = choose(using: &random)
    switch edit {
    case .letter(let letter): query.append(letter)
    case .backspace: query = String(query.dropLast())
    case .dropWord: query = Self.withoutLastWord(query)
    case .clear: query = ""
    case .changeOrder: break
    }
    if case .letter = edit {} else { rest = "" }
    return edit
  }

  private mutating func choose(using random: inout SeededRandom) -> Edit {
    switch random.next(below: 40) {
    case 0: return .clear
    case 1: return .dropWord
    case 2...3: return .changeOrder
    case 4...11: return .backspace
    case 12:
      let letters = Array("aeiorstz.-09\u{E9}")
      return .letter(letters[random.next(below: letters.count)])
    default:
      if let letter = rest.popFirst() { return .letter(letter) }
      rest = word(using: &random)
      // The middle of a word, an abbreviation, or a further word.
      if !query.isEmpty, query.last != " ", random.next(below: 3) > 0 { return .letter(" ") }
      return .letter(rest.popFirst() ?? " ")
    }
  }

  private func word(using random: inout SeededRandom) -> Substring {
    let text = texts[random.next(below: texts.count)]
    if random.next(below: 3) == 0, !names.isEmpty {
      // The starts of a name's parts, some left out: an abbreviation.
      let parts = names[random.next(below: names.count)].split { !$0.isLetter }
      return Substring(parts.map { $0.prefix(random.next(below: 3)) }.joined())
    }
    let words = text.split(separator: " ")
    guard !words.isEmpty else { return "" }
    let word = words[random.next(below: words.count)]
    return word.dropFirst(random.next(below: 4) == 0 ? random.next(below: 5) : 0)
  }

  /// Without spaces at the end and the letters up to the space before them.
  private static func withoutLastWord(_ query: String) -> String {
    var letters = Array(query)
    while letters.last == " " { letters.removeLast() }
    while let last = letters.last, last != " " { letters.removeLast() }
    return String(letters)
  }
}
