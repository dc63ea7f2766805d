/// The variables that a script or a collection sets itself.
struct ScriptVariables: Hashable, Sendable {
  private var values: [[UInt8]: [UInt8]] = [:]
  /// The names of which nobody can say whether they are set.
  private var unsure: Set<[UInt8]> = []
  /// Whether that is so of every name without a value.
  private var hasForgotten = false

  /// The value of a name; nil where it is not set, or its value is not known.
  ///
  /// A name that is given nil may be set from then on, to what nobody knows.
  subscript(_ name: some Sequence<UInt8>) -> [UInt8]? {
    get { values[Array(name)] }
    set {
      let name = Array(name)
      values[name] = newValue
      if newValue == nil { unsure.insert(name) } else { unsure.remove(name) }
    }
  }

  /// Whether it is known that a name is set, or that it is not: its default counts by that alone.
  func isSure(_ name: some Sequence<UInt8>) -> Bool {
    let name = Array(name)
    return !unsure.contains(name) && !(hasForgotten && values[name] == nil)
  }

  /// Takes in that a name may as well not be set.
  mutating func doubt(_ name: [UInt8]) { unsure.insert(name) }

  /// Forgets all values: any name may be set now.
  mutating func forgetAll() {
    (values, unsure, hasForgotten) = ([:], [], true)
  }

  /// How many names something is known of.
  var count: Int { values.count + unsure.count }

  /// Whether none is set.
  var isEmpty: Bool { values.isEmpty }

  /// So long may a text get by what is put in.
  static let longestText = 1 << 16

  /// A text with `{{name}}` of collections and requests as text put in where the name is set.
  ///
  /// Understands the blanks and the prefixes that Insomnia and Postman write: `{{ _.name }}`. What is
  /// put in may name others, a few times over.
  func filling(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<4 {
      guard !isEmpty, let filled = fillingOnce(text) else { return text }
      text = filled
    }
    return text
  }

  /// The text with each name put in once; nil where none is set, or it got too long.
  private func fillingOnce(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var isChanged = false
    var index = 0
    while let open = Self.firstRange(of: "{{", in: text[index...]),
      let close = Self.firstRange(of: "}}", in: text[open.upperBound...])
    {
      result += text[index..<open.lowerBound]
      if let value = self[Self.name(in: text[open.upperBound..<close.lowerBound])] {
        result += value
        isChanged = true
      } else {
        result += text[open.lowerBound..<close.upperBound]
      }
      index = close.upperBound
      guard result.count <= Self.longestText else { return nil }
    }
    return isChanged ? result + text[index...] : nil
  }

  /// The name in `{{ _.name }}` or `{{ env.name }}`.
  static func name(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var name = text
    while let first = name.first, first == 0x20 || first == UInt8(ascii: "_") { name.removeFirst() }
    while name.last == 0x20 { name.removeLast() }
    if let dot = name.lastIndex(of: UInt8(ascii: ".")) { name = name[(dot + 1)...] }
    return name
  }

  private static func firstRange(of sign: String, in text: ArraySlice<UInt8>) -> Range<Int>? {
    let bytes = Array(sign.utf8)
    var index = text.startIndex
    while index + 1 < text.endIndex {
      if text[index] == bytes[0], text[index + 1] == bytes[1] { return index..<(index + 2) }
      index += 1
    }
    return nil
  }
}
