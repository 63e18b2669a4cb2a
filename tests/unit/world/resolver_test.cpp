// A test for each rule by which a name becomes a state.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/error.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string key(StateId id) { return id ? real_register().state(id).key : std::string(); }
Resolution resolved(std::string_view name, const char* on = nullptr, bool metonyms = false, bool pick = false) {
  ResolveOptions options;
  if (on) options.day = parse_day(on);
  options.metonyms = metonyms, options.pick = pick;
  return real_resolver().resolve(name, options);
}
std::string state(std::string_view name, const char* on = nullptr) { return key(resolved(name, on).state); }
std::vector<std::string> candidates(std::string_view name, const char* on = nullptr) {
  std::vector<std::string> out;
  for (const auto& candidate : resolved(name, on).candidates) out.push_back(key(candidate.state));
  return out;
}

TEST(Resolver, understands_names_in_every_script) {
  for (const char* name : {"Kazakhstan", "Қазақстан", "Казахстан", "Kasachstan", "哈萨克斯坦", "哈薩克", "カザフスタン", "카자흐스탄", "كازاخستان", "קזחסטן", "कज़ाखस्तान", "ຄາຊັກສະຖານ", "Καζακστάν",
                           "ყაზახეთი", "Ղազախստան", "ካዛኪስታን", "คาซัคสถาน"})
    EXPECT_EQ(state(name), "KAZ") << name;
  EXPECT_EQ(resolved("Deutschland").confidence, 1);
}

TEST(Resolver, does_not_mind_case_accents_blanks_and_punctuation) {
  for (const char* name : {"côte d’ivoire", "COTE D'IVOIRE", "Cote d Ivoire", " Côte  d'Ivoire ", "Côte-d'Ivoire", "CotedIvoire"}) EXPECT_EQ(state(name), "CIV") << name;
  EXPECT_EQ(state("Trinidad & Tobago"), "TTO");
  EXPECT_EQ(state("St. Lucia"), "LCA");
  EXPECT_EQ(state("U.S.S.R."), "SUN");
  EXPECT_EQ(state("Guinea Bissau"), "GNB");
}

TEST(Resolver, takes_the_spellings_of_one_script_for_one_another) {
  EXPECT_EQ(state("ایران"), "IRN");
  EXPECT_EQ(state("إيران"), "IRN");
  EXPECT_EQ(state("Orílɛ́ède Sɛnɛga"), "SEN");
}

TEST(Resolver, turns_names_round) {
  EXPECT_EQ(state("Korea, Republic of"), "KOR");
  EXPECT_EQ(state("Korea (the Democratic People's Republic of)"), "PRK");
  EXPECT_EQ(state("Virgin Islands, British"), "VGB");
  EXPECT_EQ(state("Germany West"), "DEU");
  EXPECT_EQ(state("Tanzania, United Rep. of"), "TZA");
}

TEST(Resolver, spells_out_what_is_cut_short) {
  EXPECT_EQ(state("Dem. Rep. of the Congo"), "COD");
  EXPECT_EQ(state("Congo Dem Rep"), "COD");
  EXPECT_EQ(state("Lao People s Dem. Rep."), "LAO");
  EXPECT_EQ(state("F S Micronesia"), "FSM");
  EXPECT_EQ(state("Micronesia, Fed. Sts."), "FSM");
  EXPECT_EQ(state("Turks and Caicos Isds"), "TCA");
  EXPECT_EQ(state("S. Korea"), "KOR");
  EXPECT_EQ(state("S. Sudan"), "SSD");
  EXPECT_EQ(state("E. Timor"), "TLS");
  EXPECT_EQ(state("W. Sahara"), "ESH");
  EXPECT_EQ(state("U.S. Virgin Isl."), "VIR");
  EXPECT_EQ(state("United Arab Em."), "ARE");
  EXPECT_EQ(state("Bosnia & Herzeg."), "BIH");
  EXPECT_EQ(state("Neth. Antil."), "ANT");
}

TEST(Resolver, leaves_the_form_of_government_away_where_one_state_is_left) {
  EXPECT_EQ(state("Republic of Vanuatu"), "VUT");
  EXPECT_EQ(state("Republik Kasachstan"), "KAZ");
  EXPECT_EQ(state("Gabonese Republic"), "GAB");
  EXPECT_EQ(state("荷兰王国"), "NLD");
  EXPECT_LT(resolved("Sultanate of Vanuatu").confidence, 1);
  EXPECT_EQ(state("Republic"), "");
  EXPECT_EQ(state("Kingdom of Korea"), "") << "two Koreas are left";
}

TEST(Resolver, reads_a_territory_with_its_state) {
  EXPECT_EQ(state("Hong Kong SAR, China"), "HKG");
  EXPECT_EQ(state("China: Hong Kong SAR"), "HKG");
  EXPECT_EQ(state("Åland Islands, Finland"), "ALA");
  EXPECT_EQ(state("Bouvet Island (NO)"), "BVT");
  EXPECT_EQ(state("Germany, France"), "") << "two states are none";
}

TEST(Resolver, a_capital_tells_two_states_of_one_name_apart) {
  EXPECT_EQ(state("Congo (Kinshasa)"), "COD");
  EXPECT_EQ(state("Congo/Brazzaville"), "COG");
  EXPECT_EQ(state("Korea (Seoul)"), "KOR");
}

TEST(Resolver, reads_on_to_a_remark) {
  EXPECT_EQ(state("China excluding Taiwan"), "CHN");
  EXPECT_EQ(state("France (incl. Monaco)"), "FRA");
  EXPECT_LT(resolved("China excluding Taiwan").confidence, 1);
}

TEST(Resolver, mends_text_in_the_wrong_encoding) { EXPECT_EQ(state("CÃ´te d'Ivoire"), "CIV"); }

TEST(Resolver, knows_codes_and_when_they_held) {
  EXPECT_EQ(state("KAZ"), "KAZ");
  EXPECT_EQ(state("KZ"), "KAZ");
  EXPECT_EQ(state("Q232"), "KAZ");
  EXPECT_EQ(state("DEU_1871"), "DEU_1871");
  EXPECT_EQ(state("NA"), "NAM");
  EXPECT_EQ(state("CS", "1990-01-01"), "CSK");
  EXPECT_EQ(state("CS", "2004-01-01"), "YUG");
  EXPECT_NE(state("SER"), "YUG");
  EXPECT_NE(state("SER", "1990-01-01"), "YUG");
  EXPECT_LT(resolved("RU").confidence, 1) << "Russia's code, and Spanish for the United Kingdom";
}

TEST(Resolver, knows_former_names) {
  EXPECT_EQ(state("Upper Volta"), "BFA");
  EXPECT_EQ(state("Zaire"), "COD");
  EXPECT_EQ(state("Gold Coast"), "GHA");
  EXPECT_EQ(state("Kazakh Soviet Socialist Republic"), "KAZ");
  EXPECT_LT(resolved("Ceylon").confidence, 1);
  EXPECT_EQ(resolved("Ceylon", "1960-01-01").how, How::name);
}

TEST(Resolver, asks_back_where_a_name_may_mean_several) {
  EXPECT_THAT(candidates("Korea"), ElementsAre("KOR", "PRK"));
  EXPECT_THAT(candidates("Congo"), ElementsAre("COG", "COD"));
  EXPECT_EQ(state("Guinea"), "");
  EXPECT_EQ(state("Micronesia"), "");
  EXPECT_EQ(state("Virgin Islands"), "");
  EXPECT_EQ(resolved("Korea").how, How::ambiguous);
  EXPECT_THAT(real_resolver().explain(resolved("Congo")), HasSubstr("COG or COD"));
  EXPECT_EQ(key(resolved("Congo", nullptr, false, true).state), "COG") << "picked";
  EXPECT_LE(resolved("Congo", nullptr, false, true).confidence, 0.5);
}

TEST(Resolver, Germany_was_two_states) {
  EXPECT_EQ(state("Germany"), "DEU");
  EXPECT_THAT(candidates("Germany", "1960-01-01"), ElementsAre("DEU", "DDR"));
  EXPECT_EQ(state("Germany", "1960-01-01"), "");
  EXPECT_EQ(state("Germany", "1930-01-01"), "DEU_1871");
  EXPECT_EQ(state("Deutschland", "1930-01-01"), "DEU_1871") << "a name in another language means on a day what the own one does";
  EXPECT_EQ(state("Deutschland", "1960-01-01"), "");
  EXPECT_EQ(state("West Germany", "1960-01-01"), "DEU");
}

TEST(Resolver, Sudan_before_2011_is_asked_back) {
  EXPECT_EQ(state("Sudan"), "SDN");
  EXPECT_EQ(resolved("Sudan", "2005-01-01").how, How::ambiguous);
  EXPECT_EQ(state("Sudan", "2011-07-09"), "SDN");
}

TEST(Resolver, China_was_the_republic_to_1949) {
  EXPECT_EQ(state("China", "1930-01-01"), "TWN");
  EXPECT_EQ(state("Китай", "1930-01-01"), "TWN");
  EXPECT_EQ(state("China"), "CHN");
}

TEST(Resolver, says_when_a_state_was_not_there_on_the_day) {
  const auto found = resolved("Kazakhstan", "1980-01-01");
  EXPECT_EQ(key(found.state), "KAZ");
  EXPECT_FALSE(found.existed);
  EXPECT_LT(found.confidence, 1);
  EXPECT_THAT(real_resolver().explain(found), HasSubstr("not there on that day"));
}

TEST(Resolver, knows_adjectives_parts_and_what_is_no_state) {
  EXPECT_EQ(resolved("Kazakh").how, How::adjective);
  EXPECT_EQ(state("Nigerien"), "NER");
  EXPECT_EQ(resolved("England").how, How::part);
  EXPECT_EQ(state("England"), "GBR");
  EXPECT_LT(resolved("England").confidence, 1);
  EXPECT_EQ(resolved("World").how, How::non_state);
  EXPECT_EQ(resolved("Africa").how, How::non_state);
  EXPECT_EQ(resolved("European Union").how, How::non_state);
  EXPECT_EQ(state("EU"), "") << "Portuguese calls the United States so, most others the Union";
  EXPECT_EQ(state("German"), "DEU");
  EXPECT_EQ(state("American"), "USA");
  EXPECT_EQ(resolved("Korean").how, How::ambiguous);
}

TEST(Resolver, capitals_stand_for_states_only_when_asked) {
  EXPECT_EQ(state("Berlin"), "");
  EXPECT_EQ(key(resolved("Berlin", nullptr, true).state), "DEU");
  EXPECT_EQ(key(resolved("Nur-Sultan", "2020-01-01", true).state), "KAZ");
  EXPECT_EQ(key(resolved("Bonn", "1960-01-01", true).state), "DEU");
  EXPECT_EQ(state("Singapore"), "SGP") << "a state of that name goes first";
}

TEST(Resolver, mends_misspellings_that_are_near_one_state_alone) {
  EXPECT_EQ(state("Kazakstann"), "KAZ");
  EXPECT_EQ(state("Untied States"), "USA");
  EXPECT_EQ(state("Phillippines"), "PHL");
  EXPECT_EQ(state("Kyrgystan"), "KGZ");
  EXPECT_EQ(state("Azerbajan"), "AZE");
  EXPECT_EQ(state("Mozambiqe"), "MOZ");
  EXPECT_EQ(state("South Georgia and the South Sandwichs Islands (UK)"), "SGS") << "before a remark, too";
  EXPECT_EQ(resolved("Kazakstann").how, How::misspelling);
  EXPECT_LT(resolved("Kazakstann").confidence, 0.9);
}

TEST(Resolver, short_or_doubtful_misspellings_are_left) {
  for (const char* name : {"Irak n", "Mal", "Autralia Austria", "Gambai Zambia", "Slovania Slovakia"}) EXPECT_EQ(state(name), "") << name;
  EXPECT_NE(state("Austrai"), "AUT") << "as near to Australia";
}

TEST(Resolver, a_name_torn_to_pieces_is_no_misspelling) {
  for (const char* name : {"su e b i", "ha  it  s", "r nusi a", "s s  isu"}) EXPECT_EQ(state(name), "") << name;
  EXPECT_EQ(state("Kazakh stann"), "KAZ") << "one blank too many is";
}

TEST(Resolver, garbage_is_no_match) {
  for (const char* name : {"qwertz", "lorem ipsum", "12345", "???", "a", "xq zzv klmn", "\xff\xfe", "N/A", "not applicable", "country", "total", "null"}) {
    EXPECT_EQ(state(name), "") << name;
    EXPECT_EQ(resolved(name).confidence, 0) << name;
  }
  EXPECT_EQ(resolved("").how, How::empty);
  EXPECT_EQ(resolved(" \t ").how, How::empty);
  EXPECT_EQ(state(std::string(100'000, 'x')), "");
}

TEST(Resolver, picks_when_told_to) {
  EXPECT_EQ(key(resolved("Kazakhistanistan", nullptr, false, true).state), "KAZ");
  EXPECT_EQ(resolved("Kazakhistanistan", nullptr, false, true).how, How::nearest);
  EXPECT_FALSE(resolved("", nullptr, false, true).state);
  // What is known to be no state is nearest to none: "Namibia" and "British Indian Ocean Territory" were answers here.
  for (const char* name : {"Southern African Customs Union", "Channel Islands", "World"}) EXPECT_FALSE(resolved(name, nullptr, false, true).state) << name;
}

TEST(Resolver, statistics_of_norway_with_its_islands_are_norways) { EXPECT_EQ(key(resolved("Norway, Svalbard and Jan Mayen").state), "NOR"); }

TEST(Resolver, every_own_name_of_today_means_its_state) {
  for (const auto& one : real_register().states()) {
    if (!one.is_current()) continue;
    const auto found = resolved(one.name);
    if (found.how == How::ambiguous) {
      EXPECT_EQ(found.candidates[0].state, one.id) << one.name;
    } else {
      EXPECT_EQ(key(found.state), one.key) << one.name;
    }
  }
}

TEST(Resolver, names_in_a_language) {
  const auto names = real_resolver().names_in("kk");
  const StateId germany = real_register().by_key("DEU");
  ASSERT_GT(names.size(), germany.value);
  EXPECT_EQ(names[germany.value], "Германия");
  EXPECT_EQ(real_resolver().names_in("zh-Hant")[germany.value], "德國");
  EXPECT_THAT(real_resolver().names_in("tlh"), IsEmpty());
  std::size_t languages = 0;
  for (const auto& name : real_resolver().names_of(germany)) languages += name.shown ? 1 : 0;
  EXPECT_GT(languages, 150u);
}

TEST(Resolver, the_index_is_the_same_bytes_each_time_and_refuses_others) {
  const std::filesystem::path data = std::filesystem::path(COMITY_SOURCE_DIR) / "data";
  const auto states = Register::load(data);
  const std::string bytes = Resolver::make_bytes(*states, data, {});
  EXPECT_EQ(bytes, Resolver::make_bytes(*states, data, {}));
  EXPECT_EQ(key(Resolver::make(states, bytes)->resolve("Kazakhstan").state), "KAZ");
  EXPECT_THROW(Resolver::make(states, bytes.substr(0, bytes.size() / 2)), DataError);
  EXPECT_THROW(Resolver::make(states, "nothing of the kind"), DataError);
  EXPECT_THROW(Resolver::open(states, data, data / "names.csv"), DataError);
  EXPECT_THROW(Resolver::open(states, data, data / "nowhere"), DataError);
}

}  // namespace
}  // namespace comity::world
