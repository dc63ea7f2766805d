import Testing

@testable import Calls

/// What the words beside a call say of how it ended.
@Suite struct AnswerPhraseTests {
  private static let call = "2026-01-01 10:00:00 DELETE https://api.komerza.com/webhooks/5"

  @Test(arguments: [
    "took 200 ms, HTTP 403", "took 200 ms: 403", "took 0.2s -> 403", "(200 ms) 403",
    "in 200 ms: HTTP/1.1 403 Forbidden", "=> 403", "resulted in 403", "was refused with 403",
    "was denied (403)", "raised HTTPError: 403 Client Error", "got back a 403", "statusCode=403",
    "{\"status\":403}", "took=200ms status=403", "duration=200 status=403",
    "time=200ms http_status=403 bytes=512", "size 512 status 403", "200ms 403", "error 403",
    "Error: Request failed with status code 403", "Forbidden", "unauthorised (401)", "-> denied",
    "came back with 403", "by user 200, status 403", "in 200, 403", "failed: 403 Forbidden",
    "request_id=200 status=403", "not authorized",
  ])
  func `a refused call is refused, whatever numbers stand before`(words: String) throws {
    let tally = try CallTally.read(Array("\(Self.call) \(words)\n".utf8))
    #expect(tally.calls == [] && tally.unread.count == 0)
    #expect(tally.failedCalls == ["DELETE /webhooks/{webhookId} refused x1"])
  }

  @Test(arguments: [
    "took 403 ms, HTTP 200", "took 403 ms", "-> 200 (403 ms)", "HTTP 204 in 401ms", "(403 bytes)",
    "sent 403 bytes", "status=200 bytes=403", "at line 403", "by user 403", "id 403", "403 bytes",
    "page 404 of 500", "403ms", "200 403", "error=nil", "timeout=30", "from 10.0.0.1:403",
    "retries 0, no error", "exit code 0", "-> rc=0", "finished, error code 0", "exit status 0",
    "exited with 0", "exit_code=137", "grpc-status: 0", "status=200 error_code=0", "ok status=0",
  ])
  func `a number that measures is no status`(words: String) throws {
    let tally = try CallTally.read(Array("\(Self.call) \(words)\n".utf8))
    #expect(tally.calls == ["DELETE /webhooks/{webhookId}"])
    #expect(tally.unread.count == 0)
  }

  @Test(arguments: [
    "ok (timeout 30s)", "with timeout 30", "timeout of 30s", "failed attempts: 0", "0 failed",
    "succeeded after a timeout", "timed out, retried, ok", "error handling ok 200",
    "retried after timeout", "for failed deliveries", "failed job: 5", "ok after it was denied",
  ])
  func `a failure that is only mentioned says nothing of the call`(words: String) throws {
    let tally = try CallTally.read(Array("\(Self.call) \(words)\n".utf8))
    #expect(tally.calls == ["DELETE /webhooks/{webhookId}"])
    #expect(tally.unread.count == 0)
  }

  @Test(arguments: [
    "retry after timeout:", "checking failed deliveries:", "Error handling test:", "exit code 0;",
    "Permission denied earlier; now", "The first failed. Now",
  ])
  func `a failure mentioned before the call says nothing of it`(words: String) throws {
    let tally = try CallTally.read(
      Array("\(words) DELETE https://api.komerza.com/webhooks/5\n".utf8))
    #expect(tally.calls == ["DELETE /webhooks/{webhookId}"])
    #expect(tally.unread.count == 0)
  }

  @Test(arguments: [
    "timed out", "failed", "error: connection refused", "-> ECONNRESET", "failed in 200 ms",
    "timeout after 30s", "timeout of 30000ms exceeded", "finished with error", "error code 42",
    "status=0", "status code 0", "HTTP 000", "retry 2: timed out",
    "after 3 attempts failed", "connection on port 443 refused",
  ])
  func `a call that had no answer is broken`(words: String) throws {
    let tally = try CallTally.read(Array("\(Self.call) \(words)\n".utf8))
    #expect(tally.calls == [])
    #expect(tally.failedCalls == ["DELETE /webhooks/{webhookId} broken x1"])
  }

  @Test(arguments: [
    "retry 1/3 after 403", "returned 401, then returned 200", "after it was denied",
    "ok, access denied", "ok 200, but access denied",
  ])
  func `what may be a refusal is not understood`(words: String) throws {
    let tally = try CallTally.read(Array("\(Self.call) \(words)\n".utf8))
    #expect(tally.calls == [])
    #expect(
      tally.unreadTexts == ["line 1: the line leaves open whether the call was refused x1"])
  }

  @Test(arguments: [
    "[403]", "(403)", "status=403", "ERROR 403:", "HTTP 403 on", "403 Forbidden:", "Forbidden:",
    "Request failed with status code 403:", "403 | 12ms |", "took 200 ms, status 403:",
    "Access denied for", "Forbidden: could not", "denied -", "no luck, denied:", "Access denied.",
  ])
  func `an answer before the call counts`(words: String) throws {
    let tally = try CallTally.read(
      Array("\(words) DELETE https://api.komerza.com/webhooks/5\n".utf8))
    #expect(tally.calls == [])
    #expect(tally.failedCalls == ["DELETE /webhooks/{webhookId} refused x1"])
  }

  @Test(arguments: [
    "-> 403", "403 Forbidden", "status=403", "Response status: 403", "failed: 403 Forbidden",
    "2026-01-01 10:00:01 status=403 took=200ms",
    "urllib.error.HTTPError: HTTP Error 403: Forbidden",
    "Error: Request failed with status code 403", "403",
  ])
  func `an answer on the next line counts`(line: String) throws {
    let tally = try CallTally.read(Array("\(Self.call)\n\(line)\n".utf8))
    #expect(tally.calls == [])
    #expect(tally.failedCalls == ["DELETE /webhooks/{webhookId} refused x1"])
  }

  @Test(arguments: [
    "content-length: 403", "took 403 ms", "user 403 logged in", "wrote 403 rows", "x 404 y",
    "exit status 0", "finished with exit code 0", "rc=0",
  ])
  func `another line's number is no answer`(line: String) throws {
    let tally = try CallTally.read(Array("\(Self.call)\n\(line)\n".utf8))
    #expect(tally.calls == ["DELETE /webhooks/{webhookId}"])
  }
}
