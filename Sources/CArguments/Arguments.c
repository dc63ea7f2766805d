#include "CArguments.h"

#include <stdlib.h>
#include <unistd.h>

// What Swift's runtime looks for in /proc, for machines without it. No other system has one.

#ifdef __linux__

static int has_named_root;

/// The runtime of a program that is linked statically asks /proc/self/exe where it is, to find its
/// backtracer, and ends the process where there is no answer (swift_getRuntimeLibraryPath). It does not
/// ask where SWIFT_ROOT names the folder. Its own constructor has no priority: this one runs before.
__attribute__((constructor(101))) static void name_root(void) {
  if (access("/proc/self/exe", F_OK) != 0 && getenv("SWIFT_ROOT") == NULL) {
    has_named_root = setenv("SWIFT_ROOT", "/", 0) == 0;
  }
}

void keywright_forget_root(void) {
  if (has_named_root) unsetenv("SWIFT_ROOT");
  has_named_root = 0;
}

/// Of Swift's runtime: what it takes for the arguments from then on.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int count);

/// glibc hands the arguments to what runs before main; a C library that does not passes none.
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  if (count > 0 && values != 0) _swift_stdlib_overrideUnsafeArgvArgc(values, count);
}

#else

void keywright_forget_root(void) {}

#endif

#ifndef KEYWRIGHT_COMMIT
#define KEYWRIGHT_COMMIT ""
#endif

const char *keywright_commit(void) { return KEYWRIGHT_COMMIT; }
