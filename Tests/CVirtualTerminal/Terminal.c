#define _GNU_SOURCE
#include "CVirtualTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int cvt_resize_terminal(int master, int rows, int columns) {
  struct winsize size = {
    .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns,
  };
  return ioctl(master, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int cvt_unread_input(int slave) {
  int count = 0;
  return ioctl(slave, FIONREAD, &count) == 0 ? count : -1;
}

int cvt_open_terminal(int rows, int columns, int *master, int *slave) {
  char name[128];
  struct termios settings;
  int error;
  *slave = -1;
#ifdef __linux__
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
#else
  *master = posix_openpt(O_RDWR | O_NOCTTY);
  if (*master >= 0) fcntl(*master, F_SETFD, FD_CLOEXEC);
#endif
  if (*master < 0) return errno;
  if (grantpt(*master) != 0 || unlockpt(*master) != 0) goto failed;
  if (ptsname_r(*master, name, sizeof name) != 0) goto failed;
  *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave < 0) goto failed;
  // As every terminal emulator in a UTF-8 locale does.
  if (tcgetattr(*slave, &settings) != 0) goto failed;
  settings.c_iflag |= IUTF8;
  if (tcsetattr(*slave, TCSANOW, &settings) != 0) goto failed;
  error = cvt_resize_terminal(*master, rows, columns);
  if (!error) error = cvt_set_nonblocking(*master);
  if (!error) return 0;
  errno = error;
failed:
  error = errno;
  close(*master);
  if (*slave >= 0) close(*slave);
  return error;
}

int cvt_get_settings(int terminal, cvt_settings *settings) {
  struct termios raw;
  memset(settings, 0, sizeof *settings);
  if (tcgetattr(terminal, &raw) != 0) return errno;
  settings->input = (uint32_t)raw.c_iflag;
  settings->output = (uint32_t)raw.c_oflag;
  settings->control = (uint32_t)raw.c_cflag;
  settings->local = (uint32_t)raw.c_lflag;
  settings->character_count = NCCS < 32 ? NCCS : 32;
  memcpy(settings->characters, raw.c_cc, (size_t)settings->character_count);
  return 0;
}
