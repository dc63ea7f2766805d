import Designer
import Documents
import SystemPackage

extension Action {
  /// Carries a write out, and says how it ended.
  static func writing(
    _ bytes: [UInt8], to path: String, expecting: DocumentFile.Expectation
  ) -> Action {
    let path = HomePath.expanded(path)
    do {
      var outcome = try DocumentFile.write(bytes, to: path, expecting: expecting)
      if outcome == .changedOnDisk, case .bytes = expecting, !DocumentFile.exists(path) {
        // What is gone is not overwritten: nobody has to be asked.
        outcome = try DocumentFile.write(bytes, to: path, expecting: .absent)
      }
      if outcome == .written, path.ends(exactlyWith: KeyFiles.ending) { RecentKeys.note(path) }
      return .wrote(path: path, bytes: bytes, .success(outcome))
    } catch {
      return .wrote(path: path, bytes: bytes, .failure(error))
    }
  }
}

extension NewFiles {
  /// Writes the files, over nothing that is there unless a person was asked about it.
  ///
  /// New ones are written all or none; one that was replaced stays replaced where a later one cannot
  /// be written.
  func write() -> NewFilesOutcome {
    let folder = folder.map { HomePath.expanded($0) }
    let paths = files.map { file in
      folder.map { FilePath($0).appending(file.name).string } ?? HomePath.expanded(file.name)
    }
    let there = paths.filter(DocumentFile.exists)
    guard mayReplace.isSuperset(of: there) else { return .inTheWay(there) }
    do throws(ModelError) {
      if let folder {
        return .written(
          try DocumentFile.writeNew(
            files.map { ($0.name, $0.bytes) }, into: folder, replacing: mayReplace))
      }
      for (path, file) in zip(paths, files) {
        try ProbeFile.write(file.bytes, to: path, replacing: mayReplace.contains(path))
      }
      return .written(paths)
    } catch {
      return .failed("\(error.withFileName)")
    }
  }
}
