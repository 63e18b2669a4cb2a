// Claims in texts written for these tests, in the manner of encyclopaedia articles, ministry pages and news. Facts in them
// are made up: nothing here says that they are so.
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/claims/write.hpp"
#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* title = "Peru–Norway relations\n\n";

TEST(ClaimsOfRelations, EstablishedSeveredResumed) {
  EXPECT_THAT(about("Diplomatic relations were established on 5 March 1962."), ElementsAre("relations_established NOR PER - - - 1962-03-05"));
  EXPECT_THAT(about("Both countries have had diplomatic relations since 1910."), ElementsAre("relations_established NOR PER - - - 1910"));
  EXPECT_THAT(about("In May 1971 Peru severed diplomatic relations with Norway."), ElementsAre("relations_severed PER NOR - - - 1971-05"));
  EXPECT_THAT(about("Relations were re-established on 2 June 1980."), ElementsAre("relations_resumed NOR PER - - - 1980-06-02"));
}

TEST(ClaimsOfRelations, OtherRelationsAreNone) {
  EXPECT_THAT(about("Trade relations were established by merchants in 1820."), IsEmpty());
  EXPECT_THAT(about("Peru established diplomatic relations with China in 1971."), ElementsAre("relations_established PER CHN - - - 1971"));  // with its scope; none of the two
  EXPECT_THAT(about("Relations have grown closer since 2010."), IsEmpty());
}

TEST(ClaimsOfRecognition, DirectionAndNegation) {
  EXPECT_THAT(about("Norway recognised the independence of Peru on 3 May 1831."), ElementsAre("recognition NOR PER - - - 1831-05-03"));
  EXPECT_THAT(about("Peru does not recognise Norway."), ElementsAre("recognition PER NOR [neg]"));
}

TEST(ClaimsOfMissions, AListDistributesItsKindOverCities) {
  EXPECT_THAT(about("* Peru has an embassy in Oslo and honorary consulates in Bergen, Trondheim and Stavanger.\n* Norway has an embassy in Lima."),
              ElementsAre("mission PER NOR - embassy - - Oslo", "mission PER NOR - honorary consulate - - Bergen", "mission PER NOR - honorary consulate - - Trondheim",
                          "mission PER NOR - honorary consulate - - Stavanger", "mission NOR PER - embassy - - Lima"));
}

TEST(ClaimsOfMissions, FromAThirdCapitalAndInPassing) {
  EXPECT_THAT(about("Norway is accredited to Peru from its embassy in Santiago, Chile."), ElementsAre("mission NOR PER - accredited - - Santiago"));
  EXPECT_THAT(about("A crowd passed the Peruvian embassy in Oslo."), IsEmpty());
}

TEST(ClaimsOfMissions, OpenedAndClosed) {
  EXPECT_THAT(about("In 1965, Norway opened a resident embassy in Lima."), ElementsAre("mission_opened NOR PER - embassy - 1965 Lima"));
  EXPECT_THAT(about("In 2013 Norway closed its embassy in Lima."), ElementsAre("mission_closed NOR PER - embassy - 2013 Lima"));
  EXPECT_THAT(about("In 1970 both countries opened embassies in each other's capitals."),
              ElementsAre("mission_opened PER NOR - embassy - 1970 Oslo", "mission_opened NOR PER - embassy - 1970 Lima"));
}

TEST(ClaimsOfVisits, ProseListsAndPlans) {
  EXPECT_THAT(about("In June 2008, Norwegian Prime Minister Jens Holm paid an official visit to Peru."), ElementsAre("visit NOR PER - - - 2008-06 - Jens Holm"));
  EXPECT_THAT(about("President Ana Quispe travelled to Oslo in 2011, 2013 and May 2015."),
              ElementsAre("visit PER NOR - - - 2011 Oslo Ana Quispe", "visit PER NOR - - - 2013 Oslo Ana Quispe", "visit PER NOR - - - 2015-05 Oslo Ana Quispe"));
  EXPECT_THAT(about("## Visits from Norway to Peru\n\n- King Olav Berg (1968)\n- Foreign Minister Siri Lund (1990, March 2001)\n"),
              ElementsAre("visit NOR PER - - - 1968 - Olav Berg", "visit NOR PER - - - 1990 - Siri Lund", "visit NOR PER - - - 2001-03 - Siri Lund"));
  EXPECT_THAT(about("President Ana Quispe will visit Norway in 2031."), ElementsAre("visit PER NOR - - - 2031 - Ana Quispe [planned]"));
}

TEST(ClaimsOfVisits, AMeetingElsewhereIsNone) {
  EXPECT_THAT(about("President Ana Quispe and King Olav Berg met in Geneva in 1999."), IsEmpty());
  EXPECT_THAT(about("President Ana Quispe visited Sweden in 1999."), IsEmpty());
}

TEST(ClaimsOfTreaties, SignedEnumeratedMissing) {
  EXPECT_THAT(about("In 1998, the two countries signed an extradition treaty."), ElementsAre("treaty_signed NOR PER - extradition - 1998"));
  EXPECT_THAT(about("Both nations have signed agreements such as an Agreement on Cultural Cooperation (1975); Agreement on Air Services (2008) and a Memorandum on whale counting (2010)."),
              ElementsAre("treaty_signed NOR PER - cultural - 1975", "treaty_signed NOR PER - air services - 2008", "treaty_signed NOR PER - whale counting MoU - 2010"));
  EXPECT_THAT(about("There is no free trade agreement between the two countries."), ElementsAre("treaty_signed NOR PER - FTA [neg]"));
  EXPECT_THAT(about("The investment agreement entered into force on 23 February 2008."), Not(Contains(StartsWith("treaty_signed"))));
}

TEST(ClaimsOfMemberships, DistributeOverOrganisationsAndBothSides) {
  EXPECT_THAT(about("Both nations are members of the United Nations, the World Trade Organization and the OECD."),
              ElementsAre("membership NOR,PER UN", "membership NOR,PER WTO", "membership NOR,PER OECD"));
  EXPECT_THAT(about("Norway joined NATO on 4 April 1949. Peru is not a member of NATO."), ElementsAre("membership NOR NATO - - - 1949-04-04", "membership PER NATO [neg]"));
}

TEST(ClaimsOfTrade, TotalsHalvesTargets) {
  EXPECT_THAT(about("In 2018, trade between Peru and Norway totaled US$1.4 billion."), ElementsAre("trade_total NOR PER 1400000000 - USD 2018"));
  EXPECT_THAT(about("Norwegian exports to Peru amounted to 20.8 million euros in 2010."), ElementsAre("exports NOR PER 20800000 - EUR 2010"));
  EXPECT_THAT(about("Both governments aim to raise bilateral trade to $2 billion by 2030."), ElementsAre("trade_total NOR PER 2000000000 - USD 2030 [planned]"));
  EXPECT_THAT(about("Trade of Peru with Africa reached $3 billion in 2010."), IsEmpty());
}

TEST(ClaimsOfTrade, GrowthSharesRanks) {
  EXPECT_THAT(about("Bilateral trade grew by 12% in 2017."), ElementsAre("trade_growth NOR PER 12 percent - 2017"));
  EXPECT_THAT(about("Norway is Peru's third-largest trading partner in Europe."), ElementsAre("trade_share NOR PER 3 rank"));
}

TEST(ClaimsOfInvestment, StockAndFlow) {
  EXPECT_THAT(about("Direct investment from Norway in Peru reached $30 million in 2012."), ElementsAre("fdi_flow NOR PER 30000000 - USD 2012"));
  EXPECT_THAT(about("Cumulative Norwegian investment in Peru stands at $900 million."), ElementsAre("fdi_stock NOR PER 900000000 - USD"));
}

TEST(ClaimsOfCompanies, CountsAndNamesThatAreWords) {
  EXPECT_THAT(about("Over 40 Norwegian companies operate in Peru, including Equinox, MAN, Pulse Oil and METRO etc."),
              ElementsAre("company_count NOR PER 40 companies", "company_presence Equinox PER", "company_presence MAN PER", "company_presence Pulse Oil PER", "company_presence METRO PER"));
}

TEST(ClaimsOfPeople, ResidentsStudentsTourists) {
  EXPECT_THAT(about("About 3,100 people of Peruvian descent live in Norway."), ElementsAre("diaspora PER NOR 3100 people"));
  EXPECT_THAT(about("In 2016 some 2,600 Peruvian students studied in Norway."), ElementsAre("students PER NOR 2600 people - 2016"));
}

TEST(ClaimsOfGermanTexts, TheSameKinds) {
  EXPECT_THAT(lines("Deutschland und Kenia\n\nDeutschland und Kenia unterhalten seit dem 12. Dezember 1963 diplomatische Beziehungen. Deutschland hat eine Botschaft in Nairobi. "
                    "Bundespräsident Karl Muster reiste im Mai 2001 nach Nairobi. Das Handelsvolumen betrug 2018 rund 8,75 Milliarden Euro.\n"),
              ElementsAre("relations_established DEU KEN - - - 1963-12-12", "mission DEU KEN - embassy - - Nairobi", "visit DEU KEN - - - 2001-05 Nairobi Karl Muster", "trade_total DEU KEN 8750000000 - EUR 2018"));
}

TEST(ClaimsOfMarkup, OffsetsLeadToTheBytes) {
  const std::string wiki = "'''Peru–Norway relations'''\n\n== Missions ==\n* [[Peru]] has an embassy in [[Oslo]].<ref>no 1999</ref>\n";
  const auto read_wiki = read(wiki, "x.wiki");
  ASSERT_EQ(read_wiki.claims.size(), 1u);
  const Claim& claim = read_wiki.claims[0];
  EXPECT_EQ(claim.quote, "Peru has an embassy in Oslo");
  EXPECT_EQ(wiki.substr(claim.start_byte, 4), "Peru");
  EXPECT_EQ(wiki.substr(claim.end_byte - 4, 4), "Oslo");
  EXPECT_LT(claim.start, claim.start_byte);  // the dash before it is three bytes and one code point
}

TEST(ClaimsPairs, AreFoundOrSaidToBeMissing) {
  EXPECT_EQ(read("Relations of Chad with Fiji\n\nFiji and Chad opened embassies.").why_no_pair, "");
  EXPECT_FALSE(read("A recipe for bread without any country in it.").a);
  EXPECT_NE(read("A recipe for bread without any country in it.").why_no_pair, "");
}

TEST(ClaimsPairs, AreOfStatesOfTodayWhereBothAreNamed) {
  const auto pair_of = [](std::string_view text) {
    const auto found = read(text);
    static const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
    return found.a ? states->state(found.a).key + " " + states->state(found.b).key : found.why_no_pair;
  };
  EXPECT_EQ(pair_of("Prussia–Peru relations\n\nGermany has an embassy in Lima, and Peru one in Berlin."), "PRUSSIA PER");
  EXPECT_EQ(pair_of("1858\n\nRelations between the Kingdom of Prussia and the Republic of Peru were established on the tenth of May of that year.\nGermany has an embassy in Lima, and Peru one in Berlin."), "PER DEU");
  EXPECT_EQ(pair_of("1858\n\nRelations between the Kingdom of Prussia and Peru go back to 1858. Prussia sent a consul to Peru in the year after. Germany has an embassy in Lima, and Peru one in Berlin."), "PER DEU");
  EXPECT_EQ(pair_of("Peru and Czechoslovakia signed a treaty in 1922."), "PER CSK");
}

TEST(ClaimsTitle, IsNoDateAndNoSentence) {
  EXPECT_EQ(read("Norway–Peru relations\n\nNorway has an embassy in Lima.").title, "Norway–Peru relations");
  EXPECT_EQ(read("<h1>Peru</h1><p>Norway has an embassy in Lima.</p>", "x.html").title, "Peru");
  for (const std::string_view row : {"1993-02-26", "26 February 1993", "1920 & 1991", "See Norway–Peru relations. Norway has an embassy in Lima."}) {
    EXPECT_EQ(read(std::string(row) + "\n\nNorway has an embassy in Lima and Peru one in Oslo.").title, "") << row;
  }
}

TEST(ClaimsBadInput, GivesAPlainAnswer) {
  EXPECT_THAT(read("").claims, IsEmpty());
  EXPECT_TRUE(read(std::string("GIF89a\0\0\0\0\1\2", 12)).binary);
  EXPECT_THAT(lines("Peru–Norway relations\n\nIn 1965 \xff\xfe\x80 Norway opened an embassy in Lima. \xc3"), ElementsAre("mission_opened NOR PER - embassy - 1965 Lima"));
  EXPECT_THAT(read("{{{{{{[[[[ Peru Norway }} '''", "x.wiki").claims, IsEmpty());
}

TEST(ClaimsBadInput, ASentenceOfTenMegabytesIsRead) {
  std::string text = title;
  while (text.size() < 10'000'000) text += "Norway and Peru and the 12 million euro of trade in 1999 with President Ana and ";
  const auto start = std::chrono::steady_clock::now();
  read(text);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(ClaimsBadInput, ManyBracesTakeLinearTime) {
  std::string text = "Peru Norway ";
  for (int i = 0; i < 200'000; ++i) text += "{{[[";
  const auto start = std::chrono::steady_clock::now();
  read(text, "x.wiki");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST(ClaimsWritten, OneLineEachWithEscapes) {
  Claim claim;
  claim.pair = {"NOR", "PER"};
  claim.kind = Kind::trade_total;
  claim.number = 4e9;
  claim.quote = "a \"b\"\n\xff";
  std::string out;
  append_jsonl(out, claim);
  EXPECT_EQ(out, "{\"pair\": [\"NOR\", \"PER\"], \"kind\": \"trade_total\", \"subject\": \"\", \"object\": \"\", \"value\": 4000000000, \"unit\": \"\", \"currency\": \"\", \"period\": \"\", \"place\": \"\", \"person\": \"\", "
                 "\"quote\": \"a \\\"b\\\"\\n\xef\xbf\xbd\", \"start\": 0, \"start_byte\": 0, \"end_byte\": 0, \"status\": \"asserted\"}\n");
}

}  // namespace
}  // namespace comity::claims
