// Compiled for all processors.
#include "comity/analysis/detail/inner_loops.inc"
