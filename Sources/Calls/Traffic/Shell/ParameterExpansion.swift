import Documents

/// What `${…}` of a POSIX shell or of bash stands for.
enum ParameterExpansion {
  /// The text of what stands between the braces; nil where it depends on what the script does not say.
  static func value(
    of content: ArraySlice<UInt8>, _ variables: ScriptVariables
  ) -> [UInt8]? {
    if content.first == UInt8(ascii: "#") {
      return variables[content.dropFirst()].flatMap { value in
        value.allSatisfy { $0 < 0x80 } ? Array("\(value.count)".utf8) : nil
      }
    }
    let name = content.prefix(while: CommandWords.isName)
    let value = variables[name]
    let rest = content[name.endIndex...]
    guard let sign = rest.first else { return value }
    // What stands for a variable that is not set stands for nothing where nobody knows that.
    let isSure = variables.isSure(name)
    if name.elementsEqual("env".utf8), sign == UInt8(ascii: ":"),
      rest.dropFirst().first.map(LineBytes.isLetter) ?? false
    {
      // `${env:NAME}` of PowerShell.
      return variables[rest.dropFirst()]
    }
    switch sign {
    case UInt8(ascii: ":"):
      guard let next = rest.dropFirst().first else { return nil }
      if "-=?+".utf8.contains(next) {
        guard isSure else { return nil }
        return replaced(value.flatMap { $0.isEmpty ? nil : $0 }, rest.dropFirst())
      }
      return value.flatMap { part(of: $0, rest.dropFirst()) }
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "+"):
      return isSure ? replaced(value, rest) : nil
    case UInt8(ascii: "%"), UInt8(ascii: "#"): return value.flatMap { stripped($0, rest) }
    case UInt8(ascii: "/"): return value.flatMap { substituted($0, rest.dropFirst()) }
    default: return nil
    }
  }

  /// `-word`, `=word`, `?word` and `+word`.
  private static func replaced(_ value: [UInt8]?, _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let word = rest.dropFirst()
    let isPlain = !word.isEmpty && !word.contains { "$`'\"\\".utf8.contains($0) }
    switch rest.first {
    case UInt8(ascii: "+"): return value != nil && isPlain ? Array(word) : nil
    case UInt8(ascii: "?"): return value
    default: return value ?? (isPlain ? Array(word) : nil)
    }
  }

  /// `:offset` and `:offset:length`.
  private static func part(of value: [UInt8], _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == parts.count, numbers.count <= 2, numbers.allSatisfy({ $0 >= 0 }),
      value.allSatisfy({ $0 < 0x80 })
    else { return nil }
    let tail = value.dropFirst(numbers[0])
    return numbers.count == 2 ? Array(tail.prefix(numbers[1])) : Array(tail)
  }

  /// `%end`, `%%end`, `#start` and `##start`, where the pattern is plain text.
  private static func stripped(_ value: [UInt8], _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let sign = rest.first
    var pattern = rest.dropFirst()
    if pattern.first == sign { pattern = pattern.dropFirst() }
    guard isPlainPattern(pattern) else { return nil }
    if sign == UInt8(ascii: "#") {
      return value.starts(with: pattern) ? Array(value.dropFirst(pattern.count)) : value
    }
    return value.suffix(pattern.count).elementsEqual(pattern)
      ? Array(value.dropLast(pattern.count)) : value
  }

  /// `/old/new` and `//old/new`, where both are plain text.
  private static func substituted(_ value: [UInt8], _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let isEach = rest.first == UInt8(ascii: "/")
    let parts = (isEach ? rest.dropFirst() : rest).split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    let (old, new) = (parts[0], parts.count > 1 ? parts[1] : [])
    guard !old.isEmpty, isPlainPattern(old), isPlainPattern(new) else { return nil }
    var result: [UInt8] = []
    var rest = value[...]
    var isDone = false
    while !rest.isEmpty {
      guard result.count <= ScriptVariables.longestText else { return nil }
      if !isDone, rest.starts(with: old) {
        result += new
        rest = rest.dropFirst(old.count)
        isDone = !isEach
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  private static func isPlainPattern(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains { "*?[]$`'\"\\#%&".utf8.contains($0) }
  }
}
