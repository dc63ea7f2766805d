/// What the words of one command say of its calls.
struct CommandCalls: Hashable {
  /// The calls.
  var calls: [CallEvidence] = []
  /// Why the command cannot be understood.
  var failure: String?
  /// Whether the command reads more from a file that is not here: further calls, or another method.
  var readsOtherFile = false

  /// Reads the words after the name.
  init(_ name: CommandName, _ words: [[UInt8]], hasInput: Bool, variables: ScriptVariables) {
    switch name {
    case .curl:
      var command = CurlCommand(variables: variables)
      command.read(words)
      (calls, failure) = (command.calls, command.failure)
      readsOtherFile = command.readsOtherFile
    case .wget:
      readsOtherFile = WgetCommand.readsOtherFile(words)
      (calls, failure) = WgetCommand.calls(of: words)
    case .httpie(let scheme):
      (calls, failure) = HTTPieCommand.calls(of: words, scheme: scheme, hasInput: hasInput)
    case .gitHub: (calls, failure) = GitHubCommand.calls(of: words)
    case .powerShell: (calls, failure) = PowerShellCommand.calls(of: words)
    }
  }
}
