#include "comity/base/german.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace comity {
namespace {

constexpr std::string_view narrow_space = "\u202f", no_break_space = "\u00a0", minus = "\u2212", en_dash = "\u2013", ellipsis = "\u2026", right_arrow = "\u2192", times = "\u00d7";

// English word, German word. Months stand apart: a day before them takes a full stop.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> months = {{{"January", "Januar"}, {"February", "Februar"}, {"March", "März"}, {"April", "April"}, {"May", "Mai"}, {"June", "Juni"}, {"July", "Juli"},
                                                                                  {"August", "August"}, {"September", "September"}, {"October", "Oktober"}, {"November", "November"}, {"December", "Dezember"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 32> words = {
    {{"bn", "Mrd."},         {"billion", "Mrd."},   {"million", "Mio."},   {"trillion", "Bio."}, {"about", "etwa"},        {"to", "bis"},        {"since", "seit"},      {"from", "von"},
     {"until", "bis"},       {"spring", "Frühjahr"}, {"Spring", "Frühjahr"}, {"summer", "Sommer"}, {"Summer", "Sommer"},     {"autumn", "Herbst"}, {"Autumn", "Herbst"},   {"winter", "Winter"},
     {"Winter", "Winter"},   {"(uncertain)", "(unsicher)"}, {"persons", "Personen"}, {"person", "Person"}, {"companies", "Unternehmen"}, {"company", "Unternehmen"}, {"days", "Tage"}, {"day", "Tag"},
     {"years", "Jahre"},     {"year", "Jahr"},      {"hours", "Stunden"},  {"h", "Std."},        {"points", "Punkte"},      {"end", "Ende"},      {"rank", "Rang"},      {"of", "von"}}};
constexpr std::array<std::string_view, 10> kept = {"≈", "km", "%", "t", "kt", "Mt", "km²", "°", "CO2", "kg"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <class Pairs>
std::optional<std::string_view> look_up(const Pairs& pairs, std::string_view word) {
  const auto found = std::ranges::find(pairs, word, [](const auto& one) { return one.first; });
  if (found == pairs.end()) return std::nullopt;
  return found->second;
}

// "1 128 201.5" with narrow spaces → "1.128.201,5"; a sign, a tilde or a dash before and between, a percent sign or a comma behind.
std::optional<std::string> number_in_german(std::string_view word) {
  std::string out;
  bool has_digit = false;
  for (std::size_t i = 0; i < word.size();) {
    const bool after_digit = i > 0 && is_digit(word[i - 1]);
    if (is_digit(word[i])) {
      out += word[i++];
      has_digit = true;
      continue;
    }
    if (word.substr(i).starts_with(narrow_space)) {
      const std::size_t next = i + narrow_space.size();
      if (!after_digit || next >= word.size() || !is_digit(word[next])) return std::nullopt;
      out += '.';
      i = next;
      continue;
    }
    if (word[i] == '.' && after_digit && i + 1 < word.size() && is_digit(word[i + 1])) {
      out += ',';
      ++i;
      continue;
    }
    bool sign = false;
    for (const std::string_view one : {minus, en_dash, std::string_view("-"), std::string_view("+"), std::string_view("~"), std::string_view("%"), std::string_view("("), std::string_view(")"), std::string_view("/"), std::string_view(","),
                                       std::string_view(";"), std::string_view("<"), std::string_view(">"), ellipsis, right_arrow, times}) {
      if (!word.substr(i).starts_with(one)) continue;
      // A full stop that groups and a comma that separates must not meet within one number.
      if (one == "," && after_digit && i + 1 < word.size()) return std::nullopt;
      out += one;
      i += one.size();
      sign = true;
      break;
    }
    if (!sign) return std::nullopt;
  }
  if (!has_digit && word != en_dash && word != minus && word != right_arrow && word != ellipsis && word != "-" && word != "%") return std::nullopt;
  return out;
}

bool is_currency(std::string_view word) { return word.size() == 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }); }
bool is_day(std::string_view word) { return !word.empty() && word.size() <= 2 && std::ranges::all_of(word, is_digit); }

struct Piece {
  std::string_view word, space;  // what stands behind the word: a blank, a no-break space, nothing
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size();) {
    const std::string_view space = i == text.size() ? std::string_view() : text[i] == ' ' ? text.substr(i, 1) : text.substr(i).starts_with(no_break_space) ? text.substr(i, no_break_space.size()) : std::string_view();
    if (i < text.size() && space.empty()) {
      ++i;
      continue;
    }
    out.push_back({text.substr(begin, i - begin), space});
    if (i == text.size()) break;
    i += space.size();
    begin = i;
  }
  return out;
}

}  // namespace

std::optional<std::string> try_in_german(std::string_view text) {
  if (text.empty() || text.size() > 80 || std::ranges::none_of(text, is_digit)) return std::nullopt;
  const auto pieces = pieces_of(text);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string_view word = pieces[i].word;
    std::string_view end;
    if (word.size() > 1 && (word.back() == ',' || word.back() == ';') && !is_digit(word[word.size() - 2])) end = word.substr(word.size() - 1), word.remove_suffix(1);
    if (const auto month = look_up(months, word)) {
      if (i > 0 && is_day(pieces[i - 1].word)) out.insert(out.size() - pieces[i - 1].space.size(), ".");
      out += *month;
    } else if (const auto other = look_up(words, word)) {
      out += *other;
    } else if (is_currency(word) || std::ranges::find(kept, word) != kept.end()) {
      out += word;
    } else if (const auto number = number_in_german(word)) {
      out += *number;
      // "20 to 22 July": both are days.
      if (i + 3 < pieces.size() && is_day(word) && pieces[i + 1].word == "to" && is_day(pieces[i + 2].word) && look_up(months, pieces[i + 3].word)) out += '.';
    } else {
      return std::nullopt;
    }
    out += end;
    out += pieces[i].space;
  }
  return out;
}

std::string in_german(std::string_view text) { return try_in_german(text).value_or(std::string(text)); }

}  // namespace comity
