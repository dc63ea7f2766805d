import Testing

@testable import keywright

/// A person's folders are where the XDG base directory specification says.
@Suite struct UserFolderTests {
  private func path(_ folder: UserFolder, _ variables: [String: String]) -> String? {
    folder.path(in: { variables[$0] })
  }

  @Test(
    "Each kind has its variable, and its place under the home folder",
    arguments: [
      (UserFolder.config, "XDG_CONFIG_HOME", "/home/ada/.config/keywright"),
      (.data, "XDG_DATA_HOME", "/home/ada/.local/share/keywright"),
      (.state, "XDG_STATE_HOME", "/home/ada/.local/state/keywright"),
      (.cache, "XDG_CACHE_HOME", "/home/ada/.cache/keywright"),
    ])
  func places(folder: UserFolder, variable: String, usual: String) {
    #expect(path(folder, ["HOME": "/home/ada", variable: "/elsewhere"]) == "/elsewhere/keywright")
    #expect(path(folder, ["HOME": "/home/ada"]) == usual)
    #expect(path(folder, [variable: "/elsewhere"]) == "/elsewhere/keywright")
  }

  @Test("A variable that is no absolute path counts as unset", arguments: UserFolder.allCases)
  func relative(folder: UserFolder) {
    for value in ["", ".", "relative", "~/x", "../up"] {
      let usual = path(folder, ["HOME": "/home/ada"])
      #expect(path(folder, ["HOME": "/home/ada", folder.rawValue: value]) == usual)
      #expect(path(folder, [folder.rawValue: value]) == nil)
    }
  }

  @Test("A home that is no absolute path is none", arguments: UserFolder.allCases)
  func noHome(folder: UserFolder) {
    for home in ["", "home", "."] { #expect(path(folder, ["HOME": home]) == nil) }
    #expect(path(folder, [:]) == nil)
  }
}
