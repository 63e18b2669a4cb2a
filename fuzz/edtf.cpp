// Any text as a date: what is taken has its days in order, and reads back as it was written.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "comity/base/date.hpp"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto day = comity::try_parse_day(text)) {
    require(comity::to_string(*day) == text, "a day prints as it was written");
    const auto date = comity::try_parse_edtf(text);
    require(date && date->from == *day && date->to == *day, "a day is a date of that day");
  }
  if (const auto date = comity::try_parse_edtf(text)) {
    require(date->text == text, "a date keeps its text");
    require(date->from <= date->to, "a date's days are in order");
    require(!date->known() || !comity::human_date(*date).empty(), "a date can be said");
    require(date->overlaps(*date), "a date overlaps itself");
  }
  return 0;
}
