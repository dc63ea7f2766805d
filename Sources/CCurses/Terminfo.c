// Whether the terminal can be drawn on, by its entry in the terminfo database.

#include "Internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

/// Whether the entry has a capability: to ask tigetstr by name would make a table of all names.
static bool has(const char *capability) {
  return capability != NULL && capability != (const char *)-1;
}

/// Bracketed paste and the mouse have no capability that can be relied on. A terminal that reports
/// its mouse has `kmous`, and so does the Linux console, for a daemon that asks in other words. The
/// names are of those whose entries may lack it.
static bool is_xterm_like(const char *term) {
  static const char *const names[] = {"xterm", "tmux",    "screen", "rxvt", "alacritty", "kitty",
                                      "foot",  "wezterm", "ghostty", "st-", "vte",       "konsole"};
  if (strncmp(term, "linux", 5) == 0) return false;
  if (has(key_mouse)) return true;
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    if (strncmp(term, names[index], strlen(names[index])) == 0) return true;
  }
  return false;
}

/// newterm would end in a screen full of spaces on a terminal that cannot move its cursor, and
/// initscr in exit(1) on an unknown one: asked beforehand, both are errors with a remedy.
enum keywright_outcome keywright_check_terminfo(void) {
  const char *term = getenv("TERM");
  int status = 0;
  if (term == NULL || *term == '\0') return KEYWRIGHT_UNKNOWN_TERM;
  if (setupterm(NULL, keywright_terminal.output, &status) != OK) {
    return status == 1 ? KEYWRIGHT_CANNOT_MOVE_CURSOR : KEYWRIGHT_UNKNOWN_TERM;
  }
  enum keywright_outcome outcome = KEYWRIGHT_CANNOT_MOVE_CURSOR;
  const char *move = cursor_address;
  if (has(move) && has(clear_screen)) {
    keywright_terminal.is_ansi = strncmp(move, "\033[", 2) == 0;
    keywright_terminal.is_xterm_like = keywright_terminal.is_ansi && is_xterm_like(term);
    keywright_capture_reset();
    outcome = KEYWRIGHT_OPENED;
  }
  del_curterm(cur_term);
  return outcome;
}
