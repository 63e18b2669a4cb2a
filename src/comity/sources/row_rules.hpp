// What a staged row must satisfy to be used, whatever its source.
#pragma once

#include <string>
#include <string_view>

namespace comity::sources {

// One SQL expression over the staged columns of a fact table that gives the reason why a row is none, or NULL.
std::string reject_expression(std::string_view table);

}  // namespace comity::sources
