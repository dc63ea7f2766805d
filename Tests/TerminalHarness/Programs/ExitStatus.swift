internal import CVirtualTerminal

/// How a program ended.
public enum ExitStatus: Equatable, Hashable, Sendable {
  /// It left with this code.
  case exited(Int)
  /// This signal ended it.
  case signaled(Int32)

  init(_ status: cvt_status) {
    self = status.signaled ? .signaled(status.code) : .exited(Int(status.code))
  }
}
