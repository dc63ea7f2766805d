#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A thread of the system that runs one closure.
///
/// Not a task: what is worked on here blocks (files, pipes), and the program has no other use for a
/// pool of threads, whose start would be felt in commands that take three milliseconds.
struct WorkThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// As much as the first thread has: documents may be nested.
  private static let stackSize = 8 << 20

  private var thread = Platform.noThread

  /// Starts a thread; nil where the system gives none.
  init?(_ run: @escaping @Sendable () -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, Self.stackSize)
    let body = Unmanaged.passRetained(Body(run))
    let code = pthread_create(&thread, attributes, { Self.start($0) }, body.toOpaque())
    if code != 0 {
      body.release()
      return nil
    }
  }

  private static func start(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
    return nil
  }

  /// Waits until the closure is through.
  func join() { Platform.join(thread) }

  /// Lets the thread end by itself: nobody waits for it.
  func detach() { Platform.detach(thread) }
}
