#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The same work on many items over all cores, with the results in the order of the items.
package enum OrderedWork {
  /// More threads do not read a disk faster.
  private static let mostThreads = 8
  /// So many items for each thread are on the way at most.
  private static let itemsForThread = 4

  /// As many threads as the machine has cores, at most 8.
  package static var cores: Int {
    min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), mostThreads)
  }

  /// Works on items until there are no more.
  ///
  /// - Parameters:
  ///   - threads: how many threads work, the caller's among them.
  ///   - next: gives the next item, or nil at the end; called on the caller's thread.
  ///   - work: what is done with an item; called on any thread.
  ///   - use: takes the results, in the order of their items; called on the caller's thread.
  /// - Throws: what `next` or `use` throws; nothing more is begun then.
  package static func run<Item: Sendable, Output: Sendable>(
    threads: Int = Self.cores, next: () throws(ModelError) -> Item?,
    work: @escaping @Sendable (Item) -> Output, use: (Output) throws(ModelError) -> Void
  ) throws(ModelError) {
    // One item or none is no work for several threads.
    guard let one = try next() else { return }
    guard threads > 1, let two = try next() else {
      try use(work(one))
      while let item = try next() { try use(work(item)) }
      return
    }
    let queue = WorkQueue<Item, Output>(room: threads * itemsForThread)
    queue.add(one)
    queue.add(two)
    let others = (1..<threads).compactMap { _ in WorkThread { queue.serve(work) } }
    defer {
      queue.close()
      for other in others { other.join() }
    }
    var isAtEnd = false
    while true {
      while let output = queue.finished() { try use(output) }
      if !isAtEnd, queue.hasRoom {
        if let item = try next() { queue.add(item) } else { isAtEnd = true }
        continue
      }
      switch queue.step(takesWork: true) {
      case .use(let output): try use(output)
      case .work(let slot, let item): queue.finish(slot, work(item))
      case .nothing: return
      }
    }
  }
}
