/// Lines that set a variable in other forms than a shell's: Makefiles, PowerShell, cmd, YAML, and
/// requests as text.
enum ScriptDeclaration {
  /// Takes in what a line sets: `NAME := value`, `$name = "value"`, `@name = value`,
  /// `NAME: https://…`.
  ///
  /// But for `@name` only an address or a text in quotes is a value: a line of prose sets nothing.
  static func read(_ line: ArraySlice<UInt8>, into variables: inout ScriptVariables) {
    var rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    let isRequestVariable = rest.first == UInt8(ascii: "@")
    let isPowerShell = rest.first == UInt8(ascii: "$")
    if isRequestVariable || isPowerShell { rest = rest.dropFirst() }
    for word in ["const ", "let ", "var "] where rest.starts(with: word.utf8) {
      rest = rest.dropFirst(word.utf8.count)
    }
    let name = rest.prefix { CommandWords.isName($0) || $0 == UInt8(ascii: "-") }
    guard !name.isEmpty, name.count <= 100 else { return }
    rest = rest[name.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    let isSet: Bool
    var isEqual = false
    switch rest.first {
    case UInt8(ascii: "="):
      rest = rest.dropFirst()
      isSet = true
      isEqual = true
    case UInt8(ascii: ":"), UInt8(ascii: "?"):
      rest = rest.dropFirst()
      isSet = rest.first == UInt8(ascii: "=") || rest.first == 0x20
      if rest.first == UInt8(ascii: "=") { rest = rest.dropFirst() }
    default: isSet = false
    }
    guard isSet else { return }
    var value = rest.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = value.last, last <= 0x20 || last == UInt8(ascii: ";") { value.removeLast() }
    let quote = value.first
    let isQuoted =
      value.count >= 2 && (quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"))
      && value.last == quote
    if isQuoted { value = value.dropFirst().dropLast() }
    let isAddress = AddressText.isURL(value) || value.first == UInt8(ascii: "/")
    guard isRequestVariable || isAddress || (isPowerShell && isQuoted), !value.isEmpty else {
      if isEqual { variables[name] = nil }
      return
    }
    variables[name] = variables.filling(Array(value))
  }
}
