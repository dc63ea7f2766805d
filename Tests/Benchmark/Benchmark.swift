import TerminalHarness
import TestSupport

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Measures the designer side by side with a minimal ncurses program, and with others there are.
@main
enum Benchmark {
  static func main() {
    do {
      let options = try BenchmarkOptions(CommandLine.arguments.dropFirst())
      if options.showsHelp {
        print(BenchmarkOptions.help)
        return
      }
      if options.measuresModel {
        let lines = try ModelBenchmark.run(scopes: 100_000, rules: 2000, manifests: 10_000)
        print(lines.joined(separator: "\n"))
        return
      }
      if options.countsInstructions {
        print(try InstructionCounts.run(options).joined(separator: "\n"))
        return
      }
      if options.measuresScale {
        let report = try ScaleBenchmark.run(options)
        print(report.table)
        if let file = options.json { try report.json().write(to: URL(filePath: file)) }
        exit(options.checksBudgets && !report.isWithinBudget ? 1 : 0)
      }
      if options.measuresGrowth {
        let result = try GrowthBenchmark(binary: options.binary, filter: options.growthFilter).run()
        print(result.lines.joined(separator: "\n"))
        exit(options.checksBudgets && !result.isWithinBounds ? 1 : 0)
      }
      if let lines = options.recordLines {
        let result = try RecordBenchmark(options, lines: lines).run()
        print(result.lines.joined(separator: "\n"))
        exit(options.checksBudgets && !result.isWithinBudget ? 1 : 0)
      }
      if let folder = options.importFolder {
        let result = try ImportBenchmark.run(folder: folder, runs: options.runs)
        print(result.lines.joined(separator: "\n"))
        exit(options.checksBudgets && !result.isWithinBudget ? 1 : 0)
      }
      let isWithinBudget = try run(options)
      exit(options.checksBudgets && !isWithinBudget ? 1 : 0)
    } catch {
      StandardError.error("keywright-benchmark: \(error)")
      exit(2)
    }
  }

  private static func run(_ options: BenchmarkOptions) throws -> Bool {
    let folder = try TemporaryFolder()
    let contenders = try Contender.all(options, folder: folder)
    var results = contenders.map { ContenderResult(name: $0.name, isMarked: $0.marksFrames) }

    // All of them in each round: what disturbs the machine for a while disturbs all of them. The
    // order is drawn anew: who follows a program that idled long starts on a processor that slept,
    // and was slower by 6 to 10 % than itself in the next place.
    var random = SeededRandom(seed: 1)
    for round in 0..<options.runs {
      StandardError.progress("start \(round + 1) of \(options.runs)")
      for index in contenders.indices.shuffled(using: &random) {
        let contender = contenders[index]
        attempt(contender, &results[index]) { result in
          var trial = try Trial(contender, folder: folder)
          result.firstFrame.add(try trial.firstFrame())
          if let facts = trial.session.processFacts {
            result.memory.add(Double(facts.peakMemory) / 1_048_576)
          }
          trial.quit()
        }
      }
    }
    let rounds = 4
    for round in 0..<rounds {
      StandardError.progress("keys, round \(round + 1) of \(rounds)")
      for index in contenders.indices.shuffled(using: &random) {
        let contender = contenders[index]
        attempt(contender, &results[index]) { result in
          var trial = try Trial(contender, folder: folder)
          _ = try trial.firstFrame()
          try trial.pressKeys(options.presses / rounds, &result)
          trial.quit()
        }
      }
    }
    StandardError.progress("")
    let report = Report(results: results, runs: options.runs, presses: options.presses)
    print(report.table)
    if let file = options.json { try report.json().write(to: URL(filePath: file)) }
    return report.isWithinBudget
  }

  private static func attempt(
    _ contender: Contender, _ result: inout ContenderResult,
    _ body: (inout ContenderResult) throws -> Void
  ) {
    guard result.problem == nil else { return }
    do { try body(&result) } catch { result.problem = "\(error)" }
  }
}
