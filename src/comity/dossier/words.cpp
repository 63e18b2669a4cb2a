#include "comity/dossier/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "comity/base/number.hpp"

namespace comity::dossier {

using namespace std::chrono;

// --- names ------------------------------------------------------------------------------------------------------

std::string join_words(std::span<const std::string> items, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? fmt::format(" {} ", last) : ", ";
    out += items[i];
  }
  return out;
}

std::string years_words(std::vector<int> years, std::size_t most) {
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < years.size();) {
    std::size_t j = i;
    while (j + 1 < years.size() && years[j + 1] == years[j] + 1) ++j;
    parts.push_back(j == i ? std::to_string(years[i]) : fmt::format("{} to {}", years[i], years[j]));
    i = j + 1;
  }
  if (parts.size() > most) return fmt::format("{} years between {} and {}", years.size(), years.front(), years.back());
  return join_words(parts);
}

std::string possessive(std::string_view name) {
  return fmt::format("{}{}", name, name.ends_with('s') ? "’" : "’s");
}

std::string in_text(const world::State& state) {
  const std::string_view name = state.name;
  constexpr std::array<std::string_view, 21> starts = {"United ",  "Republic of ", "Soviet ",    "Holy See", "Netherlands",
                                                       "Bahamas",  "Gambia",       "Maldives",   "Comoros",  "Philippines",
                                                       "Central African", "Dominican Republic", "German Democratic",
                                                       "Federated States", "Ottoman",      "Democratic Republic",
                                                       "Federal Republic", "Neutral Zone", "Isle of ", "Papal States", "Two Sicilies"};
  constexpr std::array<std::string_view, 8> ends = {" Islands", " Republic", " Union", " Empire", " Zone", " Territory", " Territories", " Free State"};
  // An island by its own name beside islands: "South Georgia and the South Sandwich Islands".
  const bool bare = name.starts_with("Heard Island") || name.starts_with("South Georgia");
  const bool article = !bare && (std::ranges::any_of(starts, [&](auto s) { return name.starts_with(s); }) ||
                                 std::ranges::any_of(ends, [&](auto s) { return name.ends_with(s); }));
  return article ? fmt::format("the {}", name) : std::string(name);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string number_in_words(std::size_t count) {
  constexpr std::array<std::string_view, 13> small = {"no",  "one",   "two",   "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten", "eleven", "twelve"};
  return count < small.size() ? std::string(small[count]) : human_number(static_cast<double>(count));
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", number_in_words(count), count == 1 ? singular : plural);
}

// --- dates ------------------------------------------------------------------------------------------------------

std::string on_date(const EdtfDate& date) {
  if (!date.known()) return "at a date not given";
  const std::string words = human_date(date);
  const bool interval = date.text.find('/') != std::string::npos;
  if (interval) return words.starts_with("since") || words.starts_with("until") || words.starts_with("from") ? words : "from " + words;
  return (date.text.size() >= 10 && date.text.find('X') == std::string::npos ? "on " : "in ") + words;
}

std::string on_date(Day day) { return "on " + human_date(day); }

Day end_of(const facts::Observation& o) {
  if (o.period_months == 0) return o.period_start;
  const year_month_day start{o.period_start};
  const year_month_day next = start + months{o.period_months};
  return Day{next} - days{1};
}

namespace {

bool whole_year(const facts::Observation& o) {
  const year_month_day start{o.period_start};
  return o.period_months == 12 && start.month() == January && start.day() == day{1};
}

std::string month_words(Day day) {
  const std::string text = to_string(day);
  return human_date(parse_edtf(std::string_view(text).substr(0, 7)));
}

// Five years from January on.
bool whole_years(const facts::Observation& o) {
  const std::chrono::year_month_day start(o.period_start);
  return o.period_months > 12 && o.period_months % 12 == 0 && start.month() == std::chrono::January && start.day() == std::chrono::day{1};
}

std::string months_span(const facts::Observation& o) {
  if (o.period_months == 1) return month_words(o.period_start);
  std::string first = month_words(o.period_start);
  const std::string last = month_words(end_of(o));
  if (year_of(o.period_start) == year_of(end_of(o))) first.resize(first.rfind(' '));
  return fmt::format("{} to {}", first, last);
}

}  // namespace

std::string period_words(const facts::Observation& o) {
  if (o.is(facts::undated)) return "undated";
  if (o.period_months == 0) return human_date(o.period_start);
  if (o.at_end) return whole_year(o) ? fmt::format("end of {}", o.year()) : human_date(end_of(o));
  if (whole_years(o)) return fmt::format("{} to {}", o.year(), o.year() + o.period_months / 12 - 1);
  return whole_year(o) ? std::to_string(o.year()) : months_span(o);
}

std::string in_period(const facts::Observation& o) {
  if (o.is(facts::undated)) return "at a date not given";
  if (o.period_months == 0) return on_date(o.period_start);
  if (o.at_end) return whole_year(o) ? fmt::format("at the end of {}", o.year()) : on_date(end_of(o));
  if (whole_years(o)) return "from " + period_words(o);
  return o.period_months > 1 && !whole_year(o) ? "from " + months_span(o) : "in " + period_words(o);
}

Day edition_day(const facts::Context& context) {
  const auto date = try_parse_edtf(context.edition_date);
  return date && date->known() && date->to != last_day ? date->to : Day{};
}

int years_between(Day from, Day to) {
  if (to <= from) return 0;
  const year_month_day a{from}, b{to};
  int years = static_cast<int>(b.year()) - static_cast<int>(a.year());
  if (std::pair{b.month(), b.day()} < std::pair{a.month(), a.day()}) --years;
  return years;
}

bool is_history(Day of, const facts::Context& context) { return years_between(of, edition_day(context)) >= 5; }

document::Badge age_badge(Day of, const facts::Context& context) {
  const int years = years_between(of, edition_day(context));
  std::string text = years == 0 ? "under a year old" : years == 1 ? "1 year old" : fmt::format("{} years old", years);
  return {std::move(text), years >= 5 ? document::Badge::age : document::Badge::neutral};
}

double decimal_year(Day day) {
  const int y = year_of(day);
  const Day start = make_day(y, 1, 1), next = make_day(y + 1, 1, 1);
  return y + static_cast<double>((day - start).count()) / static_cast<double>((next - start).count());
}

document::Timeline::Entry timeline_span(const EdtfDate& date) {
  document::Timeline::Entry entry;
  entry.date = human_date(date);
  const Day from = date.from == first_day ? date.to : date.from;
  const Day to = date.to == last_day ? date.from : date.to;
  entry.from = decimal_year(from);
  entry.to = from == to ? entry.from : decimal_year(to);
  return entry;
}

// --- figures ----------------------------------------------------------------------------------------------------

std::string hedge_words(std::uint32_t flags) {
  if (flags & facts::hedge_gt) return "over ";
  if (flags & facts::hedge_ge) return "at least ";
  if (flags & facts::hedge_lt) return "under ";
  if (flags & facts::hedge_le) return "at most ";
  if (flags & facts::hedge_approx) return "about ";
  return {};
}

namespace {

std::string value_text(const facts::Observation& o) {
  if (!o.currency.empty()) return human_money(o.value, o.currency);
  if (o.unit == "percent") return human_percent(o.value);
  const bool small = std::abs(o.value) < 100 && o.value != std::floor(o.value);
  return human_number(o.value, small ? 1 : 0);
}

}  // namespace

std::string scaled_number(double value, int decimals) {
  std::string out = human_number(value, decimals);
  if (out != "0" || value == 0) return out;
  for (int more = decimals + 1; more <= 6; ++more) {
    const double step = std::pow(10, more), shown = std::round(value * step) / step;
    if (std::abs(shown - value) <= std::abs(value) / 20) return human_number(value, more);
  }
  return human_number(value, 6) == "0" ? "under 0.000001" : human_number(value, 6);
}

std::string converted_money(double value, std::string_view currency) {
  const double size = std::abs(value);
  if (size < 1000 || size >= 1e6) return "≈ " + human_money(value, currency);
  const double step = std::pow(10, std::floor(std::log10(size)) - 2);
  return "≈ " + human_money(std::round(value / step) * step, currency);
}

std::string figure_text(const facts::Observation& o) {
  if (!o.has_value) return std::string(comity::words_for(o.absence));
  if (o.absence != Absence::value && o.absence != Absence::true_zero) return std::string(comity::words_for(o.absence));
  return hedge_words(o.flags) + value_text(o);
}

document::Figure figure_of(const facts::Observation& o) {
  return {figure_text(o), o.value, std::string(o.currency.empty() ? o.unit : o.currency)};
}

document::Figure money(double value, std::string_view currency) { return {human_money(value, currency), value, std::string(currency)}; }
document::Figure count(double value, std::string_view unit) { return {human_number(value), value, std::string(unit)}; }
document::Figure percent(double value, int decimals) { return {human_percent(value, decimals), value, "percent"}; }

std::string share_text(double part, double whole) {
  const double share = 100 * part / whole;
  return share > 0 && share < 0.1 ? fmt::format("under {}", human_percent(0.1)) : human_percent(share);
}

std::string citizens_words(const Shelf& shelf, StateId of) {
  const world::State& state = shelf.state(of);
  const bool shared = shelf.a().adjective == shelf.b().adjective;
  return state.adjective.empty() || shared ? "citizens of " + in_text(state) : state.adjective + " citizens";
}

std::vector<document::Badge> badges_of(const facts::Observation& o) {
  using document::Badge;
  std::vector<Badge> out;
  if (o.has_value && o.is(facts::suspect_zero)) out.push_back({"zero, contradicted", Badge::warning});
  if (o.origin == facts::Origin::partner_based) out.push_back({"estimated from the partner", Badge::estimate});
  if (o.origin == facts::Origin::compiler) out.push_back({"compiler’s estimate", Badge::estimate});
  if (o.origin == facts::Origin::modelled) out.push_back({"modelled", Badge::estimate});
  if (o.is(facts::imputed)) out.push_back({"imputed", Badge::estimate});
  if (o.is(facts::undated)) out.push_back({"undated", Badge::warning});
  if (o.is(facts::by_citizenship)) out.push_back({"by citizenship", Badge::neutral});
  if (o.is(facts::planned)) out.push_back({"planned", Badge::neutral});
  if (o.is(facts::incomplete_books)) out.push_back({"incomplete books", Badge::warning});
  if (o.is(facts::implausible_jump)) out.push_back({"break in the series", Badge::warning});
  return out;
}

std::string_view words_for(facts::Origin origin) {
  switch (origin) {
    case facts::Origin::reported: return "reported";
    case facts::Origin::partner_based: return "estimated from the partner’s figure";
    case facts::Origin::compiler: return "estimated by the compiler";
    case facts::Origin::modelled: return "modelled";
    case facts::Origin::derived: return "computed";
    case facts::Origin::unknown: break;
  }
  return "whether reported or estimated is not said";
}

std::string_view words_for(facts::Valuation valuation) {
  switch (valuation) {
    case facts::Valuation::fob: return "FOB";
    case facts::Valuation::cif: return "CIF";
    case facts::Valuation::unknown: return "valuation not known";
    case facts::Valuation::none: break;
  }
  return "";
}

std::string reporter_words(const Shelf& shelf, const facts::Observation& o) {
  if (!o.reporter) return fmt::format("according to {}", publisher_words(shelf.source(o.from_where.source)));
  const char* verb = o.origin == facts::Origin::reported || o.origin == facts::Origin::derived ? "as {} reports it" : "in {} books";
  const std::string name = in_text(shelf.state(o.reporter));
  return fmt::format(fmt::runtime(verb), verb[0] == 'a' ? name : possessive(name));
}

// --- what was looked for ----------------------------------------------------------------------------------------

bool speaks_of(std::string_view what, std::string_view topic) {
  if (what == topic) return true;
  // "agreements:double_taxation", "presence:institute": a kind within the topic; "event:visit" is the kind itself.
  // "events:currency" is of events, and says nothing of relations.
  const std::size_t colon = what.find(':');
  const std::string_view within = what.substr(0, colon);
  if (colon != std::string_view::npos && (within != "events" || topic == "events") && speaks_of(within, topic)) return true;
  if (colon != std::string_view::npos) what.remove_prefix(colon + 1);
  // "visit" and "visits", "mission" and "missions".
  if (what == topic || (topic.ends_with('s') && what == topic.substr(0, topic.size() - 1))) return true;
  if (topic == "relations") return what.starts_with("relations_") || what == "recognition" || what == "events";
  return topic == "events" && (what == "event" || what.starts_with("agreement_") || what == "war");
}

document::Gap gap(std::string looked_for, std::string where, std::string ask) {
  return {std::move(looked_for), std::move(where), std::move(ask)};
}

bool is_thin(const Shelf& shelf) {
  const facts::PairFacts& f = shelf.facts;
  // Votes are counted for every pair of members, distances for every pair at all; models give figures where there are none.
  const auto own = std::ranges::count_if(f.observations, [&](const facts::Observation& o) {
    const std::string& id = shelf.context.indicators[o.indicator.value].id;
    return !id.starts_with("un_vote") && id != "distance_capitals_km" && id != "ideal_point_distance" && id != "visa_rule" && o.has_value && o.value != 0 &&
           o.origin != facts::Origin::modelled && o.origin != facts::Origin::derived;
  });
  return static_cast<std::size_t>(own) + f.events.size() + f.missions.size() + f.agreements.size() + f.presences.size() < 6;
}

// --- inline text ------------------------------------------------------------------------------------------------

Words& Words::text(std::string_view text) {
  if (auto* last = line_.empty() ? nullptr : std::get_if<document::Text>(&line_.back())) {
    last->text += text;
  } else if (!text.empty()) {
    line_.push_back(document::Text{std::string(text)});
  }
  return *this;
}

bool Words::ends_with(char last) const {
  const auto* text = line_.empty() ? nullptr : std::get_if<document::Text>(&line_.back());
  return text && text->text.ends_with(last);
}

Words& Words::strong(std::string_view text) {
  line_.push_back(document::Strong{std::string(text)});
  return *this;
}

Words& Words::figure(const facts::Observation& o) {
  if (o.has_value && (o.absence == Absence::value || o.absence == Absence::true_zero)) {
    line_.push_back(figure_of(o));
  } else {
    line_.push_back(document::Badge{figure_text(o), document::Badge::absence});
  }
  for (auto& badge : badges_of(o)) this->badge(std::move(badge));
  return *this;
}

Words& Words::figure(document::Figure figure) {
  line_.push_back(std::move(figure));
  return *this;
}

Words& Words::badge(document::Badge badge) {
  if (!empty() && !ends_with(' ')) text(" ");
  line_.push_back(std::move(badge));
  return *this;
}

Words& Words::age(Day of) { return badge(age_badge(of, shelf_->context)); }

Words& Words::cite(const facts::Provenance& from) { return cite(std::span(&from, 1)); }

// Two marks side by side are one: "12,13", not "1213"; one reference, not the same twice.
Words& Words::cite(std::span<const facts::Provenance> from) {
  document::Cite mark = shelf_->book.cite(from);
  if (mark.to.empty()) return *this;
  auto* before = line_.empty() ? nullptr : std::get_if<document::Cite>(&line_.back());
  if (before) before->to.insert(before->to.end(), mark.to.begin(), mark.to.end());
  else line_.push_back(std::move(mark));
  return *this;
}

Words& Words::cite_rows(std::span<const facts::Provenance> from) {
  if (!from.empty()) line_.push_back(document::Cite{shelf_->book.enter_rows(from)});
  return *this;
}

Words& Words::cite_table(const std::string& file, const std::string& title) {
  line_.push_back(document::Cite{{shelf_->book.enter_table(file, title)}});
  return *this;
}

Words& Words::add(document::Inlines more) {
  for (auto& one : more) line_.push_back(std::move(one));
  return *this;
}

document::Inlines plain(std::string_view text) { return {document::Text{std::string(text)}}; }

std::string to_plain(const document::Inlines& line) {
  std::string out;
  for (const auto& one : line) {
    std::visit([&](const auto& part) {
      if constexpr (requires { part.text; }) out += part.text;
    }, one);
  }
  return out;
}

}  // namespace comity::dossier
