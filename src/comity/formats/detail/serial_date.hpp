// A spreadsheet's dates: numbers that a cell format makes into days. Serial 1 is 1900-01-01 (and 60 the
// 1900-02-29 that never was), or serial 0 is 1904-01-01 in old Macintosh books.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace comity::formats::detail {

// Whether a number format shows a date or a time of day. Durations ([h]:mm) are numbers.
bool is_date_format(std::string_view code);
bool is_date_format(int built_in_id);

// "2017-07-03", "2017-07-03T12:30:00" or, below one, "12:30:00". nullopt outside 1900–9999 and for 1900-02-29.
std::optional<std::string> serial_to_text(double serial, bool from_1904);

}  // namespace comity::formats::detail
