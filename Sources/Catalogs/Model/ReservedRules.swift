/// The rules of the program's own.
package enum ReservedRules {
  /// Their ids, which no catalog and no policy can take; a test holds them equal to the rules'.
  package static let ids = [
    "acceptance-expired", "acceptance-unused", "acceptance-widened", "blind-write",
    "combined-powers", "copied-acceptance",
    "deprecated-scope", "destructive-scope", "forbidden-scope", "full-access-key",
    "hidden-deletes", "ip-allowlist-too-wide", "never-held", "never-open", "no-ip-allowlist",
    "no-rotation-date", "no-scopes-selected", "platform-gone", "platform-not-allowed",
    "reason-unused", "redundant-scope", "required-field", "rotation-on-one-day", "rotation-overdue",
    "rotation-too-far", "same-powers", "scope-nobody-needs", "scope-of-another-kind",
    "scope-without-reason", "unconfirmed-scope", "unknown-kind", "unknown-scope",
    "unneeded-scope", "unused-key", "vague-label", "wanted-call-closed",
  ]
}
