// Standard error, held back while the interface is up: what is written to the second screen
// vanishes with it, Swift's "Fatal error" line first of all.

#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "Internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

static int held = -1;
static int original = -1;

static int open_memory(void) {
#ifdef __linux__
  int descriptor = memfd_create("keywright-standard-error", MFD_CLOEXEC);
#else
  char path[] = "/tmp/keywright-standard-error-XXXXXX";
  int descriptor = mkstemp(path);
  if (descriptor >= 0) {
    unlink(path);
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  }
#endif
  // Appending stays right after the memory is emptied.
  if (descriptor >= 0) fcntl(descriptor, F_SETFL, O_APPEND);
  return descriptor;
}

void keywright_hold_standard_error(void) {
  if (original >= 0 || !isatty(STDERR_FILENO)) return;
  if (held < 0) held = open_memory();
  if (held < 0) return;
  original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (original >= 0) dup2(held, STDERR_FILENO);
}

void keywright_release_standard_error(void) {
  int target = original;
  if (target < 0) return;
  original = -1;
  dup2(target, STDERR_FILENO);
  char bytes[1024];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(held, bytes, sizeof bytes, place)) > 0) {
    keywright_write_all(target, bytes, (size_t)count);
    place += count;
  }
  if (ftruncate(held, 0) != 0) {
    // Replayed once more at worst.
  }
  close(target);
}
