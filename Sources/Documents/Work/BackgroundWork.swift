/// The same work on many items over all cores, beside a thread that has something else to do.
///
/// Results are there as soon as they are made, in no order: a slow item delays no other.
package final class BackgroundWork<Output: Sendable>: @unchecked Sendable {
  /// How many items there are.
  package let count: Int
  private let lock = WorkLock()
  // Guarded by `lock`.
  private var next = 0
  private var finished: [(item: Int, output: Output)] = []
  private var finishedCount = 0

  /// Starts the work on items 0 to `count` - 1.
  ///
  /// A thread that cannot be had is done without; where there is none at all, the work is done at once.
  package init(
    count: Int, threads: Int = OrderedWork.cores, work: @escaping @Sendable (Int) -> Output
  ) {
    self.count = count
    let started = (0..<min(threads, count)).compactMap { _ in
      WorkThread { [self] in serve(work) }
    }
    if started.isEmpty { serve(work) }
    for thread in started { thread.detach() }
  }

  private func serve(_ work: (Int) -> Output) {
    while true {
      let item: Int? = lock.locked {
        guard next < count else { return nil }
        next += 1
        return next - 1
      }
      guard let item else { return }
      let output = work(item)
      lock.locked {
        finished.append((item, output))
        finishedCount += 1
      }
    }
  }

  /// What was finished since this was asked last.
  package func take() -> [(item: Int, output: Output)] {
    lock.locked {
      defer { finished = [] }
      return finished
    }
  }

  /// Whether every item is finished; what was finished may still have to be taken.
  package var isDone: Bool { lock.locked { finishedCount == count || next > count } }

  /// Begins no further item: nobody wants the results.
  package func cancel() { lock.locked { next = count + 1 } }
}
