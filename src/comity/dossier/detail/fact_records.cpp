#include "comity/dossier/detail/fact_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <type_traits>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/organizations.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::FactRecords;

constexpr std::array<std::pair<facts::Flag, std::string_view>, 12> flag_names = {{
    {facts::suspect_zero, "suspect_zero"},
    {facts::implausible_jump, "series_break"},
    {facts::undated, "undated"},
    {facts::hedge_gt, "more_than"},
    {facts::hedge_ge, "at_least"},
    {facts::hedge_lt, "less_than"},
    {facts::hedge_le, "at_most"},
    {facts::hedge_approx, "about"},
    {facts::imputed, "imputed"},
    {facts::by_citizenship, "by_citizenship"},
    {facts::planned, "planned"},
    {facts::incomplete_books, "incomplete_books"},
}};

constexpr std::array<std::string_view, 6> origin_ids = {"reported", "partner_based", "compiler", "modelled", "derived", "unknown"};
constexpr std::array<std::string_view, 4> valuation_ids = {"fob", "cif", "unknown", "none"};

// Fields that hold nothing are left out: absence of a field is "not given".
class Record {
 public:
  Record(const Shelf& shelf, FactRecords& out, std::string_view table) : shelf_(shelf), out_(out) { out_.begin(table); }

  Record& text(std::string_view name, std::string_view value) {
    if (!value.empty()) out_.add(name, value);
    return *this;
  }
  Record& number(std::string_view name, double value) {
    out_.add(name, value);
    return *this;
  }
  Record& flag(std::string_view name, bool value) {
    out_.add(name, value);
    return *this;
  }
  Record& state(std::string_view name, StateId id) {
    const world::State* state = id ? shelf_.context.states->try_state(id) : nullptr;
    return state ? text(name, state->key) : *this;
  }
  Record& date(std::string_view name, const EdtfDate& date) { return text(name, date.text); }
  Record& flags(std::uint32_t flags) {
    std::string names;
    for (const auto& [bit, name] : flag_names) {
      if (flags & bit) names += fmt::format("{}{}", names.empty() ? "" : ",", name);
    }
    return text("flags", names);
  }
  void from(const facts::Provenance& from) {
    out_.set_key(from.key);
    if (!from.source) return;
    text("source", shelf_.source(from.source).id);
    out_.set_cite(shelf_.book.enter(from));
  }

 private:
  const Shelf& shelf_;
  FactRecords& out_;
};

void add_record(FactRecords& out, const Shelf& shelf, const facts::Observation& o) {
  Record r(shelf, out, "observation");
  r.text("indicator", shelf.context.indicators[o.indicator.value].id).state("from_state", o.from).state("to_state", o.to);
  r.state("reporter", o.reporter).text("period_start", to_string(o.period_start)).number("period_months", o.period_months);
  r.flag("at_end", o.at_end);
  if (o.has_value) r.number("value", o.value);
  if (o.absence != Absence::value) r.text("absence", id_of(o.absence));
  r.text("unit", o.unit).text("currency", o.currency).text("product", o.product).text("product_scheme", o.product_scheme);
  r.text("variant", o.variant).text("origin", origin_ids[static_cast<std::size_t>(o.origin)]);
  if (o.valuation != facts::Valuation::none) r.text("valuation", valuation_ids[static_cast<std::size_t>(o.valuation)]);
  if (o.price_base) r.number("price_base", o.price_base);
  r.flags(o.flags).text("note", o.note).from(o.from_where);
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Event& e) {
  Record r(shelf, out, "event");
  r.text("kind", e.kind).date("date", e.date).state("state_a", e.a).state("state_b", e.b).state("actor_state", e.actor);
  r.state("third_state", e.third).text("person", e.person).text("office", e.office).text("host_person", e.host).text("place", e.place);
  r.text("occasion", e.occasion).text("title", e.title).text("detail", e.detail).text("status", e.status).from(e.from_where);
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Mission& m) {
  Record r(shelf, out, "mission");
  r.text("kind", m.kind).state("sending", m.sending).state("receiving", m.receiving).flag("resident", m.resident);
  r.state("covered_from", m.covered_from).text("city", m.city);
  if (m.has_position) r.number("latitude", m.latitude).number("longitude", m.longitude);
  r.date("opened", m.opened).date("closed", m.closed).date("as_listed_on", m.as_listed_on);
  r.text("name", m.name).text("note", m.note).from(m.from_where);
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Agreement& g) {
  Record r(shelf, out, "agreement");
  r.text("title", g.title).text("subject", g.subject).text("kind", g.kind).date("signed", g.signed_on).date("in_force", g.in_force);
  r.date("terminated", g.terminated).text("status", g.status).text("capacity_a", g.capacity_a).text("capacity_b", g.capacity_b);
  r.date("a_in_force", g.a_in_force).date("b_in_force", g.b_in_force).from(g.from_where);
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Presence& p) {
  Record r(shelf, out, "presence");
  r.text("kind", p.kind).state("home_state", p.home).state("host_state", p.host).text("name", p.name).text("sector", p.sector);
  r.text("basis", p.basis).text("place", p.place);
  if (p.has_count) r.number("count", p.count);
  r.date("as_of", p.as_of).flags(p.flags).text("note", p.note).from(p.from_where);
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Standing& s) {
  Record r(shelf, out, "standing");
  r.text("indicator", shelf.context.indicators[s.indicator.value].id).state("of", s.of).flag("outgoing", s.outgoing).state("reporter", s.reporter);
  r.text("period_start", to_string(s.period_start)).number("period_months", s.period_months).number("value", s.value).number("total", s.total);
  if (s.rank) r.number("rank", s.rank);
  r.number("partners", s.partners).number("absent", s.absent).text("region", s.region).text("why_no_rank", s.why_no_rank);
  r.text("variant", s.variant);
  if (s.source) r.text("source", shelf.source(s.source).id);
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Disagreement& d) {
  Record r(shelf, out, "disagreement");
  r.text("kind", d.kind).number("consequence", d.consequence).text("title", d.title).text("said", d.said).text("reading", d.reading);
  r.number("size", d.size).text("unit", d.unit);
  r.text("key_a", key_text(d.key_a)).text("key_b", key_text(d.key_b));
}

void add_record(FactRecords& out, const Shelf& shelf, const facts::Membership& m) {
  Record r(shelf, out, "membership");
  r.text("organization", m.organization).state("state", m.state).text("kind", m.kind).date("from", m.from).date("to", m.to);
  r.from(m.from_where);
}

// A source that only shows a format gives no facts (rules.md 10).
template <class Fact>
bool wanted(const Shelf& shelf, const Fact& fact) {
  if constexpr (requires { fact.from_where; }) {
    return !fact.from_where.source || !is_fixture(shelf.source(fact.from_where.source));
  }
  return true;
}

// The newest figure of each indicator, source and variant: the series of one state alone is not between two.
std::vector<const facts::Observation*> newest_of_each(const Shelf& shelf, const std::vector<facts::Observation>& all) {
  std::vector<const facts::Observation*> out;
  IndicatorId indicator;
  std::size_t begin = 0;  // in `out`: of the indicator at hand
  for (const facts::Observation& o : all) {
    if (o.indicator != indicator) indicator = o.indicator, begin = out.size();
    // Sums over all partners, by region and method: what shares are of, and said with them.
    if (shelf.context.indicators[o.indicator.value].id.ends_with("_partner_sum")) continue;
    const auto same = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), [&](const facts::Observation* other) {
      return other->from_where.source == o.from_where.source && other->variant == o.variant && other->product == o.product;
    });
    if (same == out.end()) {
      out.push_back(&o);
    } else if (std::pair(o.has_value, o.period_start) > std::pair((*same)->has_value, (*same)->period_start)) {
      *same = &o;
    }
  }
  return out;
}

// Of some thousand treaties of many states: those that both have to do with, and organisations that matter by themselves. What
// one state alone belongs to is a question of that state.
std::vector<const facts::Membership*> memberships_that_count(const Shelf& shelf, const facts::StateFacts& of_one, const facts::StateFacts& of_other) {
  std::vector<const facts::Membership*> out;
  const auto& organizations = shelf.context.organizations;
  each_concern(of_one, of_other, organizations.size(), [&](std::size_t place, std::span<const facts::Membership> own, std::span<const facts::Membership> others) {
    if (organizations[place].importance >= 6 && others.empty()) return;
    for (const auto& row : own) out.push_back(&row);
  });
  return out;
}

}  // namespace

FactRecords fact_records(const Shelf& shelf) {
  FactRecords out;
  const auto add_one = [&](const auto& fact) {
    if (wanted(shelf, fact)) add_record(out, shelf, fact);
  };
  const auto add = [&](const auto& range) {
    for (const auto& fact : range) {
      if constexpr (std::is_pointer_v<std::remove_cvref_t<decltype(fact)>>) add_one(*fact);
      else add_one(fact);
    }
  };
  const facts::PairFacts& f = shelf.facts;
  const auto members_a = memberships_that_count(shelf, *f.of_a, *f.of_b), members_b = memberships_that_count(shelf, *f.of_b, *f.of_a);
  const auto own_a = newest_of_each(shelf, f.of_a->observations), own_b = newest_of_each(shelf, f.of_b->observations);
  const std::size_t count = f.observations.size() + f.events.size() + f.missions.size() + f.agreements.size() + f.presences.size() + f.standings.size() +
                            own_a.size() + own_b.size() + members_a.size() + members_b.size() + 16;
  out.reserve(count);
  shelf.book.reserve(count);
  add(f.observations), add(f.events), add(f.missions), add(f.agreements), add(f.presences), add(f.standings), add(f.disagreements);
  add(own_a), add(own_b), add(members_a), add(members_b), add(f.of_a->events), add(f.of_b->events);
  return out;
}

}  // namespace comity::dossier
