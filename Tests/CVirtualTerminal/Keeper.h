#ifndef KEEPER_H
#define KEEPER_H

#include "CVirtualTerminal.h"

// What a new process tells its parent; no more than PIPE_BUF, so that it arrives whole.
typedef struct {
  int64_t exec_nanoseconds;      // 0: it did not come that far
  int error;
  pid_t pid;
} cvt_report;

// Both run between fork and exec, on async-signal-safe calls alone.
_Noreturn void cvt_become_program(const cvt_launch *launch, int report_to);
_Noreturn void cvt_keep_program(const cvt_launch *launch, int report_to);

#endif
