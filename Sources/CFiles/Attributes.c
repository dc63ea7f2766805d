#include "CFiles.h"

#ifdef __linux__

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>

static const char access_list[] = "system.posix_acl_access";

static bool describes_content(const char *name) {
  static const char *const names[] = {"security.capability", "security.ima", "security.evm"};
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    if (strcmp(name, names[index]) == 0) return true;
  }
  return false;
}

static bool copy(int from, int to, const char *name) {
  ssize_t size = fgetxattr(from, name, NULL, 0);
  if (size < 0) return false;
  char *value = malloc((size_t)size + 1);
  bool is_copied = value != NULL && (size = fgetxattr(from, name, value, (size_t)size)) >= 0 &&
                   fsetxattr(to, name, value, (size_t)size, 0) == 0;
  free(value);
  return is_copied;
}

int keywright_copy_attributes(int from, int to) {
  ssize_t size = flistxattr(from, NULL, 0);
  char *names = size > 0 ? malloc((size_t)size) : NULL;
  if (names != NULL) size = flistxattr(from, names, (size_t)size);
  bool has_list = false;
  int keeps_list = 1;
  if (names != NULL && size > 0) {
    for (const char *name = names; name < names + size; name += strlen(name) + 1) {
      if (describes_content(name)) continue;
      bool is_copied = copy(from, to, name);
      if (strcmp(name, access_list) != 0) continue;
      has_list = true;
      keeps_list = is_copied;
    }
  }
  free(names);
  if (!has_list) fremovexattr(to, access_list);
  return keeps_list;
}

int keywright_has_access_list(const char *path) {
  return getxattr(path, access_list, NULL, 0) >= 0;
}

#else

int keywright_copy_attributes(int from, int to) {
  (void)from;
  (void)to;
  return 1;
}

int keywright_has_access_list(const char *path) {
  (void)path;
  return 0;
}

#endif
