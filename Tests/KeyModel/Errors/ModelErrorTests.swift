import KeyModel
import Testing

/// What an error says is part of the interface.
struct ModelErrorTests {
  @Test func `file, line, path, problem and remedy stand on one line`() {
    let place = ModelError.Place(path: "scopes[0]", line: 3, column: 5)
    let error = ModelError(place: place, problem: "it is wrong", remedy: "Mend it")
    #expect("\(error)" == "line 3: at scopes[0]: it is wrong. Mend it.")
    #expect("\(error.inFile("a.json"))" == "a.json:3: at scopes[0]: it is wrong. Mend it.")
    #expect(error.sentences == "it is wrong. Mend it.")
  }

  @Test func `an error without a place says what and what to do`() {
    let error = ModelError(problem: "it is wrong", remedy: "Mend it")
    #expect("\(error)" == "it is wrong. Mend it.")
    #expect("\(error.inFile("a.json"))" == "a.json: it is wrong. Mend it.")
  }

  @Test func `a remedy that asks gets no full stop behind its question mark`() {
    let error = ModelError(
      problem: #"the catalog has no scope "veiw""#, remedy: #"Did you mean "view"?"#)
    #expect("\(error)" == #"the catalog has no scope "veiw". Did you mean "view"?"#)
    #expect(!error.sentences.contains("?."))
  }
}
