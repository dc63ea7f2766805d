// Which terminal to draw on, and whose turn it is.

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct keywright_terminal keywright_terminal = {.input = -1, .output = -1};

/// ncurses drops what a write to a non-blocking descriptor leaves over.
static bool is_usable(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  return isatty(descriptor) && flags >= 0 && (flags & O_NONBLOCK) == 0;
}

static bool open_descriptors(void) {
  if (is_usable(STDIN_FILENO) && is_usable(STDOUT_FILENO)) {
    keywright_terminal.input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    keywright_terminal.output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  } else {
    keywright_terminal.input = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (keywright_terminal.input < 0) return false;
    keywright_terminal.output = fcntl(keywright_terminal.input, F_DUPFD_CLOEXEC, 3);
  }
  return keywright_terminal.input >= 0 && keywright_terminal.output >= 0;
}

enum keywright_outcome keywright_find_terminal(void) {
  enum keywright_outcome outcome = KEYWRIGHT_NO_TERMINAL;
  // To read the entry twice would be a thirtieth of a start.
  if (open_descriptors()) {
    outcome = keywright_is_surely_drawable() ? KEYWRIGHT_OPENED : keywright_check_terminfo();
  }
  // In the background, the settings to save would be those of the shell's line editor.
  if (outcome == KEYWRIGHT_OPENED && !keywright_wait_for_foreground()) {
    outcome = KEYWRIGHT_IN_BACKGROUND;
  }
  if (outcome == KEYWRIGHT_OPENED &&
      tcgetattr(keywright_terminal.output, &keywright_terminal.saved) != 0) {
    outcome = KEYWRIGHT_NO_TERMINAL;
  }
  if (outcome != KEYWRIGHT_OPENED) keywright_release_terminal();
  return outcome;
}

void keywright_release_terminal(void) {
  if (keywright_terminal.input >= 0) close(keywright_terminal.input);
  if (keywright_terminal.output >= 0) close(keywright_terminal.output);
  keywright_terminal.input = keywright_terminal.output = -1;
  keywright_terminal.has_ours = false;
}

const struct termios *keywright_settings_to_leave(struct termios *now) {
  const struct termios *ours = &keywright_terminal.ours;
  pid_t owner = tcgetpgrp(keywright_terminal.output);
  if (owner <= 0 || owner == getpgrp() || !keywright_terminal.has_ours) {
    return &keywright_terminal.saved;
  }
  if (tcgetattr(keywright_terminal.output, now) != 0) return &keywright_terminal.saved;
  bool is_untouched = now->c_iflag == ours->c_iflag && now->c_oflag == ours->c_oflag &&
                      now->c_lflag == ours->c_lflag;
  return is_untouched ? &keywright_terminal.saved : now;
}

int keywright_suspend_byte(void) {
  struct sigaction action;
  cc_t byte = keywright_terminal.saved.c_cc[VSUSP];
  bool is_off = byte == (cc_t)_POSIX_VDISABLE;
  // A shell without job control has stops ignored: then it is a key like others.
  if (is_off || sigaction(SIGTSTP, NULL, &action) != 0) return -1;
  return (action.sa_flags & SA_SIGINFO) == 0 && action.sa_handler == SIG_IGN ? -1 : byte;
}

bool keywright_ask_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(keywright_terminal.output, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row < KEYWRIGHT_MOST_ROWS ? size.ws_row : KEYWRIGHT_MOST_ROWS;
  *columns = size.ws_col < KEYWRIGHT_MOST_COLUMNS ? size.ws_col : KEYWRIGHT_MOST_COLUMNS;
  return true;
}

bool keywright_may_stop(void) {
  // Nobody would continue the leader of a session.
  return getsid(0) != getpid();
}

bool keywright_stop(int signal) {
  sigset_t only;
  sigset_t before;
  struct sigaction stop = {.sa_handler = SIG_DFL};
  struct sigaction old;
  sigemptyset(&stop.sa_mask);
  sigemptyset(&only);
  sigaddset(&only, signal);
  keywright_was_continued();
  // Both signals wait until the mask lets them in, so that this very thread stops, and once:
  // SIGCONT discards stop signals that are still waiting.
  pthread_sigmask(SIG_BLOCK, &only, &before);
  sigaction(signal, &stop, &old);
  raise(signal);
  kill(0, signal);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  // Here the process stands still, unless its group is orphaned: then the signal is discarded.
  sigaction(signal, &old, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return keywright_was_continued();
}

bool keywright_wait_for_foreground(void) {
  for (;;) {
    pid_t owner = tcgetpgrp(keywright_terminal.output);
    // Not the controlling terminal, or owned by a group of another name space: no turns are taken.
    if (owner <= 0 || owner == getpgrp()) return true;
    if (kill(-owner, 0) != 0 && errno == ESRCH) {
      // The group that had the terminal is gone and did not give it back: claim it.
      sigset_t only;
      sigset_t before;
      sigemptyset(&only);
      sigaddset(&only, SIGTTOU);
      pthread_sigmask(SIG_BLOCK, &only, &before);
      int claimed = tcsetpgrp(keywright_terminal.output, getpgrp());
      pthread_sigmask(SIG_SETMASK, &before, NULL);
      if (claimed == 0) return true;
    }
    if (keywright_is_terminating() || !keywright_stop(SIGTTOU)) return false;
  }
}
