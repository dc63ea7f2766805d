#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stdint.h>

// What Swift needs of ncurses and of the terminal below it, as plain functions.
//
// The header leaves <curses.h> out on purpose: its macros, mutable globals and variadic functions
// do not come through to Swift, its short names (`move`, `erase`, `timeout`) would, and macOS keeps
// it elsewhere. All state lives in this module: a process has one terminal.

// Finding and opening the terminal.

/// How opening ended.
enum keywright_outcome {
  KEYWRIGHT_OPENED = 0,
  KEYWRIGHT_NO_TERMINAL,
  KEYWRIGHT_UNKNOWN_TERM,
  KEYWRIGHT_CANNOT_MOVE_CURSOR,
  KEYWRIGHT_IN_BACKGROUND,
  KEYWRIGHT_FAILED,
};

/// Opens the terminal, arms the signals, and enters the interface's modes.
///
/// `colors` asks for the palette. The locale must have been set.
enum keywright_outcome keywright_open(bool colors);

/// Leaves the modes, gives the signals back and frees everything. Safe to call twice.
void keywright_close(void);

/// The colors that can be given to pairs; 0 where none was asked for or none shows.
int keywright_color_count(void);

/// Gives a pair, counted from 1, its color on the terminal's own background.
void keywright_set_color(int pair, int color);

/// The size in cells, from the terminal's driver, but no more than can be drawn on; ncurses is told
/// of a change.
void keywright_read_size(int *rows, int *columns);

// Modes.

/// Enters the interface's modes again after `keywright_leave`.
void keywright_enter(void);

/// Leaves every mode, restores the saved line settings, and lets held standard error out.
void keywright_leave(void);

/// Switches reports of the mouse on or off.
void keywright_set_mouse(bool on);

/// Sets every mode again with the next frame: the terminal may be another one by now.
void keywright_renew_modes(void);

/// The byte that asks for a stop (Control-Z by custom), or -1 if none does.
int keywright_suspend_byte(void);

/// Says whether the process may stop itself: not when it leads its session.
bool keywright_may_stop(void);

/// Stops the whole process group by a signal's default action; false if nothing stopped it.
bool keywright_stop(int signal);

/// Waits, stopped, until the process group is in the foreground; false if that cannot be had.
bool keywright_wait_for_foreground(void);

// Drawing.

/// Attribute bits of `keywright_put`, the same as those of `Style.Attributes`.
enum keywright_attribute {
  KEYWRIGHT_BOLD = 1,
  KEYWRIGHT_REVERSE = 2,
  KEYWRIGHT_UNDERLINE = 4,
  KEYWRIGHT_DIM = 8,
};

/// Forgets what the terminal shows, so that the next flush paints all of it.
void keywright_forget_screen(void);

/// Blanks all rows in memory.
void keywright_blank_screen(void);

/// Blanks one row in memory.
void keywright_blank_row(int row);

/// Writes one cluster in UTF-8 into one cell: a base character and up to four marks.
///
/// `pair` is 0 for the terminal's own colors, else one that `keywright_set_color` was told of.
void keywright_put(int row, int column, const char *cluster, unsigned attributes, int pair);

/// The same for a cluster of one scalar.
void keywright_put_scalar(int row, int column, uint32_t scalar, unsigned attributes, int pair);

/// The same for ASCII characters side by side, each in a cell of its own.
void keywright_put_ascii(
    int row, int column, const uint8_t *bytes, int count, unsigned attributes, int pair);

/// Sends the difference to the terminal, cursor last; between the marks of a synchronized update
/// when `synchronized` is set.
void keywright_flush(int cursor_row, int cursor_column, bool shows_cursor, bool synchronized);

/// Sends an escape sequence that ncurses need not know of, between two frames; false where the
/// terminal might show it as text.
bool keywright_send_sequence(const uint8_t *bytes, int count);

// Input.

/// What `keywright_wait` found, as bits.
enum keywright_ready {
  KEYWRIGHT_READY_INPUT = 1,
  KEYWRIGHT_READY_SIGNAL = 2,
  KEYWRIGHT_READY_HANG_UP = 4,
};

/// Sleeps until the terminal or a signal has something, or for a time; a negative one is endless.
int keywright_wait(int milliseconds);

/// Reads at most `limit` bytes without waiting; 0 when there are none or the terminal is at its end,
/// -1 when it is gone.
int keywright_read_bytes(uint8_t *bytes, int limit);

/// Whether the terminal is believed to put brackets around a paste.
bool keywright_has_brackets(void);

/// How long a lone escape may be the start of a sequence, in milliseconds: ESCDELAY, or 25.
int keywright_escape_delay(void);

/// The bytes of a key by its terminfo name, as `kcuu1`; NULL where the terminal has no such key.
const char *keywright_key_text(const char *name);

// Signals.

/// The next signal that came, or 0; `from_terminal` says whether the terminal's driver sent it.
int keywright_next_signal(bool *from_terminal);

/// Gives the handling of a terminating signal, come or still to come, that much time from now on;
/// 0 stops the clock.
void keywright_set_deadline(int milliseconds);

/// Says that the terminal shows one byte a character, up to this scalar; 0, as it is at the start,
/// where it shows UTF-8.
void keywright_set_last_byte(unsigned last);

/// Says whether HUP, TERM and INT restore the terminal and end the process at once, typed or sent:
/// right while there is nothing to save and no loop that would be told.
void keywright_die_at_once(bool at_once);

/// Says whether a terminating signal has come.
bool keywright_is_terminating(void);

/// Takes the handlers of crashes away that the language's runtime has set: its backtracer waits half
/// a minute for a key and changes the wait status.
void keywright_die_plainly(void);

/// Ends the process by a signal's default action, so that the wait status tells the truth.
void keywright_die(int signal) __attribute__((noreturn));

#endif
