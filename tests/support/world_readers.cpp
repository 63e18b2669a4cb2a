// What each kind of line of a little world makes: figures, events, missions, whatever else, and the sources that say so.
#include <algorithm>
#include <charconv>

#include "tests/support/world_line.hpp"

namespace comity::test {

using namespace facts;

namespace {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Only what the sections read: id, title, unit and symmetry of each indicator.
struct Unit {
  double factor = 1;
  std::string unit, currency;
};

Unit parse_unit(std::string_view text) {
  Unit out;
  std::string name(text);
  for (const auto& [suffix, factor] : {std::pair{"_million", 1e6}, std::pair{"_bn", 1e9}}) {
    if (!name.ends_with(suffix)) continue;
    out.factor = factor;
    name.resize(name.size() - std::string_view(suffix).size());
  }
  std::string upper = name;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const bool money = upper == "USD" || upper == "EUR" || upper == "KZT" || upper == "DEM";
  out.unit = money ? upper : name;
  if (money) out.currency = upper;
  return out;
}

Origin parse_origin(std::string_view text) {
  if (text == "partner_based") return Origin::partner_based;
  if (text == "compiler") return Origin::compiler;
  if (text == "modelled") return Origin::modelled;
  if (text == "derived") return Origin::derived;
  if (text == "unknown") return Origin::unknown;
  return Origin::reported;
}

std::uint32_t parse_flags(std::string_view text) {
  static const std::map<std::string_view, Flag> names = {
      {"suspect_zero", suspect_zero}, {"implausible_jump", implausible_jump}, {"undated", undated}, {"hedge_gt", hedge_gt},
      {"hedge_ge", hedge_ge}, {"hedge_lt", hedge_lt}, {"hedge_le", hedge_le}, {"hedge_approx", hedge_approx},
      {"imputed", imputed}, {"by_citizenship", by_citizenship}, {"planned", planned}, {"incomplete_books", incomplete_books}};
  std::uint32_t out = 0;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    out |= names.at(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return out;
}

void set_period(Observation& o, std::string_view text) {
  if (text == "undated") {
    o.flags |= undated;
    return;
  }
  if (text.starts_with("end-")) {
    o.at_end = true;
    text.remove_prefix(4);
  }
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    const EdtfDate first = parse_edtf(text.substr(0, dots)), last = parse_edtf(text.substr(dots + 2));
    o.period_start = first.from;
    const std::chrono::year_month_day a{first.from}, b{last.to};
    o.period_months = static_cast<std::uint8_t>((int(b.year()) - int(a.year())) * 12 + int(unsigned(b.month())) - int(unsigned(a.month())) + 1);
    return;
  }
  const EdtfDate date = parse_edtf(text);
  o.period_start = date.from;
  o.period_months = text.size() == 10 ? 0 : text.size() == 7 ? 1 : 12;
}

std::pair<std::string, std::string> arrow(std::string_view text) {
  const std::size_t at = text.find("->");
  if (at == std::string_view::npos) return {std::string(text), {}};
  return {std::string(text.substr(0, at)), std::string(text.substr(at + 2))};
}


}  // namespace

template <class Fact>
void World::file(std::vector<Fact>& of_pair, std::vector<Fact>& of_a, std::vector<Fact>& of_b, StateId first, StateId second, Fact fact) {
  (second ? of_pair : first == facts_.a ? of_a : of_b).push_back(std::move(fact));
}


void World::read_observation(Line& line) {
  const bool trade = line.word("verb") == "trade";
  std::string indicator = trade ? "" : line.word("indicator");
  const auto [from, to] = arrow(line.word("states"));
  Observation o;
  o.from = state(from);
  if (!to.empty()) o.to = state(to);
  set_period(o, line.word("period"));
  const std::string value = line.word("value");
  const Unit unit = parse_unit(line.word("unit"));
  line.read_names();
  if (!line["by"].empty()) o.reporter = state(line["by"]);
  o.side = !o.reporter ? Side::third : o.reporter == o.from ? Side::from_side : o.reporter == o.to ? Side::to_side : Side::third;
  if (trade) indicator = o.side == Side::to_side ? "goods_imports" : "goods_exports";
  o.indicator = context_.indicator(indicator);
  if (!o.indicator) line.fail("no indicator " + indicator);
  if (const auto number = parse_number(value)) {
    o.has_value = true;
    o.value = *number * unit.factor;
    if (!line["absence"].empty() && !parse_absence(line["absence"], o.absence)) line.fail("no such absence");
  } else if (!parse_absence(value, o.absence)) {
    line.fail("neither a number nor an absence: " + value);
  }
  o.valuation = line["valuation"] == "fob" ? Valuation::fob : line["valuation"] == "cif" ? Valuation::cif : Valuation::none;
  o.origin = parse_origin(line["origin"]);
  o.flags |= parse_flags(line["flags"]);
  o.price_base = static_cast<std::int16_t>(line.number("price_base"));
  o.product = keep(line["product"].empty() ? "total" : line["product"]);
  o.product_scheme = keep(line["scheme"]);
  o.variant = keep(line["variant"]);
  o.unit = keep(unit.unit);
  o.currency = keep(unit.currency);
  o.note = keep(line["note"]);
  o.from_where = provenance(line);
  file(facts_.observations, of_a_->observations, of_b_->observations, o.from, o.to, o);
}

void World::read_event(Line& line) {
  const std::string verb = line.word("verb");
  Event e;
  e.kind = keep(verb == "event" ? line.word("kind") : verb == "recognition" || verb == "visit" ? verb
                : verb == "relations" ? "relations_established" : "relations_" + verb);
  const auto [first, second] = arrow(line.word("state"));
  e.a = state(first);
  if (!second.empty()) {
    e.b = state(second);
    e.actor = e.a;
  } else if (line.more() && context_.states->by_key(line.words[line.next])) {
    e.b = state(line.word("state"));
  }
  if (line.more() && line.words[line.next] != "undated") {
    e.date = parse_edtf(line.word("date"));
  } else {
    ++line.next;
  }
  if (verb == "visit") {
    e.person = keep(line.word("person"));
  } else if (verb == "event" && line.more() && (line.words.size() - line.next) % 2 == 1) {
    e.title = keep(line.word("title"));
  }
  line.read_names();
  const auto take = [&](facts::Text& into, const char* name) {
    if (!line[name].empty()) into = keep(line[name]);
  };
  take(e.person, "person"), take(e.office, "office"), take(e.host, "host"), take(e.place, "place"), take(e.occasion, "occasion");
  take(e.title, "title"), take(e.detail, "detail");
  e.status = keep(line["status"].empty() ? "asserted" : line["status"]);
  if (!line["actor"].empty()) e.actor = state(line["actor"]);
  if (!line["third"].empty()) e.third = state(line["third"]);
  e.from_where = provenance(line);
  file(facts_.events, of_a_->events, of_b_->events, e.a, e.b, e);
}

void World::read_mission(Line& line) {
  const std::string verb = line.word("verb");
  Mission m;
  m.kind = keep(verb == "embassy" ? verb : line.word("kind"));
  const auto [from, to] = arrow(line.word("states"));
  m.sending = state(from);
  m.receiving = state(to);
  m.city = keep(line.word("city"));
  line.read_names();
  m.as_listed_on = parse_edtf(line["listed"]);
  m.opened = parse_edtf(line["opened"]);
  m.closed = parse_edtf(line["closed"]);
  if (!line["from"].empty()) {
    m.covered_from = state(line["from"]);
    m.resident = false;
  }
  if (!line["at"].empty()) {
    m.has_position = true;
    m.latitude = std::stod(std::string(line["at"]));
    m.longitude = std::stod(std::string(line["at"].substr(line["at"].find(' '))));
  }
  m.name = keep(line["name"]);
  m.note = keep(line["note"]);
  m.from_where = provenance(line);
  facts_.missions.push_back(m);
}

void World::read_other(Line& line) {
  const std::string verb = line.word("verb");
  const std::string kind = line.word("kind");
  if (verb == "agreement") {
    Agreement g;
    g.kind = keep(kind);
    g.title = keep(line.word("title"));
    line.read_names();
    g.subject = keep(line["subject"]);
    g.signed_on = parse_edtf(line["signed"]);
    g.in_force = parse_edtf(line["in_force"]);
    g.terminated = parse_edtf(line["terminated"]);
    g.status = keep(line["status"].empty() ? "unknown" : line["status"]);
    g.capacity_a = keep(line["capacity_a"]);
    g.capacity_b = keep(line["capacity_b"]);
    g.a_in_force = parse_edtf(line["a_in_force"]);
    g.b_in_force = parse_edtf(line["b_in_force"]);
    g.from_where = provenance(line);
    facts_.agreements.push_back(g);
  } else if (verb == "member") {
    Membership m;
    m.organization = keep(kind);
    m.state = state(line.word("state"));
    line.read_names();
    m.kind = keep(line["kind"].empty() ? "member" : line["kind"]);
    m.from = parse_edtf(line["from"]);
    m.to = parse_edtf(line["to"]);
    m.from_where = provenance(line);
    (m.state == facts_.a ? of_a_ : of_b_)->memberships.push_back(m);
  } else if (verb == "presence") {
    Presence p;
    p.kind = keep(kind);
    const auto [home, host] = arrow(line.word("states"));
    p.home = state(home);
    p.host = state(host);
    if (line.more() && (line.words.size() - line.next) % 2 == 1) p.name = keep(line.word("name"));
    line.read_names();
    if (!line["name"].empty()) p.name = keep(line["name"]);
    p.sector = keep(line["sector"]);
    p.basis = keep(line["basis"]);
    p.place = keep(line["place"]);
    p.has_count = !line["count"].empty();
    p.count = line.number("count");
    p.as_of = parse_edtf(line["as_of"]);
    p.flags = parse_flags(line["flags"]);
    p.note = keep(line["note"]);
    p.from_where = provenance(line);
    facts_.presences.push_back(p);
  } else if (verb == "standing") {
    Standing s;
    s.indicator = context_.indicator(kind);
    if (!s.indicator) line.fail("no indicator " + kind);
    s.of = state(line.word("state"));
    s.outgoing = line.word("out or in") == "out";
    s.period_start = parse_edtf(line.word("year")).from;
    line.read_names();
    if (!line["by"].empty()) s.reporter = state(line["by"]);
    s.value = line.number("value");
    s.total = line.number("total");
    s.rank = static_cast<std::uint16_t>(line.number("rank"));
    s.partners = static_cast<std::uint16_t>(line.number("partners"));
    s.absent = static_cast<std::uint16_t>(line.number("absent"));
    s.region = keep(line["region"]);
    s.why_no_rank = keep(line["why"]);
    s.variant = keep(line["variant"]);
    s.source = source(line["source"].empty() ? "unnamed" : line["source"]);
    facts_.standings.push_back(s);
  } else {
    Disagreement d;
    d.kind = keep(kind);
    d.title = keep(line.word("title"));
    line.read_names();
    d.reading = keep(line["reading"]);
    d.size = line.number("size");
    d.key_a = static_cast<std::uint64_t>(line.number("key_a"));
    d.key_b = static_cast<std::uint64_t>(line.number("key_b"));
    facts_.disagreements.push_back(d);
  }
}

void World::read_declaration(Line& line) {
  const std::string verb = line.word("verb");
  if (verb == "pair") {
    facts_.a = state(line.word("state"));
    facts_.b = state(line.word("state"));
  } else if (verb == "edition") {
    context_.edition_date = line.word("date");
  } else if (verb == "source") {
    Source& made = context_.sources[source(line.word("id")).value];
    made.independence = line.word("class");
    if (line.more()) made.title = line.word("title");
    line.read_names();
    made.publisher = line["publisher"].empty() ? made.title : std::string(line["publisher"]);
    made.version = line["version"];
    made.licence = line["licence"];
    made.as_of = line["as_of"];
    made.derives_from = line["derives_from"];
    made.role = line["role"].empty() ? "facts" : std::string(line["role"]);
    made.citable = line["citable"] != "no";
  } else if (verb == "coverage") {
    Coverage made;
    made.source = source(line.word("source"));
    const std::string what = line.word("what");
    made.indicator = context_.indicator(what);
    if (!made.indicator) made.what = what;
    made.reporters = "all";
    if (line.more() && line.words[line.next].find("..") != std::string::npos) {
      const std::string years = line.word("years");
      made.from_year = std::stoi(years);
      made.to_year = std::stoi(years.substr(years.find("..") + 2));
    }
    line.read_names();
    made.covers_breaks = line["breaks"] == "yes";
    if (!line["reporters"].empty()) made.reporters = line["reporters"];
    made.note = line["note"];
    context_.coverage.push_back(made);
  } else if (verb == "organization") {
    facts::Organization made;
    made.key = line.word("key");
    made.name = line.word("name");
    line.read_names();
    made.short_name = line["short"].empty() ? made.key : std::string(line["short"]);
    made.kind = line["kind"];
    made.importance = static_cast<int>(line.number("importance"));
    made.coverage_to = line["coverage_to"];
    context_.organizations.push_back(made);
  } else if (verb == "shape") {
    facts::Shape made;
    const std::string key = line.word("state");
    if (key != "-") made.state = state(key);
    if (line.more() && (line.words.size() - line.next) % 2 == 1) made.territory = line.word("territory");
    line.read_names();
    made.disputed = line["disputed"] == "yes";
    std::vector<std::pair<double, double>> ring;
    std::string_view points = line["ring"];
    while (!points.empty()) {
      const std::size_t comma = std::min(points.find(','), points.size());
      std::size_t used = 0;
      const std::string point(points.substr(0, comma));
      const double longitude = std::stod(point, &used);
      ring.emplace_back(longitude, std::stod(point.substr(used)));
      points.remove_prefix(std::min(comma + 1, points.size()));
    }
    made.rings.push_back(ring);
    context_.shapes.push_back(made);
  } else if (verb == "rate") {
    Rate made;
    made.base = line.word("base");
    made.currency = line.word("currency");
    made.year = std::stoi(line.word("year"));
    made.rate = std::stod(line.word("rate"));
    line.read_names();
    made.kind = line["kind"].empty() ? "annual_mean" : std::string(line["kind"]);
    made.from_where = provenance(line);
    context_.rates.push_back(made);
  } else {
    const std::string key = line.word("key");
    context_.notes[key] = line.word("text");
  }
}

}  // namespace comity::test
