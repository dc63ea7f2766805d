// Standard error, held back while the interface is up: what is written to the second screen
// vanishes with it, Swift's "Fatal error" line first of all.

#include "Internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static int held = -1;
static int original = -1;

void keywright_hold_standard_error(void) {
  if (original >= 0 || !isatty(STDERR_FILENO)) return;
  if (held < 0) held = keywright_open_memory("keywright-standard-error");
  if (held < 0) return;
  // Appending stays right after the memory is emptied.
  fcntl(held, F_SETFL, O_APPEND);
  original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (original >= 0) dup2(held, STDERR_FILENO);
}

void keywright_release_standard_error(void) {
  int target = original;
  if (target < 0) return;
  original = -1;
  dup2(target, STDERR_FILENO);
  char bytes[1024];
  ssize_t count;
  // Not pread: it is not among what POSIX lets a handler call.
  lseek(held, 0, SEEK_SET);
  while ((count = read(held, bytes, sizeof bytes)) > 0) {
    keywright_write_all(target, bytes, (size_t)count);
  }
  if (ftruncate(held, 0) != 0) {
    // Replayed once more at worst.
  }
  close(target);
}
