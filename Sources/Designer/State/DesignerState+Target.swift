import Catalogs
import Documents
import Judgement
import Keys

extension DesignerState {
  /// The manifest's bytes as they would be now.
  var encoded: [UInt8] { manifest.encode(editor.design) }

  /// The bytes that a write would give now, in the format that is chosen.
  ///
  /// - Throws: `ModelError` where a form of the platform's own cannot say what the key is.
  func exported() throws(ModelError) -> [UInt8] {
    switch format {
    case .export(.manifest): encoded
    case .export(let format):
      format.document(of: editor.design, catalog: catalog, findings: findings.list())
    case .native(let form): try native(form).shownBytes
    }
  }

  /// The key in a form of the platform's own.
  func native(_ form: NativeForm) throws(ModelError) -> NativeDocument {
    try form.document(of: [editor.design], catalog: catalog, today: today)
  }

  /// Where a write would go now, as text.
  var targetName: String {
    switch target {
    case .standardOutput: chosenExportPath ?? "standard output"
    case .file(let path, _) where format == .manifest: path
    case .file(let path, _): chosenExportPath ?? format.path(beside: path)
    case .undecided: chosenExportPath ?? proposedPath
    }
  }

  /// The path that a person has named for a form other than the manifest; of another form, one
  /// beside it.
  var chosenExportPath: String? {
    guard format != .manifest, let exportPath else { return nil }
    return exportPath.format == format ? exportPath.path : format.path(beside: exportPath.path)
  }

  /// A path made of the label, or of the catalog's id.
  var proposedPath: String { proposedName + format.fileEnding }

  private var proposedName: String {
    let label = editor.design.details.label
    let names = [label, catalog.id].lazy.map { FileName.plain($0, words: 6) }
    return names.first { !$0.isEmpty } ?? "key"
  }

  /// Where the manifest is, or would be if it were written to a file.
  var manifestPath: String {
    if case .file(let path, _) = target { path } else { proposedName + KeyForm.manifest.fileEnding }
  }

  /// The key in a few words.
  var summary: String {
    let count = editor.chosenCount + editor.design.details.unknownScopes.count
    let counts = findings.counts
    var text = "\(count) scope\(count == 1 ? "" : "s")"
    if counts.error > 0 { text += ", \(counts.error) error\(counts.error == 1 ? "" : "s")" }
    if counts.warning > 0 {
      text += ", \(counts.warning) warning\(counts.warning == 1 ? "" : "s")"
    }
    if counts.accepted > 0 { text += ", \(counts.accepted) accepted" }
    return text
  }
}
