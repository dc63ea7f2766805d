#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How the time of some work grows with its size.
public enum Growth {
  /// How many times longer the work takes at four times the size: 4 where it is linear, 16 where it
  /// is quadratic.
  ///
  /// In processor time of this thread, whatever else the machine does; of three tries the least.
  public static func factor(
    at size: Int, _ prepare: (_ size: Int) throws -> () throws -> Void
  ) throws -> Double {
    let (small, large) = (try prepare(size), try prepare(4 * size))
    return try least(large) / max(try least(small), 0.000_1)
  }

  /// Above this factor it is no longer n log n; a quadratic part shows from about a third of the time
  /// on.
  public static let mostAtFourTimes = 9.0

  private static func least(_ work: () throws -> Void) throws -> Double {
    var least = Double.infinity
    for _ in 0..<3 {
      let start = now
      try work()
      least = min(least, now - start)
    }
    return least
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
