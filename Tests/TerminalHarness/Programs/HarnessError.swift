#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why a robot user gave up, with what it saw.
public struct HarnessError: Error, CustomStringConvertible {
  /// The whole story, over several lines.
  public let description: String

  init(_ description: String) { self.description = description }

  init(_ what: String, code: Int32) {
    description = "\(what): \(String(cString: strerror(code)))"
  }
}
