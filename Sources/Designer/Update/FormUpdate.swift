import BitCollections
import Catalogs
import Keys
import TerminalUI

extension DesignerState {
  mutating func filter(_ command: Command, _ field: TextField) -> [Effect] {
    switch command {
    case .apply:
      if let preset = presetsInstead.first {
        changeOutline { $0.setFilter("") }
        mode = .choosingPreset(cursor: preset)
        return []
      }
      mode = .browsing
      if shownOutline.matched != nil {
        message = Message(
          text: "filter \"\(field.text)\" kept; \(key(.clearFilter)) clears it, "
            + "\(key(.nextMatch)) and \(key(.previousMatch)) walk the matches")
      }
    case .back:
      changeOutline { $0.setFilter("") }
      mode = .browsing
      message = Message(text: "filter cleared")
    case .changeOrder: changeOutline { $0.changeOrder() }
    case .toggle: toggle()
    case .up: changeOutline { $0.move(by: -1) }
    case .down: changeOutline { $0.move(by: 1) }
    case .pageUp: changeOutline { $0.move(by: -max(1, $0.height - 1)) }
    case .pageDown: changeOutline { $0.move(by: max(1, $0.height - 1)) }
    default: break
    }
    detailTop = 0
    return []
  }

  mutating func edit(_ command: Command, _ form: DetailsForm) -> [Effect] {
    var form = form
    switch command {
    case .nextLine: form.move(by: 1)
    case .previousLine: form.move(by: -1)
    case .back:
      mode = .browsing
      let rest = keep(.details(form), ifTyped: form.isChanged)
      message = Message(text: "key details left as they were\(rest)")
      return []
    case .apply:
      switch form.applied(to: editor.design.details, today: today) {
      case .failure(let problem): (form.line, form.problem) = (problem.line, problem.text)
      case .success(let details):
        let names = form.changedTitles.joined(separator: ", ")
        let flipped = editor.edit(named: "edit key details") { $0.details = details }
        changed(flipped, names.isEmpty ? "no detail was changed" : "changed: \(names)")
        mode = .browsing
        return []
      }
    default: break
    }
    mode = .editingDetails(form)
    return []
  }

  mutating func choosePreset(_ command: Command, _ cursor: Int) -> [Effect] {
    let end = catalog.presets.count - 1
    switch command {
    case .back: mode = home
    case .help: openHelp()
    case .commandLine: openCommandLine()
    case .confirm:
      let preset = catalog.presets[max(0, min(cursor, end))]
      let before = editor.design.details.purpose
      let flipped = editor.edit(
        named: "preset \(preset.title)", origin: .preset(preset.title)
      ) { design in
        for scope in preset.scopes { design.scopes.insert(scope) }
        if design.details.purpose.isEmpty { design.details.purpose = preset.purpose }
      }
      mode = .browsing
      let tookPurpose = editor.design.details.purpose != before
      changed(
        flipped,
        "preset \(preset.title): ticked \(flipped.count) of \(preset.scopes.count)"
          + (tookPurpose ? ", and set the purpose" : ""))
    default:
      let page = max(1, size.rows - 6)
      mode = .choosingPreset(
        cursor: max(0, min(moved(cursor, command, page: page, end: end), end)))
    }
    return []
  }
}
