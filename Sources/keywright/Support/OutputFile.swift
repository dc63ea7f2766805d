import Documents
import SystemPackage

/// A file that a command writes over whatever stands there.
enum OutputFile {
  /// Sees to it that this is none of the files that the command reads.
  ///
  /// - Parameters:
  ///   - output: the path to write to; nil and `-` are standard output.
  ///   - inputs: the paths that are read; `-` is standard input.
  /// - Throws: `ModelError` where the two are one file, by whatever path or link.
  static func requireApart(_ output: String?, from inputs: [String]) throws(ModelError) {
    guard let output, output != "-", let written = try? Stat(FilePath(output)) else { return }
    for input in inputs {
      let read =
        input == "-" ? try? FileDescriptor.standardInput.stat() : try? Stat(FilePath(input))
      guard let read, read.type == .regular, read.inode == written.inode,
        read.deviceID == written.deviceID
      else { continue }
      throw ModelError(
        file: output, problem: "the command reads this very file, so it was not written",
        remedy: "Name another with -o")
    }
  }
}
