// What the test harness needs from the system and cannot say in Swift: fork and exec on a
// pseudo-terminal, and a thin layer over libvterm. Functions return 0 or an errno value
// unless they say otherwise.
#ifndef C_VIRTUAL_TERMINAL_H
#define C_VIRTUAL_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: Programs

// Opens a pseudo-terminal; both ends are closed on exec, the master does not block.
int cvt_open_terminal(int rows, int columns, int *master, int *slave);
int cvt_resize_terminal(int master, int rows, int columns);
// The number of typed bytes that the program has not read yet, or -1.
int cvt_unread_input(int slave);
// A pipe whose ends are both closed on exec.
int cvt_pipe(int *read_end, int *write_end);
int cvt_set_nonblocking(int descriptor);

typedef struct {
  const char *path;              // to the program; not searched for
  char *const *arguments;        // with the name first, ended by NULL
  char *const *environment;      // ended by NULL
  const char *directory;         // or NULL for the current one
  int streams[3];                // what becomes standard input, output and error
  int controlling_terminal;      // a slave, or -1 for none
  uint64_t ignored_signals;      // bit n: signal n starts out ignored, as under nohup
  int commands;                  // -1: the program leads its session. Else it is a job in the
  int events;                    // foreground of a keeper, which reads CVT_FOREGROUND and so
                                 // on from the one, and writes `cvt_event`s to the other
} cvt_launch;

// Orders to the keeper, one byte each; the end of the file kills the job.
enum { CVT_FOREGROUND = 'f', CVT_BACKGROUND = 'b' };
// What the keeper tells.
enum { CVT_EXITED = 1, CVT_SIGNALED = 2, CVT_STOPPED = 3, CVT_CONTINUED = 4 };

typedef struct {
  int32_t kind;
  int32_t code;                  // exit code, or the signal's number
} cvt_event;

typedef struct {
  pid_t pid;
  pid_t leader;                  // of the session: the program, or its keeper
  int64_t exec_nanoseconds;      // the monotonic clock, just before exec
} cvt_child;

// Starts a program in a new session, all signals at their defaults.
int cvt_start(const cvt_launch *launch, cvt_child *child);
// A descriptor that becomes readable when the process ends, or -1 where there is none.
int cvt_exit_descriptor(pid_t pid);

typedef struct {
  bool ended;
  bool signaled;
  int code;                      // exit code, or the signal's number
} cvt_status;

// Looks, without waiting, whether the process has ended. It is not reaped, so that nobody else
// can get its number, which is the session's number too.
int cvt_poll_exit(pid_t pid, cvt_status *status);
// Waits until the process has ended, and gives its number back.
void cvt_reap(pid_t pid);
// Kills every process of the session but its leader, whatever its process group.
void cvt_kill_session(pid_t leader);
// Kills a process group.
void cvt_kill_group(pid_t leader);
// The monotonic clock, in nanoseconds.
int64_t cvt_now(void);

// MARK: Terminal settings

typedef struct {
  uint32_t input, output, control, local;
  uint8_t characters[32];
  int character_count;
} cvt_settings;

int cvt_get_settings(int terminal, cvt_settings *settings);

// MARK: The screen

enum {
  CVT_BOLD = 1,
  CVT_UNDERLINE = 2,
  CVT_REVERSE = 4,
  CVT_ITALIC = 8,
  CVT_BLINK = 16,
  CVT_STRIKE = 32,
};

typedef struct {
  uint8_t text[24];              // UTF-8, not ended by a zero
  uint8_t length;                // of `text`; 0 for a blank
  uint8_t width;                 // 1 or 2; 0 for the right half of a wide character
  uint8_t attributes;
  int32_t foreground;            // -1 default, 0...255 index, 0x1000000 | RGB
  int32_t background;
} cvt_cell;

typedef struct {
  int row, column;
  bool visible;
  bool alternate_screen;
  int mouse;                     // 0 none, 1 click, 2 drag, 3 move
} cvt_screen_state;

typedef struct cvt_screen cvt_screen;

// Returns NULL when memory is short.
cvt_screen *cvt_screen_create(int rows, int columns);
void cvt_screen_free(cvt_screen *screen);
void cvt_screen_resize(cvt_screen *screen, int rows, int columns);
void cvt_screen_feed(cvt_screen *screen, const uint8_t *bytes, size_t count);
// Fills rows x columns cells, row by row.
void cvt_screen_cells(cvt_screen *screen, cvt_cell *cells, int rows, int columns);
cvt_screen_state cvt_screen_get_state(cvt_screen *screen);
// Whether the next character would be drawn with any attribute or color.
bool cvt_screen_pen_is_styled(cvt_screen *screen);
// Moves what the terminal answers to the program into `bytes`; returns how many.
size_t cvt_screen_take_answers(cvt_screen *screen, uint8_t *bytes, size_t capacity);

#endif
