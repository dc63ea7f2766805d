// Input: sleeping until something comes, bytes as they come, and how the terminal spells its keys.

#include "Internal.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <term.h>
#include <unistd.h>

#ifdef __APPLE__

/// poll(2) knows no terminals here.
int keywright_wait(int milliseconds) {
  int terminal = keywright_terminal.input;
  int signals = keywright_signal_descriptor();
  struct timeval time = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000};
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(terminal, &readable);
  FD_SET(signals, &readable);
  int highest = terminal > signals ? terminal : signals;
  if (select(highest + 1, &readable, NULL, NULL, milliseconds < 0 ? NULL : &time) < 0) {
    return errno == EINTR ? KEYWRIGHT_READY_SIGNAL : KEYWRIGHT_READY_HANG_UP;
  }
  return (FD_ISSET(terminal, &readable) ? KEYWRIGHT_READY_INPUT : 0) |
         (FD_ISSET(signals, &readable) ? KEYWRIGHT_READY_SIGNAL : 0);
}

#else

int keywright_wait(int milliseconds) {
  struct pollfd places[2] = {
      {.fd = keywright_terminal.input, .events = POLLIN},
      {.fd = keywright_signal_descriptor(), .events = POLLIN},
  };
  if (poll(places, 2, milliseconds) < 0) {
    return errno == EINTR ? KEYWRIGHT_READY_SIGNAL : KEYWRIGHT_READY_HANG_UP;
  }
  bool is_gone = (places[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  return (is_gone ? KEYWRIGHT_READY_HANG_UP : 0) |
         (!is_gone && (places[0].revents & POLLIN) ? KEYWRIGHT_READY_INPUT : 0) |
         (places[1].revents & POLLIN ? KEYWRIGHT_READY_SIGNAL : 0);
}

#endif

int keywright_read_bytes(uint8_t *bytes, int limit) {
#ifdef __APPLE__
  if (!(keywright_wait(0) & KEYWRIGHT_READY_INPUT)) return 0;
#else
  struct pollfd place = {.fd = keywright_terminal.input, .events = POLLIN};
  if (poll(&place, 1, 0) <= 0) return 0;
#endif
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
