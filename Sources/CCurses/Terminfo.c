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

/// Terminals of the kind of xterm, by how their names start. All of them can be drawn on.
static bool is_named_like_xterm(const char *term) {
  static const char *const names[] = {"xterm",   "tmux",    "screen", "rxvt", "alacritty",
                                      "kitty",   "foot",    "wezterm", "ghostty", "st-",
                                      "vte",     "konsole", "contour", "mintty", "putty"};
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    if (strncmp(term, names[index], strlen(names[index])) == 0) return true;
  }
  return false;
}

/// Bracketed paste and the mouse have no capability that can be relied on. A terminal that reports
/// its mouse has `kmous`, and so does the Linux console, for a daemon that asks in other words.
static bool is_xterm_like(const char *term) {
  return strncmp(term, "linux", 5) != 0 && (has(key_mouse) || is_named_like_xterm(term));
}

/// Eterm and dvtm have the mouse alone.
static bool is_without_brackets(const char *term) {
  return strncmp(term, "Eterm", 5) == 0 || strncmp(term, "dvtm", 4) == 0;
}

static const char *terminal_name(void) {
  const char *term = getenv("TERM");
  return term == NULL ? "" : term;
}

bool keywright_has_brackets(void) { return keywright_terminal.has_brackets; }

bool keywright_is_surely_drawable(void) { return is_named_like_xterm(terminal_name()); }

bool keywright_note_terminfo(void) {
  const char *move = cursor_address;
  if (!has(move) || !has(clear_screen)) return false;
  keywright_terminal.is_ansi = strncmp(move, "\033[", 2) == 0;
  keywright_terminal.is_xterm_like = keywright_terminal.is_ansi && is_xterm_like(terminal_name());
  keywright_terminal.has_brackets =
      keywright_terminal.is_xterm_like && !is_without_brackets(terminal_name());
  keywright_capture_reset();
  return true;
}

/// newterm would end in a screen full of spaces on a terminal that cannot move its cursor, and
/// initscr in exit(1) on an unknown one: asked beforehand, both are errors with a remedy.
enum keywright_outcome keywright_check_terminfo(void) {
  int status = 0;
  if (terminal_name()[0] == '\0') return KEYWRIGHT_UNKNOWN_TERM;
  if (setupterm(NULL, keywright_terminal.output, &status) != OK) {
    return status == 1 ? KEYWRIGHT_CANNOT_MOVE_CURSOR : KEYWRIGHT_UNKNOWN_TERM;
  }
  bool is_drawable = keywright_note_terminfo();
  del_curterm(cur_term);
  return is_drawable ? KEYWRIGHT_OPENED : KEYWRIGHT_CANNOT_MOVE_CURSOR;
}
