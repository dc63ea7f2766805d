import ArgumentParser

/// What makes a shell complete command lines.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "Print what completes command lines in bash, zsh or fish.",
    discussion: """
      The shell then asks the program itself, so scopes, rules, calls, presets, catalogs and \
      revisions of git complete as they are at that moment.

      EXAMPLES
        source <(keywright completion bash)         in ~/.bashrc
        keywright completion bash > ~/.local/share/bash-completion/completions/keywright
        keywright completion zsh > ~/.zfunc/_keywright     with ~/.zfunc in fpath, before compinit
        keywright completion fish > ~/.config/fish/completions/keywright.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: CompletionScript

  func run() throws { Console.print(document: Array((shell.text + "\n").utf8)) }
}
