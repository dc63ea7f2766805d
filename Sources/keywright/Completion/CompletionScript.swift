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
    # Paths as for any command, behind what stands before them in the same word, as sarif= does.
    function __keywright_paths -a head current plain
      set -l part (string split -m 1 \t -- "$head")[2]
      set -l length (math (string length -- "$plain") - (string length -- "$part"))
      set -l before ''
      if test $length -gt 0
        set before (string sub -l $length -- "$plain")
        set current (string escape -n -- "$part")
      end
      for line in (complete -C "'' $current")
        if string match -q 'files*' -- "$head"; or string match -qr '/(\t|$)' -- "$line"
          echo -- "$before$line"
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
        case 'files*' 'folders*'
          __keywright_paths "$lines[1]" "$current" "$plain"
      end
      set -e lines[1]
      if set -q lines[1]
        printf '%s\n' $lines
      end
    end
    complete -c keywright -f -a '(__keywright_complete)'
    """#
}
