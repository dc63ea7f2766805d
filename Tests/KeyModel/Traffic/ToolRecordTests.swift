import Testing

@testable import Calls

/// Records of further tools, in the forms that they document.
@Suite struct ToolRecordTests {
  private static let url = "https://api.komerza.com"
  private static let refused = "DELETE /webhooks/{webhookId} refused x1"

  @Test(arguments: [
    // Vector's and nginx's fields; logstash's encoder of access logs; Terraform's trace.
    #"{"host":"api.komerza.com","method":"DELETE","request":"/webhooks/5","status":"403"}"#,
    #"{"requested_url":"DELETE /webhooks/5 HTTP/1.1","requested_uri":"/webhooks/5","#
      + #""method":"DELETE","status_code":403}"#,
    "[DEBUG] tf_http_req_method=DELETE tf_http_req_uri=/webhooks/5 tf_http_res_status_code=403",
    "#1\tDELETE\t\(url)/webhooks/5\t403\tForbidden\t200",
    "* DELETE \(url)/webhooks/5\n* curl --request DELETE '\(url)/webhooks/5'\n< HTTP/2 403",
    "Method,Name,Error,Occurrences\nDELETE,/webhooks/5,\"HTTPError('403 Client Error: x')\",10",
  ])
  func `a refused call of a tool's record is refused`(text: String) throws {
    let tally = try CallTally.read(Array((text + "\n").utf8))
    #expect(tally.calls == [] && tally.unread.count == 0)
    #expect(tally.failedCalls == [Self.refused])
  }

  @Test func `Locust's statistics say which calls all failed`() throws {
    let text = """
      Type,Name,Request Count,Failure Count,Median Response Time
      GET,/user,10,2,5
      DELETE,/webhooks/5,10,10,5
      ,Aggregated,20,12,5

      """
    let tally = try CallTally.read(Array(text.utf8))
    #expect(tally.calls == ["GET /user"])
    #expect(tally.failedCalls == ["DELETE /webhooks/{webhookId} broken x1"])
  }
}
