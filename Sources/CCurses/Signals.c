// Signals: which end the interface in good order, and which at once.
//
// - While nobody listens yet (keywright_die_at_once): HUP, TERM and INT end the process at once.
// - HUP, TERM, and INT that was sent, not typed: the loop is told through a pipe and has 200 ms to
//   save and leave; a second one, or the end of that time, restores the terminal and dies. HUP does
//   not count as a second one: a window that closes sends two, the shell's and the kernel's.
// - INT that was typed: the loop is told. The clock runs only from a second one that comes while
//   the first is unread: then the loop hangs.
// - TSTP, CONT, WINCH: the loop is told.
// - Everything else whose default is to kill: restore, then die of it.
//
// A signal that is ignored at the start stays ignored, as `nohup` expects.

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { GRACE_MILLISECONDS = 200, FROM_TERMINAL = 0x80 };

static const int orderly[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
static const int named_sudden[] = {
    SIGILL,  SIGTRAP, SIGSEGV, SIGBUS,  SIGFPE,    SIGABRT, SIGQUIT, SIGSYS,
    SIGPIPE, SIGALRM, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
};
enum { ORDERLY_COUNT = sizeof orderly / sizeof orderly[0] };
enum { NAMED_COUNT = sizeof named_sudden / sizeof named_sudden[0] };
enum { MOST_SIGNALS = 128 };

/// The named ones and, behind them, those of the real-time range.
static int sudden[MOST_SIGNALS];
static int sudden_count;

static struct sigaction old_actions[ORDERLY_COUNT + MOST_SIGNALS];
static stack_t old_stack;
static bool is_armed;
static int signal_pipe[2] = {-1, -1};
/// An overflow of the stack is a SEGV too, and needs another stack to be handled on.
static char handler_stack[64 * 1024];

/// The signal that the process will die of, once one has come.
static volatile sig_atomic_t terminating;
/// The signal that the clock is running for.
static volatile sig_atomic_t deadline_signal;
/// How long it runs.
static volatile sig_atomic_t grace = GRACE_MILLISECONDS;
static volatile sig_atomic_t interrupt_is_unread;
/// Whether there is no loop yet that could be told.
static volatile sig_atomic_t dies_at_once;
static volatile sig_atomic_t was_continued;

static void die_by_default(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigset_t only;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
  sigemptyset(&only);
  sigaddset(&only, signal);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(signal);
  _exit(128 + signal);
}

static void stop_clock(void) {
  deadline_signal = 0;
  keywright_start_clock(0);
}

/// Handles what ends the process at once. All signals are blocked meanwhile, SIGTTOU among them,
/// so that the terminal can be restored from the background as well.
static void handle_sudden(int signal, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  if (signal == SIGALRM && deadline_signal != 0) signal = deadline_signal;
  keywright_restore();
  die_by_default(signal);
}

static void tell_loop(int signal, bool from_terminal) {
  uint8_t byte = (uint8_t)(signal | (from_terminal ? FROM_TERMINAL : 0));
  if (write(signal_pipe[1], &byte, 1) < 0) {
    // The pipe is full of signals that nobody reads: the clock decides.
  }
}

static void handle_orderly(int signal, siginfo_t *info, void *context) {
  int error = errno;
  bool typed = keywright_is_typed(info);
  switch (signal) {
  case SIGCONT:
    was_continued = 1;
    break;
  case SIGTSTP:
  case SIGWINCH:
    break;
  case SIGINT:
    if (typed && !terminating && !dies_at_once) {
      if (interrupt_is_unread && deadline_signal == 0) {
        deadline_signal = SIGINT;
        keywright_start_clock(grace);
      }
      interrupt_is_unread = 1;
      break;
    }
    // Sent, or typed once more against a loop that hangs in its farewell.
    __attribute__((fallthrough));
  default:
    if (dies_at_once) handle_sudden(signal, info, context);
    if (terminating && signal == SIGHUP) break;
    if (terminating) handle_sudden(signal, info, context);
    terminating = signal;
    deadline_signal = signal;
    keywright_start_clock(grace);
  }
  tell_loop(signal, typed);
  errno = error;
}

static bool open_pipe(void) {
  if (signal_pipe[0] >= 0) return true;
  if (pipe(signal_pipe) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
    fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
  }
  return true;
}

static bool is_ignored(int index) {
  return (old_actions[index].sa_flags & SA_SIGINFO) == 0 &&
         old_actions[index].sa_handler == SIG_IGN;
}

/// Restarting keeps the rest of the program free of EINTR; poll wakes up all the same.
static struct sigaction handled_by(void (*handler)(int, siginfo_t *, void *)) {
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
  sigfillset(&action.sa_mask);
  action.sa_sigaction = handler;
  return action;
}

static void list_sudden(void) {
  if (sudden_count > 0) return;
  for (int index = 0; index < NAMED_COUNT; index++) sudden[sudden_count++] = named_sudden[index];
  for (const int *signal = keywright_more_signals; *signal != 0; signal++) {
    sudden[sudden_count++] = *signal;
  }
#ifdef SIGRTMIN
  for (int signal = SIGRTMIN; signal <= SIGRTMAX && sudden_count < MOST_SIGNALS; signal++) {
    sudden[sudden_count++] = signal;
  }
#endif
}

void keywright_rearm_signals(void) {
  struct sigaction action = handled_by(handle_orderly);
  for (int index = 0; index < ORDERLY_COUNT; index++) {
    // Sizes and continuations are news, whoever ignores them.
    bool is_news = orderly[index] == SIGCONT || orderly[index] == SIGWINCH;
    if (is_news || !is_ignored(index)) sigaction(orderly[index], &action, NULL);
  }
}

bool keywright_arm_signals(void) {
  if (is_armed) return true;
  if (!open_pipe()) return false;
  list_sudden();
  keywright_open_clock();
  for (int index = 0; index < ORDERLY_COUNT; index++) {
    sigaction(orderly[index], NULL, &old_actions[index]);
  }
  for (int index = 0; index < sudden_count; index++) {
    sigaction(sudden[index], NULL, &old_actions[ORDERLY_COUNT + index]);
  }
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, &old_stack);
  is_armed = true;
  keywright_rearm_signals();
  struct sigaction action = handled_by(handle_sudden);
  for (int index = 0; index < sudden_count; index++) {
    if (!is_ignored(ORDERLY_COUNT + index)) sigaction(sudden[index], &action, NULL);
  }
  return true;
}

void keywright_die_plainly(void) {
  list_sudden();
  for (int index = 0; index < sudden_count; index++) {
    struct sigaction action;
    if (sigaction(sudden[index], NULL, &action) != 0) continue;
    if ((action.sa_flags & SA_SIGINFO) == 0 && action.sa_handler == SIG_IGN) continue;
    action = (struct sigaction){.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(sudden[index], &action, NULL);
  }
}

void keywright_disarm_signals(void) {
  if (!is_armed) return;
  is_armed = false;
  stop_clock();
  for (int index = 0; index < ORDERLY_COUNT; index++) {
    sigaction(orderly[index], &old_actions[index], NULL);
  }
  for (int index = 0; index < sudden_count; index++) {
    sigaction(sudden[index], &old_actions[ORDERLY_COUNT + index], NULL);
  }
  sigaltstack(&old_stack, NULL);
}

int keywright_signal_descriptor(void) { return signal_pipe[0]; }

bool keywright_was_continued(void) {
  bool answer = was_continued;
  was_continued = 0;
  return answer;
}

int keywright_next_signal(bool *from_terminal) {
  uint8_t byte;
  if (read(signal_pipe[0], &byte, 1) != 1) return 0;
  int signal = byte & ~FROM_TERMINAL;
  *from_terminal = (byte & FROM_TERMINAL) != 0;
  if (signal == SIGINT && *from_terminal) {
    // The loop lives: no need to kill it.
    interrupt_is_unread = 0;
    if (!terminating) stop_clock();
  }
  return signal;
}

void keywright_set_deadline(int milliseconds) {
  grace = milliseconds > 0 ? milliseconds : 0;
  if (deadline_signal != 0) keywright_start_clock(grace);
}

void keywright_die_at_once(bool at_once) { dies_at_once = at_once; }

bool keywright_is_terminating(void) { return terminating != 0; }

void keywright_die(int signal) {
  keywright_restore();
  die_by_default(signal);
  _exit(128 + signal);
}
