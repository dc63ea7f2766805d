import TerminalHarness
import Testing

extension TheListTests {
  /// Entries for terminals that not every system knows, made of those that it does.
  private func compileTerminals() throws -> Bool {
    try workplace.home.write(
      """
      kw-8|eight colors,\n\tcolors#8, pairs#64, use=xterm,
      kw-16|sixteen colors,\n\tcolors#16, pairs#256,
      \tsetab=\\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,
      \tsetaf=\\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm, use=xterm,
      kw-direct|direct color,\n\tRGB, colors#0x1000000, pairs#0x7FFF,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
      \tuse=xterm-256color,

      """, to: "terminals.ti")
    let run = try CommandRun(
      "bash", ["-c", "mkdir -p info && tic -x -o info terminals.ti"],
      environment: workplace.environment(), directory: workplace.home.path)
    if run.status != .exited(0) { print("skipped: tic is not installed: \(run.errorText)") }
    return run.status == .exited(0)
  }

  @Test("14. Mono, 8, 16, 256 and direct color, light and dark, no probing (TerminalKindTests)")
  func worksWithEveryColorDepth() throws {
    var kinds = ["xterm-mono", "xterm", "xterm-256color"]
    var changes: [String: String?] = [:]
    if try compileTerminals() {
      kinds += ["kw-8", "kw-16", "kw-direct"]
      changes["TERMINFO_DIRS"] = "\(workplace.home.file("info")):/etc/terminfo:/lib/terminfo:"
    }
    var pictures: [[String]] = []
    for kind in kinds {
      changes["TERM"] = kind
      let session = try workplace.design(environment: changes)
      // With it, the scope above would be an error: red is the one hue that eight colors leave.
      try session.tick("stores.orders.deliver")
      pictures.append(session.screen.rows)
      let sent = String(decoding: session.log, as: UTF8.self)
      // Asking for attributes, the cursor's place or colors would type answers into the shell.
      for question in [
        "\u{1B}[c", "\u{1B}[0c", "\u{1B}[>c", "\u{1B}[6n", "\u{1B}]10;", "\u{1B}]11;",
      ] {
        #expect(!sent.contains(question), "\(kind)")
      }
      // A background of our own, bright white or black: unreadable on light, or on dark.
      let cells = (0..<24).flatMap { session.screen.cells(row: $0) }
      #expect(cells.allSatisfy { $0.style.background == .standard }, "\(kind)")
      #expect(
        cells.allSatisfy {
          ![.index(0), .index(7), .index(8), .index(15)].contains($0.style.foreground)
        }, "\(kind)")
      let hues = Set(cells.map(\.style.foreground))
      #expect((hues == [.standard]) == (kind == "xterm-mono"), "\(kind): \(hues)")
      session.press("u", "q")
      #expect(try session.waitForExit() == .exited(130), "\(kind)")
      #expect(session.modesLeftOn == [], "\(kind)")
    }
    #expect(Set(pictures).count == 1, "color is never the only sign")
  }

  @Test("15. UTF-8, ISO-8859-1 and C locales; --ascii (TerminalKindTests)")
  func worksInEveryLocale() throws {
    try workplace.home.write(
      Manifests.text(before: ["\"label\": \"caf\u{E9} \u{6F22}\""], scopes: ["stores.view"]),
      to: "key.json")
    let made = try CommandRun(
      "bash",
      ["-c", "mkdir locales && localedef -i en_US -f ISO-8859-1 locales/en_US.ISO-8859-1"],
      environment: workplace.environment(), directory: workplace.home.path)
    let places = ["LOCPATH": workplace.home.file("locales"), "LC_ALL": "en_US.ISO-8859-1"]
    if made.status == .exited(0) {
      let session = try workplace.design("key.json", environment: places)
      session.press("e")
      try session.waitForText("Rotate by")
      #expect(session.log.contains(0xE9), "the label's letter, in one byte")
      #expect(session.log.allSatisfy { $0 < 0x80 || $0 == 0xE9 })
      session.press(.ctrl("g"))
      try session.waitForText("q quit")
      session.press("/")
      try session.waitForText("Filter:")
      session.send(bytes: [0xE9])
      try session.waitForText("No scope matches")
      session.press(.ctrl("g"), "q")
      #expect(try session.waitForExit() == .exited(130))
      let plain = try CommandRun(
        workplace.program, ["--plain", "key.json"], input: Array("details\n".utf8),
        environment: workplace.environment(places), directory: workplace.home.path)
      #expect(plain.error.contains(0xE9) && plain.error.allSatisfy { $0 < 0x80 || $0 == 0xE9 })
    } else {
      print("skipped: localedef made no ISO-8859-1 locale: \(made.errorText)")
    }
    for (locale, arguments) in [("C", []), ("C.UTF-8", ["--ascii"])] as [(String, [String])] {
      let session = try workplace.start(
        arguments.first ?? "key.json", environment: ["LC_ALL": locale])
      try session.waitForDesigner()
      #expect(session.log.allSatisfy { $0 < 0x80 }, "\(locale)")
    }
    let utf8 = try workplace.design("key.json")
    #expect(utf8.screen.contains("\u{25BE} [~] Store Management"))
    utf8.press("e")
    try utf8.waitForText("caf\u{E9} \u{6F22}")
  }

  @Test("16. Hostile text, in the interface and in every command's output (HostileTextTests)")
  func hostileTextIsHarmless() throws {
    let bad = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\u{200B}"
    try workplace.home.write(
      Manifests.text(before: ["\"label\": \"x\u{202E}y\u{200B}z\""], scopes: ["stores.view"]),
      to: "key.json")
    let session = try workplace.design("key.json")
    session.press("w")
    try session.waitForText("Review")
    let sent = String(decoding: session.log, as: UTF8.self).unicodeScalars
    #expect(!sent.contains { ["\u{202E}", "\u{200B}", "\u{9B}"].contains($0) })
    let help = try CommandRun(
      workplace.program, ["--help"], environment: workplace.environment())
    let section = help.outputText.split(separator: "SUBCOMMANDS:").last ?? ""
    let commands = section.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count >= 6, "\(commands)")
    for command in commands {
      for arguments in [[command, bad], [command, "--\(bad)"], [command, "\(bad).json", bad]] {
        let run = try CommandRun(
          workplace.program, arguments, input: Array(bad.utf8),
          environment: workplace.environment(), directory: workplace.home.path)
        let said = String(decoding: run.output + run.error, as: UTF8.self).unicodeScalars
        #expect(
          !said.contains {
            $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
              || ["\u{202E}", "\u{200B}"].contains($0)
          }, "\(command) \(arguments.count)")
      }
    }
  }

  @Test("17. --plain, automatic where the terminal cannot be drawn on (PlainTests)")
  func thePlainModeIsAutomatic() throws {
    let session = try workplace.start("key.json", environment: ["TERM": "dumb"])
    try session.waitForText("help lists the commands.")
    session.send("tick stores.view\nwrite\nquit\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(workplace.text("key.json") == Manifests.text(scopes: ["stores.view"]))
    #expect(!session.log.contains(0x1B))
  }
}
