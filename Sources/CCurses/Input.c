// Input: sleeping until something comes, and bytes and keys as they come.

#define NCURSES_WIDECHAR 1

#include "Internal.h"
#include "Window.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/select.h>
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

/// Arrows with Control or Alt have no code of their own, only a name that terminfo gives them.
static int translate_name(const char *name) {
  static const struct {
    const char *name;
    int key;
  } names[] = {
      {"kLFT5", KEYWRIGHT_KEY_WORD_LEFT},   {"kLFT3", KEYWRIGHT_KEY_WORD_LEFT},
      {"kRIT5", KEYWRIGHT_KEY_WORD_RIGHT},  {"kRIT3", KEYWRIGHT_KEY_WORD_RIGHT},
      {"kDC5", KEYWRIGHT_KEY_DELETE_WORD},  {"kDC3", KEYWRIGHT_KEY_DELETE_WORD},
  };
  for (size_t index = 0; name != NULL && index < sizeof names / sizeof names[0]; index++) {
    if (strcmp(name, names[index].name) == 0) return names[index].key;
  }
  return KEYWRIGHT_KEY_OTHER;
}

static int translate(int code) {
  // The corners of the keypad come under names of their own on a VT100.
  switch (code) {
  case KEY_SR:
  case KEY_UP: return KEYWRIGHT_KEY_UP;
  case KEY_SF:
  case KEY_DOWN: return KEYWRIGHT_KEY_DOWN;
  case KEY_SLEFT:
  case KEY_LEFT: return KEYWRIGHT_KEY_LEFT;
  case KEY_SRIGHT:
  case KEY_RIGHT: return KEYWRIGHT_KEY_RIGHT;
  case KEY_HOME:
  case KEY_FIND:
  case KEY_A1: return KEYWRIGHT_KEY_HOME;
  case KEY_END:
  case KEY_SELECT:
  case KEY_LL:
  case KEY_C1: return KEYWRIGHT_KEY_END;
  case KEY_PPAGE:
  case KEY_A3: return KEYWRIGHT_KEY_PAGE_UP;
  case KEY_NPAGE:
  case KEY_C3: return KEYWRIGHT_KEY_PAGE_DOWN;
  case KEY_IC: return KEYWRIGHT_KEY_INSERT;
  case KEY_DC: return KEYWRIGHT_KEY_DELETE;
  case KEY_BACKSPACE: return KEYWRIGHT_KEY_BACKSPACE;
  case KEY_BTAB: return KEYWRIGHT_KEY_BACK_TAB;
  case KEY_ENTER: return KEYWRIGHT_KEY_ENTER;
  default:
    if (code > KEY_F0 && code <= KEY_F(63)) return KEYWRIGHT_KEY_FUNCTION + code - KEY_F0;
    return translate_name(keyname(code));
  }
}

int keywright_read_key(void) {
  // Bytes, not get_wch: measured with ncurses 6.4, that one loses a character whose bytes come in
  // two reads, and swallows the keys that follow a byte which is not UTF-8.
  errno = 0;
  int code = wgetch(keywright_window);
  if (code == ERR) {
    bool is_gone = errno == EIO || errno == ENXIO || errno == EBADF;
    return is_gone ? KEYWRIGHT_KEY_FAILED : KEYWRIGHT_KEY_NONE;
  }
  return code >= 0 && code < 256 ? code : translate(code);
}

int keywright_read_bytes(uint8_t *bytes, int limit) {
  struct pollfd place = {.fd = keywright_terminal.input, .events = POLLIN};
#ifdef __APPLE__
  if (!(keywright_wait(0) & KEYWRIGHT_READY_INPUT)) return 0;
#else
  if (poll(&place, 1, 0) <= 0) return 0;
#endif
  ssize_t count = read(place.fd, bytes, (size_t)limit);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  // End of file counts as gone: with a minimum of one byte, a live terminal never gives none.
  return count > 0 ? (int)count : -1;
}
