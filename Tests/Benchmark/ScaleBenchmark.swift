import Catalogs
import TerminalHarness
import TestSupport

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Measures the designer on catalogs of any size, beside fzf on the same lines in the same run.
enum ScaleBenchmark {
  private static let seed: UInt64 = 20_261_123

  /// One size with all that was measured of it.
  struct Stage {
    let scopes: Int
    let documentBytes: Int
    let lineBytes: Int
    var keywright = ScaleResult()
    var fzf = ScaleResult()
  }

  static func run(_ options: BenchmarkOptions) throws -> ScaleReport {
    guard access(options.binary, X_OK) == 0 else {
      throw BenchmarkError("no program at \(options.binary): build it, or name it with --binary")
    }
    var stages: [Stage] = []
    for scopes in options.sizes { stages.append(try measure(scopes, options)) }
    StandardError.progress("")
    return ScaleReport(stages: stages, runs: options.runs, presses: options.presses)
  }

  private static func measure(_ scopes: Int, _ options: BenchmarkOptions) throws -> Stage {
    StandardError.progress("\(scopes) scopes: making the catalog")
    let folder = try TemporaryFolder()
    var generator = CatalogGenerator(seed: seed)
    let document = generator.document(.init(scopes: scopes, combinations: min(scopes / 50, 2_000)))
    let catalog = try Catalog(decoding: document)
    let file = try folder.write(document, to: "catalog.json")
    let lines = catalog.scopes.map { "\($0.id)  \($0.title)  \($0.summary)" }
    let text = lines.joined(separator: "\n") + "\n"
    let list = try folder.write(text, to: "lines")
    var stage = Stage(scopes: scopes, documentBytes: document.count, lineBytes: text.utf8.count)

    let ours = ScaleTrial.Program(
      executable: options.binary, arguments: ["--catalog", file, "-o", folder.file("key.json")],
      input: .terminal, ready: "0 of \(scopes) scopes", marksFrames: true)
    let theirs = ScaleTrial.Program(
      executable: "/usr/bin/fzf", arguments: ["--multi"], input: .file(list),
      ready: "\(scopes)/\(scopes)", marksFrames: false)
    let home = folder.file("home")
    _ = try folder.write("", to: "home/.keep")

    // The file has to rest before it is known by its times; the first starts are the cold ones.
    for number in 0..<3 {
      StandardError.progress("\(scopes) scopes: cold start \(number + 1)")
      let cold = folder.file("cold\(number)")
      _ = try folder.write("", to: "cold\(number)/.keep")
      let trial = try ScaleTrial(ours, home: cold)
      try trial.start(&stage.keywright, isCold: true)
      trial.quit()
    }
    for _ in 0..<2 {
      let trial = try ScaleTrial(ours, home: home)
      var unused = ScaleResult()
      try trial.start(&unused, isCold: false)
      trial.quit()
    }
    let hasFzf = options.hasOthers && access(theirs.executable, X_OK) == 0
    for round in 0..<options.runs {
      StandardError.progress("\(scopes) scopes: start \(round + 1) of \(options.runs)")
      let trial = try ScaleTrial(ours, home: home)
      try trial.start(&stage.keywright, isCold: false)
      trial.quit()
      guard hasFzf else { continue }
      let other = try ScaleTrial(theirs, home: home)
      try other.start(&stage.fzf, isCold: false)
      other.quit()
    }
    StandardError.progress("\(scopes) scopes: keys")
    let trial = try ScaleTrial(ours, home: home)
    var unused = ScaleResult()
    try trial.start(&unused, isCold: false)
    try trial.work(options.presses, id: catalog.scopes[scopes / 2].id, &stage.keywright)
    trial.quit()
    if hasFzf {
      let other = try ScaleTrial(theirs, home: home)
      try other.start(&unused, isCold: false)
      try other.workAsFinder(options.presses, &stage.fzf)
      other.quit()
    }
    return stage
  }
}
