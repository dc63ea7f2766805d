#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The path of a product of this package, beside the running test bundle or benchmark.
///
/// For `keywright`, the environment variable KEYWRIGHT_BINARY goes first. Throws, with the
/// folders looked in, when it was not built.
public func builtExecutable(named name: String) throws -> String {
  if name == "keywright", let override = getenv("KEYWRIGHT_BINARY") {
    return String(cString: override)
  }
  var folders: [String] = []
  for start in runningImages() {
    var parts = start.split(separator: "/").dropLast()
    // On macOS the bundle is a folder: its neighbors are some levels up.
    for _ in 0..<4 where !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      folders.append(folder)
      if access("\(folder)/\(name)", X_OK) == 0 { return "\(folder)/\(name)" }
      parts = parts.dropLast()
    }
  }
  throw HarnessError("\(name) is not built; looked in \(folders.joined(separator: ", "))")
}

/// The files that hold the running code, by several ways of asking.
private func runningImages() -> [String] {
  var names = ["/proc/self/exe"] + CommandLine.arguments.prefix(1)
  #if canImport(Darwin)
  // There the bundle is loaded into a program of Xcode's.
  var image = Dl_info()
  if dladdr(#dsohandle, &image) != 0, let file = image.dli_fname {
    names.append(String(cString: file))
  }
  #endif
  return names.compactMap { name in
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
