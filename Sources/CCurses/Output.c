// What goes to the terminal, and when: a frame in one write.
//
// ncurses writes a frame in pieces, the cursor's look first, then whatever fills its buffer. Each
// piece wakes the terminal up, and what a signal cuts off from one is lost. It also asks what it
// writes to for the size of the screen, and believes the answer. So it writes into memory, and what
// it wrote goes out together.

#include "Internal.h"

#include <curses.h>
#include <string.h>
#include <unistd.h>

/// Where what ncurses writes is collected.
static FILE *file;
static int memory = -1;
/// Modes that go out with the mark of the next frame: each write by itself wakes the terminal up.
static char due[128];

FILE *keywright_open_output(void) {
  memory = keywright_open_memory("keywright-frame");
  if (memory < 0) return NULL;
  file = fdopen(memory, "w");
  if (file == NULL) close(memory);
  return file;
}

void keywright_close_output(void) {
  if (file != NULL) fclose(file);
  file = NULL;
  memory = -1;
}

void keywright_reset_output(void) {
  due[0] = '\0';
  lseek(memory, 0, SEEK_SET);
}

void keywright_send_modes(void) {
  keywright_write_all(keywright_terminal.output, due, strlen(due));
  due[0] = '\0';
}

void keywright_send_with_frame(const char *text) {
  size_t count = strlen(due);
  if (count + strlen(text) < sizeof due) memcpy(due + count, text, strlen(text) + 1);
}

/// Sends the modes that are due, what was collected, and an end.
static void send_all(const char *end) {
  char bytes[4096];
  size_t count = strlen(due);
  off_t collected = lseek(memory, 0, SEEK_CUR);
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

void keywright_flush(int cursor_row, int cursor_column, bool shows_cursor, bool synchronized) {
  bool marks = synchronized && keywright_terminal.is_ansi;
  if (marks) keywright_send_with_frame("\033[?2026h");
  curs_set(shows_cursor ? 1 : 0);
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
  send_all(marks ? "\033[?2026l" : "");
}
