// Bounds that a process sets itself before it does what a stranger asks: memory, processor time, files, no new rights, and an
// end with the one that started it. They cannot be taken back.
#pragma once

namespace comity::cli {

struct Bounds {
  int memory_mb = 1536;      // of address space, beside what is taken already
  int processor_seconds = 20;
  int file_mb = 64;          // the largest file that may be written
};

// Throws StoreError where the system refuses.
void confine(const Bounds& bounds);

}  // namespace comity::cli
