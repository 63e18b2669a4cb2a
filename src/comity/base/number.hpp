// How numbers print. exact() is for machines: the shortest text with at most 15 significant digits, the same on
// every run (design.md, law 7). human_number() and human_money() are for people: grouped by narrow no-break
// spaces, scaled, a unit behind a no-break space. Never localised: the language is English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace comity {

std::string exact(double value);
void append_exact(std::string& out, double value);
// The key of a fact: 16 hexadecimal digits, lower case.
std::string key_text(std::uint64_t key);

// 1128201 → "1 128 201" (U+202F between groups); decimals are cut off at `decimals`, trailing zeros dropped.
// Four-digit numbers are not grouped ("1450"); below zero stands a minus sign (U+2212), not a hyphen.
std::string human_number(double value, int decimals = 0);
// 8.75e9, "EUR" → "8.75 bn EUR"; 541585000 → "541.6 million USD"; 12300 → "12 300 USD".
std::string human_money(double value, std::string_view currency);
// 81.3 → "81.3 %"
std::string human_percent(double percent, int decimals = 1);

}  // namespace comity
