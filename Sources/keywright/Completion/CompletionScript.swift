import ArgumentParser

/// What a shell reads to complete the program's command lines: it asks the program itself, so that
/// scopes, rules and catalogs are those that are here.
enum CompletionScript: String, ExpressibleByArgument, CaseIterable {
  case bash, zsh, fish

  /// The script.
  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  private static let bashText = #"""
    # keywright completion for bash
    _keywright() {
      local program=${1/#\~/$HOME} kind= word= line option=-f
      COMPREPLY=()
      while IFS= read -r line; do
        if [ -z "$kind" ]; then
          kind=${line%%$'\t'*}
          word=${line#*$'\t'}
        else
          COMPREPLY+=("$line")
        fi
      done < <("$program" __complete bash "$COMP_TYPE" "$COMP_WORDBREAKS" \
        "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
      case $kind in
        files | folders)
          [ "$kind" = files ] || option=-d
          # Without words of ours, bash completes paths as it always does.
          if [ ${#COMPREPLY[@]} -gt 0 ] || [ "$kind" = folders ]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$option" -- "$word")
          fi
          ;;
        none) compopt +o default +o bashdefault 2>/dev/null ;;
      esac
      if [ ${#COMPREPLY[@]} -eq 1 ]; then
        case ${COMPREPLY[0]} in *= | *:) compopt -o nospace 2>/dev/null ;; esac
      fi
    }
    complete -o bashdefault -o default -F _keywright keywright
    """#

  private static let zshText = #"""
    #compdef keywright
    # keywright completion for zsh
    _keywright() {
      local kind line text about
      local -a lines closed closedAbout open openAbout
      lines=("${(@f)$("${(Q)words[1]}" __complete words "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
      kind=${lines[1]%%$'\t'*}
      for line in "${(@)lines[2,-1]}"; do
        text=${line%%$'\t'*}
        about=${line#*$'\t'}
        [[ -n $about ]] && about="$text  -- $about" || about=$text
        if [[ $text == *[=:] ]]; then
          open+=("$text"); openAbout+=("$about")
        else
          closed+=("$text"); closedAbout+=("$about")
        fi
      done
      (( $#closed )) && compadd -l -d closedAbout -a closed
      (( $#open )) && compadd -S '' -l -d openAbout -a open
      case $kind in
        files) [[ $PREFIX == *=* ]] && compset -P '*='; _files ;;
        folders) [[ $PREFIX == *=* ]] && compset -P '*='; _files -/ ;;
      esac
    }
    if [[ $funcstack[1] == _keywright ]]; then
      _keywright "$@"
    else
      compdef _keywright keywright
    fi
    """#

  private static let fishText = #"""
    # keywright completion for fish
    # Paths behind what stands before them in the same word, as sarif= does.
    function __keywright_paths -a paths head current plain
      set -l part (string split -m 1 \t -- "$head")[2]
      set -l length (math (string length -- "$plain") - (string length -- "$part"))
      if test $length -le 0
        $paths "$current"
      else
        set -l before (string sub -l $length -- "$plain")
        for line in ($paths (string escape -n -- "$part"))
          echo -- $before$line
        end
      end
    end
    function __keywright_complete
      set -l words (commandline -opc)
      set -l current (commandline -ct)
      set -l program $words[1]
      set -e words[1]
      set -l plain (string unescape -- "$current")
      or set plain "$current"
      set -l lines ($program __complete words $words "$plain" 2>/dev/null)
      switch "$lines[1]"
        case 'files*'
          __keywright_paths __fish_complete_path "$lines[1]" "$current" "$plain"
        case 'folders*'
          __keywright_paths __fish_complete_directories "$lines[1]" "$current" "$plain"
      end
      set -e lines[1]
      printf '%s\n' $lines
    end
    complete -c keywright -f -a '(__keywright_complete)'
    """#
}
