// The keeper does what a shell does for the program it runs: it leads the session, gives the
// program the terminal, and takes it back when the program stops or ends. Without one, the end
// of the program would be the end of the session, the kernel would reset the terminal, and no
// test could see what settings the program had left behind.
#define _GNU_SOURCE
#include "Keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static volatile pid_t job;

static void wake(int number) { (void)number; }

// The kernel tells the session's leader alone of a hang-up; a shell tells its jobs.
static void pass_on(int number) {
  if (job > 0) kill(-job, number);
}

static void handle(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  sigaction(number, &action, NULL);
}

// The test process had other descriptors, which others wait to see the end of.
static void close_all_but(int first, int second, int third) {
#ifdef __linux__
  int last = -1;
  for (int turn = 0; turn < 3; turn++) {
    int next = -1;
    int kept[] = {first, second, third};
    for (int index = 0; index < 3; index++)
      if (kept[index] > last && (next < 0 || kept[index] < next)) next = kept[index];
    if (next < 0) break;
    if (next > last + 1) close_range((unsigned)last + 1, (unsigned)next - 1, 0);
    last = next;
  }
  close_range((unsigned)last + 1, ~0U, 0);
#else
  for (int descriptor = 0; descriptor < 4096; descriptor++)
    if (descriptor != first && descriptor != second && descriptor != third) close(descriptor);
#endif
}

static void tell(int events, int kind, int code) {
  cvt_event event = {kind, code};
  if (write(events, &event, sizeof event) < 0) _exit(126);
}

// Returns whether the job has ended. It is not reaped, so that nobody else gets its number.
static bool look(const cvt_launch *launch) {
  siginfo_t found;
  for (;;) {
    memset(&found, 0, sizeof found);
    if (waitid(P_PID, (id_t)job, &found, WSTOPPED | WCONTINUED | WNOHANG) != 0
        || found.si_pid == 0)
      break;
    bool stopped = found.si_code == CLD_STOPPED;
    if (stopped) tcsetpgrp(launch->controlling_terminal, getpid());
    tell(launch->events, stopped ? CVT_STOPPED : CVT_CONTINUED, found.si_status);
  }
  memset(&found, 0, sizeof found);
  if (waitid(P_PID, (id_t)job, &found, WEXITED | WNOHANG | WNOWAIT) != 0 || found.si_pid == 0)
    return false;
  tcsetpgrp(launch->controlling_terminal, getpid());
  tell(launch->events, found.si_code == CLD_EXITED ? CVT_EXITED : CVT_SIGNALED, found.si_status);
  return true;
}

static void obey(const cvt_launch *launch, char order) {
  if (order == CVT_FOREGROUND) tcsetpgrp(launch->controlling_terminal, job);
  if (order == CVT_FOREGROUND || order == CVT_BACKGROUND) kill(-job, SIGCONT);
}

// What the job left behind was killed with the session; only what has fled to a session of its
// own can outlast the patience here.
static void reap_orphans(const sigset_t *signals) {
  struct timespec patience = {0, 100000000};
  for (;;) {
    pid_t found = waitpid(-1, NULL, WNOHANG);
    if (found < 0) return;
    if (found == 0 && pselect(0, NULL, NULL, NULL, &patience, signals) == 0) return;
  }
}

void cvt_keep_program(const cvt_launch *launch, int report_to) {
  static const int ignored[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE};
  for (size_t index = 0; index < sizeof ignored / sizeof *ignored; index++)
    handle(ignored[index], SIG_IGN);
  handle(SIGCHLD, wake);
  handle(SIGHUP, pass_on);
#ifdef __linux__
  // Orphans come here, and not to a container's first process, which may never reap them.
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
#endif

  pid_t pid = fork();
  if (pid < 0) {
    cvt_report told = {0, errno, 0};
    if (write(report_to, &told, sizeof told) < 0) _exit(126);
    _exit(127);
  }
  if (pid == 0) {
    // Both processes do this, for neither can wait for the other.
    setpgid(0, 0);
    tcsetpgrp(launch->controlling_terminal, getpid());
    cvt_become_program(launch, report_to);
  }
  job = pid;
  setpgid(pid, pid);
  tcsetpgrp(launch->controlling_terminal, pid);
  close_all_but(launch->controlling_terminal, launch->commands, launch->events);

  // Now the lowest number is free, and pselect takes no high one.
  int commands = fcntl(launch->commands, F_DUPFD, 0);

  // All signals were blocked for the fork. They come in during the waits alone.
  sigset_t none;
  sigemptyset(&none);
  for (bool ended = false;;) {
    if (!ended) ended = look(launch);
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(commands, &readable);
    if (pselect(commands + 1, &readable, NULL, NULL, NULL, &none) <= 0) continue;
    char order;
    ssize_t count = read(commands, &order, 1);
    if (count == 1 && !ended) obey(launch, order);
    if (count == 0) break;
  }
  kill(-job, SIGKILL);
  kill(job, SIGKILL);
  cvt_reap(job);
  reap_orphans(&none);
  _exit(0);
}
