#define _GNU_SOURCE
#include "Keeper.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

int64_t cvt_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int cvt_pipe(int *read_end, int *write_end) {
  int ends[2];
#ifdef __linux__
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
  *read_end = ends[0];
  *write_end = ends[1];
  return 0;
}

int cvt_set_nonblocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) != 0) return errno;
  return 0;
}

void cvt_become_program(const cvt_launch *launch, int report_to) {
  cvt_report told = {0, 0, getpid()};
  int streams[3];

  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  for (int number = 1; number < NSIG; number++) {
    bool ignored = number < 64 && (launch->ignored_signals >> number & 1);
    action.sa_handler = ignored ? SIG_IGN : SIG_DFL;
    sigaction(number, &action, NULL);
  }
  for (int index = 0; index < 3; index++) {
    streams[index] = fcntl(launch->streams[index], F_DUPFD_CLOEXEC, 10);
    if (streams[index] < 0) goto failed;
  }
  for (int index = 0; index < 3; index++) {
    if (dup2(streams[index], index) < 0) goto failed;
  }
  if (launch->directory && chdir(launch->directory) != 0) goto failed;
#ifdef __linux__
  // Descriptors that others in the test process opened without care.
  close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
#endif
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);

  told.exec_nanoseconds = cvt_now();
  if (write(report_to, &told, sizeof told) != sizeof told) _exit(127);
  execve(launch->path, launch->arguments, launch->environment);
failed:
  told.error = errno;
  if (write(report_to, &told, sizeof told) != sizeof told) _exit(127);
  _exit(127);
}

// Only async-signal-safe calls from here to exec: other threads of the parent may have held
// any lock at the moment of the fork.
_Noreturn static void enter_session(const cvt_launch *launch, int report_to) {
  if (setsid() < 0
      || (launch->controlling_terminal >= 0
          && ioctl(launch->controlling_terminal, TIOCSCTTY, 0) != 0)) {
    cvt_report told = {0, errno, getpid()};
    if (write(report_to, &told, sizeof told) != sizeof told) _exit(126);
    _exit(127);
  }
  if (launch->commands >= 0) cvt_keep_program(launch, report_to);
  cvt_become_program(launch, report_to);
}

static int start_once(const cvt_launch *launch, cvt_child *child) {
  int read_end, write_end;
  int error = cvt_pipe(&read_end, &write_end);
  if (error) return error;

  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = fork();
  if (pid == 0) enter_session(launch, write_end);
  error = pid < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(write_end);

  // Up to two reports: about to exec, and exec has failed. End of file: it has not.
  cvt_report told = {0, 0, 0};
  ssize_t count;
  while (!error) {
    cvt_report next;
    do count = read(read_end, &next, sizeof next);
    while (count < 0 && errno == EINTR);
    if (count != sizeof next) break;
    told = next;
  }
  close(read_end);
  if (error) return error;
  if (told.error || told.exec_nanoseconds == 0) {
    // A keeper without a program waits for orders.
    kill(pid, SIGKILL);
    cvt_reap(pid);
    return told.error ? told.error : ECHILD;
  }
  child->pid = told.pid;
  child->leader = pid;
  child->exec_nanoseconds = told.exec_nanoseconds;
  return 0;
}

int cvt_start(const cvt_launch *launch, cvt_child *child) {
  // A write to a program that has gone is an error here, not the end of the test process.
  signal(SIGPIPE, SIG_IGN);
  // A script that was just written is "busy" while any other thread's child still holds the
  // descriptor it was written through.
  int error = ETXTBSY;
  for (int attempt = 0; attempt < 100 && error == ETXTBSY; attempt++) {
    if (attempt > 0) sched_yield();
    error = start_once(launch, child);
  }
  return error;
}

int cvt_exit_descriptor(pid_t pid) {
#if defined(__linux__) && defined(SYS_pidfd_open)
  return (int)syscall(SYS_pidfd_open, pid, 0);
#else
  (void)pid;
  return -1;
#endif
}

int cvt_poll_exit(pid_t pid, cvt_status *status) {
  siginfo_t found;
  int result;
  memset(&found, 0, sizeof found);
  do result = waitid(P_PID, (id_t)pid, &found, WEXITED | WNOHANG | WNOWAIT);
  while (result < 0 && errno == EINTR);
  *status = (cvt_status){false, false, 0};
  if (result < 0) return errno;
  if (found.si_pid == 0) return 0;
  *status = (cvt_status){true, found.si_code != CLD_EXITED, found.si_status};
  return 0;
}

void cvt_reap(pid_t pid) {
  int status;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
}

void cvt_kill_session(pid_t leader) {
  if (leader <= 1) return;
#ifdef __linux__
  DIR *processes = opendir("/proc");
  if (!processes) return;
  for (struct dirent *entry; (entry = readdir(processes));) {
    pid_t pid = (pid_t)atoi(entry->d_name);
    if (pid > 1 && pid != leader && getsid(pid) == leader) kill(pid, SIGKILL);
  }
  closedir(processes);
#endif
}

void cvt_kill_group(pid_t leader) {
  if (leader > 1) kill(-leader, SIGKILL);
}
