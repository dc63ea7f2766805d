#ifndef CARGUMENTS_H
#define CARGUMENTS_H

// The arguments of the process, for machines without /proc, where Swift's runtime looks for them and
// ends the process when it finds none. There is nothing to call.

#endif
