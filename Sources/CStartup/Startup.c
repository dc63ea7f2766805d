// What a start runs, fetched before it is asked for.
//
// A release puts the functions of a start side by side at the front of the program's text. A
// processor that has been idle finds them far away, and waits for each line of sixty-four bytes when
// it comes to it. Asked for together they come together, and their pages are mapped by one call.

#ifdef __linux__
#define _GNU_SOURCE
#include <elf.h>
#include <link.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#endif

#include "CStartup.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __linux__
/// How far the functions of a start reach.
static const size_t extent = 304 << 10;
/// What a processor fetches at a time.
static const size_t line = 64;
#endif

void keywright_fetch_startup_code(void) {
#ifdef __linux__
  const ElfW(Phdr) *headers = (const void *)getauxval(AT_PHDR);
  size_t count = getauxval(AT_PHNUM);
  uintptr_t base = 0;
  for (size_t index = 0; headers != NULL && index < count; index++) {
    const ElfW(Phdr) *header = &headers[index];
    if (header->p_type == PT_PHDR) base = (uintptr_t)headers - header->p_vaddr;
    if (header->p_type != PT_LOAD || (header->p_flags & PF_X) == 0) continue;
    uintptr_t start = base + header->p_vaddr;
    uintptr_t end = start + (header->p_memsz < extent ? header->p_memsz : extent);
#ifdef MADV_POPULATE_READ
    // Before Linux 5.14 there is no such thing: then the pages come as they are needed.
    uintptr_t page = start & ~(uintptr_t)4095;
    madvise((void *)page, end - page, MADV_POPULATE_READ);
#endif
    for (uintptr_t place = start; place < end; place += line) {
      __builtin_prefetch((const void *)place, 0, 2);
    }
    return;
  }
#endif
}
