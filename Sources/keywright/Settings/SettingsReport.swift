import BundledCatalogs
import Designer
import Documents
import TerminalUI

/// The settings in force as a document that is itself a file of settings.
enum SettingsReport {
  static func json(_ settings: Settings) -> [UInt8] {
    let keys = settings.keys.keyNames.map { (name: $0.command, value: JSONNode.strings($0.keys)) }
    let colors: JSONNode =
      settings.usesColors
      ? .object(
        Theme.Role.allCases.map { role in
          let hue = settings.theme.hue(role)
          return (role.rawValue, .string(Hue.names.first { $0.hue == hue }?.name ?? ""))
        })
      : .boolean(false)
    return JSONWriter.write(
      .object([
        ("$schema", .string(Settings.schema)),
        ("keys", .object(keys)),
        ("colors", colors),
        ("mouse", .boolean(settings.mouse ?? true)),
        ("ascii", .boolean(settings.ascii ?? false)),
        ("synchronizedOutput", .boolean(settings.synchronizedOutput ?? true)),
        ("clipboard", .string(settings.clipboard.word)),
        (
          "defaultCatalog",
          .string(settings.defaultCatalog ?? BundledCatalogs.ids.first ?? "")
        ),
        ("startPage", .boolean(settings.startsOnPage)),
      ]))
  }
}
