import ArgumentParser
import KeyModel

/// Runs a command's work; what is wrong with its input is said in one message, with exit status 2.
func reportingErrors<Result>(_ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let error as ModelError {
    Console.say("keywright: \(error)")
    throw ExitStatus.badInput
  }
}
