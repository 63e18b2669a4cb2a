#include "comity/formats/sdmx/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace comity::formats::sdmx {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? char(a - 'A' + 'a') : a) == b;
         });
}

// What spreadsheets, printf of several systems and statistical offices write where there is nothing.
constexpr std::array<std::string_view, 29> kMissing = {"nan",  "-nan", "+nan", "nan(ind)", "-nan(ind)", "nan(snan)", "1.#nan", "1.#qnan", "1.#ind", "-1.#ind", "#nan",
                                                       "null", "na",   "n/a",  "n.a.",     "#n/a",      "..",        "...",    ":",       "-",      "--",      ".",
                                                       "none", "nd",   "n.d.", "(null)", "\u2026",   "\u2013",    "\u2014"};

}  // namespace

bool is_missing(std::string_view text) {
  if (text == "NaN") return true;
  text = trimmed(text);
  if (text.empty()) return true;
  const char c = text.front();
  if ((c >= '2' && c <= '9') || c == '0' || text.size() > 9) return false;
  return std::any_of(kMissing.begin(), kMissing.end(), [&](std::string_view one) { return same_letters(text, one); });
}

bool read_other_number(const char* from, const char* end, double& value, const char*& behind) {
  const auto [stop, error] = std::from_chars(from, end, value);
  behind = stop;
  return error == std::errc{} && std::isfinite(value);
}

std::optional<double> try_parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() <= ' ' || text.back() <= ' ') text = trimmed(text);
  if (text.empty() || (text.front() > '9' && text.front() != '+')) return std::nullopt;  // a word
  if (text.starts_with('+') && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
  double value = 0;
  const char* const end_of_text = text.data() + text.size();
  const char* end = nullptr;
  if (read_number(text.data(), end_of_text, value, end)) return end == end_of_text ? std::optional(value) : std::nullopt;
  if (end == end_of_text && std::isdigit(static_cast<unsigned char>(text.back()))) {
    // Smaller than any double is zero to every reader; larger is not a number that can be worked with.
    const auto exponent = text.find_first_of("eE");
    if (exponent != std::string_view::npos && text.substr(exponent + 1).starts_with('-')) return 0.0;
  }
  return std::nullopt;
}

namespace {

// A code of the list, or one of Eurostat's flags, which may stand in a row ("bep"); value where it says nothing of a gap.
Absence absence_of_letter(char status) {
  switch (status) {
    case 'Q':
    case 'c': return Absence::confidential;      // suppressed; Eurostat: confidential
    case 'M':
    case 'H':
    case 'z': return Absence::not_applicable;    // cannot exist; holiday or weekend; Eurostat: not applicable
    case 'N':
    case 'n': return Absence::below_unit;        // not significant
    default: return Absence::value;              // L, O, K: missing for reasons that leave it unknown
  }
}

Absence absence_of_status(std::string_view status) {
  if (status == "_Z") return Absence::not_applicable;
  // Longer codes are some publisher's own ("NA", "NORMAL"): their letters mean nothing.
  if (status.size() > 1 && status.find_first_not_of("bcdefnprsuz") != std::string_view::npos) return Absence::value;
  Absence found = Absence::value;
  for (const char letter : status) {
    const Absence one = absence_of_letter(letter);
    if (one == Absence::confidential) return one;
    if (one != Absence::value) found = one;
  }
  return found;
}

}  // namespace

Absence absence_for(std::string_view obs_status, std::string_view conf_status) {
  // F is "free for publication", _Z and the like say nothing; every other status of the list withholds something from somebody.
  if (!conf_status.empty() && conf_status != "F" && conf_status != "f" && conf_status.front() != '_' && !is_missing(conf_status)) return Absence::confidential;
  Absence found = Absence::not_reported;
  constexpr std::string_view kBetween = " ,;|+/";  // several statuses in one text
  while (!obs_status.empty()) {
    const Absence one = absence_of_status(obs_status.substr(0, obs_status.find_first_of(kBetween)));
    if (one == Absence::confidential) return one;
    if (one != Absence::value) found = one;
    obs_status.remove_prefix(std::min(obs_status.find_first_of(kBetween), obs_status.size() - 1) + 1);
  }
  return found;
}

bool means_below_unit(std::string_view obs_status) { return obs_status == "N" || obs_status == "n"; }

std::optional<int> try_parse_unit_mult(std::string_view text) {
  text = trimmed(text);
  if (text.size() == 2 && text[0] == '_') return 0;  // _Z, _U: there is none, nobody said one
  if (text.starts_with('+')) text.remove_prefix(1);
  int power = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), power);
  if (error != std::errc{} || end != text.data() + text.size() || power < -30 || power > 30) return std::nullopt;
  return power;
}

double scaled(double value, int power_of_ten) {
  if (power_of_ten == 0) return value;
  // Powers up to 22 are exact doubles, so that one rounding is all there is.
  static constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30};
  const double factor = kPowers[std::min<std::size_t>(std::size_t(std::abs(power_of_ten)), std::size(kPowers) - 1)];
  return power_of_ten > 0 ? value * factor : value / factor;
}

std::string_view shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

bool is_obs_status_id(std::string_view id) { return id == "OBS_STATUS" || id == "OBS_FLAG"; }
bool is_conf_status_id(std::string_view id) { return id == "CONF_STATUS" || id == "CONF_STATUS_OBS" || id == "OBS_CONF"; }
bool is_unit_mult_id(std::string_view id) { return id == "UNIT_MULT" || id == "UNIT_MULTIPLIER" || id == "POWERCODE"; }

std::string join_values(const std::vector<std::string>& values, char separator) {
  std::string out;
  for (const auto& value : values) {
    if (&value != &values.front()) out += separator;
    if (value.find(separator) == std::string::npos && !value.starts_with('"')) {
      out += value;
      continue;
    }
    out += '"';
    for (const char c : value) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  return out;
}

std::vector<std::string> split_values(std::string_view text, char separator) {
  std::vector<std::string> out(1);
  bool quoted = false, fresh = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        out.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        out.back() += '"', ++i;
      } else {
        quoted = false;
      }
    } else if (c == separator) {
      out.emplace_back(), fresh = true;
      continue;
    } else if (c == '"' && fresh) {
      quoted = true;
    } else {
      out.back() += c;
    }
    fresh = false;
  }
  return out;
}

std::string join_languages(const std::vector<std::pair<std::string, std::string>>& texts, char separator) {
  std::vector<std::string> parts;
  for (const auto& [language, text] : texts) parts.push_back(language.empty() ? text : language + ":" + text);
  return join_values(parts, separator);
}

std::vector<std::pair<std::string, std::string>> split_languages(std::string_view text, char separator) {
  std::vector<std::pair<std::string, std::string>> out;
  for (auto& part : split_values(text, separator)) {
    const auto colon = part.find(':');
    const bool tagged = colon != std::string::npos && colon >= 2 && colon <= 12 &&
                        std::all_of(part.begin(), part.begin() + std::ptrdiff_t(colon), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; });
    if (tagged) {
      out.emplace_back(part.substr(0, colon), part.substr(colon + 1));
    } else {
      out.emplace_back("", std::move(part));
    }
  }
  return out;
}

}  // namespace comity::formats::sdmx
