#include "comity/store/rows.hpp"

#include "comity/store/edition.hpp"

namespace comity::store {
namespace {

using namespace facts;

// Walks the columns of one row in order.
class Row {
 public:
  Row(const Chunk& chunk, std::size_t row, TextPool& pool) : chunk_(chunk), row_(row), pool_(pool) {}

  bool null() const { return chunk_.is_null(at_, row_); }
  void skip() { ++at_; }
  template <class T>
  T number(T fallback = T{}) {
    const T value = null() ? fallback : chunk_.get<T>(at_, row_);
    ++at_;
    return value;
  }
  StateId state() { return StateId(number<std::uint16_t>()); }
  IndicatorId indicator() { return IndicatorId(number<std::uint16_t>()); }
  bool flag(bool fallback = false) { return number<std::uint8_t>(fallback) != 0; }
  template <class Enum>
  Enum choice(Enum fallback) {
    return static_cast<Enum>(number<std::uint8_t>(static_cast<std::uint8_t>(fallback)));
  }
  Text text() { return pool_.keep(chunk_.text(at_++, row_)); }
  Day day(Day fallback = {}) {
    const Day value = null() ? fallback : chunk_.day(at_, row_);
    ++at_;
    return value;
  }
  EdtfDate date() {
    const auto written = chunk_.text(at_++, row_);
    if (auto date = try_parse_edtf(written)) return *date;
    return {};
  }
  Provenance provenance() {
    Provenance from;
    from.key = number<std::uint64_t>();
    from.source = SourceId(number<std::uint16_t>());
    from.file = FileId(number<std::uint32_t>());
    from.record = number<std::uint64_t>();
    from.column = number<std::uint16_t>();
    return from;
  }

 private:
  const Chunk& chunk_;
  std::size_t row_, at_ = 0;
  TextPool& pool_;
};

}  // namespace

#define PROVENANCE "key, source, file, record, col"

const char* const observation_columns =
    "pair, indicator, from_state, to_state, reporter, reporter_kind, period_start, period_months, at_end, product, product_scheme, variant, value, absence, unit, "
    "currency, valuation, price_base, origin, flags, note, " PROVENANCE;

Observation read_observation(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Observation o;
  row.skip();
  o.indicator = row.indicator();
  o.from = row.state();
  o.to = row.state();
  o.reporter = row.state();
  o.side = row.choice(Side::third);
  o.period_start = row.day();
  o.period_months = row.number<std::uint8_t>();
  o.at_end = row.flag();
  o.product = row.text();
  o.product_scheme = row.text();
  o.variant = row.text();
  o.has_value = !row.null();
  o.value = row.number<double>();
  o.absence = row.choice(Absence::value);
  o.unit = row.text();
  o.currency = row.text();
  o.valuation = row.choice(Valuation::none);
  o.price_base = row.number<std::int16_t>();
  o.origin = row.choice(Origin::unknown);
  o.flags = row.number<std::uint32_t>();
  o.note = row.text();
  o.from_where = row.provenance();
  return o;
}

const char* const event_columns =
    "pair, kind, date_edtf, state_a, state_b, actor_state, third_state, person, office, host, place, occasion, title, detail, status, " PROVENANCE;

Event read_event(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Event e;
  row.skip();
  e.kind = row.text();
  e.date = row.date();
  e.a = row.state();
  e.b = row.state();
  e.actor = row.state();
  e.third = row.state();
  e.person = row.text();
  e.office = row.text();
  e.host = row.text();
  e.place = row.text();
  e.occasion = row.text();
  e.title = row.text();
  e.detail = row.text();
  e.status = row.text();
  e.from_where = row.provenance();
  return e;
}

const char* const mission_columns =
    "pair, sending, receiving, kind, resident, covered_from_state, city, lat, lon, opened, closed, as_listed_on, name, note, " PROVENANCE;

Mission read_mission(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Mission m;
  row.skip();
  m.sending = row.state();
  m.receiving = row.state();
  m.kind = row.text();
  m.resident = row.flag(true);
  m.covered_from = row.state();
  m.city = row.text();
  m.has_position = !row.null();
  m.latitude = row.number<double>();
  m.has_position = m.has_position && !row.null();
  m.longitude = row.number<double>();
  m.opened = row.date();
  m.closed = row.date();
  m.as_listed_on = row.date();
  m.name = row.text();
  m.note = row.text();
  m.from_where = row.provenance();
  return m;
}

const char* const agreement_columns =
    "pair, title, subject, kind, signed_on, in_force, terminated, status, state_a, capacity_a, capacity_b, a_in_force, b_in_force, " PROVENANCE;

// capacity_a and a_in_force belong to the state with the smaller number; whoever asks for the pair in the other order
// swaps them (edition.cpp).
Agreement read_agreement(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Agreement a;
  const Pair pair(row.number<std::uint32_t>());
  a.title = row.text();
  a.subject = row.text();
  a.kind = row.text();
  a.signed_on = row.date();
  a.in_force = row.date();
  a.terminated = row.date();
  a.status = row.text();
  const StateId first = row.state();
  a.capacity_a = row.text();
  a.capacity_b = row.text();
  a.a_in_force = row.date();
  a.b_in_force = row.date();
  if (first != pair.low) {
    std::swap(a.capacity_a, a.capacity_b);
    std::swap(a.a_in_force, a.b_in_force);
  }
  a.from_where = row.provenance();
  return a;
}

const char* const presence_columns = "pair, home_state, host_state, kind, name, sector, place, count, basis, as_of, flags, note, " PROVENANCE;

Presence read_presence(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Presence p;
  row.skip();
  p.home = row.state();
  p.host = row.state();
  p.kind = row.text();
  p.name = row.text();
  p.sector = row.text();
  p.place = row.text();
  p.has_count = !row.null();
  p.count = row.number<double>();
  p.basis = row.text();
  p.as_of = row.date();
  p.flags = row.number<std::uint32_t>();
  p.note = row.text();
  p.from_where = row.provenance();
  return p;
}

const char* const standing_columns =
    "pair, indicator, of_state, outgoing, reporter, period_start, period_months, value, total, rank, partners, absent, region, why_no_rank, variant, source";

Standing read_standing(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Standing s;
  row.skip();
  s.indicator = row.indicator();
  s.of = row.state();
  s.outgoing = row.flag(true);
  s.reporter = row.state();
  s.period_start = row.day();
  s.period_months = row.number<std::uint8_t>();
  s.value = row.number<double>();
  s.total = row.number<double>();
  s.rank = row.number<std::uint16_t>();
  s.partners = row.number<std::uint16_t>();
  s.absent = row.number<std::uint16_t>();
  s.region = row.text();
  s.why_no_rank = row.text();
  s.variant = row.text();
  s.source = SourceId(row.number<std::uint16_t>());
  return s;
}

const char* const disagreement_columns = "pair, kind, consequence, title, said, reading, size, unit, key_a, key_b";

Disagreement read_disagreement(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Disagreement d;
  row.skip();
  d.kind = row.text();
  d.consequence = row.number<std::uint8_t>();
  d.title = row.text();
  d.said = row.text();
  d.reading = row.text();
  d.size = row.number<double>();
  d.unit = row.text();
  d.key_a = row.number<std::uint64_t>();
  d.key_b = row.number<std::uint64_t>();
  return d;
}

const char* const membership_columns = "state, organization, kind, date_from, date_to, " PROVENANCE;

Membership read_membership(const Chunk& chunk, std::size_t i, TextPool& pool) {
  Row row(chunk, i, pool);
  Membership m;
  m.state = row.state();
  m.organization = row.text();
  m.kind = row.text();
  m.from = row.date();
  m.to = row.date();
  m.from_where = row.provenance();
  return m;
}

}  // namespace comity::store
