import ArgumentParser

/// The command line's entry.
@main
struct Keywright: ParsableCommand {
  mutating func run() {}
}
