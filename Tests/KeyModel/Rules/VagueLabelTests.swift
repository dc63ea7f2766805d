import Judgement
import Keys
import Testing

struct VagueLabelTests {
  private func messages(_ label: String) -> [String] {
    RuleProbe("stores.view") { $0.label = label }.findings("vague-label").map(\.message)
  }

  @Test func `no label is a note that says what it costs`() {
    #expect(
      messages("") == ["The key has no label: nobody will know what breaks when it is revoked."])
  }

  @Test(arguments: ["test", "Key", "API key", "temp-2", "my_api_key", "123", "--", "TEST 1"])
  func `a label of generic words alone is a note`(label: String) {
    #expect(messages(label) == ["The label \"\(label)\" does not say what the key is for."])
  }

  @Test(arguments: ["warehouse", "test runner", "fulfillment-bot", "クーポン"])
  func `a label with a word of its own is silent`(label: String) {
    #expect(messages(label) == [])
  }

  @Test func `a long label is cut`() {
    let message = messages(String(repeating: "test ", count: 60)).first
    #expect(message.map { $0.count <= 140 } == true)
  }
}
