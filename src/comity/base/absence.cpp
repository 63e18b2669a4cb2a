#include "comity/base/absence.hpp"

#include <array>

namespace comity {
namespace {

struct Kind {
  std::string_view id, words;
};
// In the order of the enumeration.
constexpr std::array<Kind, 11> kinds = {{
    {"value", "reported"},
    {"true_zero", "zero"},
    {"zero_or_not_reported", "zero or not reported"},
    {"below_unit", "below the unit of publication"},
    {"confidential", "confidential"},
    {"not_reported", "not reported"},
    {"suppressed_in_copy", "suppressed in this copy"},
    {"not_covered", "not covered by the source"},
    {"no_state", "the state did not exist"},
    {"not_collected", "not collected within the customs union"},
    {"not_applicable", "not applicable"},
}};

}  // namespace

std::string_view id_of(Absence absence) { return kinds[static_cast<std::size_t>(absence)].id; }
std::string_view words_for(Absence absence) { return kinds[static_cast<std::size_t>(absence)].words; }

bool parse_absence(std::string_view id, Absence& out) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i].id != id) continue;
    out = static_cast<Absence>(i);
    return true;
  }
  return false;
}

}  // namespace comity
