#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What Linux knows of a running process; read from `/proc`.
public struct ProcessFacts: Equatable, Sendable {
  /// The most memory it has held so far, in bytes: VmHWM.
  public let peakMemory: Int
  /// How often it has waited and been woken up.
  public let wakeUps: Int
  /// How often it was made to yield.
  public let preemptions: Int
  /// How often it has written anything anywhere.
  public let writes: Int
  /// The process's state: R running, S waiting, T stopped, Z ended.
  public let state: Character

  /// Nil when there is no such process, or no `/proc`.
  public init?(_ identifier: Int32) {
    var values: [Substring: Substring] = [:]
    for file in ["status", "io"] {
      guard let data = FileManager.default.contents(atPath: "/proc/\(identifier)/\(file)") else {
        return nil
      }
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 { values[parts[0]] = parts[1] }
      }
    }
    func word(_ name: Substring) -> Substring? {
      values[name]?.split(whereSeparator: { $0 == " " || $0 == "\t" }).first
    }
    peakMemory = (word("VmHWM").flatMap { Int($0) } ?? 0) * 1_024
    wakeUps = word("voluntary_ctxt_switches").flatMap { Int($0) } ?? 0
    preemptions = word("nonvoluntary_ctxt_switches").flatMap { Int($0) } ?? 0
    writes = word("syscw").flatMap { Int($0) } ?? 0
    state = word("State")?.first ?? "?"
  }
}

extension TerminalSession {
  /// What the system knows of the program while it runs; nil after its end.
  public var processFacts: ProcessFacts? { ProcessFacts(processIdentifier) }
}
