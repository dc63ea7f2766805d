import Documents
import Keys
import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Full disks, kills at any moment, strange masks and folders: a file is written whole or the program
/// says that it is not, and nothing stays behind.
///
/// `KEYWRIGHT_LONG=1` makes a thousand kills, and fills the disk page by page.
struct HardshipTests {
  let desk: Desk
  private static let isLong = getenv("KEYWRIGHT_LONG") != nil
  private static let export = #""$0" export --scope stores.view"#

  init() throws { desk = try Desk() }

  /// Runs a line of bash that takes as long as it takes.
  private func shell(_ line: String) throws -> CommandRun {
    try CommandRun(
      "bash", ["-c", line, desk.program], environment: desk.environment,
      directory: desk.home.path, deadline: .seconds(Self.isLong ? 900 : 60))
  }

  @Test(arguments: ["KILL", "TERM", "HUP"])
  func `a kill at any moment leaves the old file or the new one, and the next write nothing else`(
    signal: String
  ) throws {
    let rounds = Self.isLong ? 1000 : 25
    // The longer the document, the more kills meet the writing; the text says which one it is.
    let run = try shell(
      """
      long=$(printf '%0100000d' 0)
      \(Self.export) --label first --purpose "first $long" -o k.json
      fifo=$(mktemp -u); mkfifo "$fifo"; exec 9<> "$fifo"; rm "$fifo"
      for ((i = 0; i < \(rounds); i++)); do
        before=$(sha256sum < k.json)
        \(Self.export) --label "v$i" --purpose "$i $long" -o k.json 2> /dev/null &
        read -r -t "$(printf 0.%03d $((RANDOM % 150)))" -u 9
        { kill -\(signal) $! && wait $!; } 2> /dev/null
        "$0" lint k.json > /dev/null 2>&1
        [ $? -le 1 ] || echo "round $i: the file is torn"
        [ "$(sha256sum < k.json)" = "$before" ] && kept=$((kept + 1)) || new=$((new + 1))
        for left in .keywright-*.tmp; do [ -e "$left" ] && { leftovers=$((leftovers + 1)); }; done
      done
      \(Self.export) -o k.json 2> /dev/null
      echo "kept ${kept:-0}, new ${new:-0}, left for a moment ${leftovers:-0}" >&2
      """)
    #expect(run.output.isEmpty, "\(run.outputText)")
    #expect(desk.names == ["k.json"])
    if Self.isLong { print("\(signal): \(run.errorText)") }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make a disk"))
  func `on a disk that is full at any point a file is written whole or stays as it was`() throws {
    let steps = Self.isLong ? "{0..40}" : "0 1 2 3 5 8 20"
    let run = try shell(
      """
      command -v unshare > /dev/null && unshare -m true 2> /dev/null || { echo skipped; exit; }
      export long=$(printf '%060000d' 0) program=$0
      unshare -m bash -c '
        mkdir disk; mount -t tmpfs -o size=64k tmpfs disk && cd disk || { echo skipped; exit; }
        export HOME=$PWD XDG_STATE_HOME=$PWD/state XDG_DATA_HOME=$PWD/data
        "$program" export --scope stores.view --label old -o k.json 2> /dev/null
        for free in \(steps); do
          cp k.json ../before
          truncate -s 0 filler; dd if=/dev/zero of=filler bs=4096 2> /dev/null
          truncate -s -$((free * 4096)) filler 2> /dev/null || truncate -s 0 filler
          "$program" export --scope stores.create --purpose "$free ${long:0:20000}" -o k.json \\
            2> said; status=$?
          "$program" lint k.json > /dev/null 2>&1; judged=$?
          case $status in
            0) cmp -s k.json ../before && echo "$free: wrote and did not" ;;
            2) cmp -s k.json ../before || echo "$free: failed and changed the file" ;;
            *) echo "$free: status $status" ;;
          esac
          [ $judged -le 1 ] || echo "$free: torn"
          "$program" export --scope stores.create --purpose "${long:0:20000}" > out 2> /dev/null
          [ $? -eq 0 ] && { "$program" lint out > /dev/null 2>&1; [ $? -le 1 ] || echo "$free: half"; }
          rm -f filler said out
          for left in .keywright-*; do [ -e "$left" ] && echo "$free: left $left"; done
          counts[$status]=$((counts[status] + 1))
        done
        echo "written ${counts[0]:-0}, refused ${counts[2]:-0}" >&2
      '
      """)
    if run.outputText == "skipped\n" { return }
    #expect(run.output.isEmpty, "\(run.outputText)")
    if Self.isLong { print("full disk: \(run.errorText)") }
  }

  @Test(arguments: [(0o000, "644", "755"), (0o022, "644", "755"), (0o077, "600", "700")])
  func `nobody may do more with what is made than the mask says, or than is meant`(
    mask: Int, file: String, folder: String
  ) throws {
    try desk.home.write(Catalogs.small, to: "small.json")
    let run = try desk.shell(
      """
      umask \(String(mask, radix: 8)); \(Self.export) -o k.json 2> /dev/null
      "$0" catalog add small.json 2> /dev/null
      cd .local/share/keywright
      stat -c '%a' ../../../k.json catalogs/small.json catalogs
      """)
    #expect(run.outputText == "\(file)\n\(file)\n\(folder)\n")
  }

  /// The folders of a person, of which none may be needed by a command that only reads.
  @Test(arguments: ["relative/path", "../up", "file/in/the/way", "/proc/nowhere", ""])
  func `folders that cannot be used keep nobody from checking and exporting`(place: String) throws {
    try desk.home.write("", to: "file")
    try desk.home.write(LintFixture.clean, to: "a.json")
    let path = place.hasPrefix("file") ? desk.home.path + "/" + place : place
    let run = try desk.shell(
      """
      for name in CONFIG DATA STATE CACHE; do export XDG_${name}_HOME='\(path)'; done
      for command in 'lint a.json' scopes 'explain stores.view' 'export --scope stores.view' \\
          'catalog list'; do
        "$0" $command > /dev/null 2> said || { echo "$command: $?"; cat said; }
      done
      printf 'tick stores.view\\nwrite\\nquit\\n' | "$0" --plain k.json > /dev/null 2>&1
      echo $?
      """)
    #expect(run.outputText == "0\n")
    #expect(desk.names == ["a.json", "file", "k.json", "said"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder to somebody else"))
  func `a file in a folder of another owner is written with the owner and group it had`() throws {
    try desk.home.write(LintFixture.clean, to: "theirs/a.json")
    let run = try desk.shell(
      """
      chown -R 1234:2345 theirs; chmod 2775 theirs; chmod 664 theirs/a.json
      \(Self.export) -o theirs/a.json; \(Self.export) -o theirs/b.json
      stat -c '%u %g %a' theirs/a.json theirs/b.json
      """)
    #expect(run.outputText == "1234 2345 664\n0 2345 644\n")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
  func `where the owner cannot be kept the group is, or nobody gains by it`() throws {
    try desk.home.write(LintFixture.clean, to: "team/a.json")
    try desk.home.write(LintFixture.clean, to: "team/b.json")
    let run = try desk.shell(
      """
      command -v setpriv > /dev/null || { echo skipped; exit; }
      chmod 755 . ; cp "$0" keywright; chmod 755 keywright
      chown -R 1234:2345 team; chown 1234:3456 team/b.json; chmod 775 team; chmod 660 team/*.json
      export HOME=/nonexistent
      setpriv --reuid 5678 --regid 5678 --groups 2345 \\
        bash -c '"$PWD/keywright" export --scope stores.view -o team/a.json
          "$PWD/keywright" export --scope stores.view -o team/b.json'
      stat -c '%u %g %a' team/a.json team/b.json
      """)
    if run.outputText == "skipped\n" { return }
    #expect(run.outputText == "5678 2345 660\n5678 5678 600\n", "\(run.errorText)")
  }
}
