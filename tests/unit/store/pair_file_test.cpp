// The file of pairs says what the tables say, is taken for the edition beside which it was written and for no other, and gives an error, not a fact, where
// it is damaged. On the base edition.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"
#include "comity/store/packed_context.hpp"
#include "comity/store/pair_file.hpp"

namespace comity::store {
namespace {

namespace fs = std::filesystem;
using namespace facts;

std::string words(const Provenance& f) { return fmt::format("{}/{}/{}/{}/{:x}", f.source.value, f.file.value, f.record, f.column, f.key); }
std::string words(const EdtfDate& d) {
  return fmt::format("{}[{} {} {} {}]", d.text, d.from.time_since_epoch().count(), d.to.time_since_epoch().count(), d.approximate, d.uncertain);
}
std::string words(const Observation& o) {
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {} {} {:a} {}|{}|{}|{}|{}|{}|{}", o.indicator.value, o.from.value, o.to.value, o.reporter.value, int(o.side),
                     o.period_start.time_since_epoch().count(), o.period_months, o.at_end, o.has_value, int(o.absence), int(o.valuation), int(o.origin), o.price_base, o.flags, o.value,
                     o.product, o.product_scheme, o.variant, o.unit, o.currency, o.note, words(o.from_where));
}
std::string words(const Event& e) {
  return fmt::format("{}|{}|{} {} {} {}|{}|{}|{}|{}|{}|{}|{}|{}|{}", e.kind, words(e.date), e.a.value, e.b.value, e.actor.value, e.third.value, e.person, e.office, e.host, e.place,
                     e.occasion, e.title, e.detail, e.status, words(e.from_where));
}
std::string words(const Mission& m) {
  return fmt::format("{} {} {} {} {}|{}|{} {:a} {:a}|{}|{}|{}|{}|{}|{}", m.sending.value, m.receiving.value, m.kind, m.resident, m.covered_from.value, m.city, m.has_position, m.latitude,
                     m.longitude, words(m.opened), words(m.closed), words(m.as_listed_on), m.name, m.note, words(m.from_where));
}
std::string words(const Membership& m) {
  return fmt::format("{} {} {} {}|{}|{}|{}", m.organization, m.place, m.state.value, m.kind, words(m.from), words(m.to), words(m.from_where));
}
std::string words(const Agreement& a) {
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", a.title, a.subject, a.kind, words(a.signed_on), words(a.in_force), words(a.terminated), a.status, a.capacity_a, a.capacity_b,
                     words(a.a_in_force), words(a.b_in_force), words(a.from_where));
}
std::string words(const Presence& p) {
  return fmt::format("{} {} {}|{}|{}|{}|{}|{} {:a}|{}|{}|{}|{}", p.home.value, p.host.value, p.kind, p.name, p.sector, p.basis, p.place, p.has_count, p.count, words(p.as_of), p.flags,
                     p.note, words(p.from_where));
}
std::string words(const Standing& s) {
  return fmt::format("{} {} {} {} {} {} {:a} {:a} {} {} {}|{}|{}|{}|{}", s.indicator.value, s.of.value, s.outgoing, s.reporter.value, s.period_start.time_since_epoch().count(),
                     s.period_months, s.value, s.total, s.rank, s.partners, s.absent, s.region, s.why_no_rank, s.variant, s.source.value);
}
std::string words(const Disagreement& d) {
  return fmt::format("{} {}|{}|{}|{}|{:a} {} {:x} {:x}", d.kind, d.consequence, d.title, d.said, d.reading, d.size, d.unit, d.key_a, d.key_b);
}
template <class Fact>
std::string words(const std::vector<Fact>& facts) {
  std::string out;
  for (const auto& fact : facts) out += words(fact) + "\n";
  return out;
}
std::string words(const StateFacts& f) { return words(f.observations) + words(f.events) + words(f.memberships); }
std::string words(const PairFacts& f) {
  return fmt::format("{} {}\n", f.a.value, f.b.value) + words(f.observations) + words(f.events) + words(f.missions) + words(f.agreements) + words(f.presences) + words(f.standings) +
         words(f.disagreements) + words(*f.of_a) + words(*f.of_b);
}

TEST(PackedFacts, EveryFieldComesBackAsItWas) {
  const std::string texts[] = {"a", "Łódź", std::string("\0b", 2), std::string(70000, 'x')};
  PairFacts facts;
  facts.a = StateId(3), facts.b = StateId(700);
  constexpr double values[] = {0, -0.0, 1, -1, 0.1, 9007199254740993.0, -8.9e15, 9.1e15, 1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::denorm_min()};
  for (std::size_t i = 0; i < std::size(values); ++i) {
    Observation o;
    o.indicator = IndicatorId(static_cast<std::uint16_t>(i * 6000)), o.from = StateId(3), o.to = StateId(i % 2 ? 700 : 0), o.reporter = o.to;
    o.side = static_cast<Side>(i % 3), o.period_start = Day{std::chrono::days{static_cast<int>(i) * -70000 + 10}}, o.period_months = static_cast<std::uint8_t>(i * 25);
    o.at_end = i % 2, o.has_value = i % 3, o.absence = static_cast<Absence>(i), o.valuation = static_cast<Valuation>(i % 4), o.origin = static_cast<Origin>(i % 6);
    o.price_base = static_cast<std::int16_t>(i * -3000), o.flags = static_cast<std::uint32_t>(i) * 400'000'000u, o.value = values[i];
    o.product = texts[i % 4], o.product_scheme = texts[i % 3], o.variant = texts[i % 2], o.unit = i % 2 ? "" : "money", o.currency = "EUR", o.note = texts[3 - i % 4];
    o.from_where = {SourceId(static_cast<std::uint16_t>(i * 5000)), FileId(static_cast<std::uint32_t>(i) * 400'000'000u), i % 2 ? ~std::uint64_t{0} - i : i, static_cast<std::uint16_t>(i * 6000),
                    0x9e3779b97f4a7c15u * i};
    facts.observations.push_back(o);
  }
  Event event;
  event.kind = "visit", event.date = parse_edtf("1991~"), event.a = StateId(3), event.b = StateId(700), event.actor = StateId(700), event.third = StateId(9), event.person = "p",
  event.office = "o", event.host = "h", event.place = "l", event.occasion = "c", event.title = "t", event.detail = "d", event.status = "asserted", event.from_where.key = 5;
  facts.events = {event, {}, event};
  Mission mission;
  mission.resident = false, mission.has_position = true, mission.latitude = -51.25, mission.longitude = 0.125, mission.opened = parse_edtf("1992-02?"), mission.closed = parse_edtf("../2004"),
  mission.as_listed_on = parse_edtf("2024-01-02"), mission.name = "n", mission.note = "m", mission.city = "c", mission.kind = "embassy", mission.covered_from = StateId(8);
  facts.missions = {{}, mission};
  facts.agreements = {Agreement{"t", "s", "k", parse_edtf("1990"), parse_edtf("1991"), parse_edtf("1992"), "st", "own", "through:EU", parse_edtf("1993"), parse_edtf("1994"), {}}};
  facts.presences = {Presence{StateId(3), StateId(700), "k", "n", "s", "b", "p", true, 12.5, parse_edtf("2001"), 9, "note", {}}};
  facts.standings = {Standing{IndicatorId(4), StateId(3), false, StateId(700), Day{}, 1, -2.5, 1e20, 65535, 2, 3, "r", "w", "v", SourceId(5)}, Standing{}};
  facts.disagreements = {Disagreement{"k", -1, "t", "s", "r", 2.5, "factor", ~std::uint64_t{0}, 1}};
  PackedTexts packed;
  const std::string bytes = pack(facts, packed);
  const TextsByNumber by_number(packed.bytes(), packed.ends().data(), packed.ends().size(), packed.dates().data(), packed.dates().size());
  PairFacts back;
  back.a = facts.a, back.b = facts.b;
  unpack(bytes, by_number, back);
  EXPECT_EQ(words(back), words(facts));
  for (const std::size_t cut : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
    PairFacts nothing;
    EXPECT_THROW(unpack(std::string_view(bytes).substr(0, cut), by_number, nothing), StoreError) << cut;
  }
}

class PairsOfBase : public testing::Test {
 protected:
  void SetUp() override {
    const char* base = std::getenv("COMITY_TEST_EDITION");
    if (!base || !fs::exists(base)) GTEST_SKIP() << "COMITY_TEST_EDITION is not there";
    folder_ = fs::temp_directory_path() / fmt::format("comity-pairs-{}", ::getpid());
    fs::create_directories(folder_);
    fs::copy_file(base, edition(), fs::copy_options::overwrite_existing);
    fs::permissions(edition(), fs::perms::owner_write, fs::perm_options::add);
  }
  void TearDown() override {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  static std::shared_ptr<const world::Register> states() {
    static const auto loaded = world::Register::load(fs::path(COMITY_SOURCE_DIR) / "data");
    return loaded;
  }
  fs::path edition() const { return folder_ / "base.duckdb"; }
  fs::path file() const { return pair_file_of(edition()); }
  void write() const { ASSERT_TRUE(write_pair_file(edition(), states(), file()).written); }
  bool is_taken() const { return PairFile::try_open(edition()) != nullptr; }

  fs::path folder_;
};

TEST(PackedContext, KeepsWhereTheRowsOfAWorkbookStand) {
  Context context;
  context.files.resize(2);
  context.files[1].sheet_rows = {{1, "Notes", 1, 2, 1}, {3, "Inward", 5, 300, 70000}};
  Context back;
  unpack(pack(context), back);
  ASSERT_EQ(back.files.size(), 2u);
  const auto place = back.files[1].place_of(3 + 70000ull * 299 + 5);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->sheet, "Inward");
  EXPECT_EQ(place->row, 304u);
  EXPECT_FALSE(back.files[1].place_of(3 + 70000ull * 300));
  EXPECT_FALSE(back.files[1].place_of(0));
  EXPECT_FALSE(back.files[0].place_of(1));
}

TEST_F(PairsOfBase, TheSameFactsAsTheTables) {
  std::map<std::uint32_t, std::string> wanted;
  std::string context;
  std::size_t count = 0;
  {
    const Edition tables(edition(), states());
    EXPECT_TRUE(tables.keeps_facts_of_states());
    Session session(tables);
    count = tables.pair_count();
    tables.for_each_pair(1, [&](std::size_t number, PairFacts& facts) {
      if (number % 25 == 0) wanted.emplace(Pair(facts.a, facts.b).code(), words(session.pair_facts(facts.b, facts.a)));
    });
    for (const char* key : {"DEU", "KAZ"}) {
      const StateId state = states()->by_key(key);
      wanted.emplace(state.value, words(session.pair_facts(state, state)));
    }
    const Context& c = tables.context();
    context = fmt::format("{} {} {} {} {} {} {} {} {}", c.edition, c.edition_date, c.sources.size(), c.files.size(), c.organizations.size(), c.coverage.size(), c.policies.size(), c.rates.size(),
                          c.indicator("goods_exports").value);
  }
  write();
  ASSERT_TRUE(is_taken());
  const Edition pairs(edition(), states());
  EXPECT_FALSE(pairs.keeps_facts_of_states());
  EXPECT_EQ(pairs.pair_count(), count);
  Session session(pairs);
  for (const auto& [code, facts] : wanted) {
    const StateId a = code < 65536 ? StateId(static_cast<std::uint16_t>(code)) : Pair(code).high, b = code < 65536 ? a : Pair(code).low;
    EXPECT_EQ(words(session.pair_facts(a, b)), facts) << code;
  }
  const Context& c = pairs.context();
  EXPECT_EQ(fmt::format("{} {} {} {} {} {} {} {} {}", c.edition, c.edition_date, c.sources.size(), c.files.size(), c.organizations.size(), c.coverage.size(), c.policies.size(), c.rates.size(),
                        c.indicator("goods_exports").value),
            context);
  EXPECT_EQ(pack(c), pack(Edition(edition(), states()).context()));
  std::atomic<std::size_t> walked = 0;
  pairs.for_each_pair(2, [&](std::size_t, PairFacts& facts) {
    ++walked;
    const auto found = wanted.find(Pair(facts.a, facts.b).code());
    if (found == wanted.end()) return;
    PairFacts turned = session.pair_facts(facts.a, facts.b);
    EXPECT_EQ(words(turned), words(facts));
  });
  EXPECT_EQ(walked, count);
}

TEST_F(PairsOfBase, AnotherEditionsIsNotTaken) {
  write();
  ASSERT_TRUE(is_taken());
  {
    Database database(edition(), {});
    auto connection = database.connect();
    connection.run("UPDATE observation SET value = value + 1; CHECKPOINT");
  }
  EXPECT_FALSE(is_taken());
  fs::remove(file());
  write();
  EXPECT_TRUE(is_taken());
  write_file(edition().string() + ".wal", "x");
  EXPECT_FALSE(is_taken());
}

// Its file of pairs and its tables must be of one edition, though the tables are opened when they are first asked.
TEST_F(PairsOfBase, AnEditionReplacedBeforeItsTablesAreOpenedIsAnError) {
  write();
  const Edition one(edition(), states());
  {
    Database other(edition(), {});
    other.connect().run("UPDATE edition SET value = repeat('f', 64) WHERE name = 'hash'; CHECKPOINT");
  }
  EXPECT_THROW(one.session().connection(), StoreError);
  EXPECT_NO_THROW(one.session().pair_facts(states()->by_key("DEU"), states()->by_key("KAZ")));
}

TEST_F(PairsOfBase, WhatIsDamagedIsNotTakenOrAnError) {
  write();
  const std::string good = read_file(file());
  const auto with = [&](std::size_t at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
    write_file(file(), bytes);
  };
  write_file(file(), good.substr(0, good.size() / 2));
  EXPECT_FALSE(is_taken());
  write_file(file(), "");
  EXPECT_FALSE(is_taken());
  for (const std::size_t at : {std::size_t{0}, std::size_t{9}, std::size_t{50}, std::size_t{130}}) {
    with(at);
    EXPECT_FALSE(is_taken()) << at;
  }
  // The first pair's bytes stand behind the head of 232.
  with(240);
  ASSERT_TRUE(is_taken());
  const Edition damaged(edition(), states());
  Session session(damaged);
  const Pair first = PairFile::try_open(edition())->pair(0);
  EXPECT_THROW(session.pair_facts(first.low, first.high), StoreError);
  EXPECT_THROW(damaged.for_each_pair(2, [](std::size_t, PairFacts&) {}), StoreError);
}

}  // namespace
}  // namespace comity::store
