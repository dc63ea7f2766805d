/// Who leads the session that a program runs in.
public enum SessionRole: Equatable, Sendable {
  /// The program is a shell's job in the foreground: the usual case.
  ///
  /// It can be stopped and resumed, and the terminal's settings outlive it.
  case job
  /// The program itself, as with `xterm -e`. The kernel resets the terminal at its end.
  case leader
}
