// The screen: ncurses opened, its modes, and what it sends.

#include "Internal.h"

#include <curses.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static SCREEN *screen;
/// Nothing: keys are read past ncurses, which knows those of the terminal that TERM names and would
/// take everything else apart into characters.
static FILE *input;
static bool reports_mouse, wants_mouse;

/// Control-S, -Q, -V and -O are keys like others; Control-C stays a signal. Control-Z comes as a
/// byte: its signal would stop a parent script as well, and at once, so that the shell would have the
/// terminal before this process had left its modes.
static void set_line_modes(void) {
  struct termios ours = keywright_terminal.saved;
  ours.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
  ours.c_oflag &= ~(tcflag_t)ONLCR;
  ours.c_lflag &= ~(tcflag_t)(IEXTEN | ICANON | ECHO | ECHONL);
  ours.c_lflag |= ISIG;
  ours.c_cc[VSUSP] = (cc_t)_POSIX_VDISABLE;
  ours.c_cc[VMIN] = 1;
  ours.c_cc[VTIME] = 0;
  tcsetattr(keywright_terminal.output, TCSANOW, &ours);
  keywright_terminal.ours = ours;
  // As the driver has it now: it is compared with what another job may have set.
  keywright_terminal.has_ours = tcgetattr(keywright_terminal.output, &keywright_terminal.ours) == 0;
}

/// Has ncurses begin with a size: it has no terminal to ask, and what is exported as LINES and COLUMNS
/// is of another window.
static SCREEN *begin(FILE *output, int rows, int columns) {
  static const char *const names[2] = {"LINES", "COLUMNS"};
  const int numbers[2] = {rows, columns};
  char *before[2];
  for (int index = 0; index < 2; index++) {
    char text[16];
    const char *value = getenv(names[index]);
    before[index] = value == NULL ? NULL : strdup(value);
    snprintf(text, sizeof text, "%d", numbers[index]);
    setenv(names[index], text, 1);
  }
  SCREEN *begun = newterm(NULL, output, input);
  if (begun == NULL && keywright_is_surely_drawable()) begun = keywright_begin_builtin(output, input);
  for (int index = 0; index < 2; index++) {
    if (before[index] == NULL) {
      unsetenv(names[index]);
    } else {
      setenv(names[index], before[index], 1);
    }
    free(before[index]);
  }
  return begun;
}

/// Until it has come back from endwin once, ncurses flushes its output at every motion of the cursor.
/// So it leaves once before it has begun, and enters before a color is set: with colors, it would also
/// give back the whole palette, and with that what the person has made of it.
static void leave_once(void) {
  endwin();
  keywright_reset_output();
  doupdate();
}

static enum keywright_outcome open_screen(int rows, int columns) {
  FILE *output = keywright_open_output();
  input = fopen("/dev/null", "re");
  if (output == NULL || input == NULL) return KEYWRIGHT_FAILED;
  screen = begin(output, rows, columns);
  if (screen == NULL) {
    enum keywright_outcome reason = keywright_check_terminfo();
    return reason == KEYWRIGHT_OPENED ? KEYWRIGHT_FAILED : reason;
  }
  if (!keywright_note_terminfo()) return KEYWRIGHT_CANNOT_MOVE_CURSOR;
  leaveok(stdscr, FALSE);
  // Its input is never there, and always readable.
  typeahead(-1);
  leave_once();
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
  // Nothing of the terminal is changed before it is known that it can be drawn on.
  keywright_ask_size(&rows, &columns);
  outcome = open_screen(rows, columns);
  if (outcome != KEYWRIGHT_OPENED) return give_up(outcome);
  keywright_rearm_signals();
  keywright_read_size(&rows, &columns);
  keywright_open_palette(colors);
  keywright_enter();
  return KEYWRIGHT_OPENED;
}

void keywright_close(void) {
  keywright_leave();
  if (screen != NULL) delscreen(screen);
  screen = NULL;
  keywright_close_output();
  if (input != NULL) fclose(input);
  input = NULL;
  keywright_disarm_signals();
  keywright_release_terminal();
}

void keywright_read_size(int *rows, int *columns) {
  if (!keywright_ask_size(rows, columns)) {
    getmaxyx(stdscr, *rows, *columns);
  } else if (is_term_resized(*rows, *columns)) {
    resize_term(*rows, *columns);
  }
  keywright_build_reset(*rows);
}

/// What is asked of the terminal besides its screen.
static void send_modes(void) {
  // Cursor keys and the like as the entry has them, but the keypad types digits and signs: in
  // application mode some terminals send nothing for them, some commands.
  keywright_send_with_frame(keywright_keypad_on());
  if (keywright_terminal.is_ansi) keywright_send_with_frame("\033>");
  if (keywright_terminal.is_xterm_like) keywright_send_with_frame("\033[?2004h");
}

void keywright_enter(void) {
  if (screen == NULL) return;
  keywright_hold_standard_error();
  keywright_active = 1;
  set_line_modes();
  // At once: it wakes the terminal up while the frame is still being made.
  send_modes();
  keywright_send_modes();
  reports_mouse = false;
  keywright_set_mouse(wants_mouse);
  // The second screen ncurses enters itself before it next draws.
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
  struct termios now;
  const struct termios *settings = keywright_settings_to_leave(&now);
  // What ncurses would send is in the reset, which is ours.
  endwin();
  keywright_reset_output();
  keywright_send_reset();
  reports_mouse = false;
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

void keywright_renew_modes(void) {
  if (!keywright_active) return;
  send_modes();
  if (reports_mouse) keywright_send_with_frame("\033[?1000h\033[?1006h");
}

void keywright_forget_screen(void) { clearok(curscr, TRUE); }

bool keywright_send_sequence(const uint8_t *bytes, int count) {
  if (!keywright_terminal.is_xterm_like || !keywright_active) return false;
  keywright_write_all(keywright_terminal.output, (const char *)bytes, (size_t)count);
  return true;
}
