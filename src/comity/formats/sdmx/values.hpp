// Values of components as text: missing ones in every spelling, numbers, what OBS_STATUS and CONF_STATUS say of an
// absence, powers of ten, and lists of values and of languages in the notation of SDMX-CSV 2.0 (`a;"b;c"`, `en:x;fr:y`).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/base/absence.hpp"

namespace comity::formats::sdmx {

// "", NaN in any spelling, "-", ":", "..", "n/a", "#N/A", "null": the publisher says that there is no value.
bool is_missing(std::string_view text);
// A finite decimal number; nullopt for everything else. Spaces around it do not matter.
std::optional<double> try_parse_number(std::string_view text);

// Why there is no value where the code list for observation status (CL_OBS_STATUS, or Eurostat's flags in small
// letters) and the one for confidentiality (CL_CONF_STATUS) say so; not_reported where they say nothing.
Absence absence_for(std::string_view obs_status, std::string_view conf_status);
// Whether the status says that a printed zero is a figure too small to print ("N", not significant).
bool means_below_unit(std::string_view obs_status);

// UNIT_MULT: the power of ten by which a value is to be multiplied. nullopt when the text is no whole number from -30 to 30.
std::optional<int> try_parse_unit_mult(std::string_view text);
double scaled(double value, int power_of_ten);

// Which components mean these things, by the ids that publishers give them.
bool is_obs_status_id(std::string_view id);
bool is_conf_status_id(std::string_view id);
bool is_unit_mult_id(std::string_view id);

// {"a", "b;c"} → `a;"b;c"`; and back. An unclosed quote reads to the end.
std::string join_values(const std::vector<std::string>& values, char separator = ';');
std::vector<std::string> split_values(std::string_view text, char separator = ';');
// {{"en","x"},{"fr","y"}} → `en:x;fr:y`; and back.
std::string join_languages(const std::vector<std::pair<std::string, std::string>>& texts, char separator = ';');
std::vector<std::pair<std::string, std::string>> split_languages(std::string_view text, char separator = ';');

}  // namespace comity::formats::sdmx
