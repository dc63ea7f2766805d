import ArgumentParser
import Documents

/// Runs a command's work; what is wrong with its input is said in one message, with exit status 2.
func reportingErrors<Result>(_ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let error as ModelError {
    Console.say("keywright: \(error.withFileName)")
    throw ExitStatus.badInput
  }
}

extension ModelError {
  /// Where the name of a file should stand, nothing does.
  static let emptyFileName = ModelError(
    problem: "the name of the file is empty", remedy: "Name a file")

  /// The error; where the file that it is about has an empty name, that is the error.
  var withFileName: ModelError { file == "" ? .emptyFileName : self }
}
