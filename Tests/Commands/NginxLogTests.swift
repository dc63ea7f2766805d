import Catalogs
import Documents
import TerminalHarness
import Testing

/// Whether nginx is installed; README.md says how the tests get it.
private let hasNginx =
  (try? CommandRun("sh", ["-c", "command -v nginx && command -v python3"], environment: path))?
  .status == .exited(0)
private let path = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]

/// Logs that the real nginx writes of generated calls.
@Suite struct NginxLogTests {
  private static let configuration = """
    daemon off;
    pid nginx.pid;
    error_log error.log;
    events { worker_connections 64; }
    http {
      client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi; scgi_temp_path scgi;
      log_format lines escape=json '{"time":"$time_iso8601","request_method":"$request_method",'
        '"request_uri":"$request_uri","status":$status,"http_user_agent":"$http_user_agent"}';
      access_log combined.log combined;
      access_log lines.log lines;
      server { listen unix:nginx.sock; location / { return 204; } }
    }

    """

  private static let client = #"""
    import http.client, socket, sys, time
    class Connection(http.client.HTTPConnection):
        def connect(self):
            end = time.monotonic() + 20
            while True:
                try:
                    self.sock = socket.socket(socket.AF_UNIX)
                    self.sock.connect("nginx.sock")
                    return
                except OSError:
                    if time.monotonic() > end: raise
    connection = Connection("api.komerza.com")
    for line in open("calls"):
        method, target = line.split()
        connection.request(method, target, headers={"User-Agent": 'a "b" \\x', "Authorization": "sk_live"})
        connection.getresponse().read()
    connection.close()

    """#

  @Test(.enabled(if: hasNginx, "nginx and python3 are installed"))
  func `every call of the catalog is found in the logs of nginx`() throws {
    let desk = try Desk()
    let operations = try BundledPresets.catalog.operations
    let forms = ["", "/", "?token=sk_live", "/?a=%22b%22&c=\"d\""]
    let calls = operations.enumerated().map { index, operation in
      let path = operation.path.split(separator: "/").map { segment in
        segment.hasPrefix("{") ? "/5d%20\(index)-caf%C3%A9" : "/" + segment
      }
      return operation.method + " " + path.joined() + forms[index % forms.count] + "\n"
    }
    try desk.home.write(calls.joined(), to: "calls")
    try desk.home.write(Self.configuration, to: "nginx.conf")
    try desk.home.write(Self.client, to: "client.py")
    let served = try CommandRun(
      "sh",
      [
        "-c",
        """
        nginx -p . -e error.log -c nginx.conf & server=$!
        python3 client.py; status=$?
        kill -QUIT $server; wait $server; exit $status
        """,
      ], environment: path, directory: desk.home.path)
    try #require(served.status == .exited(0), "\(served.errorText)")
    for log in ["combined.log", "lines.log"] {
      let run = try desk.run("need", "--log", log, "--format", "json")
      #expect(run.status == .exited(0), "\(run.errorText)")
      let found = try run.json()["calls"]?.elements ?? []
      #expect(found.map { $0["operation"]?.string } == operations.map(\.call), "\(log)")
      #expect(found.allSatisfy { $0["count"]?.integer == 1 }, "\(log)")
      #expect(!(run.outputText + run.errorText).contains("sk_live"))
    }
  }
}
