import ArgumentParser
import Keys

/// The forms in which a key can be exported, as an option's value.
extension ExportFormat: ExpressibleByArgument {}
