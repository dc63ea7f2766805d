/// What could stand at the place of a word.
struct Completion {
  /// One text that could stand there.
  struct Candidate: Hashable {
    /// The whole word.
    var text: String
    /// What it is, in a few words; may be empty.
    var about = ""
  }

  /// What of the file system could stand there as well.
  enum Places: String {
    case none, files, folders
  }

  var candidates: [Candidate] = []
  var places = Places.none
  /// What stands before the part that is being completed, as `sarif=` before a file.
  var prefix = ""
}
