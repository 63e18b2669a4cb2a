#include "comity/audit/audit.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"
#include "comity/base/number.hpp"
#include "comity/claims/write.hpp"
#include "comity/facts/place.hpp"

namespace comity::audit {
namespace {

constexpr std::array<std::string_view, verdict_count> names = {"supported", "contradicted", "confused", "outdated", "imprecise", "unverifiable", "not checkable"};

using claims::Kind;

void check_one(const Bench& bench, const claims::Claim& claim, Finding& out) {
  if (claim.status == "vague") {
    out.verdict = Verdict::not_checkable;
    out.reason = "It gives no figure that could be right or wrong.";
  } else if (claim.status == "planned") {
    out.verdict = Verdict::not_checkable;
    out.reason = "It tells a plan or a target, not a fact.";
  } else if (!claim.scope.empty()) {
    out.verdict = Verdict::unverifiable;
    out.reason = "It speaks of others than the two countries; the facts read here are those of the pair.";
  } else {
    switch (claim.kind) {
      case Kind::relations_established: case Kind::relations_severed: case Kind::relations_resumed: case Kind::recognition:
      case Kind::mission_opened: case Kind::mission_closed: return check_dates(bench, claim, out);
      case Kind::mission: return check_mission(bench, claim, out);
      case Kind::visit: return check_visit(bench, claim, out);
      case Kind::treaty_signed: return check_treaty(bench, claim, out);
      case Kind::membership: return check_membership(bench, claim, out);
      case Kind::trade_total: case Kind::exports: case Kind::imports: return check_trade(bench, claim, out);
      case Kind::trade_share: return check_share(bench, claim, out);
      case Kind::trade_growth: return check_growth(bench, claim, out);
      case Kind::aid: return check_aid(bench, claim, out);
      case Kind::conflict: return check_conflict(bench, claim, out);
      case Kind::cultural_institute: return check_institute(bench, claim, out);
      case Kind::fdi_flow: case Kind::fdi_stock: return check_investment(bench, claim, out);
      case Kind::company_count: case Kind::company_presence: return check_companies(bench, claim, out);
      case Kind::diaspora: case Kind::migration_stock: case Kind::students: case Kind::tourism: return check_people(bench, claim, out);
      default:
        if (claim.unit == "entry into force" || claim.unit == "termination") return check_force(bench, claim, out);
        return check_rest(bench, claim, out);
    }
  }
}

std::string folded_title(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return out;
}

// Two rows of one source that say the same are told once.
void say_once(std::vector<Evidence>& list) {
  std::set<std::string_view> told;
  std::vector<Evidence> out;
  std::vector<bool> again;
  for (const Evidence& one : list) again.push_back(!told.insert(one.text).second);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!again[i]) out.push_back(list[i]);
  }
  list = std::move(out);
}

bool of_its_title(const facts::Source& source, const Document& document) {
  const std::string title = folded_title(document.title);
  return title.size() >= 8 && folded_title(source.title) == title;
}

}  // namespace

std::string_view name_of(Verdict verdict) { return names[static_cast<std::size_t>(verdict)]; }

std::size_t Report::count(Verdict verdict) const {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& one) { return one.verdict == verdict; }));
}

bool may_be_evidence(const facts::Source& source, const Document& document) {
  // Crowd-written pages copy one another and are copied by documents: they are no evidence for any (rule 9).
  if (source.independence == "crowd" || source.role == "fixture" || source.role == "document" || source.independence == "document") return false;
  if (source.derives_from.find("document:") != std::string::npos) return false;
  return !of_its_title(source, document);
}

bool may_stand_beside(const facts::Source& source, const Document& document) {
  return source.independence == "crowd" && source.role == "facts" && source.derives_from.find("document:") == std::string::npos && !of_its_title(source, document);
}

std::string Bench::name_of(std::string_view code) const {
  const StateId id = state_of(code);
  return id ? context.states->state(id).name : std::string(code);
}

Evidence Bench::evidence(std::string text, const facts::Provenance& from) const {
  return {std::move(text), from.source, from.key, source(from.source).independence, place_words(from)};
}

std::string Bench::place_words(const facts::Provenance& from) const {
  if (!from.file) return {};
  const facts::SourceFile& file = context.files[from.file.value];
  std::string out = file.path;
  for (const std::string& one : {facts::record_words(file, from.record), facts::column_words(file, from.column)}) {
    if (!one.empty()) out += ", " + one;
  }
  return out;
}

double Bench::tolerance(const claims::Claim& claim) const {
  if (!claim.number) return 0;
  double out = std::max(claim.tolerance, std::abs(*claim.number) * 0.005);
  if (claim.hedge == "approx") out = std::max(out, std::abs(*claim.number) * 0.05);
  return out;
}

std::string Bench::tolerance_words(const claims::Claim& claim) const {
  if (!claim.number) return {};
  const double width = tolerance(claim);
  const std::string amount = claim.currency.empty() ? human_number(width, width < 10 ? 2 : 0) : human_money(width, claim.currency);
  return fmt::format("± {}: {}", amount, claim.hedge == "approx" ? "the text says about" : width > claim.tolerance ? "half a percent" : "half a unit of the last digit written");
}

bool Bench::same(const claims::Claim& claim, double figure) const {
  if (!claim.number) return false;
  const double width = tolerance(claim), stated = *claim.number;
  if (claim.hedge == "gt" || claim.hedge == "ge") return figure >= stated - width * 0.02 && figure <= stated * 1.15 + width;
  if (claim.hedge == "lt" || claim.hedge == "le") return figure <= stated + width * 0.02 && figure >= stated * 0.85 - width;
  return std::abs(figure - stated) <= width;
}

std::optional<double> Bench::convert(double value, std::string_view from, std::string_view to, int year) const {
  if (from == to) return value;
  std::optional<double> per_from, per_to;  // units of the one currency per one of the base
  for (const facts::Rate& rate : context.rates) {
    if (rate.kind != "annual_mean" || rate.year != year || rate.rate <= 0) continue;
    if (rate.base == from && rate.currency == to) return value * rate.rate;
    if (rate.base == to && rate.currency == from) return value / rate.rate;
    if (rate.base == "EUR" && rate.currency == from) per_from = rate.rate;
    if (rate.base == "EUR" && rate.currency == to) per_to = rate.rate;
  }
  if (per_from && per_to) return value / *per_from * *per_to;
  return std::nullopt;
}

int year_of_period(std::string_view period) {
  if (period.size() < 4 || period.find('/') != std::string_view::npos) return 0;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (period[i] < '0' || period[i] > '9') return 0;
    year = year * 10 + (period[i] - '0');
  }
  return year;
}

bool precise_to_day(const EdtfDate& date) { return date.known() && date.from == date.to; }

std::vector<Clash> find_clashes(std::span<const claims::Claim> claims) {
  std::vector<Clash> out;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t k = i + 1; k < claims.size() && out.size() < 200; ++k) {
      const claims::Claim &a = claims[i], &b = claims[k];
      if (a.kind != b.kind || a.status != b.status || a.polarity != b.polarity || a.period.empty() || b.period.empty()) continue;
      if (a.kind == Kind::relations_established && a.period != b.period) {
        const auto first = try_parse_edtf(a.period), second = try_parse_edtf(b.period);
        if (first && second && !first->overlaps(*second)) out.push_back({i, k, fmt::format("Relations are dated {} and {}.", a.period, b.period)});
      } else if (a.number && b.number && a.subject == b.subject && a.object == b.object && a.unit == b.unit && a.currency == b.currency && a.period == b.period && a.kind != Kind::other && a.unit != "projects" && a.unit != "rank" && a.scope == b.scope &&
                 a.kind != Kind::aid && a.kind != Kind::company_count && a.kind != Kind::export_credit) {
        const double width = std::max({a.tolerance, b.tolerance, std::abs(*a.number) * 0.005});
        if (std::abs(*a.number - *b.number) > width) out.push_back({i, k, fmt::format("The same measure of {} is given as {} and as {}.", a.period, claims::human_value(a), claims::human_value(b))});
      }
    }
  }
  return out;
}

Report check(std::vector<claims::Claim> claims, const facts::PairFacts& facts, const facts::Context& context, const Document& document) {
  Report out;
  out.claims = std::move(claims);
  const Bench bench(facts, context, document, out.claims);
  for (std::size_t i = 0; i < out.claims.size(); ++i) {
    Finding finding;
    finding.claim = i;
    check_one(bench, out.claims[i], finding);
    say_once(finding.evidence);
    say_once(finding.beside);
    if (finding.verdict == Verdict::unverifiable && out.claims[i].scope.empty() && finding.would_settle.empty()) finding.would_settle = would_settle(out.claims[i].kind);
    out.findings.push_back(std::move(finding));
  }
  out.clashes = find_clashes(out.claims);
  return out;
}

}  // namespace comity::audit
