/// The words that generated catalogs are made of.
enum Vocabulary {
  static let services = [
    "storage", "billing", "compute", "network", "identity", "monitoring", "messaging", "catalog",
    "orders", "payments", "shipping", "support", "analytics", "search", "media", "backup",
    "registry", "pipelines", "secrets", "directory", "calendar", "mail", "forms", "maps",
    "translation", "inventory", "loyalty", "marketing", "scheduler", "webhooks",
  ]

  static let resources = [
    "accounts", "addresses", "agents", "alerts", "archives", "assets", "attachments", "audiences",
    "balances", "branches", "buckets", "campaigns", "carriers", "certificates", "channels",
    "charges", "clusters", "comments", "connections", "contacts", "coupons", "credentials",
    "customers", "dashboards", "datasets", "deployments", "devices", "disks", "discounts",
    "documents", "domains", "drafts", "endpoints", "events", "exports", "fields", "files",
    "filters", "firewalls", "folders", "functions", "gateways", "groups", "images", "instances",
    "invoices", "items", "jobs", "keys", "labels", "layers", "licenses", "lines", "locations",
    "members", "messages", "metrics", "networks", "notes", "objects", "orders", "pages",
    "partners", "payouts", "plans", "policies", "pools", "prices", "products", "profiles",
    "projects", "queues", "quotas", "receipts", "recipients", "records", "refunds", "regions",
    "reports", "reservations", "roles", "routes", "schedules", "segments", "sessions", "shipments",
    "snapshots", "streams", "subscriptions", "tables", "tags", "tasks", "teams", "templates",
    "tickets", "tokens", "topics", "transfers", "users", "variants", "vaults", "versions",
    "volumes", "warehouses", "zones",
  ]

  static let verbs = [
    "view", "create", "update", "delete", "list", "export", "refund", "approve", "restore",
    "assign", "publish", "manage",
  ]

  static let methods = [
    "view": "GET", "list": "GET", "export": "GET", "update": "PATCH", "delete": "DELETE",
    "assign": "PUT",
  ]

  static let words = [
    "including", "the", "settings", "of", "every", "resource", "and", "its", "history", "with",
    "all", "fields", "that", "belong", "to", "customers", "whether", "or", "not", "they", "are",
    "active", "it", "also", "covers", "archived", "entries", "personal", "data", "such", "as",
    "names", "email", "addresses", "money", "can", "be", "moved", "without", "further", "notice",
    "changes", "take", "effect", "at", "once", "cannot", "undone", "for", "a", "period", "thirty",
    "days", "limits", "apply", "per", "organization", "owner", "region", "sensitive", "values",
    "redacted", "unless", "caller", "holds", "view", "scope", "too", "webhooks", "fire", "after",
    "commit", "pagination", "is", "required", "above", "five", "hundred", "rows",
  ]
}
