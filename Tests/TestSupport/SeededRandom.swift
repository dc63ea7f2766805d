#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A small generator (SplitMix64) whose whole run follows from its seed.
public struct SeededRandom: RandomNumberGenerator, CustomStringConvertible, Sendable {
  /// Where it started.
  public let seed: UInt64
  private var state: UInt64

  /// Starts from a seed; without one, from that of the environment.
  public init(seed: UInt64 = environmentSeed) {
    self.seed = seed
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below a limit.
  public mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// What a failure says, so that it can be run again.
  public var description: String { "run again with KEYWRIGHT_SEED=\(seed)" }

  /// A fixed seed, so that two runs are one; another with `KEYWRIGHT_SEED`.
  public static let environmentSeed =
    environment("KEYWRIGHT_SEED").flatMap { UInt64($0) } ?? 20_260_624

  /// A variable of the environment, or nil.
  public static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
