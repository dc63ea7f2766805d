import Catalogs
import Judgement
import Keys

/// What only the world outside can answer: what stands in files.
package enum Inquiry: Hashable, Sendable {
  /// Which keys can be opened: those used last, and those of this folder.
  case keys
  /// The calls of a file or a folder of files; what is neither may be a call.
  case calls(path: String)
  /// Another key, to go on with it.
  case key(path: String)
  /// How a key differs from this one: a path, `git:REVISION:PATH` or none.
  case comparison(with: String, key: [UInt8])
  /// What another version of the catalog changes for this key: an id or a path.
  case catalog(String)
  /// What the answers to a probe's calls show of this key.
  case probeResults(path: String)
}

/// What the world says to an inquiry.
package enum InquiryAnswer: Hashable, Sendable {
  /// The keys that can be opened.
  case keys([KeyFile])
  /// The calls of a file.
  case calls(CallRecords)
  /// Another key.
  case key(OpenedKey)
  /// A page to read.
  case page(Report)
  /// There is no such file.
  case noFile
  /// It could not be read, and why.
  case failed(String)
}

/// A key that was opened from inside the designer.
package struct OpenedKey: Hashable, Sendable {
  /// Its path.
  package var path: String
  /// What stands there.
  package var bytes: [UInt8]
  /// The manifest.
  package var manifest: Manifest
  /// The policy that holds for it.
  package var policy: Policy
  /// What to say first.
  package var notice: String?

  /// Describes a key that was read.
  package init(
    path: String, bytes: [UInt8], manifest: Manifest, policy: Policy, notice: String?
  ) {
    (self.path, self.bytes) = (path, bytes)
    (self.manifest, self.policy, self.notice) = (manifest, policy, notice)
  }

  /// The same bytes at the same path are the same key.
  package static func == (left: OpenedKey, right: OpenedKey) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  /// Hashes the path.
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
