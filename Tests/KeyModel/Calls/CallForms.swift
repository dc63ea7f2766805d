import Calls
import Catalogs
import TestSupport

/// The ways in which a call of a template is written, with generated ids.
enum CallForms {
  /// A path with an id for each parameter.
  static func path(_ template: String, using random: inout SeededRandom) -> String {
    template.split(separator: "/").map { segment in
      segment.hasPrefix("{") ? "/" + id(using: &random) : "/" + segment
    }.joined()
  }

  /// Ids as platforms make them, and values as people type them; none is a literal of a template.
  static func id(using random: inout SeededRandom) -> String {
    let number = UInt64.random(in: .min ... .max, using: &random)
    let hex = String(number, radix: 16)
    return switch Int.random(in: 0..<7, using: &random) {
    case 0: String(number % 100_000)
    case 1: "\(hex.prefix(8))-\(hex.suffix(4))-4a1b-9c2d-\(hex)"
    case 2: "ord_" + hex
    case 3: "ada.\(hex.prefix(3))@example.com"
    case 4: "a%20slug-\(number % 10)"
    case 5: "%D0%B6%2F\(number % 10)"
    default: "~" + hex.prefix(4) + ".v1"
    }
  }

  /// The same path with some of its bytes percent-encoded.
  static func encoded(_ path: String, using random: inout SeededRandom) -> String {
    path.utf8.map { byte in
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      guard isLetter, Int.random(in: 0..<3, using: &random) == 0 else {
        return String(Unicode.Scalar(byte))
      }
      let digits = String(byte, radix: 16, uppercase: Bool.random(using: &random))
      return "%" + digits
    }.joined()
  }
}

extension CallResolver {
  /// What a text is.
  func resolve(_ text: String) -> Outcome { resolve(WrittenCall(text)) }

  /// The operation that a text is, as a call; nil where it is none.
  func operation(_ text: String) -> String? {
    guard case .operation(let index) = resolve(text) else { return nil }
    return catalog.operations[index].call
  }

  /// The operation nearest to a text, as a call.
  func nearestCall(_ text: String) -> String? {
    nearest(to: WrittenCall(text)).map { catalog.operations[$0].call }
  }
}
