#ifndef CFILES_H
#define CFILES_H

// What Swift's import of the C library lacks for files: extended attributes.

/// Gives one open file the extended attributes of another, access control list among them, and takes
/// those away that the folder has given it by itself.
///
/// What describes the content (capabilities, signatures of it) is left out: the content is new. What
/// this user may not set is left out too; 0 where that was the access control list, else 1.
int keywright_copy_attributes(int from, int to);

/// Whether a file or a folder has an access control list beyond its mode: 1 or 0.
int keywright_has_access_list(const char *path);

#endif
