// Laid out below.
