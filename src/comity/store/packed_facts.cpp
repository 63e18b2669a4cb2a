#include "comity/store/packed_facts.hpp"

#include <bit>
#include <type_traits>

#include "comity/base/error.hpp"
#include "comity/store/packed_bytes.hpp"

namespace comity::store {
namespace {

using namespace facts;

// A field that is added to a fact is added to its list below too, and packing_version raised.
static_assert(sizeof(Observation) == 176 && sizeof(Mission) == 304 && sizeof(Membership) == 184 && sizeof(Standing) == 104);

// Every field of a fact beside that of the fact before it. What differs most often stands first: a mask is written up to its last bit.
template <class Walk, class Fact>
void provenance(Walk& walk, const Fact& before, Fact& now) {
  walk(before.from_where.record, now.from_where.record);
  walk(before.from_where.column, now.from_where.column);
  walk(before.from_where.file, now.from_where.file);
  walk(before.from_where.source, now.from_where.source);
}

template <class Walk>
void fields(Walk& walk, const Observation& before, Observation& now) {
  walk.key(now.from_where.key);
  walk(before.value, now.value);
  walk(before.period_start, now.period_start);
  provenance(walk, before, now);
  walk(before.reporter, now.reporter);
  walk(before.side, now.side);
  walk(before.from, now.from);
  walk(before.to, now.to);
  walk(before.product, now.product);
  walk(before.indicator, now.indicator);
  walk(before.origin, now.origin);
  walk(before.flags, now.flags);
  walk(before.variant, now.variant);
  walk(before.valuation, now.valuation);
  walk(before.absence, now.absence);
  walk(before.has_value, now.has_value);
  walk(before.unit, now.unit);
  walk(before.currency, now.currency);
  walk(before.period_months, now.period_months);
  walk(before.product_scheme, now.product_scheme);
  walk(before.note, now.note);
  walk(before.at_end, now.at_end);
  walk(before.price_base, now.price_base);
}

template <class Walk>
void fields(Walk& walk, const Event& before, Event& now) {
  walk.key(now.from_where.key);
  walk(before.date, now.date);
  provenance(walk, before, now);
  for (Text Event::*text : {&Event::title, &Event::detail, &Event::person, &Event::office, &Event::host, &Event::place, &Event::occasion, &Event::kind, &Event::status}) {
    walk(before.*text, now.*text);
  }
  for (StateId Event::*state : {&Event::a, &Event::b, &Event::actor, &Event::third}) walk(before.*state, now.*state);
}

template <class Walk>
void fields(Walk& walk, const Mission& before, Mission& now) {
  walk.key(now.from_where.key);
  provenance(walk, before, now);
  for (StateId Mission::*state : {&Mission::sending, &Mission::receiving, &Mission::covered_from}) walk(before.*state, now.*state);
  for (Text Mission::*text : {&Mission::name, &Mission::city, &Mission::kind, &Mission::note}) walk(before.*text, now.*text);
  for (EdtfDate Mission::*date : {&Mission::opened, &Mission::closed, &Mission::as_listed_on}) walk(before.*date, now.*date);
  walk(before.latitude, now.latitude);
  walk(before.longitude, now.longitude);
  walk(before.has_position, now.has_position);
  walk(before.resident, now.resident);
}

// Without its place among the organisations, which is found when it is read.
template <class Walk>
void fields(Walk& walk, const Membership& before, Membership& now) {
  walk.key(now.from_where.key);
  provenance(walk, before, now);
  walk(before.organization, now.organization);
  walk(before.from, now.from);
  walk(before.to, now.to);
  walk(before.kind, now.kind);
  walk(before.state, now.state);
}

template <class Walk>
void fields(Walk& walk, const Agreement& before, Agreement& now) {
  walk.key(now.from_where.key);
  provenance(walk, before, now);
  for (Text Agreement::*text :
       {&Agreement::title, &Agreement::subject, &Agreement::kind, &Agreement::status, &Agreement::capacity_a, &Agreement::capacity_b}) {
    walk(before.*text, now.*text);
  }
  for (EdtfDate Agreement::*date : {&Agreement::signed_on, &Agreement::in_force, &Agreement::terminated, &Agreement::a_in_force, &Agreement::b_in_force}) {
    walk(before.*date, now.*date);
  }
}

template <class Walk>
void fields(Walk& walk, const Presence& before, Presence& now) {
  walk.key(now.from_where.key);
  provenance(walk, before, now);
  for (Text Presence::*text : {&Presence::name, &Presence::place, &Presence::sector, &Presence::kind, &Presence::basis, &Presence::note}) walk(before.*text, now.*text);
  walk(before.home, now.home);
  walk(before.host, now.host);
  walk(before.count, now.count);
  walk(before.has_count, now.has_count);
  walk(before.as_of, now.as_of);
  walk(before.flags, now.flags);
}

template <class Walk>
void fields(Walk& walk, const Standing& before, Standing& now) {
  walk(before.value, now.value);
  walk(before.total, now.total);
  walk(before.period_start, now.period_start);
  walk(before.rank, now.rank);
  walk(before.partners, now.partners);
  walk(before.of, now.of);
  walk(before.outgoing, now.outgoing);
  walk(before.reporter, now.reporter);
  walk(before.region, now.region);
  walk(before.absent, now.absent);
  walk(before.indicator, now.indicator);
  walk(before.why_no_rank, now.why_no_rank);
  walk(before.variant, now.variant);
  walk(before.source, now.source);
  walk(before.period_months, now.period_months);
}

template <class Walk>
void fields(Walk& walk, const Disagreement& before, Disagreement& now) {
  walk.key(now.key_a);
  walk.key(now.key_b);
  walk(before.size, now.size);
  for (Text Disagreement::*text : {&Disagreement::title, &Disagreement::said, &Disagreement::reading, &Disagreement::kind, &Disagreement::unit}) walk(before.*text, now.*text);
  walk(before.consequence, now.consequence);
}

// How an entry begins.
void write_names(ByteWriter& out, const std::vector<std::uint64_t>& names) {
  out.number(names.size());
  for (const std::uint64_t one : names) out.number(one);
}

std::vector<std::uint64_t> read_names(ByteReader& in) {
  const std::uint64_t count = in.number();
  in.expect(count);  // each takes a byte at least
  std::vector<std::uint64_t> out(count);
  for (auto& one : out) one = in.number();
  return out;
}

// A key is a hash: it never resembles the one before it and is written whole.
class Packer {
 public:
  explicit Packer(PackedTexts& texts) : texts_(texts) { texts_.begin_entry(); }

  template <class Fact>
  void rows(const std::vector<Fact>& facts) {
    out_.number(facts.size());
    Fact before{};
    for (Fact now : facts) {
      mask_ = 0;
      bit_ = 1;
      keys_.clear();
      changed_.clear();
      fields(*this, before, now);
      out_.number(mask_);
      out_.append(keys_.bytes());
      out_.append(changed_.bytes());
      before = std::move(now);
    }
  }
  std::string take() {
    ByteWriter whole;
    write_names(whole, texts_.entry());
    whole.append(out_.bytes());
    return whole.take();
  }

  void key(std::uint64_t value) { keys_.whole(value); }
  template <class Value>
  void operator()(const Value& before, const Value& now) {
    const std::uint64_t bit = bit_;
    bit_ <<= 1;
    if (same(before, now)) return;
    mask_ |= bit;
    write(before, now);
  }

 private:
  template <class Value>
  static bool same(const Value& a, const Value& b) {
    if constexpr (std::is_same_v<Value, double>) return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    else return a == b;
  }
  template <class Tag, class Number>
  void write(Id<Tag, Number>, Id<Tag, Number> now) { changed_.number(now.value); }
  void write(Text, Text now) { changed_.number(texts_.in_entry(now)); }
  void write(const EdtfDate&, const EdtfDate& now) { changed_.number(texts_.in_entry(now)); }
  void write(double, double now) { changed_.real(now); }
  void write(bool, bool) {}
  void write(Day before, Day now) { changed_.difference(before.time_since_epoch().count(), now.time_since_epoch().count()); }
  void write(std::uint64_t before, std::uint64_t now) { changed_.difference(static_cast<std::int64_t>(before), static_cast<std::int64_t>(now)); }
  template <class Value>
  void write(Value before, Value now) {
    if constexpr (std::is_enum_v<Value>) changed_.number(static_cast<std::uint64_t>(now));
    else changed_.difference(before, now);
  }

  PackedTexts& texts_;
  ByteWriter out_, keys_, changed_;
  std::uint64_t mask_ = 0, bit_ = 1;
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, const TextsByNumber& texts) : in_(bytes), texts_(texts), names_(read_names(in_)) {}

  template <class Fact>
  void rows(std::vector<Fact>& out) {
    const std::uint64_t count = in_.number();
    in_.expect(count);  // a row is a byte at least
    out.reserve(count);
    const Fact none{};
    for (std::uint64_t i = 0; i < count; ++i) {
      mask_ = in_.number();
      const Fact& before = i ? out.back() : none;
      Fact& now = out.emplace_back(before);  // room is reserved: `before` stays where it is
      fields(*this, before, now);
    }
  }
  void finish() const { in_.expect_end(); }

  void key(std::uint64_t& value) { value = in_.whole(); }
  template <class Value>
  void operator()(const Value& before, Value& now) {
    const bool differs = mask_ & 1;
    mask_ >>= 1;
    if (differs) read(before, now);
  }

 private:
  template <class Tag, class Number>
  void read(Id<Tag, Number>, Id<Tag, Number>& now) { now = Id<Tag, Number>(static_cast<Number>(in_.number())); }
  void read(Text, Text& now) { now = texts_.text(named(false)); }
  void read(const EdtfDate&, EdtfDate& now) { now = texts_.date(named(true)); }
  void read(double, double& now) { now = in_.real(); }
  void read(bool before, bool& now) { now = !before; }
  void read(Day before, Day& now) { now = Day{std::chrono::days{static_cast<std::int32_t>(in_.difference(before.time_since_epoch().count()))}}; }
  void read(std::uint64_t before, std::uint64_t& now) { now = static_cast<std::uint64_t>(in_.difference(static_cast<std::int64_t>(before))); }
  template <class Value>
  void read(Value before, Value& now) {
    if constexpr (std::is_enum_v<Value>) now = static_cast<Value>(in_.number());
    else now = static_cast<Value>(in_.difference(before));
  }

  std::uint64_t named(bool date) {
    const std::uint64_t place = in_.number();
    if (place == 0) return 0;
    if (place > names_.size() || (names_[place - 1] & 1) != std::uint64_t(date)) TextsByNumber::fail();
    return names_[place - 1] >> 1;
  }

  ByteReader in_;
  const TextsByNumber& texts_;
  const std::vector<std::uint64_t> names_;
  std::uint64_t mask_ = 0;
};

template <class Walk, class Facts>
void pair_tables(Walk& walk, Facts& facts) {
  walk.rows(facts.observations);
  walk.rows(facts.events);
  walk.rows(facts.missions);
  walk.rows(facts.agreements);
  walk.rows(facts.presences);
  walk.rows(facts.standings);
  walk.rows(facts.disagreements);
}

template <class Walk, class Facts>
void state_tables(Walk& walk, Facts& facts) {
  walk.rows(facts.observations);
  walk.rows(facts.events);
  walk.rows(facts.memberships);
}

}  // namespace

PackedTexts::PackedTexts() : ends_(1), dates_(1) {}

std::uint32_t PackedTexts::of(std::string_view text) {
  if (text.empty()) return 0;
  const std::uint32_t number = texts_.of(text) + 1;
  if (number == ends_.size()) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }
  return number;
}

std::uint32_t PackedTexts::of(const EdtfDate& date) {
  if (!date.known()) return 0;
  const std::uint32_t number = known_dates_.of(date.text) + 1;
  if (number == dates_.size()) {
    dates_.push_back({of(std::string_view(date.text)), static_cast<std::int32_t>(date.from.time_since_epoch().count()), static_cast<std::int32_t>(date.to.time_since_epoch().count()),
                      (date.approximate ? 1u : 0u) | (date.uncertain ? 2u : 0u)});
  }
  return number;
}

void PackedTexts::begin_entry() {
  entry_.clear();
  ++entries_;
}

std::uint64_t PackedTexts::place(std::uint64_t named) {
  if (named >= places_.size()) places_.resize(2 * named + 2);
  auto& [entry, place] = places_[named];
  if (entry != entries_) {
    entry = entries_;
    entry_.push_back(named);
    place = static_cast<std::uint32_t>(entry_.size());
  }
  return place;
}

EdtfDate TextsByNumber::date(std::uint64_t number) const {
  if (number == 0) return {};
  if (number >= date_count_) fail();
  const PackedTexts::Date& date = dates_[number];
  return {std::string(text(date.text)), Day{std::chrono::days{date.from}}, Day{std::chrono::days{date.to}}, (date.flags & 1) != 0, (date.flags & 2) != 0};
}

void TextsByNumber::fail() { ByteReader::fail(); }

std::string pack(const PairFacts& facts, PackedTexts& texts) {
  Packer packer(texts);
  pair_tables(packer, facts);
  return packer.take();
}

std::string pack(const StateFacts& facts, PackedTexts& texts) {
  Packer packer(texts);
  state_tables(packer, facts);
  return packer.take();
}

void unpack(std::string_view bytes, const TextsByNumber& texts, PairFacts& out) {
  Unpacker unpacker(bytes, texts);
  pair_tables(unpacker, out);
  unpacker.finish();
}

void unpack(std::string_view bytes, const TextsByNumber& texts, StateFacts& out) {
  Unpacker unpacker(bytes, texts);
  state_tables(unpacker, out);
  unpacker.finish();
}

std::uint64_t Repacking::number_of(std::uint64_t named) {
  const std::uint64_t number = named >> 1;
  if (number == 0) TextsByNumber::fail();  // is never named
  if (named < known_.size() && known_[named]) return known_[named];
  const std::uint64_t now = named & 1 ? std::uint64_t{to_.of(from_.date(number))} << 1 | 1 : std::uint64_t{to_.of(from_.text(number))} << 1;
  if (now < 2) TextsByNumber::fail();
  if (named >= known_.size()) known_.resize(2 * named + 2);
  return known_[named] = now;
}

std::string Repacking::operator()(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<std::uint64_t> names = read_names(in);
  for (auto& one : names) one = number_of(one);
  ByteWriter out;
  write_names(out, names);
  out.append(in.rest());
  return out.take();
}

}  // namespace comity::store
