import Catalogs
import TerminalUI
import Testing

@testable import Designer

/// What goes first where a name has not the room that it takes.
@Suite struct NameFittingTests {
  private func fitted(
    _ names: [String], _ kind: FittedName.Kind, columns: Int, charset: Charset = .utf8
  ) -> [String] {
    var fitting = NameFitting(charset: charset)
    for name in names { fitting.add(name, kind, columns: columns) }
    return fitting.fitted().map(\.text)
  }

  @Test func anIdKeepsItsEndFromTheStartOfAWord() {
    let id = "stores.settings.discountdialogs.delete"
    #expect(fitted([id], .id, columns: 38) == [id])
    #expect(fitted([id], .id, columns: 30) == ["…discountdialogs.delete"])
    #expect(fitted([id], .id, columns: 23) == ["…discountdialogs.delete"])
    #expect(fitted([id], .id, columns: 16) == ["…tdialogs.delete"])
    #expect(fitted([id], .id, columns: 8) == ["…delete"])
    let url = "https://www.googleapis.com/auth/gmail.addons.current.action.compose"
    #expect(fitted([url], .id, columns: 32) == ["…addons.current.action.compose"])
  }

  @Test func aVerbInCamelCaseStays() {
    #expect(
      fitted(["s3:GetBucketIntelligentTieringConfiguration"], .id, columns: 20)
        == ["…GetBucket…iguration"])
    #expect(fitted(["iam:ListUsers"], .id, columns: 10) == ["…ListUsers"])
  }

  @Test func aPathShortensInTheMiddle() {
    let path = "/stores/{storeId}/orders/{orderId}/approve"
    #expect(fitted([path], .path, columns: 33) == ["/stores/…/{orderId}/approve"])
    #expect(fitted([path], .path, columns: 27) == ["/stores/…/{orderId}/approve"])
    #expect(fitted([path], .path, columns: 20) == ["/stores/…/approve"])
    #expect(fitted([path], .path, columns: 10) == ["…/approve"])
  }

  @Test func namesThatWouldReadAlikeShowWhereTheyDiffer() {
    let ids = ["Directory.ReadWrite.All", "DirectoryRecommendations.ReadWrite.All"]
    let shown = fitted(ids, .id, columns: 16)
    #expect(Set(shown).count == 2, "\(shown)")
    #expect(shown.allSatisfy { $0.hasSuffix("All") && $0.unicodeScalars.count <= 16 }, "\(shown)")
    let titles = (1...30).map { "Elastic Compute Cloud, part \($0) of the many parts of it" }
    #expect(Set(fitted(titles, .title, columns: 20)).count == 30)
    #expect(fitted(["same name here", "same name here"], .id, columns: 8).count == 2)
  }

  @Test func theLettersOfAFilterAreFoundAgain() throws {
    var fitting = NameFitting(charset: .utf8)
    fitting.add("stores.discountdialogs.delete", .id, columns: 24)
    let name = try #require(fitting.fitted().first)
    #expect(name.text == "…discountdialogs.delete")
    #expect(name.column(ofLetter: 6) == nil && name.column(ofLetter: 7) == 1)
    #expect(name.following("GET ").column(ofLetter: 11) == 5)
  }

  @Test func widthsAreColumnsAndASCIIHasItsOwnSign() {
    #expect(fitted(["文字.文字.文字.削除"], .id, columns: 8).allSatisfy { $0.hasSuffix("削除") })
    #expect(fitted(["stores.orders.view"], .id, columns: 10, charset: .ascii) == ["~ders.view"])
    for columns in 1...20 {
      for kind in [FittedName.Kind.id, .path, .title] {
        for text in fitted(["/a/文字/b.view", "/a/文字/c.view", "x"], kind, columns: columns) {
          #expect(TextWidth.columns(of: text) <= columns, "\(text) in \(columns)")
        }
      }
    }
  }
}
