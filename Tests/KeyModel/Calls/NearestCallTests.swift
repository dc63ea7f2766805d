import Testing

@testable import Calls

/// What is said of a call that no template fits.
struct NearestCallTests {
  private let komerza = CallResolver(catalog: Samples.komerza)

  @Test(arguments: [
    ("PATCH /stores/1/orders", "GET /stores/{storeId}/orders"),
    ("GET /stores/1/ordrs", "GET /stores/{storeId}/orders"),
    ("POST /stores/1/order", "POST /stores/{storeId}/orders"),
    ("GET /stores/1/Orders", "GET /stores/{storeId}/orders"),
    ("GET /stores//orders", "GET /stores/{storeId}/orders"),
    ("GET /v1/stores/1/orders", "GET /stores/{storeId}/orders"),
    ("GET https://example.com/stores/1/orders", "GET /stores/{storeId}/orders"),
    ("PUT /stores/1/orders/2/delivr", "PUT /stores/{storeId}/orders/{orderId}/deliver"),
    ("DELETE /webhook/5", "DELETE /webhooks/{webhookId}"),
  ])
  func `the operation that was meant is named`(call: String, nearest: String) {
    #expect(komerza.resolve(call) != .operation(0))
    #expect(komerza.nearestCall(call) == nearest)
  }

  @Test(arguments: [
    "GET /favicon.ico", "GET /", "", "GET /wp-login.php", "GET data:x",
    "GET /stores/1/nothing/here",
  ])
  func `a call unlike all others has no nearest`(call: String) {
    #expect(komerza.nearestCall(call) == nil)
  }

  @Test(arguments: [
    ("GET https://ada:pa%40ss@h.example/a?token=t#f", "GET https://h.example/a"),
    ("GET https://ada:p@ss@h.example/a", "GET https://h.example/a"),
    ("GET /stores/1/nope?api_key=abc", "GET /stores/1/nope"),
    ("GET /x/sk_live_51HabcdefGHIJK99", "GET /x/***"), ("GET /x/ghp_secret", "GET /x/***"),
    ("GET /x/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0", "GET /x/***"),
    ("GET /x/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "GET /x/***"),
    ("GET /x/ada@example.com", "GET /x/***"), ("GET /x/ada%40example.com", "GET /x/***"),
    ("GET /x;jsessionid=A1/y", "GET /***/***"), ("GET /x/4111111111111111", "GET /x/***"),
    ("GET /x/correcthorsebatterystapleandmore", "GET /x/***"),
    // A word of up to 16 letters is shown, any longer one may be a secret.
    ("GET /x/abcdefghijklmnop", "GET /x/abcdefghijklmnop"),
    ("GET /x/abcdefghijklmnopq", "GET /x/***"), ("GET /x/abcdefghijklmnopqrstuvwxy", "GET /x/***"),
    ("GET /stores/{storeId}/$ORDER/nope", "GET /stores/{storeId}/$ORDER/nope"),
    ("GET /emailMarketing/2026-11", "GET /emailMarketing/2026-11"),
    ("GET $BASE/nope", "GET /nope"), ("GET data:text/html,<b>", "GET ***"),
  ])
  func `what is printed of a call holds no secret`(call: String, printed: String) {
    #expect(komerza.printed(argument: WrittenCall(call)) == printed)
  }

  @Test(arguments: [
    ("GET /stores/1/nope?api_key=abc", "GET /stores/***/***"),
    ("GET /reset/abcdefghijklmnopqrstuvwx/next", "GET /***/***/***"),
    ("GET https://ada:p@ss@h.example/user", "GET https://h.example/user"),
    ("GET https://ada:p#ss@h.example/user", "GET https://***/"),
    ("GET https://secret?x@h.example/user", "GET https://***/"),
    ("SESAME /user", "*** /user"), ("GET data:text/html,<b>", "GET ***"),
  ])
  func `of a record's call only what the catalog has is printed`(call: String, printed: String) {
    #expect(komerza.printed(WrittenCall(call)) == printed)
  }
}
