import Documents

extension DesignRequest {
  /// The request of plain arguments: nothing, or a manifest, a catalog and a file to write to.
  ///
  /// Nil for all else: the parser of options takes longer than opening a large catalog, but it alone
  /// says what is wrong. What it would take for something else, or would have to take apart, is left
  /// to it: whatever starts with a sign, and the names of commands.
  init?(plain arguments: ArraySlice<String>) {
    self.init()
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--catalog":
        guard catalog.choice == nil, let value = Self.value(rest.popFirst()) else { return nil }
        catalog.choice = value
      case "-o", "--output":
        guard output == nil, let value = Self.value(rest.popFirst()) else { return nil }
        output = value
      default:
        guard manifest == nil, let value = Self.value(argument), !Keywright.isCommand(value),
          ArgumentCheck.meansFile(value), !Folder.isFolder(value)
        else { return nil }
        manifest = value
      }
    }
  }

  private static func value(_ argument: String?) -> String? {
    guard let argument, let first = argument.utf8.first, first != UInt8(ascii: "-") else {
      return nil
    }
    return argument
  }
}
