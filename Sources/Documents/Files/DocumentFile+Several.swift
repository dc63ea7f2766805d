import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension DocumentFile {
  /// Writes new files into a folder, all of them or none; makes the folder where it is missing.
  ///
  /// - Returns: the paths, in the order given.
  /// - Throws: `ModelError` where the folder cannot be made, or something stands at one of the
  ///   paths: nothing is overwritten, and nothing that was written stays.
  package static func writeNew(
    _ documents: [(name: String, bytes: [UInt8])], into folder: String
  ) throws(ModelError) -> [String] {
    let isNew = try makeFolder(folder)
    let paths = documents.map { FilePath(folder).appending($0.name).string }
    var written: [String] = []
    do throws(ModelError) {
      // All are looked at first, so that what is in the way is told before anything is written.
      for path in paths where exists(path) { throw inTheWay(path) }
      for (path, document) in zip(paths, documents) {
        guard try write(document.bytes, to: path, expecting: .absent) == .written else {
          throw inTheWay(path)
        }
        written.append(path)
      }
      return paths
    } catch {
      for path in written { unlink(path) }
      if isNew { rmdir(folder) }
      throw error
    }
  }

  /// Makes a folder unless it is there; says whether it did.
  private static func makeFolder(_ path: String) throws(ModelError) -> Bool {
    do {
      return try Folder.make(
        path, mode: [.ownerReadWriteExecute, .groupReadWriteExecute, .otherReadWriteExecute],
        withParents: false)
    } catch {
      throw ModelError(
        file: path, problem: "the folder cannot be made: \(error)",
        remedy: "Name one whose parent is there and may be written to")
    }
  }

  private static func inTheWay(_ path: String) -> ModelError {
    ModelError(
      file: path, problem: "the file is there already, and nothing was written",
      remedy: "Move it away, or name another folder")
  }
}
