// Input: bytes as they come, and how the terminal spells its keys.

#include "Internal.h"

#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

int keywright_read_bytes(uint8_t *bytes, int limit) {
  if (!keywright_has_input()) return 0;
  ssize_t count = read(keywright_terminal.input, bytes, (size_t)limit);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  // End of file counts as gone: with a minimum of one byte, a live terminal never gives none.
  return count > 0 ? (int)count : -1;
}

int keywright_escape_delay(void) {
  const char *text = getenv("ESCDELAY");
  char *end;
  // One for whoever has set none, as slow lines are rare, and one second is felt.
  if (text == NULL || *text == '\0') return 25;
  long delay = strtol(text, &end, 10);
  return *end == '\0' && delay >= 0 && delay <= 30000 ? (int)delay : 25;
}

const char *keywright_key_text(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}
