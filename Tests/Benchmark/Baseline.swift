import TerminalHarness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The C program to compare with.
enum Baseline {
  /// Compiles it afresh with the C compiler alone.
  ///
  /// The one that SwiftPM links loads the Swift runtime and never calls it. Side by side on two
  /// cores that made its start two to three times as long (3.1 and 9.4 ms, 5.5 and 12.6, 4.2 and
  /// 8.3) and its memory 5.8 MiB for 2.4: a yardstick that would flatter the designer.
  static func compile(into folder: TemporaryFolder) throws -> String {
    let source = "\(#filePath)".split(separator: "/").dropLast(2).joined(separator: "/")
    let binary = folder.file("baseline")
    let run = try CommandRun(
      "cc", ["-O2", "-o", binary, "/\(source)/Baseline/main.c", library],
      environment: cleanEnvironment(home: folder.path), deadline: .seconds(120))
    guard run.status == .exited(0) else {
      throw BenchmarkError("cc cannot compile the baseline: give --baseline\n\(run.errorText)")
    }
    return binary
  }

  /// Whether a program loads the Swift runtime, by the names of libraries in it.
  static func loadsSwift(_ binary: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: binary) else { return false }
    return data.firstRange(of: Data("libswiftCore.".utf8)) != nil
  }

  #if os(Linux)
  private static let library = "-lncursesw"
  #else
  private static let library = "-lncurses"
  #endif
}
