#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Items that threads take, and their results in the order of the items.
///
/// Holds so many at a time that no thread waits for another's slow item, and no more: the room that it
/// takes depends on the number of threads, not on that of the items.
final class WorkQueue<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  private enum Slot {
    case free
    case waiting(Item)
    case taken
    case done(Output)
  }

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let change: UnsafeMutablePointer<pthread_cond_t>
  // Guarded by `mutex`.
  private var slots: [Slot]
  private var first = 0
  private var count = 0
  private var isClosed = false

  init(room: Int) {
    slots = Array(repeating: .free, count: max(room, 1))
    mutex = .allocate(capacity: 1)
    change = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(change)
    mutex.deallocate()
    change.deallocate()
  }

  /// What the thread that fills and empties the queue is to do next.
  enum Step {
    case use(Output)
    case work(Int, Item)
    case nothing
  }

  /// Whether an item may be added.
  var hasRoom: Bool { locked { count < slots.count } }

  /// Adds an item; there must be room.
  func add(_ item: Item) {
    locked {
      slots[(first + count) % slots.count] = .waiting(item)
      count += 1
      pthread_cond_broadcast(change)
    }
  }

  /// The oldest result, or else an item that no thread has taken; waits where there is neither, and
  /// says `nothing` where the queue is empty.
  func step(takesWork: Bool) -> Step {
    locked {
      while count > 0 {
        if case .done(let output) = slots[first] {
          slots[first] = .free
          first = (first + 1) % slots.count
          count -= 1
          return .use(output)
        }
        if takesWork, let taken = take() { return .work(taken.slot, taken.item) }
        pthread_cond_wait(change, mutex)
      }
      return .nothing
    }
  }

  /// The oldest result where it is there already.
  func finished() -> Output? {
    locked {
      guard count > 0, case .done(let output) = slots[first] else { return nil }
      slots[first] = .free
      first = (first + 1) % slots.count
      count -= 1
      return output
    }
  }

  /// Hands in the result of an item.
  func finish(_ slot: Int, _ output: Output) {
    locked {
      slots[slot] = .done(output)
      pthread_cond_broadcast(change)
    }
  }

  /// Lets the threads end; items that wait are dropped.
  func close() {
    locked {
      isClosed = true
      pthread_cond_broadcast(change)
    }
  }

  /// What each thread does: work on items until the queue is closed.
  func serve(_ work: (Item) -> Output) {
    while true {
      let taken: (slot: Int, item: Item)? = locked {
        while !isClosed {
          if let taken = take() { return taken }
          pthread_cond_wait(change, mutex)
        }
        return nil
      }
      guard let taken else { return }
      finish(taken.slot, work(taken.item))
    }
  }

  private func take() -> (slot: Int, item: Item)? {
    for offset in 0..<count {
      let slot = (first + offset) % slots.count
      if case .waiting(let item) = slots[slot] {
        slots[slot] = .taken
        return (slot, item)
      }
    }
    return nil
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
