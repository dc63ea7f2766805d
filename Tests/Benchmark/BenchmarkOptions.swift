/// What to measure, as the command line has it.
struct BenchmarkOptions {
  var binary = ".build/release/keywright"
  var baseline: String?
  var runs = 41
  var presses = 200
  var rows = 53
  var ready = "Komerza"
  var json: String?
  var hasOthers = true
  var checksBudgets = false
  var showsHelp = false
  var measuresModel = false
  var measuresScale = false
  var countsInstructions = false
  var sizes = [53, 2_000, 20_000, 100_000]
  var importFolder: String?
  var measuresGrowth = false
  var growthFilter: String?
  var recordLines: Int?
  var before: String?
  var binaryArguments: [String] = []

  static let help = """
    usage: keywright-benchmark [OPTION…] [-- ARGUMENT-OF-KEYWRIGHT…]
      --binary PATH    the designer (default .build/release/keywright); "baseline" compares the
                       baseline with itself, which shows the noise of the machine
      --baseline PATH  the C program (default: compiled from Tests/Baseline by cc)
      --runs N         starts of each program (default 41)
      --presses N      presses of each key (default 200)
      --rows N         lines for fzf, dialog and whiptail, if there (default 53)
      --ready TEXT     what the designer's first full frame shows (default Komerza)
      --no-others      leave fzf, dialog and whiptail out
      --json FILE      all figures, for machines
      --model          the model instead, in this process: findings after a tick at 100,000 scopes
                       and 2,000 rules, linting of 10,000 manifests
      --scale          catalogs of 53, 2,000, 20,000 and 100,000 scopes instead, beside fzf on the
                       same lines: starts, keys, filter, memory, bytes painted
      --counts         thousands of instructions on the hot paths instead, by valgrind
      --sizes N,N      the sizes for --scale and --counts
      --import FOLDER  the import of FOLDER/openapi/slack.json and asana.yaml instead, in this
                       process beside Python (PyYAML with its C loader) reading and walking them
      --growth         CPU seconds of every command at n, 2n and 4n of every part of its input
                       instead, and the exponent by which they grow
      --only TEXT      of --growth those cases whose name holds the text
      --records LINES  `need` on a generated access log of so many lines instead (the goal is set for
                       2000000), beside grep -c and GoAccess on the same file
      --before PATH    an older build to measure beside it, for --records
      --check          status 1 when a budget is exceeded
    """

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let option = rest.popFirst() {
      switch option {
      case "--binary": binary = try Self.value(option, &rest)
      case "--baseline": baseline = try Self.value(option, &rest)
      case "--runs": runs = try Self.number(option, &rest)
      case "--presses": presses = try Self.number(option, &rest)
      case "--rows": rows = try Self.number(option, &rest)
      case "--ready": ready = try Self.value(option, &rest)
      case "--json": json = try Self.value(option, &rest)
      case "--no-others": hasOthers = false
      case "--check": checksBudgets = true
      case "--model": measuresModel = true
      case "--scale": measuresScale = true
      case "--counts": countsInstructions = true
      case "--sizes":
        let text = try Self.value(option, &rest)
        sizes = text.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }
        guard !sizes.isEmpty else { throw BenchmarkError("--sizes takes numbers, not \(text)") }
      case "--import": importFolder = try Self.value(option, &rest)
      case "--growth": measuresGrowth = true
      case "--records": recordLines = try Self.number(option, &rest)
      case "--before": before = try Self.value(option, &rest)
      case "--only": growthFilter = try Self.value(option, &rest)
      case "--help", "-h": showsHelp = true
      case "--":
        binaryArguments = Array(rest)
        rest = []
      default: throw BenchmarkError("unknown option \(option)\n\(Self.help)")
      }
    }
  }

  private static func value(_ option: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst() else { throw BenchmarkError("\(option) takes a value") }
    return value
  }

  private static func number(_ option: String, _ rest: inout ArraySlice<String>) throws -> Int {
    let text = try value(option, &rest)
    guard let number = Int(text), number > 0 else {
      throw BenchmarkError("\(option) takes a number above 0, not \(text)")
    }
    return number
  }
}
