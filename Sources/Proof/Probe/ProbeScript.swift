import Documents

/// The plan as a script for any POSIX shell with curl.
///
/// It holds no secret. It reads the key from `KEYWRIGHT_API_KEY`, hands it to curl on standard
/// input, where no list of processes shows it, and writes methods, paths and statuses alone. All text
/// of the catalog stands percent-encoded or in single quotes.
package struct ProbeScript: Sendable {
  private let plan: ProbePlan
  private let base: ProbeBase

  /// Prepares the script of a plan.
  package init(_ plan: ProbePlan, base: ProbeBase) {
    self.plan = plan
    self.base = base
  }

  /// The script, with a final newline.
  package var text: String {
    var lines = [Self.head]
    lines.append("base=\(ShellWord.quoted(base.text))")
    lines.append("nil=\(ProbeCall.absentID)")
    lines.append("count=\(plan.calls.count)")
    lines.append(
      "first=\(ShellWord.quoted(Self.line(.object(ProbeResults.heading(of: plan)))))")
    lines.append(Self.checks)
    for (number, container) in plan.containers.enumerated() {
      lines.append(Self.variable(container.variable, number: number))
    }
    lines.append(Self.asking)
    let numbers = Dictionary(
      zip(plan.containers.map(\.parameter), plan.containers.indices),
      uniquingKeysWith: { first, _ in first })
    for call in plan.calls { lines.append(line(call, number: numbers[call.container ?? ""])) }
    lines.append(Self.tail)
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ call: ProbeCall, number: Int?) -> String {
    let path = call.pieces.map { piece in
      switch piece {
      case .literal(let text): ShellWord.quoted(PercentCoding.encoded(text))
      case .container: "\"$id_\(number ?? 0)\""
      case .absent: "\"$nil\""
      }
    }.joined()
    let given = number.map { "\"$given_\($0)\"" } ?? "true"
    var members = Self.line(.object(call.members))
    // The line goes on with what only the run knows.
    if members.ends(exactlyWith: " }") { members = String(Substring(members.utf8.dropLast(2))) }
    return "ask \(call.expected.rawValue) \(ShellWord.quoted(call.method)) \(path) \(given) "
      + ShellWord.quoted(members)
  }

  private static func variable(_ name: String, number: Int) -> String {
    """
    id_\(number)=${\(name)-}
    [ -n "$id_\(number)" ] || id_\(number)=$nil
    given_\(number)=true
    [ "$id_\(number)" != "$nil" ] || given_\(number)=false
    case $id_\(number) in
      . | .. | *[!A-Za-z0-9._~-]*) fail '\(name) is not an id: letters, digits and -._~ alone' 64 ;;
    esac
    if [ "$dry" = 0 ] && [ "$given_\(number)" = false ]; then
      say '\(name) is not set: calls go to one that does not exist, and some answers may be unclear'
    fi
    """
  }

  private static func line(_ node: JSONNode) -> String {
    String(decoding: JSONWriter.writeLine(node).dropLast(), as: UTF8.self)
  }

  private static let head = #"""
    #!/bin/sh
    # A probe of one API key, made by keywright. It holds no secret.
    #
    #   KEYWRIGHT_API_KEY=... sh probe.sh [RESULTS]   ask, and write RESULTS (keywright-probe.jsonl)
    #   sh probe.sh --dry                             list the calls, ask nothing
    #
    # Every call reads, or names an object that cannot exist. Further variables:
    #   KEYWRIGHT_HEADER      what stands before the key (Authorization: Bearer)
    #   KEYWRIGHT_DELAY       seconds between two calls (1)
    #   KEYWRIGHT_PATH_...    the id of a real object that the calls below name
    { set +x; } 2>/dev/null
    set -u
    umask 077
    LC_ALL=C
    export LC_ALL
    """#

  private static let checks = #"""
    say() { printf 'probe: %s\n' "$1" >&2; }
    fail() {
      say "$1"
      exit "$2"
    }
    dry=0
    if [ "${1-}" = --dry ]; then
      dry=1
      shift
    fi
    [ "$#" -le 1 ] || fail 'name one file for the results' 64
    results=${1-keywright-probe.jsonl}
    case $results in
      '' | -*) fail 'name a file for the results, such as ./results.jsonl' 64 ;;
    esac
    delay=${KEYWRIGHT_DELAY-}
    [ -n "$delay" ] || delay=1
    case $delay in
      *[!0-9]*) fail 'KEYWRIGHT_DELAY is not a whole number of seconds' 64 ;;
    esac
    header=${KEYWRIGHT_HEADER-}
    [ -n "$header" ] || header='Authorization: Bearer'
    case $header in
      *[!\ -~]*) fail 'KEYWRIGHT_HEADER holds a control character' 64 ;;
      *:*) ;;
      *) fail 'KEYWRIGHT_HEADER has no colon' 64 ;;
    esac
    unset keywright_key
    keywright_key=${KEYWRIGHT_API_KEY-}
    unset KEYWRIGHT_API_KEY
    if [ "$dry" = 0 ]; then
      [ -n "$keywright_key" ] || fail 'KEYWRIGHT_API_KEY is not set' 64
      case $keywright_key in
        *[!!-~]*) fail 'KEYWRIGHT_API_KEY holds a space or a control character' 64 ;;
      esac
      command -v curl >/dev/null 2>&1 || fail 'curl is not installed' 2
      # As a program of its own, printf would show the key in the list of processes.
      case $(command -v printf) in
        /*) fail 'this shell has no printf of its own: use dash, bash or busybox' 2 ;;
      esac
    fi
    """#

  private static let asking = #"""
    if [ "$dry" = 0 ]; then
      (set -C && : >"$results") 2>/dev/null || fail "$results is there already, or cannot be written" 2
      printf '%s\n' "$first" >>"$results" || fail "$results cannot be written" 2
      say "asking $base, $count calls"
    fi
    asked=0
    # What is expected, method, path, whether a real object is named, the line of the results.
    ask() {
      if [ "$dry" = 1 ]; then
        printf '%s %s %s\n' "$1" "$2" "$base$3"
        return
      fi
      [ "$asked" = 0 ] || [ "$delay" = 0 ] || sleep "$delay"
      asked=$((asked + 1))
      status=$(
        printf '%s %s\n' "$header" "$keywright_key" | if [ "$2" = GET ] || [ "$2" = DELETE ]; then
          curl --disable --silent --output /dev/null --write-out '%{http_code}' --globoff \
            --path-as-is --connect-timeout 10 --max-time 30 --header @- --request "$2" --url "$base$3"
        else
          curl --disable --silent --output /dev/null --write-out '%{http_code}' --globoff \
            --path-as-is --connect-timeout 10 --max-time 30 --header @- --request "$2" --url "$base$3" \
            --header 'Content-Type: application/json' --data ''
        fi
      )
      case $status in
        [1-5][0-9][0-9]) ;;
        *) status=0 ;;
      esac
      printf '%s, "given": %s, "status": %s }\n' "$5" "$4" "$status" >>"$results" ||
        fail "$results cannot be written" 2
      printf '%s  %s %s\n' "$status" "$2" "$3" >&2
    }
    """#

  private static let tail = #"""
    [ "$dry" = 1 ] || say "done; now: keywright probe --results $results MANIFEST"
    """#
}
