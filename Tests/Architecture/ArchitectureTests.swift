import Foundation
import Testing

/// The rooms of the house: what may know what.
@Suite struct ArchitectureTests {
  /// The modules from the ground up; each may import those before it that its line names.
  private static let rooms: [String: Set<String>] = [
    "Documents": [],
    "Catalogs": ["Documents"],
    "Keys": ["Documents", "Catalogs"],
    "Judgement": ["Documents", "Catalogs", "Keys"],
    "Calls": ["Documents", "Catalogs"],
    "Proof": ["Documents", "Catalogs", "Keys", "Judgement", "Calls"],
    "KeyModel": ["Documents", "Catalogs", "Keys", "Judgement", "Calls", "Proof"],
    "BundledCatalogs": ["Documents", "Catalogs", "KeyModel"],
    "CatalogImport": ["Documents", "Catalogs"],
    "TerminalUI": [],
    "Curses": ["TerminalUI"],
    "Designer": ["Documents", "Catalogs", "Keys", "Judgement", "Calls", "Proof", "TerminalUI"],
    "keywright": [
      "Documents", "Catalogs", "Keys", "Judgement", "Calls", "Proof", "BundledCatalogs",
      "CatalogImport", "TerminalUI", "Curses", "Designer",
    ],
  ]

  /// Read once for all tests.
  private static let project = Result { try SourceTree() }

  private let tree: SourceTree

  init() throws { tree = try Self.project.get() }

  @Test func `every module has its place`() {
    #expect(Set(tree.modules) == Set(Self.rooms.keys))
  }

  @Test func `imports run downward`() {
    for file in tree.files {
      let upward = file.imports.filter {
        Self.rooms[$0] != nil && Self.rooms[file.module]?.contains($0) == false
      }
      #expect(upward.isEmpty, "\(file.path) imports \(upward.sorted())")
    }
  }

  @Test func `the library's surface is small, and nothing below it is public`() {
    var counts: [String: Int] = [:]
    for file in tree.files { counts[file.module, default: 0] += file.publicCount }
    let surface = counts["KeyModel", default: 0] + counts["BundledCatalogs", default: 0]
    print("public declarations of the library: \(surface)")
    // About 120: each is a promise to callers.
    #expect((1...125).contains(surface))
    for room in [
      "Documents", "Catalogs", "Keys", "Judgement", "Calls", "Proof", "CatalogImport", "Designer",
    ] {
      #expect(counts[room] == 0, "\(room)")
    }
  }

  @Test func `what ships is without Foundation`() {
    for file in tree.files { #expect(!file.imports.contains("Foundation"), "\(file.path)") }
  }

  @Test func `text from files is compared by its bytes`() {
    // By characters a sign with a mark behind it is no such sign: see String+Bytes.
    for file in tree.files
    where ["Documents", "Catalogs", "Keys", "Judgement", "Calls", "Proof", "CatalogImport"]
      .contains(file.module)
    {
      #expect(file.named.isDisjoint(with: ["hasPrefix", "hasSuffix"]), "\(file.path)")
    }
  }

  @Test(arguments: rooms.keys.sorted())
  func `no folder depends on another in a circle`(module: String) {
    let circles = tree.circles(in: module)
    #expect(circles.isEmpty, "\(circles.joined(separator: "\n"))")
  }

  @Test func `a circle is found, through types and through members`() {
    let types = SourceTree([
      "Sources/A/One/X.swift": "struct X { let y: Y }",
      "Sources/A/Two/Y.swift": "struct Y { func make() -> String { \"\\(X.self)\" } }",
    ])
    #expect(types.circles(in: "A").count == 2)
    let members = SourceTree([
      "Sources/A/One/X.swift": "struct X { var a: Int { twice() } }",
      "Sources/A/Two/Y.swift": "extension X { func twice() -> Int { 2 } }",
    ])
    #expect(members.circles(in: "A").count == 2)
    let properties = SourceTree([
      "Sources/A/One/X.swift": "struct X { var a: Int { twice } }",
      "Sources/A/Two/Y.swift": "extension X { var twice: Int { 2 } }",
    ])
    #expect(properties.circles(in: "A").count == 2)
  }

  @Test func `comments and texts name nothing`() {
    let tree = SourceTree([
      "Sources/A/One/X.swift": "struct X {} // Y\nlet text = \"Y\" + #\"\"Y\"\"#  /* Y */",
      "Sources/A/Two/Y.swift": "struct Y { let x: X }",
    ])
    #expect(tree.circles(in: "A").isEmpty)
  }

  @Test func `the recipes for contributors name files that exist`() throws {
    let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let page = try String(
      contentsOf: URL(filePath: root + "/Assets/Docs/contributing.md"), encoding: .utf8)
    let paths = page.split(separator: "`").map(String.init).filter {
      ($0.hasPrefix("Sources/") || $0.hasPrefix("Assets/") || $0.hasPrefix("Tests/"))
        && !$0.lowercased().contains("your")
    }
    #expect(paths.count > 15)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: root + "/" + path), "\(path)")
    }
  }
}
