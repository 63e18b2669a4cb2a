// Where in a publisher's file something stands, so that a reader of a dossier and a mender of data can
// both find it: file, record (the publisher's own row), physical line, column. Not an offset into memory.
#pragma once

#include <cstdint>
#include <string>

namespace comity {

struct Location {
  std::string file;           // as the source names it, relative to the source's folder; inside an archive "a.zip!b.csv"
  std::uint64_t record = 0;   // 1-based number of the record in the file, headers not counted; 0 = the file as a whole
  std::uint64_t line = 0;     // 1-based physical line; 0 = not a text file or not known
  std::string column;         // the column's header; empty = the whole record
};

// "kaz.csv, line 12, column flow1"
std::string to_string(const Location& location);

}  // namespace comity
