import KeyModel

/// What a key can do.
enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving
  case up
  case down
  case pageUp
  case pageDown
  case first
  case last
  case closeOrParent
  case openOrChild
  case openAll
  case closeAll
  case nextPane
  case previousPane
  // Choosing
  case toggle
  case undo
  case redo
  case presets
  case editDetails
  // Finding
  case filter
  case clearFilter
  case nextMatch
  case previousMatch
  // Findings
  case scopesView
  case findingsView
  case nextFinding
  case applyRemedy
  case acceptFinding
  // Leaving
  case review
  case write
  case otherPath
  case back
  case quit
  case discard
  case takeDraft
  case discardDraft
  case overwrite
  case suspend
  case repaint
  case help
  case toggleMouse
  // Copying out
  case copyOut
  case copyIDs
  case copyManifest
  // Forms
  case nextLine
  case previousLine
  case apply
  case confirm
}
