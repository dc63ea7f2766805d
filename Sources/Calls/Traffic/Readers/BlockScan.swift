/// What the plain lines of a block say, and which of its lines are not plain.
///
/// A plain line is one whose call, status and host are told from it alone and whose operation the
/// catalog has: nearly all of an access log. All other lines are read in their order, one by one.
struct BlockScan: Sendable {
  /// A line that is to be read by itself: where it stands in the block, and its number from 1.
  struct OtherLine: Sendable {
    var range: Range<Int>
    var number: Int
  }

  /// The block.
  var block: LineBlock
  /// Whether the block was looked at.
  var isScanned = false
  /// How many lines it has.
  var lines = 0
  /// The calls of its plain lines.
  var calls = PlainCalls()
  /// Its other lines, in order.
  var others: [OtherLine] = []
}

/// Finds the plain lines of blocks; may be used by several threads.
struct BlockScanner: Sendable {
  let resolver: CallResolver
  let filter: StatusFilter

  /// Looks at each line of a block.
  func scan(_ block: LineBlock) -> BlockScan {
    var scan = BlockScan(block: block)
    guard block.isWhole else { return scan }
    scan.isScanned = true
    scan.calls.counted.reserveCapacity(block.count / 128)
    var shapes = ObjectShapes()
    var hosts = HostMemory()
    let span = block.bytes.span.extracting(0..<block.count)
    var start = 0
    while start < span.count {
      let end = span.firstIndex(of: 0x0A, from: start) ?? span.count
      let range = start..<end
      start = end + 1
      scan.lines += 1
      let line = span.extracting(range)
      let call =
        !line.isEmpty && line[0] == UInt8(ascii: "{")
        ? object(line, &shapes, &hosts) : common(line)
      guard let call else {
        scan.others.append(BlockScan.OtherLine(range: range, number: scan.lines))
        continue
      }
      if filter.counts(call.status) {
        scan.calls.counted.append(Int32(call.operation))
      } else {
        scan.calls.failed.append(
          PlainCalls.Failure(
            operation: Int32(call.operation),
            outcome: UInt8(CallOutcome(status: call.status).rawValue), line: Int32(scan.lines)))
      }
    }
    return scan
  }

  private typealias Call = (operation: Int, status: Int?)

  private func common(_ line: Span<UInt8>) -> Call? {
    guard line.count <= LineSplitter.longestLine, let call = CommonLogLine.call(in: line),
      let operation = resolver.plainOperation(
        method: line.extracting(call.method), target: line.extracting(call.target))
    else { return nil }
    return (operation, call.status)
  }

  private func object(
    _ line: Span<UInt8>, _ shapes: inout ObjectShapes, _ hosts: inout HostMemory
  ) -> Call? {
    let isReturn = line[line.count - 1] == 0x0D
    let line = isReturn ? line.extracting(0..<(line.count - 1)) : line
    guard line.count <= LineSplitter.longestLine, let call = shapes.call(in: line) else {
      return nil
    }
    let (method, target) = (line.extracting(call.method), line.extracting(call.target))
    guard let host = call.host else {
      return resolver.plainOperation(method: method, target: target).map { ($0, call.status) }
    }
    let bases = hosts.bases(of: line.extracting(host), resolver)
    guard let end = PlainPath.end(of: target) else { return nil }
    let path = target.extracting(0..<end)
    return resolver.operation(method: method, path: path, below: bases).map { ($0, call.status) }
  }
}

/// The hosts that a block's lines named last: a log names few.
private struct HostMemory {
  private static let most = 16

  private var known: [(host: [UInt8], bases: [[UInt8]])] = []

  mutating func bases(of host: Span<UInt8>, _ resolver: CallResolver) -> [[UInt8]] {
    for entry in known where entry.host.span.isSame(as: host) { return entry.bases }
    let name = host.indices.map { host[$0] }
    let bases = resolver.bases(onHost: name)
    if known.count == Self.most { known.removeAll() }
    known.append((name, bases))
    return bases
  }
}
