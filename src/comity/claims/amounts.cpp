// The stage that reads numbers: digits in the habits of the language (and of others where only they make sense), number
// words, scale words (two-part ones too: "4 billion 856 million"), money before and behind, percent, ranges, hedges.
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "comity/claims/sentence.hpp"

namespace comity::claims {
namespace {

using Kind = Token::Kind;

// What digits with separators mean; tolerance is half a unit of the last digit written.
struct Digits {
  bool ok = false;
  double value = 0, half = 0.5;
};

Digits read_digits(std::string_view text, bool german) {
  std::string plain;
  std::size_t commas = 0, dots = 0, last_comma = 0, last_dot = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') ++commas, last_comma = i;
    if (text[i] == '.') ++dots, last_dot = i;
  }
  const std::size_t behind_comma = commas ? text.size() - last_comma - 1 : 0, behind_dot = dots ? text.size() - last_dot - 1 : 0;
  char decimal = 0;
  if (commas && dots) {
    decimal = last_comma > last_dot ? ',' : '.';
    if ((decimal == ',' ? commas : dots) > 1) decimal = 0;
  } else if (commas == 1) {
    const bool lead_zero = text[0] == '0' && last_comma == 1;
    if (behind_comma != 3 || lead_zero || german) decimal = ',';
  } else if (dots == 1) {
    if (!(german && behind_dot == 3)) decimal = '.';
  } else if (dots > 1 && behind_dot != 3) {
    return {};  // a date or a version
  }
  double half = 0.5;
  bool fraction = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      plain += c;
      if (fraction) half /= 10;
    } else if (c == decimal) {
      plain += '.';
      fraction = true;
    } else if (c >= 'a' && c <= 'z') {
      return {};  // "1990s"
    }
  }
  Digits out;
  if (plain.empty() || plain.size() > 30) return out;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), out.value);
  out.ok = error == std::errc{};
  out.half = half;
  return out;
}

class Reader {
 public:
  Reader(const Words& words, Sentence& sentence) : w_(words), s_(sentence), german_(words.grammar.language == "de") {}

  void run() {
    std::size_t cue = 0;
    for (std::uint32_t i = s_.range.begin; i < s_.range.end;) {
      while (cue < s_.cues.size() && s_.cues[cue].begin < i) ++cue;
      Amount amount;
      if (!start(i, cue, amount)) {
        ++i;
        continue;
      }
      finish(amount);
      s_.amounts.push_back(amount);
      i = amount.end;
    }
    share_scales();
  }

 private:
  const Token& token(std::uint32_t i) const { return w_.tokens[i]; }
  bool in(std::uint32_t i) const { return i < s_.range.end; }

  const CueSpot* cue_at(std::uint32_t i, Cue cue) const { return s_.has(cue) ? s_.cue_at(i, cue) : nullptr; }

  double meaning(const CueSpot& cue) const {
    const std::string& text = w_.grammar.texts[cue.data];
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  bool start(std::uint32_t i, std::size_t cue, Amount& out) {
    const Token& first = token(i);
    if (first.is(Kind::number)) {
      // The rest of "Sh28.7": no number of its own.
      const bool rest = i >= s_.range.begin + 2 && !first.spaced && token(i - 1).is(Kind::stop) && !token(i - 1).spaced && token(i - 2).is_word() && w_.of(token(i - 2)).find_first_of("0123456789") != std::string_view::npos;
      if (rest) return false;
      const Digits digits = read_digits(w_.of(first), german_);
      if (!digits.ok) return false;
      out.begin = i;
      out.end = i + 1;
      out.value = digits.value;
      out.tolerance = digits.half;
      blank_groups(out);
      return true;
    }
    if (first.is(Kind::ordinal)) {
      const std::string_view text = w_.of(first);
      const Digits digits = read_digits(text.substr(0, text.size() - 2), german_);
      if (!digits.ok) return false;
      out = {};
      out.begin = i;
      out.end = i + 1;
      out.kind = Amount::Kind::ordinal;
      out.value = digits.value;
      return true;
    }
    if (!first.is_word()) return false;
    for (std::size_t c = cue; c < s_.cues.size() && s_.cues[c].begin == i; ++c) {
      const CueSpot& one = s_.cues[c];
      if (one.cue != Cue::number_word && one.cue != Cue::ordinal_word) continue;
      out.begin = i;
      out.end = one.end;
      out.value = meaning(one);
      out.tolerance = 0.5;
      if (one.cue == Cue::ordinal_word) out.kind = Amount::Kind::ordinal;
      return true;
    }
    return false;
  }

  // "30 000 people": groups of three digits with a blank between them.
  void blank_groups(Amount& out) {
    const auto digits_only = [&](std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; };
    const std::string_view head = w_.of(token(out.begin));
    if (head.size() > 3 || !digits_only(head) || head[0] == '0') return;
    if (out.begin > s_.range.begin && (cue_at(out.begin - 1, Cue::month) || ends_at(out.begin, Cue::month))) return;  // "May 12 300 people"
    const auto apostrophe = [&](std::uint32_t i) { return in(i + 1) && token(i).is(Kind::quote) && !token(i).spaced && (w_.of(token(i)) == "'" || w_.of(token(i)) == "’") && token(i + 1).is(Kind::number) && !token(i + 1).spaced && w_.of(token(i + 1)).size() == 3; };
    while (apostrophe(out.end) && digits_only(w_.of(token(out.end + 1)))) {  // "200’000 Personen", as the Swiss write
      out.value = out.value * 1000 + std::atof(std::string(w_.of(token(out.end + 1))).c_str());
      out.end += 2;
    }
    while (in(out.end) && token(out.end).is(Kind::number) && token(out.end).spaced) {
      const std::string_view group = w_.of(token(out.end));
      if (group.size() != 3 || !digits_only(group)) return;
      out.value = out.value * 1000 + std::atof(std::string(group).c_str());
      ++out.end;
    }
  }

  // Scale words, the second part, currency and percent behind; currency before; a hedge before that.
  void finish(Amount& out) {
    if (out.kind == Amount::Kind::ordinal) return;
    scale(out);
    two_part(out);
    behind(out);
    before(out);
    range(out);
    hedge(out);
  }

  void scale(Amount& out) {
    for (int words = 0; words < 2 && in(out.end); ++words) {
      std::uint32_t at = out.end;
      if (token(at).is(Kind::hyphen) && in(at + 1)) ++at;
      const CueSpot* found = cue_at(at, Cue::scale);
      if (!found) return;
      const double factor = meaning(*found);
      out.value *= factor;
      out.tolerance *= factor;
      out.end = found->end;
      out.scaled = true;
      if (in(out.end) && token(out.end).is(Kind::stop) && in(out.end + 1) && (token(out.end + 1).is(Kind::money) || cue_at(out.end + 1, Cue::currency))) ++out.end;
    }
  }

  void two_part(Amount& out) {
    if (!out.scaled || !in(out.end + 1)) return;
    const Token& next = token(out.end);
    if (!next.is(Kind::number)) return;
    const CueSpot* found = cue_at(out.end + 1, Cue::scale);
    const Digits digits = read_digits(w_.of(next), german_);
    if (!found || !digits.ok || meaning(*found) >= out.tolerance * 2) return;
    out.value += digits.value * meaning(*found);
    out.tolerance = digits.half * meaning(*found);
    out.end = found->end;
  }

  void behind(Amount& out) {
    if (!in(out.end)) return;
    std::uint32_t at = out.end;
    if (token(at).is(Kind::percent)) {
      out.kind = Amount::Kind::percent;
      ++out.end;
      return;
    }
    if (const CueSpot* found = cue_at(at, Cue::percent_word)) {
      out.kind = Amount::Kind::percent;
      out.end = found->end;
      return;
    }
    if (token(at).is(Kind::hyphen) && in(at + 1)) ++at;
    if (const CueSpot* found = at > out.end ? cue_at(at, Cue::percent_word) : nullptr) {  // "a 7-percent increase"
      out.kind = Amount::Kind::percent;
      out.end = found->end;
      return;
    }
    if (const CueSpot* found = cue_at(at, Cue::currency); found && !(names_state(*found) && !out.scaled)) {
      out.kind = Amount::Kind::money;
      out.currency = found->data;
      out.end = found->end;
    } else if (token(at).is(Kind::money)) {
      if (const std::uint32_t currency = symbol(at)) {
        out.kind = Amount::Kind::money;
        out.currency = currency;
        out.end = at + 1;
      }
    }
  }

  // "37 U.S. companies": the state, not its money.
  bool names_state(const CueSpot& cue) const {
    const std::string_view word = w_.of(cue);
    return word == "US" || word == "U.S." || word == "U.S";
  }

  std::uint32_t text_of(std::string_view wanted) const {
    for (std::uint32_t i = 0; i < w_.grammar.texts.size(); ++i) {
      if (w_.grammar.texts[i] == wanted) return i;
    }
    return 0;
  }

  std::uint32_t symbol(std::uint32_t i) const {
    const std::string_view sign = w_.of(token(i));
    return sign == "$" ? text_of("USD") : sign == "€" ? text_of("EUR") : sign == "£" ? text_of("GBP") : sign == "¥" ? text_of("JPY") : sign == "₹" ? text_of("INR") : sign == "₽" ? text_of("RUB") : sign == "₺" ? text_of("TRY") : sign == "₩" ? text_of("KRW") : sign == "₸" ? text_of("KZT") : 0;
  }

  void before(Amount& out) {
    if (out.begin == s_.range.begin) return;
    std::uint32_t at = out.begin - 1;
    std::uint32_t currency = 0, from = out.begin;
    if (token(at).is(Kind::money)) {
      currency = symbol(at);
      from = at;
      // "US$", "S$", "A$": the letters decide.
      if (at > s_.range.begin) {
        const CueSpot* letters = ends_at(at, Cue::currency);
        if (letters && (!token(at).spaced || names_state(*letters))) currency = letters->data, from = letters->begin;  // also "US $120 million"
      }
    } else if (const CueSpot* code = ends_at(token(at).is(Kind::stop) && at > s_.range.begin ? at : out.begin, Cue::currency)) {  // "EUR 4", "Rs. 4"
      const std::string_view word = w_.of(*code);
      if (word.size() == 3 || word.size() == 2 || (word == "R" && !token(out.begin).spaced)) currency = code->data, from = code->begin;  // "EUR 4 billion", "DM 125 million"; not "million euros 4"
    }
    if (!currency) return;
    if (out.kind == Amount::Kind::percent) return;
    if (out.kind != Amount::Kind::money) out.currency = currency;
    out.kind = Amount::Kind::money;
    out.begin = from;
  }

  const CueSpot* ends_at(std::uint32_t i, Cue cue) const {
    for (const CueSpot& one : s_.cues) {
      if (one.begin >= i) break;
      if (one.end == i && one.cue == cue) return &one;
    }
    return nullptr;
  }

  // "150,000-200,000 people", "70,000 to 100,000 dead": the lower bound counts.
  void range(Amount& out) {
    if (s_.amounts.empty()) return;
    Amount& low = s_.amounts.back();
    if (low.end + 1 != out.begin || low.kind == Amount::Kind::ordinal) return;
    const Token& link = token(low.end);
    const bool between = cue_at(low.end, Cue::and_word) && ends_at(low.begin, Cue::between);  // "between 895,000 and 2,400,000"
    const bool joined = link.is(Kind::dash) || link.is(Kind::hyphen) || cue_at(low.end, Cue::to_word) || between;
    const bool from = ends_at(low.begin, Cue::from_word) || (low.begin >= s_.range.begin + 2 && (ends_at(low.begin - 1, Cue::from_word) || ends_at(low.begin - 2, Cue::from_word)));
    if (out.kind == Amount::Kind::money && from && cue_at(low.end, Cue::to_word)) return;  // "grew from $1.5 billion to $9 billion": two sums
    if (ends_year(low)) return;  // "from $92 million in 2006-07 to $1.3 billion"
    if (!joined || (low.value >= out.value && !(out.scaled && !low.scaled))) return;
    if (out.kind == Amount::Kind::percent && low.kind == Amount::Kind::number && !low.scaled && !year_like(low)) low.kind = Amount::Kind::percent;  // "20 – 25 percent"
    const bool money = low.kind == Amount::Kind::money && out.kind == Amount::Kind::number && out.scaled && !low.scaled;  // "$400–450 million"
    if (year_like(low) || (!money && low.kind != (low.currency || !out.currency ? out.kind : Amount::Kind::number))) return;
    if (out.scaled && !low.scaled) {
      const double factor = out.value / std::max(1e-9, read_digits(w_.of(token(first_number(out))), german_).value);
      low.value *= factor;
      low.tolerance *= factor;
    }
    // "300–500,000 people"
    if (!out.scaled && low.value < 1000 && low.end - low.begin == 1 && w_.of(out).ends_with(german_ ? ".000" : ",000")) low.value *= 1000;
    const double upper = out.value;
    out.upper = upper;
    out.value = low.value;
    out.begin = low.begin;
    if (low.currency && !out.currency) out.currency = low.currency, out.kind = low.kind;
    s_.amounts.pop_back();
  }

  // "exports were US$ 58.4 and imports US$ 41.5 million": the scale word serves both.
  void share_scales() {
    constexpr std::uint32_t farthest = 14;
    constexpr double most = 1000;
    for (std::size_t i = s_.amounts.size(); i-- > 1;) {
      Amount& first = s_.amounts[i - 1];
      const Amount& second = s_.amounts[i];
      if (second.kind != Amount::Kind::money || !second.scaled || first.scaled || first.value >= most || second.begin - first.end > farthest) continue;
      const bool fraction = w_.of(first).find('.') != std::string_view::npos;
      const bool bare = first.kind == Amount::Kind::number && fraction && first.end - first.begin == 1 && led(first.begin);
      if (!bare && !(first.kind == Amount::Kind::money && first.currency == second.currency && fraction)) continue;
      bool joined = false;
      for (std::uint32_t k = first.end; k < second.begin; ++k) joined = joined || cue_at(k, Cue::and_word) || token(k).is(Kind::comma);
      if (!joined) continue;
      const double factor = second.value / std::max(1e-9, read_digits(w_.of(token(first_number(second))), german_).value);
      first.value *= factor, first.tolerance *= factor;
      first.kind = second.kind, first.currency = second.currency, first.scaled = true;
    }
  }
  bool led(std::uint32_t i) const {
    const std::string_view word = i > s_.range.begin ? w_.of(token(i - 1)) : std::string_view();
    return word == "to" || word == "at" || word == "of" || word == "worth" || word == "was" || word == "were";
  }

  std::uint32_t first_number(const Amount& amount) const {
    for (std::uint32_t i = amount.begin; i < amount.end; ++i) {
      if (token(i).is(Kind::number)) return i;
    }
    return amount.begin;
  }

  // The second half of "2006-07", "2006/07".
  bool ends_year(const Amount& amount) const {
    if (amount.end - amount.begin != 1 || amount.begin < s_.range.begin + 2 || amount.kind != Amount::Kind::number || amount.value > 99) return false;
    const Token &link = token(amount.begin - 1), &year = token(amount.begin - 2);
    return (link.is(Kind::hyphen) || link.is(Kind::dash) || link.is(Kind::slash)) && year.is(Kind::number) && year.end - year.begin == 4;
  }

  bool year_like(const Amount& amount) const {
    return amount.kind == Amount::Kind::number && !amount.scaled && amount.value >= 1000 && amount.value <= 2100 && amount.value == std::floor(amount.value) && w_.of(amount).size() == 4;
  }

  void hedge(Amount& out) {
    std::uint32_t at = out.begin;
    for (int back = 0; back < 3 && at > s_.range.begin; ++back) {
      if (const CueSpot* found = ends_at(at, Cue::hedge)) {
        out.hedge = w_.grammar.texts[found->data];
        return;
      }
      // "more than a hundred", "about US$ 3"
      if (!token(at - 1).is_word() || token(at - 1).capital) return;
      --at;
      if (back == 0 && w_.of(token(at)).size() > 3) return;
    }
  }

  const Words& w_;
  Sentence& s_;
  bool german_;
};

}  // namespace

void find_amounts(const Words& words, Sentence& sentence) { Reader(words, sentence).run(); }

}  // namespace comity::claims
