// What differs between the systems below: nothing else in this module asks which one it is.

#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

// Memory.

int keywright_open_memory(const char *name) {
#ifdef __linux__
  return memfd_create(name, MFD_CLOEXEC);
#else
  (void)name;
  char path[] = "/tmp/keywright-XXXXXX";
  int descriptor = mkstemp(path);
  if (descriptor >= 0) {
    unlink(path);
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  }
  return descriptor;
#endif
}

// Sleeping until something comes.

#ifdef __APPLE__

/// poll(2) knows no terminals here.
int keywright_wait(int milliseconds) {
  int terminal = keywright_terminal.input;
  int signals = keywright_signal_descriptor();
  int highest = terminal > signals ? terminal : signals;
  // A set has no room for more.
  if (terminal < 0 || signals < 0 || highest >= FD_SETSIZE) return KEYWRIGHT_READY_HANG_UP;
  struct timeval time = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000};
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(terminal, &readable);
  FD_SET(signals, &readable);
  if (select(highest + 1, &readable, NULL, NULL, milliseconds < 0 ? NULL : &time) < 0) {
    return errno == EINTR ? KEYWRIGHT_READY_SIGNAL : KEYWRIGHT_READY_HANG_UP;
  }
  return (FD_ISSET(terminal, &readable) ? KEYWRIGHT_READY_INPUT : 0) |
         (FD_ISSET(signals, &readable) ? KEYWRIGHT_READY_SIGNAL : 0);
}

bool keywright_has_input(void) { return (keywright_wait(0) & KEYWRIGHT_READY_INPUT) != 0; }

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

bool keywright_has_input(void) {
  struct pollfd place = {.fd = keywright_terminal.input, .events = POLLIN};
  return poll(&place, 1, 0) > 0;
}

#endif

// Signals.

#ifdef __linux__

const int keywright_more_signals[] = {
    SIGIO, SIGPWR,
#ifdef SIGSTKFLT
    SIGSTKFLT,
#endif
    0};

/// Made before the handlers are there: to set one is among what a handler may do, to make one is not.
static timer_t timer;
static bool has_timer;

void keywright_open_clock(void) {
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
  if (!has_timer) has_timer = timer_create(CLOCK_MONOTONIC, &event, &timer) == 0;
}

void keywright_start_clock(int milliseconds) {
  struct itimerspec time = {
      .it_value = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L}};
  if (has_timer) {
    timer_settime(timer, 0, &time, NULL);
  } else {
    alarm((unsigned)(milliseconds + 999) / 1000);
  }
}

#else

const int keywright_more_signals[] = {0};

void keywright_open_clock(void) {}

void keywright_start_clock(int milliseconds) {
  struct itimerval timer = {
      .it_value = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000}};
  // Not in POSIX's list of what a handler may call, but a bare system call here; there is no other.
  setitimer(ITIMER_REAL, &timer, NULL);
}

#endif

bool keywright_is_typed(const siginfo_t *info) {
#ifdef SI_KERNEL
  // A sender outside the process's name space has number 0 too.
  return info->si_code == SI_KERNEL;
#else
  return info->si_pid == 0;
#endif
}
