#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The environment of a fresh login whose home is `home`: nothing of the tester's own.
public func cleanEnvironment(
  home: String, terminal: String = "xterm-256color", adding extra: [String: String] = [:]
) -> [String: String] {
  var environment = [
    "HOME": home,
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "TERM": terminal,
    "TMPDIR": home,
    "XDG_CACHE_HOME": "\(home)/.cache",
    "XDG_CONFIG_HOME": "\(home)/.config",
    "XDG_DATA_HOME": "\(home)/.local/share",
    "XDG_STATE_HOME": "\(home)/.local/state",
  ]
  // What a debug build needs to start, and where coverage goes.
  for name in ["LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
    if let value = getenv(name) { environment[name] = String(cString: value) }
  }
  return environment.merging(extra) { $1 }
}
