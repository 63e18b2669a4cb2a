// Compiled for all processors.
#include "comity/analysis/detail/inner_loop_bodies.hpp"
