import TerminalHarness
import Testing

// Point 25: what can be seen in the sources without a Mac.

extension TheListTests {
  /// What Linux has and macOS lacks.
  private static let onlyLinux: Set<String> = [
    "memfd_create", "fdatasync", "signalfd", "epoll_create", "epoll_create1", "epoll_ctl",
    "epoll_wait", "eventfd", "timerfd_create", "inotify_init", "inotify_init1", "pipe2", "accept4",
    "dup3", "prctl", "getrandom", "malloc_trim", "renameat2", "copy_file_range", "sendfile",
    "posix_fallocate", "fallocate", "syscall", "gettid", "pidfd_open", "close_range", "execvpe",
    "get_nprocs", "strchrnul", "mempcpy", "secure_getenv", "program_invocation_name",
    "sigtimedwait",
    "ppoll", "getauxval", "madvise", "mallopt", "timer_create", "timer_settime",
  ]

  /// All that the C sources call of POSIX and C.
  private static let posix: Set<String> = [
    "FD_ISSET", "FD_SET", "FD_ZERO", "_exit", "alarm", "atexit", "close", "dup2", "fclose", "fcntl",
    "fdopen", "fopen", "free", "ftruncate", "getenv", "getpgrp", "getpid", "getsid", "ioctl",
    "isatty", "kill", "lseek", "memcpy", "mkstemp", "nl_langinfo", "open", "pipe", "poll", "pread",
    "pthread_sigmask", "raise", "read", "select", "setenv", "setitimer", "setlocale", "sigaction",
    "sigaddset", "sigaltstack", "sigemptyset", "sigfillset", "snprintf", "strcasecmp", "strchr",
    "strcspn", "strdup", "strlen", "strncasecmp", "strncmp", "strtol", "tcflush", "tcgetattr",
    "tcgetpgrp", "tcsetattr", "tcsetpgrp", "unlink", "unsetenv", "wcwidth", "write",
  ]

  /// All that they call of ncurses: the wide interface of X/Open, terminfo, and the extensions that
  /// are in the ncurses 6.0 of macOS (of 2015-08-08) too.
  private static let curses: Set<String> = [
    "COLOR_PAIR", "clearok", "curs_set", "del_curterm", "delscreen", "doupdate", "endwin",
    "getmaxyx", "has_colors", "init_pair", "is_term_resized", "leaveok", "mvwadd_wchnstr",
    "mvwaddchnstr", "newterm", "resize_term", "setcchar", "setupterm", "start_color", "tigetstr",
    "tparm", "typeahead", "use_default_colors", "wclrtoeol", "werase", "wmove", "wnoutrefresh",
  ]

  /// What only newer ones have, each with the macro that its call has to stand behind.
  private static let newerCurses = [
    "init_extended_pair": "NCURSES_EXT_COLORS"
  ]

  private static let words: Set<String> = [
    "if", "for", "while", "switch", "return", "defined", "sizeof", "__attribute__",
  ]

  /// Calls that are on no list, and newer ones without their macro.
  private func strangers(_ files: [SourceFile]) -> [String] {
    let own = Set(files.flatMap(\.functions))
    let known = Self.posix.union(Self.curses).union(Self.words).union(own)
    return files.flatMap { file in
      file.calls.compactMap { name, line -> String? in
        if known.contains(name) || name.hasPrefix("keywright_") { return nil }
        if Self.onlyLinux.contains(name), line.isLinuxOnly { return nil }
        if let macro = Self.newerCurses[name], file.stands(line, behind: macro) { return nil }
        return "\(file.name):\(line.number): \(name)"
      }
    }
  }

  @Test("25. C calls POSIX, and of ncurses what macOS has; newer calls stand behind their macro")
  func cCallsWhatEverySystemHas() throws {
    let files =
      try SourceFile.all(under: "Sources/CCurses", workplace)
      + SourceFile.all(under: "Sources/CLocale", workplace)
    try #require(files.count >= 9)
    #expect(strangers(files) == [])
    // Each list is of what is called: what is gone is to go here too.
    let called = Set(files.flatMap(\.calls).map(\.name))
    #expect(Self.posix.union(Self.curses).union(Self.newerCurses.keys).subtracting(called) == [])
    // The scan finds what it looks for.
    let bad = SourceFile(
      name: "bad.c",
      text: "#ifdef __APPLE__\nint a = memfd_create(0);\n#else\nint b = memfd_create(0);\n#endif\n"
        + "// epoll_wait(1)\nint c = init_extended_pair(1) + add_wch(2); char *d = \"pipe2(\";")
    #expect(
      strangers([bad]) == [
        "bad.c:2: memfd_create", "bad.c:7: init_extended_pair", "bad.c:7: add_wch",
      ])
  }

  @Test("25. What Linux alone has is called behind a guard, in Swift as well as in C")
  func whatLinuxAloneHasIsGuarded() throws {
    let files = try SourceFile.all(under: "Sources", workplace)
    try #require(files.count > 100)
    #expect(files.flatMap { $0.unguarded(Self.onlyLinux) } == [])
    let bad = SourceFile(
      name: "bad.swift",
      text: "#if os(Linux)\npipe2(a)\n#else\npipe2(b)\n#endif\n#if canImport(Darwin)\naccept4(a)\n"
        + "#else\naccept4(b)\n#endif\nlet x = fdatasync(c)")
    #expect(
      bad.unguarded(Self.onlyLinux)
        == ["bad.swift:4: pipe2", "bad.swift:7: accept4", "bad.swift:11: fdatasync"])
  }

  @Test("25. Whoever imports the C library of Linux imports that of macOS in its place")
  func theCLibraryOfEachSystemIsImported() throws {
    for file in try SourceFile.all(under: "Sources", workplace) {
      let lines = file.lines
      for line in lines where line.text.hasSuffix("import Glibc") {
        #expect(
          lines.contains { $0.text.hasSuffix("import Darwin") && !$0.isLinuxOnly }, "\(file.name)")
        // A condition has to choose between the two.
        let before = lines[..<(line.number - 1)].last { $0.text.hasPrefix("#") }?.text ?? ""
        #expect(before.hasPrefix("#if") || before.hasPrefix("#el"), "\(file.name): \(line.number)")
      }
    }
  }

  @Test("25. Only CCurses sees the headers of ncurses, and links what each system calls it")
  func onlyOneModuleSeesNcurses() throws {
    for file in try SourceFile.all(under: "Sources", workplace) {
      let sees = file.text.split(separator: "\n").contains {
        $0.hasPrefix("#include <curses.h>") || $0.hasPrefix("#include <term.h>")
          || $0.contains("import ncurses") || $0.contains("import Cncurses")
      }
      #expect(!sees || file.name.hasPrefix("Sources/CCurses/"), "\(file.name)")
      // The public header would bring them into Swift.
      #expect(!sees || !file.name.contains("/include/"), "\(file.name)")
      let isWide = file.text.contains("mvwadd_wchnstr(") || file.text.contains("setcchar(")
      #expect(
        !isWide || file.name.hasPrefix("Tests") || file.text.contains("_XOPEN_SOURCE_EXTENDED"))
    }
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let package = try CommandRun(
      "cat", ["/\(root)/Package.swift"], environment: workplace.environment()
    ).outputText
    #expect(package.contains(".linkedLibrary(\"ncursesw\", .when(platforms: [.linux]))"))
    #expect(package.contains(".linkedLibrary(\"ncurses\", .when(platforms: [.macOS]))"))
  }
}

extension SourceFile {
  /// The functions that a C file has itself, by their headings: types, a name and its
  /// parameters before an opening brace.
  fileprivate var functions: [String] {
    lines.filter { $0.text.contains(") {") }.compactMap { line in
      let words = line.text.prefix { $0 != "(" }.split { $0 == " " || $0 == "*" }
      return words.count > 1 && !["if", "for", "while", "switch", "}"].contains(words[0])
        ? words.last.map(String.init) : nil
    }
  }

  /// Whether a line stands in a condition that names a macro.
  fileprivate func stands(_ line: Line, behind macro: String) -> Bool {
    var open: [Bool] = []
    for other in lines.prefix(line.number) {
      if other.text.hasPrefix("#if") { open.append(other.text.contains(macro)) }
      if other.text.hasPrefix("#el"), !open.isEmpty { open[open.count - 1] = false }
      if other.text.hasPrefix("#endif"), !open.isEmpty { open.removeLast() }
    }
    return open.contains(true)
  }
}
