import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files in `Assets/Packaging`, as the tools that read them see them.
struct PackagingTests {
  private let desk: Desk
  private static let folder =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Assets/Packaging"

  init() throws { desk = try Desk() }

  private static func has(_ program: String) -> Bool {
    (try? CommandRun(
      "bash", ["-c", "command -v \(program)"], environment: cleanEnvironment(home: "/tmp")))?
      .status == .exited(0)
  }

  /// Runs the script that makes packages, of a program that is small and answers as ours does.
  private func makePackages(into folder: String) throws -> CommandRun {
    try desk.home.write("#!/bin/sh\nexec '\(desk.program)' \"$@\"\n", to: "small")
    chmod(desk.home.file("small"), 0o755)
    return try desk.shell("\(Self.folder)/package.sh '\(desk.home.file("small"))' \(folder)")
  }

  @Test(.enabled("needs dpkg: it is Debian's") { has("dpkg-deb") })
  func `one command makes a package, a tar and their sums, the same each time`() throws {
    for folder in ["one", "two"] {
      let run = try makePackages(into: folder)
      #expect(run.status == .exited(0), "\(run.errorText)")
    }
    let names = try desk.shell("ls one").lines.map(String.init)
    #expect(names.count == 5 && names.contains("SHA256SUMS") && names.contains("PKGBUILD"))
    let same = try desk.shell("diff -r one two && cd one && sha256sum --quiet -c SHA256SUMS")
    #expect(same.status == .exited(0), "\(same.outputText)\(same.errorText)")

    let files = try desk.shell("dpkg-deb -c one/*.deb && tar -tf one/*.tar.gz").outputText
    for name in [
      "bin/keywright", "man/man1/keywright.1.gz", "man/man1/keywright-lint.1.gz",
      "bash-completion/completions/keywright", "zsh/vendor-completions/_keywright",
      "fish/vendor_completions.d/keywright.fish", "doc/keywright/copyright",
      "doc/keywright/changelog.gz",
    ] {
      #expect(files.ranges(of: name + "\n").count == 2, "\(name) is in both")
    }
    let control = try desk.shell("dpkg-deb -I one/*.deb control").outputText
    #expect(control.contains("Package: keywright\n") && !control.contains("Depends"))
    #expect(control.contains("Version: 1.0.0\n"))

    // What is laid beside them is of these very files.
    let sum = try desk.shell("sha256sum one/*.tar.gz").outputText.prefix(64)
    #expect(desk.text("one/PKGBUILD")?.contains("sha256sums=('\(sum)')\n") == true)
    let version = "version = \"1.0.0\";"
    #expect(desk.text("one/flake.nix")?.contains(version) == true)
  }

  @Test func `without a program it says what to do`() throws {
    let run = try desk.shell("\(Self.folder)/package.sh none out")
    #expect(run.status == .exited(2) && run.errorText.contains("build a release first"))
  }

  @Test func `the PKGBUILD is bash, and names the tar`() throws {
    let run = try desk.shell(
      "CARCH=x86_64; . \(Self.folder)/PKGBUILD && declare -F package && echo \"$source $license\"")
    #expect(run.outputText == "package\nkeywright-1.0.0-linux-x86_64.tar.gz custom\n")
  }

  @Test(.enabled("needs ruby: apt-get install ruby") { has("ruby") })
  func `the formula is Ruby`() throws {
    let run = try desk.shell("ruby -wc \(Self.folder)/keywright.rb")
    #expect(run.outputText == "Syntax OK\n" && run.errorText == "")
  }

  @Test(.enabled("needs Nix: apt-get install nix-bin") { has("nix-instantiate") })
  func `the flake is Nix, and makes a package for each system`() throws {
    let nixpkgs = """
      {
        lib.removeSuffix = end: text: "x86_64";
        lib.genAttrs = names: make: builtins.listToAttrs
          (map (name: { inherit name; value = make name; }) names);
        legacyPackages.x86_64-linux.stdenvNoCC.mkDerivation = it: it;
      }
      """
    let run = try desk.shell(
      """
      export NIX_STATE_DIR=$PWD/state NIX_STORE_DIR=$PWD/store
      nix-instantiate --eval --strict -E 'with ((import \(Self.folder)/flake.nix).outputs
        { self = {}; nixpkgs = \(nixpkgs); }).packages.x86_64-linux.default;
        "${pname} ${version} ${baseNameOf (toString src)}"'
      """)
    #expect(
      run.outputText == "\"keywright 1.0.0 keywright-1.0.0-linux-x86_64.tar.gz\"\n",
      "\(run.errorText)")
  }

  @Test func `the container file starts from nothing and ends in the program`() throws {
    let run = try desk.shell("grep -v '^#' \(Self.folder)/Containerfile")
    let words = run.lines.map { String($0.prefix { $0 != " " }) }
    #expect(words == ["FROM", "COPY", "ENV", "WORKDIR", "ENTRYPOINT"])
    #expect(run.lines.first == "FROM scratch" && run.lines.last == "ENTRYPOINT [\"/keywright\"]")
  }
}
