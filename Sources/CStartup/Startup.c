// What a start needs of the machine, asked for at once and not piece by piece.
//
// A page that is touched for the first time costs a trap into the kernel, a microsecond or two; a
// start touches some two hundred. And a processor that has been idle finds what it runs far away.

#ifdef __linux__
#define _GNU_SOURCE
#include <elf.h>
#include <link.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#endif

#include "CStartup.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __linux__
static const size_t page = 4096;

/// Maps pages that will be run or read.
static void map_for_reading(uintptr_t start, uintptr_t end) {
#ifdef MADV_POPULATE_READ
  // Before Linux 5.14 there is no such thing: then the pages come as they are needed.
  start &= ~(page - 1);
  madvise((void *)start, end - start, MADV_POPULATE_READ);
#endif
}

/// Maps pages that will be written.
static void map_for_writing(uintptr_t start, uintptr_t end) {
#ifdef MADV_POPULATE_WRITE
  start = (start + page - 1) & ~(page - 1);
  madvise((void *)start, (end & ~(page - 1)) - start, MADV_POPULATE_WRITE);
#endif
}

/// Fetches the functions of a start, which a release puts side by side at the front of its text:
/// together they come together, and not line by line when the processor comes to each.
static void fetch_code(void) {
  // How far they reach, and what a processor fetches at a time.
  static const size_t extent = 304 << 10;
  static const size_t line = 64;
  const ElfW(Phdr) *headers = (const void *)getauxval(AT_PHDR);
  size_t count = getauxval(AT_PHNUM);
  uintptr_t base = 0;
  for (size_t index = 0; headers != NULL && index < count; index++) {
    const ElfW(Phdr) *header = &headers[index];
    if (header->p_type == PT_PHDR) base = (uintptr_t)headers - header->p_vaddr;
    if (header->p_type != PT_LOAD || (header->p_flags & PF_X) == 0) continue;
    uintptr_t start = base + header->p_vaddr;
    uintptr_t end = start + (header->p_memsz < extent ? header->p_memsz : extent);
    map_for_reading(start, end);
    for (uintptr_t place = start; place < end; place += line) {
      __builtin_prefetch((const void *)place, 0, 2);
    }
    return;
  }
}

/// Grows the heap once to what a first frame needs of it, and maps that.
static void map_heap(void) {
#ifdef __GLIBC__
  static const size_t needed = 360 << 10;
  // Below the size from which a block is mapped by itself, and above what is left of the first heap.
  static const size_t block = 120 << 10;
  // The first of these keeps the others from growing with what is given back, as they do by
  // themselves: from the start they are what they would grow to.
  mallopt(M_TOP_PAD, (int)needed);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  void *first = malloc(block);
  uintptr_t start = (uintptr_t)first;
  free(first);
  if (start != 0) map_for_writing(start, start + needed);
#endif
}

/// Maps what a start uses of the stack; the kernel has set more than that aside.
static void map_stack(void) {
  static const size_t needed = 92 << 10;
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  map_for_writing(here - needed, here);
}
#endif

void keywright_prepare_start(void) {
#ifdef __linux__
  map_heap();
  map_stack();
  fetch_code();
#endif
}
