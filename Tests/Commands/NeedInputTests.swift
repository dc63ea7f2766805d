import Documents
import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The files that `keywright need` reads.
@Suite struct NeedInputTests {
  let desk: Desk
  private let line = "::1 - - [23/Nov/2026:10:00:00 +0000] \"GET /user HTTP/1.1\" 200 5\n"
  private let archive =
    #"{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"/webhooks"}}]}}"#

  init() throws { desk = try Desk() }

  /// An archive from the folder Samples.
  ///
  /// mitmproxy.har was written by mitmproxy 11.0.2; firefox.har and chrome.har follow the form that
  /// these programs document.
  private func sample(_ name: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try DocumentFile.read("/\(folder)/Samples/\(name)")
  }

  @Test(arguments: ["mitmproxy.har", "firefox.har", "chrome.har"])
  func `an archive is read in the form of each program`(name: String) throws {
    try desk.home.write(try sample(name), to: name)
    let run = try desk.run(
      "need", "--har", name, "--host", "127.0.0.1:18932", "--no-views", "--format", "json")
    let need = try run.json()
    #expect(
      need["scopes"]?.elements.map(\.string)
        == ["stores.orders.view", "stores.orders.create", "stores.blog.view", "stores.tax.update"])
    let unresolved = need["unresolved"]?.elements.compactMap { $0["call"]?.string } ?? []
    let failed = need["failed"]?.elements.compactMap { $0["call"]?.string } ?? []
    #expect((unresolved + failed).contains { $0.hasSuffix("/stores/***/***/***") })
    #expect(run.status == .exited(1))
    for secret in ["sk_live", "fixture-secret", "token="] {
      #expect(!(run.outputText + run.errorText).contains(secret))
    }
    // Without being named, the host is not the platform's.
    let other = try desk.run("need", "--har", name)
    #expect(other.status == .exited(1) && other.output.isEmpty)
    #expect(other.errorText.contains("left out a call to another host, 127.0.0.1:18932"))
  }

  @Test func `a pipe in a folder is left out, and nobody waits for it`() throws {
    try desk.home.write(archive, to: "records/a.har")
    #expect(mkfifo(desk.home.file("records/pipe"), 0o600) == 0)
    let run = try desk.run("need", "records", "--format", "ids")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(run.errorText.contains("a pipe or a device, not a file"), "\(run.errorText)")
  }

  @Test func `files, arguments and standard input are one need`() throws {
    try desk.home.write(archive, to: "a.har")
    try desk.home.write("curl -X POST https://api.komerza.com/stores -d a", to: "a.sh")
    let run = try desk.run(
      ["need", "GET /stores/1", "--har", "a.har", "--curl", "a.sh", "--log", "-"]
        + ["--format", "ids"], input: line + line)
    #expect(run.status == .exited(0) && run.error.isEmpty)
    #expect(run.lines == ["stores.view", "stores.create", "user.view", "user.webhooks.view"])
  }

  @Test(arguments: [("--har", "no.har"), ("--log", "no.log"), ("--curl", "no.sh"), ("--har", ".")])
  func `a file that cannot be read is said, the rest is used, and no file is written`(
    option: String, path: String
  ) throws {
    try desk.home.write(line, to: "a.log")
    let arguments = ["need", option, path, "--log", "a.log", "--format", "ids"]
    let run = try desk.run(arguments)
    #expect(run.status == .exited(2))
    #expect(run.lines == ["user.view"], "\(run.errorText)")
    #expect(run.saysOneLine && run.errorText.contains(path))
    let written = try desk.run(arguments + ["-o", "key.json"])
    #expect(written.status == .exited(2) && !desk.names.contains("key.json"))
  }

  @Test(arguments: [
    ("--har", "not JSON"), ("--har", "{}"), ("--har", ""), ("--log", ""),
    ("--curl", ""), ("--curl", "use curl"),
    ("--har", #"{"log":{"version":"1.2","entries":[]}}"#),
  ])
  func `a file without calls is bad input, named in one message`(
    option: String, text: String
  ) throws {
    try desk.home.write(text, to: "input")
    let run = try desk.run("need", option, "input")
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(run.errorText.contains("keywright: input:"))
    #expect(!run.error.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test func `a damaged log says the line, and uses the others`() throws {
    let long = String(repeating: "y", count: 2 << 20) + "\n"
    let broken = #"{"method":"GET","uri":"/\ud800"}"# + "\n"
    let text = line + "\u{0}\u{1}\n" + long + broken + "::1 \"GET /a/../b HTTP/1.1\"\n" + line
    let run = try desk.run("need", "--log", "-", "--format", "json", input: text)
    #expect(run.status == .exited(1))
    for part in [
      "standard input:2: the line is binary", "standard input:3: the line is longer than 1 MiB",
      "standard input:4: the line's path has half a surrogate pair",
      "standard input:5: Komerza has no call GET /***/../***",
    ] { #expect(run.errorText.contains("keywright: " + part), "\(part)") }
    #expect(try run.json()["calls"]?.elements.map { $0["count"]?.integer } == [2])
  }

  @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
  func `a packed file is read through the program that packs it`(program: String) throws {
    try desk.home.write(line + line, to: "a.log")
    let packed = try desk.shell(
      "command -v \(program) > /dev/null && \(program) < a.log > a.packed")
    guard packed.status == .exited(0) else { return }
    let run = try desk.run("need", "a.packed", "--format", "json")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(try run.json()["calls"]?.elements.map { $0["count"]?.integer } == [2])
    let cut = try desk.shell("head -c $(($(wc -c < a.packed) - 6)) a.packed > cut")
    #expect(cut.status == .exited(0))
    let damaged = try desk.run("need", "cut")
    #expect(damaged.status == .exited(1) || damaged.status == .exited(2))
  }

  /// Members of a packed file may follow one another: fifty megabytes of zeros, eight times.
  @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
  func `a packed file that grows without bound is given up, and its start is used`(
    program: String
  ) throws {
    try desk.home.write(line, to: "a.log")
    let packed = try desk.shell(
      """
      command -v \(program) > /dev/null || exit 9
      head -c 50000000 /dev/zero | \(program) > zeros && \(program) < a.log > a.packed
      cat zeros zeros zeros zeros zeros zeros zeros zeros >> a.packed
      """)
    guard packed.status == .exited(0) else { return }
    let run = try desk.run("need", "a.packed", "--format", "json")
    let need = try run.json()
    #expect(run.status == .exited(1))
    #expect(need["calls"]?.elements.map { $0["count"]?.integer } == [1])
    let reasons = need["unread"]?.elements.compactMap { $0["reason"]?.string } ?? []
    #expect(reasons.contains("the file unpacks to more than 1000 times its size"), "\(reasons)")
  }

  @Test func `what comes packed on standard input says how it is read`() throws {
    try desk.home.write([0x1F, 0x8B, 8, 0, 0, 0], to: "a.log.gz")
    let run = try desk.shell("\"$0\" need - < a.log.gz")
    #expect(run.status == .exited(2) && run.errorText.contains("zcat"))
  }

  @Test func `files are told by what stands in them, and a folder stands for its files`() throws {
    try desk.home.write(archive, to: "calls/a.txt")
    try desk.home.write("curl -X POST https://api.komerza.com/stores -d a", to: "calls/b.txt")
    try desk.home.write(line, to: "calls/c/d")
    try desk.home.write("\u{0}\u{1}", to: "calls/picture.png")
    let run = try desk.run("need", "calls", "--format", "ids")
    #expect(run.lines == ["stores.create", "user.view", "user.webhooks.view"])
    let cassette = """
      interactions:
      - request:
          body: !!binary |
            AAEC
          method: GET
          uri: https://api.komerza.com/user
        response:
          status: {code: 200, message: OK}
      version: 1

      """
    try desk.home.write(cassette, to: "a.yaml")
    let yaml = try desk.run("need", "a.yaml", "--format", "ids")
    #expect(yaml.status == .exited(0) && yaml.outputText == "user.view\n", "\(yaml.errorText)")
  }

  @Test func `objects of Python in a cassette are read as what they hold, and never made`() throws {
    let cassette = """
      interactions:
      - request:
          body: !!python/object/apply:os.system ["touch made"]
          method: GET
          uri: !!python/unicode "https://api.komerza.com/user"
        response:
          status: {code: 200, message: OK}
      version: 1

      """
    try desk.home.write(cassette, to: "a.yaml")
    let run = try desk.run("need", "a.yaml", "--format", "ids")
    #expect(run.status == .exited(0) && run.outputText == "user.view\n", "\(run.errorText)")
    #expect(!desk.names.contains("made"))
  }

  @Test func `tallies of parts are one need`() throws {
    let other = line.replacing("/user", with: "/webhooks")
    try desk.home.write(line + line, to: "1.log")
    try desk.home.write(other + line, to: "2.log")
    let parts = try desk.shell(
      """
      for part in 1 2; do "$0" need --log - --format tally < $part.log >> sums; done
      "$0" need --tally sums --format json > sum.json
      cat 1.log 2.log | "$0" need --log - --format json > whole.json
      """)
    #expect(parts.status == .exited(0), "\(parts.errorText)")
    #expect(desk.text("sum.json") == desk.text("whole.json"))
    #expect(desk.text("sum.json")?.contains("\"count\": 3") == true)
  }

  @Test func `refused calls are listed with what they would have needed`() throws {
    let refused = "::1 - - [x] \"DELETE /webhooks/1 HTTP/1.1\" 403 5\n"
    let run = try desk.run("need", "--log", "-", "--format", "json", input: line + refused)
    #expect(run.status == .exited(0))
    let failed = try run.json()["failed"]?.elements.first
    #expect(failed?["operation"]?.string == "DELETE /webhooks/{webhookId}")
    #expect(failed?["scopes"]?.elements.map(\.string) == ["user.webhooks.delete"])
    #expect(failed?["outcomes"]?["refused"]?.integer == 1)
    #expect(failed?["place"]?.string == "standard input:2")
    #expect(run.errorText.contains("was only refused; it would have needed user.webhooks.delete"))
    let all = try desk.run(
      "need", "--log", "-", "--status", "any", "--no-views", "--format", "ids",
      input: line + refused)
    #expect(all.lines == ["user.view", "user.webhooks.delete"])
  }

  @Test(arguments: ["--har", "--log", "--curl"])
  func `a file in UTF-16 is told as one`(option: String) throws {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x7B, 0, 0x0A, 0], [0xFE, 0xFF, 0, 0x7B, 0, 0x0A]] {
      try desk.home.write(bytes, to: "calls")
      let run = try desk.run("need", option, "calls")
      #expect(run.status == .exited(2) && run.errorText.contains("is UTF-16"), "\(run.errorText)")
    }
  }

  @Test func `a log on its way shows a progress line on a terminal, and takes it away`() throws {
    let made = try desk.shell("mkfifo log && printf '%s' '\(line)' > line")
    #expect(made.status == .exited(0))
    // The writer goes on until the progress has been seen.
    let script = """
      (while [ ! -e seen ]; do cat line; done > log) & exec "$0" need --log log --format ids
      """
    var options = LaunchOptions()
    options.directory = desk.home.path
    let session = try TerminalSession(
      executable: "bash", arguments: ["-c", script, desk.program],
      environment: desk.environment, size: ScreenSize(rows: 10, columns: 60), options: options)
    try session.waitForText(" lines, 0 calls unresolved")
    try desk.home.write("", to: "seen")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.screen.text.contains("user.view"))
    #expect(!session.screen.text.contains(" lines"))
  }
}
