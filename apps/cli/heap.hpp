// Memory for a command that makes dossiers and ends: taken in one piece and in large pages, where the machine has them to give, and kept. A program that runs for
// twenty milliseconds spends a third of them on one small page after another, and one that makes thirty thousand dossiers would give back and take a
// megabyte for each. Not for those that run on.
#pragma once

namespace comity::cli {

void take_large_heap();

}  // namespace comity::cli
