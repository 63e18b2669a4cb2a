// Words of the audit: states, sources and dates as they stand in a sentence, and which source would settle a kind of claim.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"

namespace comity::audit {
namespace {

// "Breinlich, Corradi, Rocha, Ruta, Santos Silva and Zylkin" → "Breinlich and others": four people or more, no body's name.
std::string first_of_many(const std::string& publisher) {
  std::size_t names = 1, words = 0, first = std::string::npos;
  for (std::size_t i = 0; i < publisher.size(); ++i) {
    const bool comma = publisher.compare(i, 2, ", ") == 0, last = publisher.compare(i, 5, " and ") == 0;
    if (comma || last) {
      if (first == std::string::npos) first = i;
      if (words > 1) return publisher;
      ++names, words = 0, i += comma ? 1 : 4;
    } else if (publisher[i] == ' ') {
      ++words;
    } else if (publisher[i] == '(') {
      return publisher;
    }
  }
  return names >= 4 && words <= 1 ? publisher.substr(0, first) + " and others" : publisher;
}

constexpr std::array<std::string_view, 18> with_article = {"Bahamas", "Central African Republic", "Comoros", "Cook Islands", "Czech Republic", "Democratic Republic", "Dominican Republic", "Gambia", "German Democratic Republic",
                                                           "Holy See", "Maldives", "Marshall Islands", "Netherlands", "Philippines", "Republic of", "Solomon Islands", "Soviet Union", "United "};

}  // namespace

std::string Bench::source_words(SourceId id) const {
  const facts::Source& one = source(id);
  std::string out = first_of_many(one.publisher);
  if (!one.title.empty()) out += (out.empty() ? "" : ", ") + one.title;
  if (!one.version.empty() && one.version.size() <= 30) out += " (" + one.version + ")";
  return out;
}

std::string Bench::in_text(StateId id) const {
  if (!id) return {};
  const std::string& name = context.states->state(id).name;
  return std::any_of(with_article.begin(), with_article.end(), [&](std::string_view start) { return name.starts_with(start); }) ? "the " + name : name;
}

std::string Bench::books_of(StateId id) const { return in_text(id) + (in_text(id).ends_with('s') ? "' books" : "'s books"); }

std::string when(const EdtfDate& date) {
  if (!date.known()) return "on a day not given";
  const std::string text = human_date(date);
  if (date.text.ends_with("..") || date.text.starts_with("..")) return text;  // "since 2004"
  if (date.text.find('/') != std::string::npos) return "from " + text;
  return (date.exact() ? "on " : "in ") + text;
}

std::string when_in(std::string_view language, const EdtfDate& date) {
  if (language != "de") return when(date);
  constexpr std::array<std::string_view, 12> months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"};
  const std::chrono::year_month_day day{date.from};
  const std::string_view month = months[static_cast<unsigned>(day.month()) - 1];
  if (date.exact()) return fmt::format("am {}. {} {}", static_cast<unsigned>(day.day()), month, static_cast<int>(day.year()));
  if (date.text.size() == 7) return fmt::format("im {} {}", month, static_cast<int>(day.year()));
  return fmt::format("{}", static_cast<int>(day.year()));
}

std::string prose_money(double value, std::string_view currency) {
  std::string amount;
  const auto scaled = [&](double unit, std::string_view word) {
    amount = fmt::format("{:.2f}", value / unit);
    while (amount.back() == '0') amount.pop_back();
    if (amount.back() == '.') amount.pop_back();
    amount += fmt::format(" {}", word);
  };
  if (value >= 1e12) scaled(1e12, "trillion");
  else if (value >= 1e9) scaled(1e9, "billion");
  else if (value >= 1e6) scaled(1e6, "million");
  else {
    const std::string digits = fmt::format("{:.0f}", value);
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (i > 0 && (digits.size() - i) % 3 == 0 && digits[i - 1] != '-') amount += ',';
      amount += digits[i];
    }
  }
  for (const auto& [code, sign] : {std::pair<std::string_view, std::string_view>{"EUR", "€"}, {"USD", "US$"}, {"GBP", "£"}, {"JPY", "¥"}}) {
    if (currency == code) return fmt::format("{}{}", sign, amount);
  }
  return fmt::format("{} {}", amount, currency);
}

std::string_view would_settle(claims::Kind kind) {
  using claims::Kind;
  switch (kind) {
    case Kind::relations_established: case Kind::relations_severed: case Kind::relations_resumed: return "the joint communiqué, or the list of dates that either foreign ministry keeps";
    case Kind::recognition: return "the note of recognition, or the list that the recognising foreign ministry keeps";
    case Kind::mission: return "the host's diplomatic list, or the sender's list of missions, of the text's day";
    case Kind::mission_opened: case Kind::mission_closed: return "the sender's foreign ministry, or the host's diplomatic lists before and after";
    case Kind::visit: return "a list of the travels of that office, or the communiqué of either side";
    case Kind::treaty_signed: return "the United Nations Treaty Series, or the register of treaties of either side";
    case Kind::trade_total: case Kind::exports: case Kind::imports: return "customs statistics of either side for that period and currency";
    case Kind::trade_share: return "one side's statistics by partner for that period, with their total";
    case Kind::trade_growth: return "the customs statistics of one side for both periods";
    case Kind::fdi_flow: case Kind::fdi_stock: return "the balance of payments of either side, with its principle and whether gross or net";
    case Kind::company_count: case Kind::company_presence: return "the host's register of companies";
    case Kind::export_credit: return "the agency of the lender";
    case Kind::aid: return "the donor's reports by project (OECD Creditor Reporting System)";
    case Kind::migration_stock: case Kind::diaspora: return "a census or register of the host, with whom it counts";
    case Kind::students: return "the host's enrolment by origin (UNESCO Institute for Statistics)";
    case Kind::tourism: return "the host's arrivals by nationality (UN Tourism)";
    case Kind::membership: return "the organisation's own list of members with their dates";
    case Kind::twin_towns: return "either of the two town councils";
    case Kind::cultural_institute: return "the institute's own list of places with their dates";
    default: return {};
  }
}

}  // namespace comity::audit
