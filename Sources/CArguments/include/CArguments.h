#ifndef CARGUMENTS_H
#define CARGUMENTS_H

// What Swift's runtime looks for in /proc, and without which it ends the process: the arguments, and
// where the program is. It is set before main.

/// Takes back what the environment was given for the runtime, so that programs which this one starts
/// do not get it; to be called once, when the program starts.
void keywright_forget_root(void);

/// The commit that the program was built from, as KEYWRIGHT_COMMIT said in the build's environment;
/// empty where it did not.
const char *keywright_commit(void);

#endif
