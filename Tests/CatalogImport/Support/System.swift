#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A variable of the environment, or nil.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Removes a file.
func unlinkFile(_ path: String) { unlink(path) }
