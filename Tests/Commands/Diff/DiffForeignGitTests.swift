import TerminalHarness
import Testing

/// Whatever the configuration of a repository names, reading a file of it runs none of it.
struct DiffForeignGitTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "up/bot.json")
    try fixture.folder.write("*.json filter=mark diff=mark\n", to: "up/.gitattributes")
    try sh(
      """
      mkdir marks && cd up && git init -q . && git config uploadpack.allowFilter true
      git add . && git commit -q -m One
      """)
    try fixture.folder.write(LintFixture.faulty, to: "up/bot.json")
    // A partial clone has the files of its checkout; of what came before it, the names alone.
    try sh(
      """
      (cd up && git commit -q -a -m Two)
      git clone -q --no-local --filter=blob:none "file://$PWD/up" clone
      """)
  }

  private func sh(_ script: String) throws {
    let run = try CommandRun(
      "bash", ["-e", "-c", script],
      environment: cleanEnvironment(
        home: fixture.folder.path,
        adding: [
          "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.com", "GIT_COMMITTER_NAME": "t",
          "GIT_COMMITTER_EMAIL": "t@example.com",
        ]), directory: fixture.folder.path)
    try #require(run.status == .exited(0), "\(run.errorText)")
  }

  /// Settings of git that name a program.
  private static let settings = [
    "core.fsmonitor", "core.pager", "pager.cat-file", "pager.rev-parse", "core.editor",
    "sequence.editor", "core.sshCommand", "core.askPass", "core.gitProxy", "diff.external",
    "diff.mark.textconv", "diff.mark.command", "filter.mark.smudge", "filter.mark.clean",
    "filter.mark.process", "credential.helper", "gpg.program", "gpg.ssh.program",
    "core.alternateRefsCommand", "remote.origin.uploadpack", "remote.origin.receivepack",
    "uploadpack.packObjectsHook", "web.browser", "merge.mark.driver", "log.showSignature",
  ]

  private func setMarkers() throws {
    try fixture.folder.write(
      """
      for name in \(Self.settings.joined(separator: " ")); do
        printf '#!/bin/sh\\ntouch "%s/marks/%s"\\nexit 1\\n' "$PWD" "$name" > "marks-$name"
        chmod +x "marks-$name"
        git -C clone config "$name" "$PWD/marks-$name"
      done
      for alias in cat-file rev-parse; do
        git -C clone config "alias.$alias" "!touch '$PWD/marks/alias.$alias'"
      done
      git -C clone config protocol.allow always
      git -C clone config protocol.file.allow always
      for hook in $(ls up/.git/hooks | sed 's/.sample$//') post-index-change reference-transaction \
          post-checkout fsmonitor-watchman; do
        cp marks-core.pager "clone/.git/hooks/$hook"
        sed -i "s|marks/core.pager|marks/hook-$hook|" "clone/.git/hooks/$hook"
      done
      """, to: "set-markers")
    try sh(". ./set-markers")
  }

  private func marks() throws -> [String] {
    let names = fixture.folder.names().filter { $0.hasPrefix("marks/") }
    try sh("rm -f marks/*")
    return names
  }

  @Test func `nothing that the configuration of a repository names is run`() throws {
    try setMarkers()
    let clone = fixture.folder.file("clone")
    // The markers work: git itself runs two of them for the same files.
    try sh("cd clone; git cat-file blob :./bot.json > /dev/null; ! git cat-file -e HEAD^:bot.json")
    #expect(try marks().sorted() == ["marks/core.fsmonitor", "marks/remote.origin.uploadpack"])
    let staged = try fixture.run("diff", "git:HEAD:bot.json", "git::bot.json", directory: clone)
    #expect(staged.status == .exited(0), "\(staged.errorText)")
    for (side, problem) in [
      ("git:HEAD^:bot.json", "this clone is a partial one, and the file was not fetched yet"),
      ("git:HEAD:gone.json", "there is no file"), ("git::gone.json", "there is no file"),
      ("git:gone:bot.json", "there is no revision"),
    ] {
      let run = try fixture.run("diff", side, "bot.json", directory: clone)
      #expect(run.status == .exited(2) && run.output.isEmpty)
      #expect(run.errorText.contains(problem), "\(run.errorText)")
    }
    #expect(try marks() == [])
  }
}
