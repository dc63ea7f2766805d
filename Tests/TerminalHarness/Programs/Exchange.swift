/// Feeds a program and reads both of its outputs at once, so that no full pipe stops either.
struct Exchange {
  let child: ChildProcess
  private var input: Descriptor?
  private var output: Descriptor?
  private var error: Descriptor?
  private let pending: [UInt8]
  private(set) var outputBytes: [UInt8] = []
  private(set) var errorBytes: [UInt8] = []
  private var written = 0
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts a program with pipes as its streams, whose far ends are kept nowhere else.
  init(input: [UInt8], start: ([Descriptor]) throws -> ChildProcess) throws {
    let ends = [
      try StreamEnds(.pipe, isInput: true, terminal: nil),
      try StreamEnds(.pipe, isInput: false, terminal: nil),
      try StreamEnds(.pipe, isInput: false, terminal: nil),
    ]
    pending = input
    child = try start(ends.map(\.theirs))
    (self.input, output, error) = (ends[0].ours, ends[1].ours, ends[2].ours)
  }

  mutating func run(_ deadline: Duration) throws -> ExitStatus {
    let end = ContinuousClock.now + deadline
    if pending.isEmpty { input = nil }
    while true {
      let status = child.poll()
      if let status {
        // What it left in the pipes; a grandchild may hold them open, so not to their end.
        while readOutput() {}
        while readError() {}
        return status
      }
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else {
        let text = String(decoding: (outputBytes + errorBytes).suffix(800), as: UTF8.self)
        throw HarnessError("the program did not end within \(deadline); it wrote:\n\(text)")
      }
      var poller = Poller()
      poller.add(output)
      poller.add(error)
      poller.addWriter(input)
      poller.add(child.exitDescriptor)
      poller.wait(child.exitDescriptor == nil ? min(left, .milliseconds(10)) : left)
      if poller.isWritable(input) { write() }
      if poller.isReadable(output) { readOutput() }
      if poller.isReadable(error) { readError() }
    }
  }

  private mutating func write() {
    guard let count = input?.write(pending[written...]) else {
      // It reads no more, as `head` does.
      input = nil
      return
    }
    written += count
    if written == pending.count { input = nil }
  }

  @discardableResult
  private mutating func readOutput() -> Bool {
    guard let bytes = output?.read(into: &buffer) else {
      output = nil
      return false
    }
    outputBytes += bytes
    return !bytes.isEmpty
  }

  @discardableResult
  private mutating func readError() -> Bool {
    guard let bytes = error?.read(into: &buffer) else {
      error = nil
      return false
    }
    errorBytes += bytes
    return !bytes.isEmpty
  }
}
