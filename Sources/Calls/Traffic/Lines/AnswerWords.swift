extension AnswerPhrase {
  /// Words that say how a call ended, or what a number is, in small letters.
  enum Words {
    static let http = Array("http".utf8)
    static let `in` = Array("in".utf8)
    static let of = Array("of".utf8)
    static let not = Array("not".utf8)
    static let found = Array("found".utf8)
    static let authorized = Array("authorized".utf8)
    static let code = Array("code".utf8)
    static let out = Array("out".utf8)
    static let timeout = Array("timeout".utf8)

    private static func set(_ words: String) -> Set<[UInt8]> {
      Set(words.utf8.split(separator: 0x20).map { Array($0) })
    }

    /// Words that a status follows.
    private static let answers = set(
      "http response responded resp returned returns with got answered answers answer result resulted "
        + "error failed failure failing said gave gives ended ends finished completed back was is rc res "
        + "a an denied rejected refused forbidden unauthorized raised reply replied outcome")
    /// Words before `in` and a status.
    static let ends = set("result results resulted resulting ended ends")
    /// Words before a status that stands first all the same.
    static let leading = set(
      "status code http with returned responded completed finished failed answered response got")
    /// Words before a number that is none.
    static let measures = set(
      "took in time duration elapsed latency size bytes length len sent received read wrote line lines "
        + "user id uid pid port page row rows item items count total number no nr attempt attempts retry "
        + "retries try request req job order version offset limit depth thread worker age ttl timeout "
        + "connection conn from to at by for ms rt rtt cost wait waited contentlength content_length "
        + "bytes_sent body_bytes tid seq index pool max min per and or than about used upstream_time of"
    )
    /// Words behind a number that is none.
    static let units = set(
      "ms msec msecs millis milliseconds millisecond s sec secs second seconds us usec microseconds ns "
        + "min mins minute minutes h hours b kb mb gb kib mib byte bytes char chars characters row rows "
        + "record records entry entries result results line lines item items times percent of x objects"
    )
    /// What a status is called by, its first word.
    static let reasons = set(
      "ok created accepted no moved found not bad unauthorized unauthorised forbidden conflict gone "
        + "unprocessable too internal service gateway method client server payload precondition "
        + "permission see temporary permanent partial locked payment proxy error")
    static let negations = set(
      "not no never without if when unless may might can could would should avoid cannot couldn")
    static let nothing = set("nil null none false undefined ok empty")
    static let spoken: [[UInt8]: Int] = {
      var words: [[UInt8]: Int] = [:]
      for word in set("forbidden denied unauthorized unauthorised") { words[word] = 403 }
      for word in set(
        "failed failure error errored timeout timed refused aborted unreachable exception rejected "
          + "exceeded canceled cancelled econnrefused econnreset etimedout enotfound")
      {
        words[word] = 0
      }
      return words
    }()

    static let successes = set("ok success successful successfully succeeded")
    /// Words before a failure that is not the end of this call.
    static let mentions = set(
      "after despite until previous previously earlier prior last checking testing handling "
        + "retrying simulating")
    /// The same, right before it: `retry on timeout`.
    static let nearMentions = set("for on")
    /// What a word of failure before it only describes.
    static let things = set(
      "handling handler reporting tracking logging test testing page queue log budget rate count "
        + "total number threshold limit job")
    /// Words between `exit` and its number.
    static let codes = set("code status with value was is")
    /// Words between a failure and the call that failed, beside those of measures and units.
    private static let leads = set(
      "while calling sending making requesting connecting fetching executing performing deleting "
        + "during on the url call calls requests request out when trying")

    /// Says whether a word leads from a failure to the call that failed: `failed to GET`.
    static func joins(_ word: [UInt8]) -> Bool {
      [leads, measures, units, negations].contains { $0.contains(word) }
    }

    /// Says whether a word is what a status of HTTP is called, and nothing else.
    static func isStatus(_ word: [UInt8]) -> Bool {
      statusNames.contains(word.filter { $0 != 0x5F })
    }
    private static let statusNames = set(
      "status http statuscode httpcode httpstatus httpstatuscode")

    /// Says whether a word begins the name of a status that is not HTTP's: `exited with 0`.
    static func isForeign(_ word: [UInt8]) -> Bool {
      word.starts(with: "exit".utf8) || word.starts(with: "grpc".utf8)
    }

    /// The statuses that servers answer with.
    static let statuses: Set<Int> = [
      200, 201, 202, 203, 204, 205, 206, 207, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404,
      405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 418, 421, 422, 423, 424, 425, 426, 428,
      429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 511, 520, 521, 522, 524, 525,
    ]

    static func isAnswer(_ word: [UInt8]) -> Bool {
      if answers.contains(word) { return true }
      let text = word.filter { $0 != 0x5F }
      if text.suffix(4).elementsEqual("code".utf8) { return true }
      let status = Array("status".utf8)
      guard text.count >= status.count else { return false }
      return (0...(text.count - status.count)).contains { start in
        text[start..<(start + status.count)].elementsEqual(status)
      }
    }
  }
}
