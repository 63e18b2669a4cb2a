// Errors leave the program here and nowhere else: the message and what to do about it on stderr, and an exit code.
// Not here: deciding what is an error.
#pragma once

namespace comity::cli {

// To be called in a catch block. 2 for a bad command line, 1 for all else.
int report_error();

}  // namespace comity::cli
