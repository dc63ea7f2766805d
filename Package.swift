// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors here and in CI, not for a package that depends on this one: a build that
// suppresses the warnings of its dependencies cannot turn them into errors as well.
let isStrict = Context.environment["KEYWRIGHT_STRICT"] != nil
// The benchmark links libvterm, which only the tests need otherwise.
let measures = Context.environment["KEYWRIGHT_BENCHMARK"] != nil
// Tells libFuzzer what of the decoders has run, and lets it reach what is theirs alone.
let fuzzes = Context.environment["KEYWRIGHT_FUZZ"] != nil

let strict: [SwiftSetting] =
  (isStrict ? [.treatAllWarnings(as: .error)] : []) + [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ]
  + (fuzzes ? [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])] : [])

// Packages say which commit they were built from; a build that asked git itself would be another one
// with every commit.
let commit: [CSetting] =
  Context.environment["KEYWRIGHT_COMMIT"].map { text in
    [.define("KEYWRIGHT_COMMIT", to: "\"\(text.filter { $0.isHexDigit })\"")]
  } ?? []

let strictC: [CSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []

let package = Package(
  name: "keywright",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "keywright", targets: ["keywright"]),
    .library(name: "KeyModel", targets: ["KeyModel", "BundledCatalogs"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // What ships.
    .target(name: "CArguments", cSettings: strictC + commit),
    .target(name: "CFiles", cSettings: strictC),
    .target(
      name: "Documents",
      dependencies: [
        "CFiles",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Catalogs",
      dependencies: [
        "Documents",
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Keys",
      dependencies: [
        "Catalogs", "Documents",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "Judgement",
      dependencies: [
        "Catalogs", "Documents", "Keys",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "Calls",
      dependencies: [
        "Catalogs", "Documents",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "Proof",
      dependencies: [
        "Calls", "Catalogs", "Documents", "Judgement", "Keys",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "KeyModel",
      dependencies: [
        "Calls", "Catalogs", "Documents", "Judgement", "Keys", "Proof",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "BundledAssets",
      path: "Assets",
      exclude: [
        "Catalogs", "Docs", "Overlays", "Packaging", "Pictures", "Pipelines", "Rules", "Schemas",
      ],
      cSettings: strictC),
    .target(
      name: "BundledCatalogs",
      dependencies: ["BundledAssets", "Catalogs", "Documents", "KeyModel"],
      swiftSettings: strict),
    .target(name: "CatalogImport", dependencies: ["Catalogs", "Documents"], swiftSettings: strict),
    .target(name: "CLocale", cSettings: strictC),
    .target(name: "TerminalUI", dependencies: ["CLocale"], swiftSettings: strict),
    .target(
      name: "CCurses",
      cSettings: strictC,
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        // Only a static link has to name it.
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "Curses", dependencies: ["CCurses", "TerminalUI"], swiftSettings: strict),
    .target(
      name: "Designer",
      dependencies: [
        "Documents", "Catalogs", "Keys", "Judgement", "Calls", "Proof", "TerminalUI",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "keywright",
      dependencies: [
        "BundledCatalogs", "CArguments", "CatalogImport", "Curses", "Designer", "Documents",
        "Catalogs", "Keys", "Judgement", "Calls", "Proof",
        "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),

    // What tests it.
    .target(
      name: "CVirtualTerminal",
      path: "Tests/CVirtualTerminal",
      cSettings: strictC,
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util", .when(platforms: [.linux]))]),
    .target(
      name: "TerminalHarness",
      dependencies: ["CVirtualTerminal"],
      path: "Tests/TerminalHarness",
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "Catalogs", "Documents", "Keys",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", path: "Tests/Architecture", swiftSettings: strict),
    // As another package sees the library.
    .testTarget(
      name: "LibraryTests",
      dependencies: ["BundledCatalogs", "KeyModel"],
      path: "Tests/Library",
      packageAccess: false,
      swiftSettings: strict),
    .testTarget(
      name: "KeyModelTests",
      dependencies: [
        "BundledCatalogs", "CatalogImport", "Documents", "Catalogs", "Keys", "Judgement", "Calls",
        "Proof",
        "TestSupport",
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/KeyModel",
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogImportTests",
      dependencies: ["CatalogImport", "Documents", "Catalogs"],
      path: "Tests/CatalogImport",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests",
      dependencies: ["CLocale", "TerminalUI", "TestSupport"],
      path: "Tests/TerminalUI",
      swiftSettings: strict),
    .testTarget(
      name: "CursesTests",
      dependencies: ["CLocale", "Curses", "TerminalUI", "TestSupport"],
      path: "Tests/Curses",
      swiftSettings: strict),
    .testTarget(
      name: "DesignerTests",
      dependencies: [
        "BundledCatalogs", "CLocale", "Designer", "Documents", "Catalogs", "Keys", "Judgement",
        "TerminalUI", "TestSupport",
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Designer",
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "BundledCatalogs", "Designer", "Documents", "Catalogs", "Keys", "Judgement",
        "TerminalHarness", "TerminalUI", "TestSupport",
        "keywright",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      path: "Tests/Commands",
      exclude: ["Samples"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "BundledCatalogs", "Curses", "Designer", "Catalogs", "Keys", "TerminalHarness",
        "TerminalUI",
        "TestSupport",
        "keywright",
      ],
      path: "Tests/Terminal",
      exclude: ["Emulators", "SecondReading/read_screen.py"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// KEYWRIGHT_ONLY=CommandTests,TerminalTests builds these tests alone, which takes a fraction of the
// time while one works on a part.
if let only = Context.environment["KEYWRIGHT_ONLY"]?.split(separator: ",").map(String.init) {
  package.targets.removeAll { $0.type == .test && !only.contains($0.name) }
}

// What measures it.
if measures {
  package.targets.append(
    .executableTarget(
      name: "keywright-benchmark",
      dependencies: [
        "BundledCatalogs", "CatalogImport", "Documents", "Catalogs", "Keys", "Judgement", "Calls",
        "Proof",
        "TerminalHarness", "TestSupport",
        .product(name: "BitCollections", package: "swift-collections"),
      ],
      path: "Tests/Benchmark",
      exclude: ["time_tabs.py"],
      swiftSettings: strict))
}

// What feeds the decoders with what libFuzzer makes up: Tests/Fuzz/fuzz.sh.
if fuzzes {
  package.products.removeAll()
  package.targets.removeAll { $0.type == .test || $0.type == .executable }
  package.targets.append(
    .executableTarget(
      name: "keywright-fuzz",
      dependencies: [
        "Calls", "CatalogImport", "Catalogs", "Curses", "Designer", "Documents", "Judgement",
        "Keys", "Proof", "TerminalUI", "TestSupport",
      ],
      path: "Tests/Fuzz",
      exclude: ["Corpora", "fuzz.sh"],
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
