import TestSupport
import Testing

@testable import Catalogs
@testable import Documents

/// The name that a person most likely meant.
struct NearestNameTests {
  private let scopes = Samples.komerza.scopes.map(\.id)

  @Test(arguments: [
    ("stores.veiw", "stores.view"), ("stores.order.view", "stores.orders.view"),
    ("Stores.Orders.Refund", "stores.orders.refund"),
    ("user.webhook.create", "user.webhooks.create"),
    ("stores.orders.deliver ", "stores.orders.deliver"), ("stores.view", "stores.view"),
  ])
  func `a slip of the hand is seen through`(wrong: String, right: String) {
    #expect(NearestName.find(wrong, among: scopes) == right)
  }

  @Test(arguments: ["", "x", "billing", "repo:status", "https://www.googleapis.com/auth/drive"])
  func `a name unlike all others has no nearest`(name: String) {
    #expect(NearestName.find(name, among: scopes) == nil)
  }

  @Test func `nothing is near where there is nothing`() {
    #expect(NearestName.find("a", among: [String]()) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("abc", "ab", 1), ("abc", "xbc", 1), ("kitten", "sitting", 3), ("ab", "ba", 1), ("a", "b", 1),
  ])
  func `edits are counted`(left: String, right: String, distance: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(NearestName.editDistance(left, right) == distance)
    #expect(NearestName.editDistance(right, left) == distance)
  }

  @Test func `a limit changes nothing below it`() {
    var random = SeededRandom()
    for _ in 0..<2000 {
      func word() -> [Unicode.Scalar] {
        (0..<Int.random(in: 1..<9, using: &random)).compactMap { _ in
          Array("abc".unicodeScalars).randomElement(using: &random)
        }
      }
      let (left, right) = (word(), word())
      let whole = NearestName.editDistance(left, right)
      let limit = Int.random(in: 1..<9, using: &random)
      let limited = NearestName.editDistance(left, right, limit: limit)
      #expect(whole < limit ? limited == whole : limited >= limit, "\(random)")
    }
  }

  @Test func `words of any length are compared in bounded time`() {
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestName.find(long, among: [String(long.dropLast())]) != nil)
  }
}
