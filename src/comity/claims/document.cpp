#include "comity/claims/document.hpp"

#include <algorithm>
#include <span>

#include "comity/base/date.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

using Kind_ = Token::Kind;

namespace {
constexpr std::size_t near_the_top = 4;  // a day of no year there is of the year in the page's head
constexpr int oldest_page = 1950;  // a day before it is not that on which a text was put out
}

Document::Document(const Grammar& grammar_of, StateId a, StateId b) : grammar(grammar_of), states{a, b} {}

const std::string& Document::code(Side side) const {
  return side == Side::first ? grammar.code(states[0]) : side == Side::second ? grammar.code(states[1]) : empty_;
}

Side Document::side_of(StateId state) const {
  if (!state) return Side::none;
  if (state == states[0]) return Side::first;
  if (state == states[1]) return Side::second;
  const std::string& own = grammar.code(state);
  if (!own.empty() && own == grammar.code(states[0])) return Side::first;
  if (!own.empty() && own == grammar.code(states[1])) return Side::second;
  return side_of_heir(own);
}

// "Yugoslavia" in an article on Serbia and Mexico: the state that took up its seat and treaties stands for it, unless the other
// one of the two came out of it as well.
Side Document::side_of_heir(std::string_view former) const {
  struct Heirs {
    std::string_view state, heir, others;
  };
  static constexpr Heirs table[] = {{"YUG", "SRB", "HRV SVN BIH MKD MNE XKX"},
                                    {"CSK", "CZE", "SVK"},
                                    {"DDR", "DEU", ""},
                                    {"SUN", "RUS", "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA TJK TKM UKR UZB"}};
  for (const Heirs& one : table) {
    if (one.state != former) continue;
    for (const Side side : {Side::first, Side::second}) {
      if (code(side) == one.heir && one.others.find(code(other(side))) == std::string_view::npos) return side;
    }
  }
  return Side::third;
}

Claim& Document::add(Kind kind, Spot quote) {
  Claim& claim = claims.emplace_back();
  claim.kind = kind;
  claim.pair = {grammar.code(states[0]), grammar.code(states[1])};
  if (claim.pair[1] < claim.pair[0]) std::swap(claim.pair[0], claim.pair[1]);
  claim.plain = {tokens[quote.begin].begin, tokens[quote.end - 1].end};
  return claim;
}

void Document::set_amount(Claim& claim, const Amount& amount) const {
  claim.number = amount.value;
  claim.tolerance = amount.tolerance;
  claim.currency = grammar.texts[amount.currency];
  if (claim.currency.size() > 3) claim.currency = currency_of_pair(claim.currency);
  // "$" on a page of Canada's own is Canada's
  if (claim.currency == "USD" && is_pair(own) && of(amount.begin) == "$" && of(amount.end - 1) != "USD") {
    for (const auto& [state, money] : {std::pair{"CAN", "CAD"}, {"AUS", "AUD"}, {"NZL", "NZD"}, {"SGP", "SGD"}}) {
      if (code(own) == state) claim.currency = money;
    }
  }
  claim.hedge = amount.hedge;
  if (amount.upper > 0) claim.note = "range";
}

// "NOR:NOK DNK:DKK": kroner are those of the one of the two that has some; empty where both have.
std::string Document::currency_of_pair(std::string_view table) const {
  std::string out;
  for (const Side side : {Side::first, Side::second}) {
    const std::size_t at = table.find(code(side) + ":");
    if (at == std::string_view::npos) continue;
    if (!out.empty()) return {};
    out = table.substr(at + 4, 3);
  }
  return out;
}

void Document::annotate(Sentence& sentence) {
  sentence_claims = claims.size();
  const Words w = words();
  find_cues(w, sentence);
  find_amounts(w, sentence);
  find_dates(w, sentence);
  if (grammar.language == "en") take_fiscal_years(sentence);
  // A year is no amount any more.
  std::erase_if(sentence.amounts, [&](const Amount& amount) {
    if (amount.kind != Amount::Kind::number || amount.scaled) return false;
    return std::any_of(sentence.dates.begin(), sentence.dates.end(), [&](const When& when) { return when.begin < amount.end && amount.begin < when.end && !when.relative; });
  });
  resolve_names(sentence);
  take_short_forms(sentence);
  find_nations(sentence);
  find_bare_missions(sentence);
  find_persons(w, sentence);
  if (sentence.range.begin == 0) take_dateline(sentence);
  resolve_dates(sentence);
  gather_mentions(sentence);
  find_breaks(*this, sentence);
}

void Document::resolve_names(Sentence& sentence) {
  for (NameSpot& name : sentence.names) {
    const NameEntry& entry = grammar.names[name.entry];
    name.state = entry.states.front();
    for (const StateId state : entry.states) {
      const Side side = side_of(state);
      if (is_pair(side)) name.state = state;
    }
    name.side = side_of(name.state);
    if (name.form == NameForm::capital && is_pair(name.side) && side_of(entry.seat) != name.side) name.form = NameForm::city;
  }
}

// "the Republic of Cyprus (RoC)": here, and from here on, that is Cyprus, whatever else is written so elsewhere.
void Document::take_short_forms(Sentence& sentence) {
  const auto written = [&](const NameSpot& name) { return std::string_view(text).substr(tokens[name.begin].begin, tokens[name.end - 1].end - tokens[name.begin].begin); };
  const auto is_gloss = [&](std::size_t i) {
    const NameSpot& name = sentence.names[i];
    const bool bracketed = i > 0 && name.end - name.begin == 1 && sentence.names[i - 1].end + 1 == name.begin && tokens[name.begin - 1].is(Kind_::open) && name.end < sentence.range.end && tokens[name.end].is(Kind_::close);
    return bracketed && sentence.names[i - 1].form == NameForm::name && std::ranges::count_if(written(name), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
  };
  for (std::size_t i = sentence.names.size(); i-- > 0;) {
    if (!is_gloss(i)) continue;
    if (is_pair(sentence.names[i - 1].side)) short_forms_.emplace_back(written(sentence.names[i]), sentence.names[i - 1].side);
    sentence.names.erase(sentence.names.begin() + static_cast<std::ptrdiff_t>(i));
  }
  for (const auto& [form, side] : short_forms_) {
    for (NameSpot& name : sentence.names) {
      if (written(name) == form) name.side = side, name.state = states[side == Side::second];
    }
  }
}

namespace {

// `when` moved by whole units; false where its own precision does not allow it.
void shift(When& out, const When& from, int by, char unit) {
  out.year = from.year2 && (unit == 'e' || unit == 'y') ? from.year2 : from.year;  // of a span that came to its end
  if (unit == 'y') {
    out.year += by;
    return;
  }
  out.month = unit == 'e' && from.year2 ? from.month2 : from.month;
  if (unit == 'm') {
    if (!out.month) return;
    const int months = out.year * 12 + out.month - 1 + by;
    out.year = months / 12, out.month = months % 12 + 1;
    return;
  }
  out.day = unit == 'e' && from.year2 ? from.day2 : from.day;
  if (!out.day || by == 0) return;
  const Day day = make_day(out.year, static_cast<unsigned>(out.month), static_cast<unsigned>(out.day)) + std::chrono::days(by);
  const std::chrono::year_month_day civil(day);
  out.year = static_cast<int>(civil.year());
  out.month = static_cast<int>(static_cast<unsigned>(civil.month()));
  out.day = static_cast<int>(static_cast<unsigned>(civil.day()));
}

}  // namespace

// "March: visit of Prime Minister X": an item under a year.
static bool leads_line(std::span<const Token> tokens, const Sentence& sentence, const When& when) {
  return sentence.block == Block::Kind::item && when.begin == sentence.range.begin && when.end < sentence.range.end && tokens[when.end].is(Kind_::colon);
}

void Document::resolve_dates(Sentence& sentence) {
  const auto leads_item = [&](const Sentence& s, const When& when) { return leads_line(tokens, s, when); };
  auto& dates = sentence.dates;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    When& when = dates[i];
    if (when.relative && when.published && i + 1 < dates.size() && dates[i + 1].year && !dates[i + 1].month && dates[i + 1].begin - when.end <= 1) {
      // "last year in 2017", "in November of last year 2023": the year is said
      const bool month = i > 0 && dates[i - 1].month && !dates[i - 1].year && when.begin - dates[i - 1].end <= 2;
      if (month) dates[i - 1].year = dates[i + 1].year, dates[i - 1].end = dates[i + 1].end, last_ = dates[i - 1];
      dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i), dates.begin() + static_cast<std::ptrdiff_t>(i + (month ? 2 : 1)));
      --i;
      continue;
    }
    if (when.relative) {
      const When& from = when.published ? published : last_;
      if (!from.year) {
        // "in June this year" of a page without a day: of no year that is known
        if (when.published && i > 0 && dates[i - 1].month && !dates[i - 1].year && when.begin - dates[i - 1].end <= 2) dates[i - 1].month = 0;
        continue;
      }
      shift(when, from, when.shift, when.unit);
      when.from_reference = true;
      // "in October of that year": the month before takes the year.
      if (i > 0 && dates[i - 1].month && !dates[i - 1].year && when.begin - dates[i - 1].end <= 2) {
        dates[i - 1].year = when.year;
        dates[i - 1].from_reference = true;
        dates[i - 1].end = when.end;
        when = dates[i - 1];
        dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i));
        --i;
      }
    } else if (!when.year && when.month && i + 1 < dates.size() && dates[i + 1].relative && dates[i + 1].begin - when.end <= 2) {
      continue;  // the next one brings the year
    } else if (!when.year && when.month && i + 1 < dates.size() && dates[i + 1].year && dates[i + 1].month && dates[i + 1].begin - when.end <= 2) {
      when.year = dates[i + 1].year;  // "4 May and 3 June 2010", "June, July 2010"
    } else if (!when.year && when.month && last_.year && (last_.month || last_.relative || i > 0 || (when.day && blocks <= near_the_top) || when.following || leads_item(sentence, when))) {  // not "In July" behind a mere year
      when.year = last_.year;
      if (when.following && (when.month < last_.month || (when.month == last_.month))) ++when.year;
      if (when.month2) when.year2 = when.year;
      when.from_reference = true;
    }
    if (dates[i].year && !dates[i].century) last_ = dates[i];
  }
  // "have maintained relations since then": when they began was told
  std::erase_if(dates, [&](const When& when) { return !when.year || (when.relative && when.since && sentence.has(Cue::relations_noun)); });
}

void Document::take_published(const Sentence& s) {
  constexpr std::uint32_t longest_line = 14;
  if (published.year || blocks > 8 || s.dates.size() != 1 || s.dates[0].year < oldest_page || !s.dates[0].day || s.dates[0].year2 || s.dates[0].relative) return;
  if (s.range.end - s.range.begin > longest_line || s.has(Cue::relations_noun) || !s.persons.empty()) return;
  const bool alone = s.range.end - s.range.begin <= s.dates[0].end - s.dates[0].begin + 2;
  if (alone || s.has(Cue::publication_word)) published = s.dates[0];
}

// "Hanoi, 26 August 2019 (VNA) – …", "date 2019-08-26 …": the day in front of the first sentence, where nothing is told of it.
void Document::take_dateline(Sentence& s) {
  constexpr std::uint32_t farthest = 3;
  if (published.year || blocks > 2 || s.dates.empty() || s.block == Block::Kind::item) return;
  const When day = s.dates.front();
  if (day.year < oldest_page || !day.day || day.year2 || day.relative || day.from_reference || day.begin > s.range.begin + farthest || day.end >= s.range.end) return;
  const bool named = day.begin > s.range.begin && (tokens[day.begin - 1].is(Kind_::comma) || of(day.begin - 1) == "date" || tokens[day.begin - 1].is(Kind_::open));
  const bool closed = tokens[day.end].is(Kind_::dash) || tokens[day.end].is(Kind_::open) || tokens[day.end].is(Kind_::close) || tokens[day.end].is(Kind_::colon) || of(day.begin - std::min(day.begin, 1u)) == "date";
  if (!(named || day.begin == s.range.begin) || !closed) return;
  published = last_ = day;
  s.dates.erase(s.dates.begin());
}

void Document::end_sentence(const Sentence& sentence) {
  // "That same year" points at when what was told took place, not at a year named by the way.
  const Claim* told = nullptr;
  for (std::size_t i = sentence_claims; i < claims.size(); ++i) {
    if (!claims[i].period.empty() && (!told || claims[i].plain.begin > told->plain.begin)) told = &claims[i];
  }
  for (const When& when : sentence.dates) {
    if (told && when.dated() && when.text() == told->period) last_ = when;
  }
  for (const Mention& one : mentions) {
    if (one.reference && is_pair(one.side) && one.begin == sentence.range.begin && one.side == last_subject) break;  // "It is also India's ninth partner": still of the one before
    if (is_pair(one.side) && !one.reference && (one.form == NameForm::name || one.form == NameForm::adjective)) {
      last_subject = one.side;
      break;
    }
  }
  take_last_person(sentence);
  last_first = Side::none;
  Side named = Side::none;
  for (const Mention& one : mentions) {
    if (!is_pair(one.side) || one.reference) continue;
    if (named == Side::none) named = one.side;
    else if (one.side != named) last_first = named;
  }
  for (const PersonSpot& person : sentence.persons) {
    if (person.nameless || (person.minor && !person.titled)) continue;
    if (is_pair(person.side) || person.titled || people_.size() < 200) remember(person, is_pair(person.side) ? person.side : Side::none);
  }
}

void Document::settle() {
  for (Claim& claim : claims) {
    if (claim.kind != Kind::visit || (!claim.subject.empty() && !claim.guessed)) continue;
    const Side side = side_of_person(claim.person);
    if (!is_pair(side)) continue;
    claim.subject = code(side);
    claim.object = code(other(side));
    if (claim.note == undirected_visit) claim.note.clear();
  }
  std::erase_if(claims, [](const Claim& claim) { return claim.kind == Kind::visit && claim.subject.empty() && claim.note != undirected_visit; });
  // A feast tells nothing where the text itself says when relations were taken up.
  const auto feast = [](const Claim& claim) { return claim.kind == Kind::relations_established && claim.note == "anniversary"; };
  if (std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.kind == Kind::relations_established && !feast(claim); })) std::erase_if(claims, feast);
  // Claims are heavy: their order is found first, then each is moved once.
  const auto before = [](const Claim& a, const Claim& b) { return a.plain.begin < b.plain.begin; };
  if (std::is_sorted(claims.begin(), claims.end(), before)) return;
  std::vector<std::uint32_t> order(claims.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return before(claims[a], claims[b]); });
  std::vector<Claim> sorted;
  sorted.reserve(claims.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(claims[i]));
  claims = std::move(sorted);
}

}  // namespace comity::claims
