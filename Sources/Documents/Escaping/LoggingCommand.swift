/// Texts in a logging command of Azure Pipelines: `##vso[task.logissue type=error;code=a]message`.
///
/// The agent cuts properties at semicolons and the command at the next bracket, and then decodes
/// `%3B`, `%0D`, `%0A`, `%5D` and `%AZP25` (microsoft/azure-pipelines-agent,
/// `CommandStringConvertor.cs`).
package enum LoggingCommand {
  /// A property's value, or a message.
  package static func value(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%AZP25"
      case ";": result += "%3B"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case "]": result += "%5D"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
