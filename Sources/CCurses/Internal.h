#ifndef KEYWRIGHT_INTERNAL_H
#define KEYWRIGHT_INTERNAL_H

#include "CCurses.h"

#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <termios.h>

// What the files of this module share. Everything here may be read by a signal handler: it is set
// before `active` is.

/// The terminal that the interface is drawn on.
struct keywright_terminal {
  /// The descriptor that keys are read from.
  int input;
  /// The descriptor that is drawn on; the same terminal.
  int output;
  /// The line settings to give back.
  struct termios saved;
  /// The line settings of the interface, once they are set.
  struct termios ours;
  bool has_ours;
  /// Understands `CSI ? … h` at least so far that it ignores what it does not know.
  bool is_ansi;
  /// Knows bracketed paste and the mouse, or ignores them.
  bool is_xterm_like;
  /// Is not known to lack bracketed paste.
  bool has_brackets;
};

extern struct keywright_terminal keywright_terminal;

/// Whether modes are set that a crash must undo.
extern volatile sig_atomic_t keywright_active;

// Terminal.c

/// Opens the descriptors and checks TERM; leaves nothing open on failure.
enum keywright_outcome keywright_find_terminal(void);

/// Closes the descriptors.
void keywright_release_terminal(void);

/// The line settings to leave behind: the saved ones, unless the terminal is another job's by now
/// and that job has set its own, which are then read into `now`. Safe in a signal handler.
const struct termios *keywright_settings_to_leave(struct termios *now);

/// Asks the terminal's driver for the size; false if it does not know.
///
/// A larger one than KEYWRIGHT_MOST_ROWS or KEYWRIGHT_MOST_COLUMNS is said to be that: ncurses counts
/// in 16 bits and has no cells for what some terminals report, and no screen is as large.
bool keywright_ask_size(int *rows, int *columns);
enum { KEYWRIGHT_MOST_ROWS = 500, KEYWRIGHT_MOST_COLUMNS = 1000 };

// Terminfo.c

/// Checks that TERM names a terminal that can be drawn on, and notes what it understands.
enum keywright_outcome keywright_check_terminfo(void);

/// newterm with the entry that is built in, for terminals of the kind of xterm that the database does
/// not have.
struct screen *keywright_begin_builtin(FILE *output, FILE *input);

/// Whether TERM names one that can be drawn on if it is known at all: newterm can be asked at once.
bool keywright_is_surely_drawable(void);

/// Notes what the terminal understands, and copies what undoes its modes; false if it cannot be
/// drawn on. Terminfo must be set up.
bool keywright_note_terminfo(void);

// Cells.c

/// Starts colors, where they are wanted and the terminal has them.
void keywright_open_palette(bool colors);

// Restore.c

/// Copies the capabilities that undo modes; terminfo must be set up.
void keywright_capture_reset(void);

/// Builds the reset anew for a screen of so many rows; terminfo must be set up.
void keywright_build_reset(int rows);

/// Undoes every mode without ncurses, and drops what was typed. Safe in a signal handler.
void keywright_restore(void);

/// Undoes the modes of the screen, not those of the line.
void keywright_send_reset(void);

/// What has the terminal send its keys as its entry says.
const char *keywright_keypad_on(void);

/// Writes all bytes, whatever interrupts. Safe in a signal handler.
void keywright_write_all(int descriptor, const char *bytes, size_t count);

// Output.c

/// What ncurses writes to: memory; NULL if there is none.
FILE *keywright_open_output(void);

/// Gives it back.
void keywright_close_output(void);

/// Drops what waits to be sent.
void keywright_reset_output(void);

/// Sends a short text with the next frame, before its cells.
void keywright_send_with_frame(const char *text);

/// Sends at once what was to go with the next frame.
void keywright_send_modes(void);

// Platform.c

/// Memory that is read and written like a file; -1 if there is none.
int keywright_open_memory(const char *name);

/// Whether the terminal has bytes, or is gone.
bool keywright_has_input(void);

/// Signals that kill and that only this system has, with a zero behind them.
extern const int keywright_more_signals[];

/// Makes the clock that ends a process which hangs in its farewell.
void keywright_open_clock(void);

/// Has SIGALRM come after so many milliseconds; 0 stops the clock. Safe in a signal handler.
void keywright_start_clock(int milliseconds);

/// Whether the terminal's driver sent a signal, and no process.
bool keywright_is_typed(const siginfo_t *info);

// StandardError.c

/// Sends standard error to memory from now on, if it is a terminal.
void keywright_hold_standard_error(void);

/// Gives standard error back and replays what was held. Safe in a signal handler.
void keywright_release_standard_error(void);

// Signals.c

/// Takes the signals over; false if the pipe cannot be had.
bool keywright_arm_signals(void);

/// Takes those over again that ncurses may have set since.
void keywright_rearm_signals(void);

/// Gives the signals back as they were.
void keywright_disarm_signals(void);

/// The descriptor that becomes readable when a signal has come.
int keywright_signal_descriptor(void);

/// Says whether the process was continued since this was last asked.
bool keywright_was_continued(void);

#endif
