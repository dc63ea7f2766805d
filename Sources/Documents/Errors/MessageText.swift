/// A message about values from outside: what is put into it is cut where it is long.
///
/// A document of many megabytes would otherwise be told as a whole, in the one value that is wrong.
package struct MessageText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// Collects the words of a message and the values in it.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Starts a message.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words of the program's own.
    package mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds a value, cut where it is long.
    package mutating func appendInterpolation(_ value: some Any) {
      text += Wording.cut(String(describing: value), to: MessageText.longestValue)
    }

    /// Adds a text that is not one value, whatever its length.
    package mutating func appendInterpolation(whole text: String) { self.text += text }
  }

  /// Of a value or a path so many characters are quoted.
  package static let longestValue = 80

  /// The message.
  package let string: String

  /// A message without values.
  package init(stringLiteral value: String) { string = value }

  /// A message with values in it.
  package init(stringInterpolation: StringInterpolation) { string = stringInterpolation.text }

  /// One message behind another.
  package static func + (left: MessageText, right: MessageText) -> MessageText {
    "\(whole: left.string)\(whole: right.string)"
  }
}
