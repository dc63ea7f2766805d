import CCurses

/// The signals of a program that draws nothing.
public enum PlainSignals {
  /// Lets every signal end the process at once and by itself, so that the wait status is its own.
  public static func adopt() { keywright_die_plainly() }
}
