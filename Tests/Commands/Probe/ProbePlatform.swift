import TerminalHarness

/// A platform in small, on this machine: it looks at the key, then at the scope, then at the object.
enum ProbePlatform {
  /// How it departs from that.
  enum Manner: String {
    case usual
    /// Every call fails.
    case failing
    /// Looks for the object before it looks at the scope.
    case objectFirst
    /// Refuses whatever lies in an object that is not the key's own.
    case ownObjectsOnly
  }

  /// The key that it knows.
  static let key = "s3cret-Key'$(x)"

  /// A line of bash that runs `$PROBE` against the platform and ends it.
  static let line = #"""
    python3 platform.py "$CATALOG" "$MANNER" "$GRANTED" > port 2> platform.err & platform=$!
    trap 'kill $platform' EXIT
    tries=0
    while [ ! -s port ] && [ "$tries" -lt 2000 ]; do tries=$((tries + 1)); sleep 0.01; done
    "$0" probe bot.json --base "http://127.0.0.1:$(cat port)" -o probe.sh || exit
    KEYWRIGHT_DELAY=0 dash probe.sh results.jsonl
    """#

  /// The platform.
  static let program = #"""
    import json, re, sys
    from http.server import BaseHTTPRequestHandler, HTTPServer
    catalog, manner, granted = json.load(open(sys.argv[1])), sys.argv[2], set(sys.argv[3].split())
    nil = "00000000-0000-0000-0000-000000000000"
    key = "Bearer s3cret-Key'$(x)"
    def pattern(path): return re.compile("^" + re.sub(r"\\\{.*?\\\}", "[^/]+", re.escape(path)) + "$")
    routes = [(o["method"], pattern(o["path"]), o) for o in catalog["operations"]]
    class Platform(BaseHTTPRequestHandler):
        def answer(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            with open("calls.log", "a") as log: log.write(self.command + " " + self.path + "\n")
            self.send_response(self.status())
            self.send_header("Content-Length", "0")
            self.end_headers()
        def status(self):
            if self.headers.get("Authorization") != key: return 401
            if manner == "failing": return 500
            if manner == "ownObjectsOnly" and self.path.startswith("/stores/" + nil): return 403
            if manner == "objectFirst" and nil in self.path: return 404
            found = [o for m, p, o in routes if m == self.command and p.match(self.path)]
            found.sort(key=lambda o: o["path"].count("{"))
            if not found: return 404
            needs = found[0].get("requires")
            if needs is None or not any(set(s) <= granted for s in needs): return 403
            return 404 if nil in self.path else 200
        do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = answer
        def log_message(self, *words): pass
    server = HTTPServer(("127.0.0.1", 0), Platform)
    print(server.server_port, flush=True)
    server.serve_forever()
    """#
}
