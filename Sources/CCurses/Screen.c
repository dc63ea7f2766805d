// The screen: ncurses opened, its modes, and what it sends.

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "Internal.h"
#include "Window.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

WINDOW *keywright_window;

static SCREEN *screen;
static FILE *files[2];
static bool reports_mouse, wants_mouse;

/// Sets what ncurses is to re-enter after every absence.
static void set_line_modes(void) {
  struct termios ours;
  cbreak();
  noecho();
  nonl();
  if (tcgetattr(keywright_terminal.output, &ours) == 0) {
    // Control-S, -Q, -V and -O are keys like others; Control-C stays a signal. Control-Z comes as
    // a byte: its signal would stop a parent script as well, and at once, so that the shell would
    // have the terminal before this process had left its modes.
    ours.c_iflag &= ~(tcflag_t)IXON;
    ours.c_lflag &= ~(tcflag_t)IEXTEN;
    ours.c_cc[VSUSP] = (cc_t)_POSIX_VDISABLE;
    tcsetattr(keywright_terminal.output, TCSANOW, &ours);
    keywright_terminal.ours = ours;
    keywright_terminal.has_ours = true;
  }
  def_prog_mode();
}

/// Leaves, and what ncurses says at that goes nowhere; false if it did not.
static bool leave_unheard(void) {
  int output = fileno(files[0]);
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  int kept = fcntl(output, F_DUPFD_CLOEXEC, 3);
  bool is_unheard = nowhere >= 0 && kept >= 0 && dup2(nowhere, output) == output;
  if (is_unheard) {
    endwin();
    while (dup2(kept, output) < 0 && errno == EINTR) continue;
  }
  if (nowhere >= 0) close(nowhere);
  if (kept >= 0) close(kept);
  return is_unheard;
}

/// Until it has come back from endwin once, ncurses flushes its output at every motion of the
/// cursor: thirty writes a frame, each of which a terminal may show by itself. So it leaves once
/// before it has begun.
static void leave_once(void) {
  if (!leave_unheard()) return;
  // Enters the second screen, before a color or the cursor is set for it: with colors, it would
  // also give back the whole palette, and with that what the person has made of it.
  doupdate();
}

static enum keywright_outcome open_screen(void) {
  files[0] = fdopen(dup(keywright_terminal.output), "w");
  files[1] = fdopen(dup(keywright_terminal.input), "r");
#if defined(NCURSES_EXT_FUNCS) && NCURSES_EXT_FUNCS >= 20150808
  // Exported LINES and COLUMNS are of another window.
  use_tioctl(TRUE);
#endif
  if (files[0] == NULL || files[1] == NULL) return KEYWRIGHT_FAILED;
  screen = newterm(NULL, files[0], files[1]);
  if (screen == NULL) {
    // Nothing was changed: what was typed meanwhile is for whoever goes on without the screen.
    keywright_active = 0;
    keywright_release_standard_error();
    enum keywright_outcome reason = keywright_check_terminfo();
    return reason == KEYWRIGHT_OPENED ? KEYWRIGHT_FAILED : reason;
  }
  if (!keywright_note_terminfo()) {
    // Only the line settings were changed: what was to enter the screen waits in ncurses's memory.
    leave_unheard();
    keywright_restore();
    return KEYWRIGHT_CANNOT_MOVE_CURSOR;
  }
  keywright_open_output(fileno(files[0]));
  leave_once();
  keywright_window = newpad(1, 1);
  if (keywright_window == NULL) return KEYWRIGHT_FAILED;
  // Keys are read from a pad, because reading from a window also draws it.
  // Not meta(): eight bits come through as it is, and the mode it sets is never unset.
  nodelay(keywright_window, TRUE);
  typeahead(-1);
  intrflush(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  set_line_modes();
  return KEYWRIGHT_OPENED;
}

static enum keywright_outcome give_up(enum keywright_outcome outcome) {
  bool typed;
  int signal;
  // Nobody else will hear of a signal that came meanwhile.
  while ((signal = keywright_next_signal(&typed)) != 0) {
    if (signal == SIGHUP || signal == SIGTERM || signal == SIGINT) keywright_die(signal);
  }
  keywright_close();
  return outcome;
}

static void restore_at_exit(void) { keywright_restore(); }

enum keywright_outcome keywright_open(bool colors) {
  static bool is_registered;
  if (screen != NULL) return KEYWRIGHT_FAILED;
  if (!is_registered) is_registered = atexit(restore_at_exit) == 0;
  // Armed first: started in the background, the process must learn that it was continued.
  if (!keywright_arm_signals()) return KEYWRIGHT_FAILED;
  enum keywright_outcome outcome = keywright_find_terminal();
  if (outcome != KEYWRIGHT_OPENED) return give_up(outcome);
  int rows = 24;
  int columns = 80;
  keywright_ask_size(&rows, &columns);
  keywright_hold_standard_error();
  keywright_active = 1;
  outcome = open_screen();
  if (outcome != KEYWRIGHT_OPENED) return give_up(outcome);
  keywright_rearm_signals();
  keywright_build_reset(rows);
  keywright_open_palette(colors);
  keywright_read_size(&rows, &columns);
  keywright_enter();
  return KEYWRIGHT_OPENED;
}

void keywright_close(void) {
  keywright_leave();
  // No second screen was opened: what ncurses did not undo is undone by hand.
  keywright_restore();
  if (keywright_window != NULL) delwin(keywright_window);
  if (screen != NULL) delscreen(screen);
  for (int index = 0; index < 2; index++) {
    if (files[index] != NULL) fclose(files[index]);
    files[index] = NULL;
  }
  keywright_close_output();
  keywright_window = NULL;
  screen = NULL;
  keywright_disarm_signals();
  keywright_release_terminal();
}

void keywright_read_size(int *rows, int *columns) {
  if (!keywright_ask_size(rows, columns)) {
    getmaxyx(stdscr, *rows, *columns);
  } else if (is_term_resized(*rows, *columns)) {
    // Unlike resizeterm, this pushes no KEY_RESIZE into the input.
    resize_term(*rows, *columns);
  }
  keywright_build_reset(*rows);
}

void keywright_enter(void) {
  if (screen == NULL) return;
  keywright_hold_standard_error();
  keywright_active = 1;
  // The second screen ncurses enters itself before it next draws.
  reset_prog_mode();
  keywright_reset_output();
  bool collects = keywright_begin_collecting();
  keypad(keywright_window, TRUE);
  if (collects) keywright_end_collecting();
#if defined(NCURSES_EXT_FUNCS)
  // The mouse is decoded by ourselves: ncurses keeps 8 events, and waits on those that it filters.
  // Only after the first keypad is there a table that the key can be taken from.
  keyok(KEY_MOUSE, FALSE);
#endif
  // At once: it wakes the terminal up while the frame is still being made.
  if (keywright_terminal.is_xterm_like) keywright_send("\033[?2004h");
  reports_mouse = false;
  keywright_set_mouse(wants_mouse);
  keywright_forget_screen();
}

void keywright_leave(void) {
  if (screen == NULL || !keywright_active) return;
  sigset_t background;
  sigset_t before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  // Leaving must succeed from the background too.
  pthread_sigmask(SIG_BLOCK, &background, &before);
  if (keywright_terminal.is_xterm_like) keywright_send("\033[?2004l");
  if (reports_mouse) keywright_send("\033[?1006l\033[?1000l");
  reports_mouse = false;
  struct termios now;
  // Asked before endwin, which sets the line as it was at the start.
  const struct termios *settings = keywright_settings_to_leave(&now);
  endwin();
  // The shell goes on below what is drawn, not over it.
  if (!keywright_has_second_screen()) keywright_send("\r\n");
  keywright_note_absence();
  tcsetattr(keywright_terminal.output, TCSADRAIN, settings);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  keywright_active = 0;
  keywright_release_standard_error();
}

void keywright_set_mouse(bool on) {
  wants_mouse = on;
  if (!keywright_terminal.is_xterm_like || !keywright_active || on == reports_mouse) return;
  keywright_send_with_frame(on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
  reports_mouse = on;
}

void keywright_forget_screen(void) { clearok(curscr, TRUE); }

bool keywright_send_sequence(const uint8_t *bytes, int count) {
  if (!keywright_terminal.is_xterm_like || !keywright_active) return false;
  keywright_write_all(keywright_terminal.output, (const char *)bytes, (size_t)count);
  return true;
}
