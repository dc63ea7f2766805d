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

/// The last scalar that the terminal shows as one byte; 0 where it shows UTF-8.
static unsigned last_byte;
/// A character of which the rest comes with the next bytes.
static struct {
  unsigned scalar;
  int missing;
} partial;

void keywright_set_last_byte(unsigned last) { last_byte = last; }

/// Encodes what ncurses wrote as UTF-8 for a terminal of one byte a character, in place: the C
/// library's own converters are not used (see CLocale). Returns how many bytes there are then.
static size_t encode(char *bytes, size_t count) {
  if (last_byte == 0) return count;
  size_t length = 0;
  for (size_t index = 0; index < count; index++) {
    unsigned byte = (unsigned char)bytes[index];
    if (byte < 0x80) {
      partial.missing = 0;
      bytes[length++] = (char)byte;
      continue;
    }
    if (byte >= 0xC0) {
      partial.missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
      partial.scalar = byte & (0x3Fu >> partial.missing);
      continue;
    }
    if (partial.missing == 0) continue;
    partial.scalar = partial.scalar << 6 | (byte & 0x3F);
    if (--partial.missing > 0) continue;
    bytes[length++] = partial.scalar >= 0xA0 && partial.scalar <= last_byte ? (char)partial.scalar
                                                                            : '?';
  }
  return length;
}

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
  partial.missing = 0;
  for (off_t place = 0; place < collected;) {
    size_t room = sizeof bytes - count;
    size_t rest = (size_t)(collected - place);
    ssize_t more = pread(memory, bytes + count, rest < room ? rest : room, place);
    if (more <= 0) break;
    place += more;
    count += encode(bytes + count, (size_t)more);
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
