import Catalogs

/// A platform with two kinds of key, a question, a permission with levels and one without an order.
enum HubCatalog {
  static func load() throws -> Catalog {
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"hub","name":"Hub","version":"1",
      "kinds":[{"id":"bot","title":"Bot token"},{"id":"user","title":"User token"}],
      "conditions":[{"id":"private","question":"Does the key touch private files?"}],
      "categories":[{"name":"Files","scopes":[
      {"id":"files.public","title":"Public files","access":"view"},
      {"id":"files.all","title":"All files","access":"view","includes":["files.public"]},
      {"id":"notes.read","title":"Read notes","access":"view","permission":"Notes","level":"read"},
      {"id":"notes.write","title":"Change notes","access":"update","permission":"Notes",
      "level":"write","includes":["notes.read"]},
      {"id":"hooks.list","title":"List hooks","access":"view","permission":"Hooks","level":"list"},
      {"id":"hooks.fire","title":"Fire hooks","access":"fire","permission":"Hooks","level":"fire"}]},
      {"name":"Messages","scopes":[
      {"id":"post","title":"Post","access":"create","kinds":["bot"]},
      {"id":"search","title":"Search","access":"view","kinds":["user"]}]}],
      "operations":[{"method":"GET","path":"/files","requires":[
      {"scopes":["files.all"],"when":"private"},{"scopes":["files.public"],"unless":"private"}]},
      {"method":"PUT","path":"/notes","requires":[["notes.write"]]},
      {"method":"POST","path":"/messages","requires":[["post"]]}]}
      """
    return try Catalog(decoding: Array(text.utf8))
  }
}
