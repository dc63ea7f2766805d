import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension DocumentFile {
  /// Writes files into a folder, the new ones all or none; makes the folder where it is missing.
  ///
  /// Files that may be replaced are, each whole or not at all, once the new ones are written; they
  /// stay replaced where a later one cannot be.
  ///
  /// - Parameters:
  ///   - documents: what to write, each with its name.
  ///   - folder: where.
  ///   - replacing: the paths of files that may be replaced, as they are returned.
  /// - Returns: the paths, in the order given.
  /// - Throws: `ModelError` where the folder cannot be made, or something stands at one of the
  ///   paths: nothing is overwritten, and nothing new that was written stays.
  package static func writeNew(
    _ documents: [(name: String, bytes: [UInt8])], into folder: String, replacing: Set<String> = []
  ) throws(ModelError) -> [String] {
    let isNew = try makeFolder(folder)
    let paths = documents.map { FilePath(folder).appending($0.name).string }
    var written: [String] = []
    do throws(ModelError) {
      // All are looked at first, so that what is in the way is told before anything is written.
      let there = Set(paths.filter(exists))
      if let first = paths.first(where: { there.contains($0) && !replacing.contains($0) }) {
        throw inTheWay(first)
      }
      for (path, document) in zip(paths, documents) where !there.contains(path) {
        guard try write(document.bytes, to: path, expecting: .absent) == .written else {
          throw inTheWay(path)
        }
        written.append(path)
      }
      for (path, document) in zip(paths, documents) where there.contains(path) {
        _ = try write(document.bytes, to: path, expecting: .anything)
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
