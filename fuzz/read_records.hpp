// What holds for every reader, whatever it is given: looked at after every record of a fuzzed file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "comity/base/error.hpp"
#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/record_reader.hpp"

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline bool is_utf8(std::string_view text) { return comity::formats::detail::find_invalid_utf8(text) == text.size(); }

// How many records `open` gives; -1 when the file is refused.
template <typename Open>
long read_records(Open open, bool lines_rise = false) {
  std::uint64_t number = 0, line = 0;
  try {
    const auto reader = open();
    for (const auto& column : reader->columns()) require(!column.empty(), "a column has a name");
    for (comity::formats::Record record; reader->next(record);) {
      require(record.number == ++number, "records are numbered from 1");
      require(record.fields.size() == reader->columns().size() && record.is_null.size() == record.fields.size(), "one field per column");
      for (std::size_t i = 0; i < record.fields.size(); ++i) {
        require(is_utf8(record.fields[i]), "fields are UTF-8");
        require(!record.is_null[i] || record.fields[i].empty(), "what is not there is empty");
      }
      require(is_utf8(record.raw) && is_utf8(record.problem), "raw text and problem are UTF-8");
      require(!lines_rise || record.line > line, "lines rise");
      line = record.line;
    }
  } catch (const comity::Error& error) {
    require(*error.what() != 0, "an error says something");
    return -1;
  }
  return long(number);
}
