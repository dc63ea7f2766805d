import TerminalHarness
import Testing

/// Tab, pressed in the real shells.
@Suite struct ShellCompletionTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private static func has(_ shell: String) -> Bool {
    (try? CommandRun(
      "bash", ["-c", "command -v \(shell)"], environment: cleanEnvironment(home: "/tmp")))?
      .status == .exited(0)
  }

  /// A shell without anyone's settings, with the program in its path and its completion read.
  private func start(_ shell: String, _ options: [String], _ load: String) throws -> TerminalSession
  {
    try workplace.home.write("{}", to: "bot.key.json")
    try workplace.home.write("{}", to: "my keys/a.key.json")
    let folder = workplace.program.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    var launch = LaunchOptions()
    launch.directory = workplace.home.path
    let session = try TerminalSession(
      executable: shell, arguments: options,
      environment: workplace.environment([
        "PATH": folder + ":/usr/local/bin:/usr/bin:/bin", "PS1": "ready> ",
        "BASH_SILENCE_DEPRECATION_WARNING": "1",
      ]), options: launch)
    session.send("\(load); echo lo''aded\n")
    try session.waitForText("loaded")
    return session
  }

  private func check(_ session: TerminalSession) throws {
    for (typed, wanted) in [
      ("keywright lint --fail-on wa", "--fail-on warning"),
      ("keywright export --scope stores.coupons.v", "--scope stores.coupons.view"),
      ("keywright lint bot", "lint bot.key.json"),
      ("keywright lint --format sarif=bot", "--format sarif=bot.key.json"),
      ("keywright lint my", "lint my\\ keys/"),
      ("keywright lint --format sarif=my\\ keys/", "sarif=my\\ keys/a.key.json"),
      ("keywright scopes --catalog kub", "--catalog kubernetes"),
      ("keywright explain refund-", "explain refund-loop"),
      ("keywright comp", "keywright completion"),
    ] {
      session.send(typed + "\t")
      try session.waitForText(wanted)
      // The line is given up: it must not run.
      session.press(.ctrl("u"))
    }
    session.send("exit\n")
    _ = try session.waitForExit()
  }

  @Test func bash() throws {
    try check(
      start("bash", ["--norc", "--noprofile", "-i"], "source <(keywright completion bash)"))
  }

  @Test(.enabled("needs zsh: apt-get install zsh") { has("zsh") }) func zsh() throws {
    try check(
      start(
        "zsh", ["-f", "-i"],
        "autoload -Uz compinit; compinit -u -D; source <(keywright completion zsh)"))
  }

  @Test(.enabled("needs fish: apt-get install fish") { has("fish") }) func fish() throws {
    try check(
      start("fish", ["--no-config", "-i"], "keywright completion fish | source"))
  }
}
