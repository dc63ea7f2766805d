import CFiles
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a new file keeps of the one that it replaces: owner, group, mode, access control list and
/// other extended attributes, as far as this user may give them.
enum KeptFacts {
  /// Gives them to a file that is not in its place yet.
  ///
  /// Nobody may do more with the new file than with the old one: where the group cannot be kept, or
  /// the access control list, the group that the file now has may do no more than all others.
  static func give(_ status: Stat, of path: FilePath, to descriptor: FileDescriptor) {
    let new = descriptor.rawValue
    // The owner first: a change of owner takes mode bits away.
    var keepsGroup = fchown(new, status.userID.rawValue, status.groupID.rawValue) == 0
    if !keepsGroup {
      keepsGroup = fchown(new, uid_t.max, status.groupID.rawValue) == 0
    }
    let isOwn = status.userID.rawValue == geteuid() || geteuid() == 0
    var mode = status.permissions.rawValue
    if !isOwn { mode &= 0o777 }
    let narrow = mode & ~0o2070 | (mode & 0o007) << 3 & mode
    fchmod(new, keepsGroup ? mode : narrow)
    // Without the right to read it there is nothing to copy from.
    let old = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard old >= 0 else { return }
    if keywright_copy_attributes(old, new) == 0 { fchmod(new, narrow) }
    close(old)
  }
}
