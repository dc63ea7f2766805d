import Catalogs
import TerminalHarness
import Testing

/// `keywright catalog add` loses no version of a catalog, however versions are named.
struct CatalogVersionTests {
  let desk: Desk
  private let folder = ".local/share/keywright/catalogs/"

  init() throws { desk = try Desk() }

  private func catalog(_ version: String) -> String {
    Catalogs.small.replacing(#""version": "1""#, with: #""version": "\#(version)""#)
  }

  private func add(_ document: String) throws -> CommandRun {
    try desk.run("catalog", "add", "-", input: document)
  }

  /// The versions that are kept beside the newest.
  private func kept() throws -> [String] {
    try desk.home.names().filter { $0.hasPrefix(folder + "small@") }
      .map { try Catalog(decoding: desk.home.read($0) ?? []).version }
  }

  @Test(arguments: [
    ["1.0 beta", "1.0_beta", "1.0%20beta"], ["a/b", "a:b", "..", "../.."],
    ["a", "b"].map { String(repeating: "x", count: 100) + $0 },
    ["a", "b"].map { String(repeating: "x", count: 300) + $0 },
    ["a", "b"].map { String(repeating: "\u{E9}", count: 90) + $0 },
  ])
  func `each version has a file of its own`(versions: [String]) throws {
    for version in versions + ["last"] {
      #expect(try add(catalog(version)).status == .exited(0))
    }
    #expect(try kept().sorted() == versions.sorted())
    #expect(try desk.run("catalog", "remove", "small").status == .exited(0))
    #expect(desk.home.names().filter { $0.hasPrefix(folder) } == [])
  }

  @Test(arguments: ["small@1.0_beta.json", "small@1.0%20beta.json"])
  func `a version is found by its name, and by the one that it had once`(name: String) throws {
    try desk.home.write(catalog("1.0 beta"), to: folder + name)
    // The other version that made the same name once.
    if !name.contains("_") {
      try desk.home.write(catalog("1.0_beta"), to: folder + "small@1.0_beta.json")
    }
    try desk.home.write(catalog("2").replacing("a.view", with: "a.see"), to: folder + "small.json")
    for (version, scope) in [("1.0 beta", "a.view"), ("2", "a.see")] {
      try desk.home.write(
        #"{"$schema":"urn:keywright:manifest:1","catalog":{"id":"small","version":"\#(version)"},"#
          + #""scopes":["\#(scope)"]}"#, to: version)
    }
    let run = try desk.run("diff", "1.0 beta", "2")
    #expect(
      run.outputText.contains("Catalog version: 1.0 beta -> 2 (each is read with its own)"),
      "\(run.outputText)\(run.errorText)")
  }

  @Test func `what stands where a version would be kept is not overwritten`() throws {
    _ = try add(catalog("1"))
    try desk.home.write("mine", to: folder + "small@1.json")
    let run = try add(catalog("2"))
    #expect(run.status == .exited(2) && run.saysOneLine)
    #expect(
      run.errorText.hasSuffix(
        "small@1.json: version \"1\" would be kept here, where something else is. Move that "
          + "file away.\n"))
    #expect(desk.text(folder + "small@1.json") == "mine")
    #expect(desk.text(folder + "small.json") == catalog("1"))
  }

  @Test func `a link to nothing in the folder is told as what it is`() throws {
    _ = try add(catalog("1"))
    let file = desk.home.file(folder + "old.json")
    #expect(try desk.shell("ln -s /nope \(file)").status == .exited(0))
    for arguments in [["catalog", "list"], ["scopes", "--catalog", "old"]] {
      let run = try desk.run(arguments)
      #expect(run.status == .exited(2))
      #expect(
        run.errorText
          == "keywright: \(file): this is a link to a file that is not there. Fix the link, or remove "
          + "it.\n")
    }
    #expect(try desk.run("catalog", "list").outputText.contains("small"))
    #expect(try desk.run("catalog", "remove", "old").status == .exited(0))
    #expect(try desk.run("catalog", "list").status == .exited(0))
  }

  @Test func `another document of the same version is said to be replaced`() throws {
    _ = try add(catalog("1"))
    #expect(try add(catalog("1")).errorText == "keywright: added small 1\n")
    #expect(
      try add(Catalogs.text(title: "Delete everything")).errorText
        == "keywright: added small 1, replacing another document of that version, which is "
        + "not kept\n")
  }
}
