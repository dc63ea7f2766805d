import Documents
import Testing

/// What an error says is part of the interface.
struct ModelErrorTests {
  @Test func `file, line, path, problem and remedy stand on one line`() {
    let place = ModelError.Place(path: "scopes[0]", line: 3, column: 5)
    let error = ModelError(place: place, problem: "it is wrong", remedy: "Fix it")
    #expect("\(error)" == "line 3: at scopes[0]: it is wrong. Fix it.")
    #expect("\(error.inFile("a.json"))" == "a.json:3: at scopes[0]: it is wrong. Fix it.")
    #expect(error.sentences == "it is wrong. Fix it.")
  }

  @Test func `an error without a place says what and what to do`() {
    let error = ModelError(problem: "it is wrong", remedy: "Fix it")
    #expect("\(error)" == "it is wrong. Fix it.")
    #expect("\(error.inFile("a.json"))" == "a.json: it is wrong. Fix it.")
  }

  @Test func `a value that is quoted is cut where it is long, and what is said of it is not`() {
    let value = String(repeating: "x", count: 100_000)
    let error = ModelError(problem: "\"\(value)\" is not a date", remedy: "Write a day")
    let shown = String(repeating: "x", count: 79) + "…"
    #expect("\(error)" == "\"\(shown)\" is not a date. Write a day.")
    let whole = ModelError(problem: "\"\(value.prefix(80))\" is not a date", remedy: "Write a day")
    #expect(whole.problem == "\"\(value.prefix(80))\" is not a date")
  }

  @Test func `one letter with any number of marks is cut as well`() {
    let value = "e" + String(repeating: "\u{301}", count: 100_000)
    let error = ModelError(problem: "\"\(value)\" is not a date", remedy: "Write a day")
    #expect(error.problem.unicodeScalars.count < 100)
  }

  @Test func `a long path keeps its beginning and its end`() {
    let deep = String(repeating: "categories[0].", count: 60) + "scopes[3].id"
    let place = ModelError.Place(path: deep, line: 3, column: 5)
    #expect(
      place.path
        == "categories[0].categories[0].categories[0…ategories[0].categories[0].scopes[3].id")
    #expect(place.path.count == 80)
  }

  @Test func `a remedy that asks gets no full stop behind its question mark`() {
    let error = ModelError(
      problem: #"the catalog has no scope "veiw""#, remedy: #"Did you mean "view"?"#)
    #expect("\(error)" == #"the catalog has no scope "veiw". Did you mean "view"?"#)
    #expect(!error.sentences.contains("?."))
  }
}
