import ArgumentParser
import Catalogs
import Curses
import Designer
import Documents
import Judgement
import Keys
import TerminalUI

/// What the designer is asked to open, and how: all defaults when the program is started alone.
struct DesignRequest {
  /// The manifest's path, or - for standard input.
  var manifest: String?
  /// The path to write to, or - for standard output.
  var output: String?
  /// The catalog.
  var catalog = CatalogSource()
  /// The policy's path; nil looks for one at or above the manifest's folder.
  var policy: String?
  /// Whether to draw with ASCII only; nil for as the settings say.
  var ascii: Bool?
  /// Whether to take mouse events; nil for as the settings say.
  var mouse: Bool?
  /// Whether frames are bracketed; nil for as the settings say.
  var synchronizedOutput: Bool?
  /// Whether to work in lines instead of drawing.
  var plain = false

  /// Opens the terminal and runs the designer to its end.
  ///
  /// Where a catalog takes a while to open, the screen says so first; keys typed meanwhile wait in
  /// the terminal and are taken afterwards.
  func run() throws {
    let screen = try reportingErrors {
      try ScreenChoice(ascii: ascii, mouse: mouse, synchronizedOutput: synchronizedOutput)
    }
    let (settings, options) = (screen.settings, screen.options)
    let inLines = plain || Environment.isOn("KEYWRIGHT_PLAIN")
    let charset = inLines ? screen.lineCharset : screen.charset
    var early: CursesSession?
    let opened: Opened
    do {
      opened = try open(settings) { name in
        // Elsewhere what is wrong with files is said before the screen is touched.
        guard !inLines, early == nil else { return }
        early = try? CursesSession.openEarly(options: options)
        guard let session = early else { return }
        session.present(
          LoadingView.frame("Reading \(name)", size: session.size, charset: charset))
      }
    } catch {
      early?.end()
      return try reportingErrors { throw error }
    }
    // Stays on the screen that the designer leaves behind; the designer says it as well.
    if early == nil, let note = opened.note { Console.say("keywright: \(note)") }
    func state(size: Size) -> DesignerState {
      DesignerState(
        manifest: opened.manifest, target: opened.target, today: opened.today, size: size,
        charset: charset, user: GitUser.name ?? Environment["USER"] ?? "", policy: opened.policy,
        settings: settings,
        notice: opened.note ?? screen.mouseNote,
        startsOnPage: !inLines && settings.startsOnPage
          && Environment["KEYWRIGHT_START"] != "scopes")
    }
    if inLines {
      return try runPlain(charset, readsPipe: manifest != "-", outside(opened), state)
    }
    let session: CursesSession
    do {
      if let early { session = early } else { session = try CursesSession.open(options: options) }
    } catch  where error.leavesLines {
      Console.say("keywright: \(error.message)")
      // What is piped in was not meant as commands, where nobody has asked for lines.
      return try runPlain(charset, readsPipe: false, outside(opened), state)
    } catch {
      Console.say("keywright: \(error.message)")
      throw ExitStatus.badInput
    }
    var drawn = state(size: session.size)
    session.listen()
    // Drafts are on a disk, which may be slow: the tree does not wait for them.
    session.present(DesignerView.frame(drawn))
    let drafts = DraftKeeper.find(for: &drawn)
    let outside = self.outside(opened)
    _ = drawn.update(.answered(.keys, outside.answer(.keys, for: drawn)))
    DesignerLoop(
      session: session, state: drawn, drafts: drafts, clipboard: settings.clipboard,
      outside: outside
    ).run()
  }

  /// Runs in lines; a script leaves no draft, since it can be run again.
  private func runPlain(
    _ charset: Charset, readsPipe: Bool, _ outside: Outside,
    _ state: (_ size: Size) -> DesignerState
  ) throws {
    let speech = try PlainSpeech(charset: charset, readsPipe: readsPipe)
    var state = state(Size(rows: 24, columns: speech.columns))
    let drafts = speech.inputIsTerminal ? DraftKeeper.find(for: &state) : nil
    _ = state.update(.answered(.keys, outside.answer(.keys, for: state)))
    try PlainLoop(speech: speech, state: state, drafts: drafts, outside: outside).run()
  }

  /// What answers the designer's questions about files.
  func outside(_ opened: Opened) -> Outside {
    var catalogs = catalog
    // A question on the terminal would stand in the picture.
    catalogs.choice = nil
    return Outside(catalogs: catalogs, policy: policy, today: opened.today)
  }

  /// What a session starts from.
  typealias Opened = (
    manifest: Manifest, target: DesignerState.Target, today: CalendarDate, policy: Policy,
    note: String?
  )

  func open(
    _ settings: Settings, willReadSlowly: @escaping (_ name: String) -> Void
  ) throws -> Opened {
    let today = try Clock.requireToday()
    var catalog = catalog
    catalog.fallback = settings.defaultCatalog
    catalog.willReadSlowly = willReadSlowly
    let (document, bytes) = try readManifest(catalog)
    var notes = [document.versionNote(older: Self.older(document))].compactMap(\.self)
    var policies = PolicyFinder(named: policy, say: { notes.append($0) })
    let place = manifest ?? output ?? "-"
    let found = try policies.policy(for: place, of: document.resolvedCatalog)
    if policy == nil, let path = policies.path(for: place) { notes.append("policy: \(path)") }
    let isAdopted = bytes == nil && document.original != KeyDesign()
    if isAdopted {
      let count = document.remaindersOfAdoption
      notes.append(
        "adopted from \(manifest ?? "standard input")"
          + (count > 0 ? "; \(Counted.text(count, "thing")) of it cannot be said in a key" : ""))
    }
    let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    let target = target(opened: bytes, isAdopted: isAdopted)
    if case .standardOutput = target { try StandardStreams.requireOutput() }
    return (document, target, today, found ?? Policy(), note)
  }

  /// The version that the manifest was made with, looked for only where it is another.
  private static func older(_ manifest: Manifest) -> Catalog? {
    let reference = manifest.catalogReference
    return reference.version == manifest.resolvedCatalog.version
      ? nil : CatalogSource.older(reference)
  }

  private func readManifest(
    _ catalog: CatalogSource
  ) throws -> (manifest: Manifest, bytes: [UInt8]?) {
    let bytes: [UInt8]?
    switch manifest {
    case nil: bytes = nil
    case "-": bytes = try StandardStreams.readInput()
    case let path?:
      bytes = try DocumentFile.readIfPresent(path)
      // Bytes that are no text have become this sign, so that the file that was meant is not found.
      if bytes == nil, path.unicodeScalars.contains("\u{FFFD}") {
        throw ModelError(
          file: path, problem: "the name of the file is not UTF-8", remedy: "Rename the file")
      }
    }
    var catalog = catalog
    // A manifest says itself which one is meant.
    if catalog.choice == CatalogQuestion.word {
      catalog.choice = bytes == nil ? try CatalogQuestion.ask() : nil
    }
    guard let bytes else {
      return (Manifest(catalog: try catalog.load()), nil)
    }
    do throws(ModelError) {
      return (
        try Manifest(decoding: bytes) { id throws(ModelError) in try catalog.load(id: id) }, bytes
      )
    } catch {
      if let adopted = try adopt(bytes, catalog) { return (adopted, nil) }
      let name = manifest == "-" ? "standard input" : manifest ?? ""
      throw error.file == nil ? error.inFile(name) : error
    }
  }

  /// The manifest of a document of a platform's own; nil where the bytes are none.
  ///
  /// - Throws: `ModelError` where it is one that cannot be read as one key.
  private func adopt(_ bytes: [UInt8], _ catalog: CatalogSource) throws(ModelError) -> Manifest? {
    guard AdoptedFile.isLikely(bytes) else { return nil }
    let path = manifest ?? "-"
    let adoption = try AdoptedFile.read(bytes, path: path, catalog: catalog)
    guard adoption.keys.count == 1, let key = adoption.keys.first else {
      throw ModelError(
        file: path,
        problem:
          "the document grants scopes to keys of \(adoption.keys.count) kinds, and a manifest is "
          + "of one",
        remedy: "Make the manifests first: keywright adopt \(ShellWord.shown(path)) -o FOLDER/")
    }
    return adoption.manifest(of: key)
  }

  /// What was adopted goes beside the document, never over it.
  private func target(opened bytes: [UInt8]?, isAdopted: Bool) -> DesignerState.Target {
    if isAdopted, output == nil, let manifest, manifest != "-" {
      return .file(path: ExportFormat.manifest.path(beside: manifest), known: nil)
    }
    return switch (output, manifest) {
    case ("-", _), (nil, "-"): .standardOutput
    case (let path?, let opened): .file(path: path, known: path == opened ? bytes : nil)
    case (nil, let path?): .file(path: path, known: bytes)
    case (nil, nil): Environment.outputIsTerminal ? .undecided : .standardOutput
    }
  }
}
