#ifndef CARGUMENTS_H
#define CARGUMENTS_H

// The arguments of the process, for machines without /proc, where Swift's runtime looks for them and
// ends the process when it finds none. For them there is nothing to call.

/// The commit that the program was built from, as KEYWRIGHT_COMMIT said in the build's environment;
/// empty where it did not.
const char *keywright_commit(void);

#endif
