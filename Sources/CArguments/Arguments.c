#include "CArguments.h"

/// Of Swift's runtime: what it takes for the arguments from then on.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int count);

/// glibc and dyld hand the arguments to what runs before main; a C library that does not passes none.
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  if (count > 0 && values != 0) _swift_stdlib_overrideUnsafeArgvArgc(values, count);
}

#ifndef KEYWRIGHT_COMMIT
#define KEYWRIGHT_COMMIT ""
#endif

const char *keywright_commit(void) { return KEYWRIGHT_COMMIT; }
