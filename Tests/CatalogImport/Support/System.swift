#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A variable of the environment, or nil.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// The folder of documents that are shared apart from the project.
enum SharedFolder {
  static let path = environment("KEYWRIGHT_SHARED")
}

/// Removes a file.
func unlinkFile(_ path: String) { unlink(path) }

/// Makes a folder and those around it.
func makeFolders(_ path: String) throws {
  var made = ""
  for part in path.split(separator: "/") {
    made += "/" + part
    mkdir(made, 0o755)
  }
}

/// Removes a folder with all that is in it.
func removeTree(_ path: String) {
  guard let folder = opendir(path) else {
    unlink(path)
    return
  }
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { removeTree(path + "/" + name) }
  }
  closedir(folder)
  rmdir(path)
}
