#include "comity/site/fact_hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>

namespace comity::site {

using namespace facts;

namespace {

// Values one behind another; texts with their length, so that no two rows read alike.
class Bytes {
 public:
  template <class Value>
    requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
  Bytes& operator<<(Value value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    out_.append(raw, sizeof value);
    return *this;
  }
  Bytes& operator<<(std::string_view text) {
    *this << static_cast<std::uint32_t>(text.size());
    out_.append(text);
    return *this;
  }
  Bytes& operator<<(StateId state) { return *this << state.value; }
  Bytes& operator<<(const EdtfDate& date) { return *this << std::string_view(date.text); }
  Bytes& operator<<(Day day) { return *this << static_cast<std::int64_t>(day.time_since_epoch().count()); }
  std::uint64_t hash() const { return XXH3_64bits(out_.data(), out_.size()); }

 private:
  std::string out_;
};

std::uint64_t hash_of(const Source& s) {
  Bytes b;
  for (const auto& text : {s.id, s.title, s.publisher, s.version, s.licence, s.terms, s.citation, s.url, s.independence, s.derives_from, s.role, s.as_of}) b << std::string_view(text);
  return (b << s.citable << s.redistributable).hash();
}

struct Writer {
  Bytes& out;
  const std::vector<std::uint64_t>& sources;
  const std::vector<std::uint64_t>& files;
  const Context& context;

  std::uint64_t at(const std::vector<std::uint64_t>& list, std::size_t i) const { return i < list.size() ? list[i] : 0; }
  void from(const Provenance& p) { out << at(sources, p.source.value) << at(files, p.file.value) << p.record << p.column << p.key; }
  void add(const Observation& o) {
    out << std::string_view(context.indicators[o.indicator.value].id) << o.from << o.to << o.reporter << o.side << o.period_start << o.period_months << o.at_end << o.has_value << o.absence << o.valuation << o.origin << o.price_base << o.flags
        << o.value << o.product << o.product_scheme << o.variant << o.unit << o.currency << o.note;
    from(o.from_where);
  }
  void add(const Event& e) {
    out << e.kind << e.date << e.a << e.b << e.actor << e.third << e.person << e.office << e.host << e.place << e.occasion << e.title << e.detail << e.status;
    from(e.from_where);
  }
  void add(const Mission& m) {
    out << m.sending << m.receiving << m.kind << m.resident << m.covered_from << m.city << m.has_position << m.latitude << m.longitude << m.opened << m.closed << m.as_listed_on << m.name << m.note;
    from(m.from_where);
  }
  void add(const Membership& m) {
    out << m.organization << m.state << m.kind << m.from << m.to;
    from(m.from_where);
  }
  void add(const Agreement& a) {
    out << a.title << a.subject << a.kind << a.signed_on << a.in_force << a.terminated << a.status << a.capacity_a << a.capacity_b << a.a_in_force << a.b_in_force;
    from(a.from_where);
  }
  void add(const Presence& p) {
    out << p.home << p.host << p.kind << p.name << p.sector << p.basis << p.place << p.has_count << p.count << p.as_of << p.flags << p.note;
    from(p.from_where);
  }
  void add(const Standing& s) {
    out << std::string_view(context.indicators[s.indicator.value].id) << s.of << s.outgoing << s.reporter << s.period_start << s.period_months << s.value << s.total << s.rank << s.partners << s.absent << s.region << s.why_no_rank << s.variant
        << at(sources, s.source.value);
  }
  void add(const Disagreement& d) { out << d.kind << d.consequence << d.title << d.said << d.reading << d.size << d.unit << d.key_a << d.key_b; }
  template <class Fact>
  void all(const std::vector<Fact>& list) {
    out << static_cast<std::uint32_t>(list.size());
    for (const auto& fact : list) add(fact);
  }
};

// What dossiers read besides facts. Its edition and date are left out: a page names those of the edition it was written from.
std::uint64_t hash_of(const Context& context, const std::vector<std::uint64_t>& sources) {
  Bytes b;
  for (const auto hash : sources) b << hash;
  for (const auto& c : context.coverage) b << c.source.value << c.indicator.value << std::string_view(c.what) << c.from_year << c.to_year << std::string_view(c.reporters) << c.covers_breaks << std::string_view(c.note);
  for (const auto& r : context.rates) b << std::string_view(r.base) << std::string_view(r.currency) << std::string_view(r.kind) << r.year << r.rate;
  for (const auto& o : context.organizations) b << std::string_view(o.key) << std::string_view(o.name) << std::string_view(o.short_name) << std::string_view(o.kind) << o.importance << std::string_view(o.coverage_to);
  for (const auto& p : context.policies) {
    for (const auto& text : {p.table, p.id, p.kind, p.side, p.indicator, p.data_source, p.text, p.detail, p.reference}) b << std::string_view(text);
    b << p.state << p.from_year << p.to_year;
    for (const StateId partner : p.partners) b << partner;
  }
  for (const auto& i : context.indicators) b << std::string_view(i.id) << std::string_view(i.title) << std::string_view(i.unit) << i.symmetric;
  for (const auto& shape : context.shapes) {
    b << shape.state << std::string_view(shape.territory) << shape.disputed;
    for (const auto& ring : shape.rings) b << XXH3_64bits(ring.data(), ring.size() * sizeof ring[0]);
  }
  for (const auto& state : context.states->states()) b << std::string_view(state.key) << std::string_view(state.name) << std::string_view(state.note);
  std::uint64_t notes = 0;  // their order is that of a hash table
  for (const auto& [key, text] : context.notes) notes += (Bytes() << std::string_view(key) << std::string_view(text)).hash();
  return (b << notes).hash();
}

}  // namespace

FactHash::FactHash(const Context& context, std::string_view basis) : context_(context) {
  for (const auto& source : context.sources) sources_.push_back(hash_of(source));
  for (const auto& file : context.files) {
    Bytes b;
    b << std::string_view(file.path);
    for (const auto& column : file.columns) b << std::string_view(column);
    files_.push_back(b.hash());
  }
  Bytes b;
  basis_ = (b << basis << hash_of(context, sources_)).hash();
}

std::uint64_t FactHash::of(const PairFacts& facts, std::string_view changed_from) const {
  Bytes bytes;
  bytes << basis_ << changed_from << facts.a << facts.b;
  Writer w{bytes, sources_, files_, context_};
  w.all(facts.observations), w.all(facts.events), w.all(facts.missions), w.all(facts.agreements), w.all(facts.presences), w.all(facts.standings), w.all(facts.disagreements);
  for (const auto* one : {facts.of_a.get(), facts.of_b.get()}) w.all(one->observations), w.all(one->memberships), w.all(one->events);
  const std::uint64_t hash = bytes.hash();
  return hash ? hash : 1;  // 0 means not known
}

}  // namespace comity::site
