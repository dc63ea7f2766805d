/// The names that programs give to the parts of a call, without case and signs: `http.request.method`
/// and `httpRequestMethod` are one.
enum CallNames {
  /// What a member says of a call.
  enum Role: Hashable {
    case method
    /// A URL or a path.
    case address
    /// The path as a route of the server, with its parameters.
    case route
    /// A regular expression for the path.
    case pattern
    case host
    case port
    case status
    /// Method, target and protocol in one text.
    case requestLine
    /// A line of a log.
    case text
  }

  /// A role, and which name of several is taken: the lower.
  struct Meaning: Hashable {
    var role: Role
    var rank: Int
  }

  static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    func add(_ role: Role, _ names: [[String]]) {
      for (rank, alike) in names.enumerated() {
        for name in alike { meanings[name] = Meaning(role: role, rank: rank) }
      }
    }
    add(
      .method,
      [
        [
          "method", "requestmethod", "httpmethod", "httprequestmethod", "reqmethod", "csmethod",
          "clientrequestmethod", "httphttprequestmethod", "verb", "httpverb", "requestverb",
          "reqverb", "httprequestrequestmethod", "requesthttpmethod", "tfhttpreqmethod",
        ]
      ])
    add(
      .address,
      [
        [
          "urlfull", "httprequestfulluri", "httphttprequestfulluri", "full", "fullurl",
          "requestfullurl",
        ],
        ["requesturl", "httpurl", "requrl", "urlraw", "raw"],
        [
          "url", "uri", "requesturi", "reqposturl", "absoluteurl", "requri", "requesteduri",
          "tfhttprequri",
        ],
        [
          "urloriginal", "original", "originalurl", "httprequesturi", "httphttprequesturi",
          "clientrequesturi", "httptarget", "csuri", "xcsuri", "requesttarget", "target",
        ],
        [
          "path", "urlpath", "requestpath", "httppath", "reqpath", "rawpath", "csuristem",
          "uristem",
          "clientrequestpath", "httprequesturipath", "httphttprequesturipath", "uripath",
          "pathname",
          "requestpathname", "endpoint",
        ],
      ])
    add(
      .route,
      [
        ["routekey"], ["resourcepath", "urlpathtemplate", "pathtemplate"],
        ["httproute", "route", "routepath", "urltemplate", "matchedroute"],
      ])
    add(.pattern, [["urlpathpattern", "urlpattern", "pathpattern", "urlregex", "pathregex"]])
    add(
      .host,
      [
        ["xhostheader"],
        [
          "httphost", "requesthost", "reqhost", "authority", "clientrequesthost", "httphttphost",
          "cshost", "headershost", "headersauthority", "requestauthority",
        ],
        ["host", "vhost", "virtualhost"], ["urldomain", "domain", "domainname", "requestdomain"],
        ["scope", "destination"], ["serveraddress", "netpeername", "nethostname"],
      ])
    add(.port, [["serverport", "netpeerport", "nethostport", "urlport"]])
    add(
      .status,
      [
        [
          "httpstatuscode", "httpresponsestatuscode", "downstreamstatus", "edgeresponsestatus",
          "responsestatuscode", "httphttpresponsecode", "httpresponsecode", "httpstatus",
          "tfhttpresstatuscode",
        ],
        [
          "statuscode", "responsestatus", "responsecode", "httpcode", "scstatus", "elbstatuscode",
          "respstatus", "resp", "resstatus", "resstatuscode", "statuscode2",
        ], ["status"],
      ])
    add(
      .requestLine,
      [
        ["requestline", "firstline", "reqline", "clfrequest", "requestedurl"],
        ["request", "httprequest"],
      ])
    add(
      .text,
      [
        [
          "log", "message", "msg", "logio", "textpayload", "line", "event", "logmessage", "raw",
          "shortmessage", "logline",
        ]
      ])
    meanings["raw"] = Meaning(role: .address, rank: 1)
    return meanings
  }()

  /// A name in small letters, digits and letters alone.
  static func normalized(_ name: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in name where LineBytes.isLetter(byte) || LineBytes.isDigit(byte) {
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      if bytes.count == 64 { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
