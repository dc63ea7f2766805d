// What goes to the terminal, and when: a frame in one write.
//
// ncurses writes a frame in pieces, the cursor's look first, then whatever fills its buffer. Each
// piece wakes the terminal up, and what a signal cuts off from one is lost. So ncurses writes into
// memory, and what it wrote goes out together.

#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "Internal.h"

#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// The descriptor that ncurses writes to.
static int stream = -1;
/// Where what ncurses writes is collected, and how much of it waits there.
static int memory = -1;
static off_t collected;
/// Modes that go out with the mark of the next frame: each write by itself wakes the terminal up.
static char due[64];
/// Whether ncurses has left the screen and not come back yet.
static bool is_away;

void keywright_open_output(int descriptor) {
  stream = descriptor;
  keywright_reset_output();
}

void keywright_close_output(void) {
  if (memory >= 0) close(memory);
  memory = stream = -1;
}

void keywright_reset_output(void) {
  due[0] = '\0';
  if (memory >= 0) lseek(memory, 0, SEEK_SET);
  collected = 0;
}

void keywright_note_absence(void) { is_away = true; }

void keywright_send(const char *text) {
  keywright_write_all(keywright_terminal.output, text, strlen(text));
}

void keywright_send_with_frame(const char *text) {
  size_t count = strlen(due);
  if (count + strlen(text) < sizeof due) memcpy(due + count, text, strlen(text) + 1);
}

bool keywright_begin_collecting(void) {
  if (memory < 0) memory = keywright_open_memory("keywright-frame");
  return memory >= 0 && dup2(memory, stream) == stream;
}

void keywright_end_collecting(void) {
  while (dup2(keywright_terminal.output, stream) < 0 && errno == EINTR) continue;
  collected = lseek(memory, 0, SEEK_CUR);
}

/// Sends the modes that are due, what was collected, and an end.
static void send_all(const char *end) {
  char bytes[4096];
  size_t count = strlen(due);
  memcpy(bytes, due, count);
  for (off_t place = 0; place < collected;) {
    size_t room = sizeof bytes - count;
    size_t rest = (size_t)(collected - place);
    ssize_t more = pread(memory, bytes + count, rest < room ? rest : room, place);
    if (more <= 0) break;
    place += more;
    count += (size_t)more;
    if (count < sizeof bytes) continue;
    keywright_write_all(keywright_terminal.output, bytes, count);
    count = 0;
  }
  if (count + strlen(end) > sizeof bytes) {
    keywright_write_all(keywright_terminal.output, bytes, count);
    count = 0;
  }
  memcpy(bytes + count, end, strlen(end));
  keywright_write_all(keywright_terminal.output, bytes, count + strlen(end));
  keywright_reset_output();
}

static void draw(int cursor_row, int cursor_column, bool shows_cursor) {
  curs_set(shows_cursor ? 1 : 0);
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}

/// Draws without the memory between, until no signal has cut anything off.
static void draw_whole(int cursor_row, int cursor_column, bool shows_cursor) {
  do {
    keywright_write_was_cut = 0;
    keywright_drawing = 1;
    draw(cursor_row, cursor_column, shows_cursor);
    keywright_drawing = 0;
    // ncurses drops the rest of a write that a signal cut short: paint again.
    if (keywright_write_was_cut) clearok(curscr, TRUE);
  } while (keywright_write_was_cut && !keywright_is_terminating());
}

void keywright_flush(int cursor_row, int cursor_column, bool shows_cursor, bool synchronized) {
  bool marks = synchronized && keywright_terminal.is_ansi;
  if (marks) keywright_send_with_frame("\033[?2026h");
  // Coming back, ncurses asks its descriptor for the size of the screen and sets the line.
  if (!is_away && keywright_begin_collecting()) {
    draw(cursor_row, cursor_column, shows_cursor);
    keywright_end_collecting();
  } else {
    send_all("");
    draw_whole(cursor_row, cursor_column, shows_cursor);
    is_away = false;
  }
  send_all(marks ? "\033[?2026l" : "");
}
