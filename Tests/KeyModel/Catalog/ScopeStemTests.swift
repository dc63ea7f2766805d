import Catalogs
import Testing

/// What ids of scopes are about, and how much of it they open.
struct ScopeStemTests {
  @Test(arguments: [
    ("org:read", "org", ScopeStem.Level.read), ("read:org", "org", .read),
    ("channel:manage:polls", "channel polls", .admin), ("accounting.read", "accounting", .read),
    ("chat.write", "chat", .write), ("accounting", "accounting", nil),
    ("user-library-modify", "user library", .write), ("offline_access", "offline access", nil),
  ])
  func `an id is a stem and a level`(id: String, stem: String, level: ScopeStem.Level?) {
    let found = ScopeStem(id: id)
    #expect(found.stem == stem && found.level == level)
  }

  @Test(arguments: [
    (["org:read", "org:write", "org:admin"], 3), (["accounting", "accounting.read"], 2),
    (["org:read", "team:write"], 1), (["read", "write"], 0), ([], 0),
  ])
  func `levels count within one stem`(ids: [String], levels: Int) {
    #expect(ScopeStem.levels(of: ids.map { ScopeStem(id: $0) }) == levels)
  }
}
