/// Texts in a workflow command of GitHub Actions: `::error file=a.json,line=1::message`.
///
/// The runner takes a line that starts with `::`, cuts properties at commas and the message at the
/// next `::`, and then decodes `%25`, `%0D`, `%0A` and, in properties, `%3A` and `%2C`
/// (actions/runner, `ActionCommand.cs`). It does so by UTF-16 units: a mark behind a comma changes
/// nothing.
package enum WorkflowCommand {
  /// A message.
  package static func data(_ text: String) -> String { escaped(text, isProperty: false) }

  /// A property's value.
  package static func property(_ text: String) -> String { escaped(text, isProperty: true) }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    // Most texts hold no such sign: a look for it is much faster than a copy.
    let signs = isProperty ? "%\r\n:," : "%\r\n"
    guard text.utf8.contains(where: signs.utf8.contains) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
