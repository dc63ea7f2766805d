import TerminalHarness
import Testing

/// A side of `keywright diff` that stands in a git repository.
struct DiffGitTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "keys/bot.json")
    try git("init", "-q", ".")
    try git("add", ".")
    try git("commit", "-q", "-m", "One key")
    try git("tag", "v1")
    try fixture.folder.write(LintFixture.faulty, to: "keys/bot.json")
  }

  private func git(_ arguments: String...) throws {
    let run = try CommandRun(
      "git", ["-c", "user.name=t", "-c", "user.email=t@example.com"] + arguments,
      environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    try #require(run.status == .exited(0), "\(run.errorText)")
  }

  @Test func `a file is compared with what a revision has`() throws {
    for revision in ["HEAD", "v1"] {
      let run = try fixture.run("diff", "git:\(revision):keys/bot.json", "keys/bot.json")
      #expect(run.status == .exited(1))
      #expect(run.outputText.hasPrefix("git:\(revision):keys/bot.json -> keys/bot.json\n"))
      #expect(run.outputText.contains("  + stores.orders.deliver\n"))
    }
  }

  @Test func `the path is taken from the current folder`() throws {
    let folder = fixture.folder.file("keys")
    for path in ["bot.json", "./bot.json", "../keys/bot.json"] {
      let run = try fixture.run("diff", "git:HEAD:\(path)", "bot.json", directory: folder)
      #expect(run.status == .exited(1), "\(path): \(run.errorText)")
    }
    let run = try fixture.run("diff", "git:HEAD:keys/bot.json", "bot.json", directory: folder)
    #expect(run.status == .exited(2))
  }

  @Test func `an empty revision is what is staged`() throws {
    #expect(
      try fixture.run("diff", "git:HEAD:keys/bot.json", "git::keys/bot.json").status == .exited(0))
    try git("add", ".")
    #expect(
      try fixture.run("diff", "git:HEAD:keys/bot.json", "git::keys/bot.json").status == .exited(1))
  }

  @Test(arguments: [
    ("git:gone:keys/bot.json", "there is no revision \"gone\". Check its name"),
    ("git:HEAD:gone.json", "there is no file \"gone.json\" in HEAD. Write the path from"),
    ("git:HEAD:keys", "there is no file \"keys\" in HEAD."),
    ("git::gone.json", "there is no file \"gone.json\" staged."),
    ("git:HEAD", "names no path. Write git:REVISION:PATH"),
    ("git:HEAD:", "names no path. Write git:REVISION:PATH"),
    ("git:--output=owned:keys/bot.json", "begins with a hyphen"),
    ("git:HEAD:-keys/bot.json", "begins with a hyphen, as options of git do. Write ./-keys"),
    ("git:HEAD:/etc/passwd", "is absolute. Write it from the current folder"),
    ("git:HEAD:../../outside.json", "there is no file"),
    ("git:HEAD:$(touch owned)", "there is no file"),
    ("git:HEAD\u{1B}[31m:x", "there is no revision"),
  ])
  func `what cannot be read is told with what to do`(side: String, message: String) throws {
    let run = try fixture.run("diff", side, "keys/bot.json")
    #expect(run.status == .exited(2) && run.output == [])
    #expect(run.errorText.contains(message), "\(run.errorText)")
    #expect(run.saysOneLine)
    #expect(fixture.folder.read("owned") == nil)
  }

  @Test func `a file that is too large is told to be so, however git then ends`() throws {
    try fixture.folder.write("#!/bin/sh\nexec yes\n", to: "bin/git")
    let run = try CommandRun(
      "sh",
      ["-c", "chmod +x bin/git; exec \"$0\" diff git:HEAD:a none", fixture.executable],
      environment: cleanEnvironment(home: fixture.folder.path).merging(
        ["PATH": fixture.folder.file("bin") + ":/usr/bin:/bin"]) { $1 },
      directory: fixture.folder.path)
    #expect(run.status == .exited(2))
    #expect(
      run.errorText
        == "keywright: git:HEAD:a: the file has more than 256 MiB. Split it, or leave out what the "
        + "program does not read.\n")
  }

  @Test func `outside a repository, and without git, the reason is told`() throws {
    let outside = try LintFixture()
    try outside.folder.write(LintFixture.clean, to: "a.json")
    let run = try outside.run("diff", "git:HEAD:a.json", "a.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("is in no git repository that git will read"))
    let missing = try fixture.run(
      "diff", "git:HEAD:keys/bot.json", "keys/bot.json", environment: ["PATH": "/nowhere"])
    #expect(missing.status == .exited(2))
    #expect(missing.errorText.contains("git is not installed. Install git, or name a file."))
  }
}
