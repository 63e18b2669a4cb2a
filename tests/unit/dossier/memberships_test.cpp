// Memberships: who belongs, who left, who is suspended, and from which day both take part.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule26, ASuspendedMemberIsNotOutside) {
  const World world("pair SDN SSD\nedition 2025-12-31\norganization AU \"African Union\" importance 1\nmember AU SDN from 2002-07-09\nmember AU SDN from 2021-10-27 kind suspended\nmember AU SSD from 2011-07-28\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, Not(HasSubstr("Only South Sudan is in")));
  EXPECT_THAT(words, HasSubstr("Sudan has been suspended from the AU since 27 October 2021 and remains a member."));
}

TEST(Rule26, ALeavingOfLongAgoIsNoMatterOfTheTwo) {
  const World world("pair PRK GBR\nedition 2025-12-31\norganization EFTA \"European Free Trade Association\"\nmember EFTA GBR from 1960-05-03 to 1972-12-31\n"
                    "organization EU \"European Union\"\nmember EU GBR from 1973-01-01 to 2020-01-31\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, Not(HasSubstr("EFTA")));
  EXPECT_THAT(words, HasSubstr("left the EU"));
}

TEST(Rule26, AYearHasNoLastDay) {
  const World world("pair URY CUB\nedition 2025-12-31\norganization IMF \"International Monetary Fund\"\nmember IMF CUB from 1946-03-14 to 1964-04-02\nmember IMF URY from 1946-03-11\n"
                    "organization CBSS \"Council of the Baltic Sea States\"\nmember CBSS CUB from 1992 to 2022-05\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("(last day 2 April 1964)"));
  EXPECT_THAT(words, HasSubstr("(in May 2022)"));
}

TEST(Rule26, BothTakePartFromTheDayOfTheLater) {
  const World world("pair AUT GRC\nedition 2025-12-31\norganization 3SI \"Three Seas Initiative\" short \"Three Seas Initiative\" kind initiative importance 5\nmember 3SI AUT from 2016\nmember 3SI GRC from 2023\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Three Seas Initiative (from 2023)"));
}

TEST(Rule26, WhatEndedWasNotLeft) {
  const auto politics = [&](std::string_view pair, std::string_view members) {
    return words_of(World(fmt::format("pair {}\nedition 2025-12-31\norganization WARSAW_PACT \"Warsaw Pact\" importance 2 coverage_to 1991-07-01 short \"Warsaw Pact\"\n{}", pair, members)).section(politics_section));
  };
  constexpr std::string_view poland = "member WARSAW_PACT POL from 1955-05-14 to 1991-07-01\n";
  EXPECT_THAT(politics("POL IRL", poland), Not(HasSubstr("Warsaw Pact"))) << "its members ended it";
  EXPECT_THAT(politics("DDR POL", fmt::format("{}member WARSAW_PACT DDR from 1956-01-28 to 1990-09-24\n", poland)), HasSubstr("East Germany left the Warsaw Pact (last day 24 September 1990)"));
  EXPECT_THAT(politics("POL HUN", fmt::format("{}member WARSAW_PACT HUN from 1955-05-14 to 1991-07-01\n", poland)), HasSubstr("Both belonged to the Warsaw Pact until it ended (last day 1 July 1991)"));
}

TEST(Rule26, AMemberWhoseRightsRestBelongsAllTheSame) {
  const World world("pair SDN SSD\nedition 2025-12-31\norganization AU \"African Union\" importance 1\nmember AU SDN from 2002-07-09\nmember AU SDN from 2021-10-27 kind suspended\nmember AU SSD from 2011-07-28\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Both belong to the AU"));
  const World cuba("pair USA CUB\nedition 2025-12-31\norganization OAS \"Organization of American States\" importance 1\nmember OAS USA from 1948-04-30\nmember OAS CUB from 1948-04-30\n"
                   "member OAS CUB from 1962-01-31 kind takes_no_part\n");
  EXPECT_THAT(words_of(cuba.section(politics_section)), HasSubstr("Cuba has taken no part in the OAS since 31 January 1962 and remains a member."));
}

TEST(Rule26, WhoLeftAndStayedAsAnAssociateIsToldSo) {
  const World world("pair TKM KAZ\nedition 2025-12-31\norganization CIS \"Commonwealth of Independent States\" importance 1\nmember CIS TKM from 1991-12-21 to 2005-08-25\n"
                    "member CIS TKM from 2005-08-26 kind associate\nmember CIS KAZ from 1991-12-21\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Turkmenistan left the CIS (last day 25 August 2005), and has taken part as an associate member since 26 August 2005."));
}

TEST(Rule26, AnInitiativeStandsApartWithItsDays) {
  const World world("pair DEU KAZ\nedition 2025-12-31\norganization GCA \"Green Central Asia\" short \"Green Central Asia\" kind initiative importance 1 coverage_to 2021-05-06\norganization WTO \"World Trade Organization\" importance 3 coverage_to 2025-12-31\n"
                    "member GCA DEU from 2020-01-28\nmember GCA KAZ from 2020-01-28\nmember WTO DEU from 1995-01-01\nmember WTO KAZ from 2015-11-30\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("Both belong to the WTO, by a table of memberships that reaches 31 December 2025."));
  EXPECT_THAT(words, HasSubstr("Both take part in Green Central Asia (from 28 January 2020), known up to 6 May 2021."));
}

TEST(Rule26, WhoSaysThatItLeftAndIsListedAllTheSame) {
  const World world("pair VEN USA\nedition 2025-12-31\norganization OAS \"Organization of American States\" short \"OAS\" kind regional importance 2\nmember OAS VEN from 1948-04-30\nmember OAS USA from 1948-04-30\n"
                    "member OAS VEN from 2019-04-27 kind says_it_left\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("By its own account Venezuela left the OAS with effect of 27 April 2019; the organisation goes on listing it as a member."));
  EXPECT_THAT(words, Not(HasSubstr("remains a member")));
}

TEST(Rule26, AnAssociateIsNotOutside) {
  const World world("pair ARG CHL\nedition 2025-12-31\nrelations ARG CHL 1818 source list\nembassy ARG->CHL \"Santiago\" listed 2025-11-30\nembassy CHL->ARG \"Buenos Aires\" listed 2025-11-30\nvisit ARG->CHL 2001 \"A\"\nvisit ARG->CHL 2002 \"B\"\nvisit ARG->CHL 2003 \"C\"\n"
                    "organization MERCOSUR \"Mercosur\" short \"Mercosur\" kind regional importance 2\norganization G20 \"Group of Twenty\" short \"G20\" kind forum importance 2\n"
                    "member MERCOSUR ARG from 1991-11-29\nmember MERCOSUR CHL from 1996 kind associate\nmember G20 ARG from 1999-12-15\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("Only Argentina is in the G20"));
  EXPECT_THAT(words, Not(HasSubstr("Mercosur")));
}

TEST(Rule26, WhoseSeatWentToAnotherDidNotLeave) {
  const World world("pair CHN TWN\nedition 2025-12-31\norganization UN \"United Nations\" short \"UN\" kind universal importance 5\nmember UN CHN from 1971-10-25\nmember UN TWN from 1945-10-24 to 1971-10-24\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Taiwan ceased to belong to the UN (last day 24 October 1971)."));
}

TEST(Rule06, WhoseDayAMembershipBeganOnIsSaid) {
  const World world("pair NOR SRB\nedition 2025-12-31\nrelations NOR SRB 2006 source list\nembassy NOR->SRB \"Belgrade\" listed 2025-11-30\nembassy SRB->NOR \"Oslo\" listed 2025-11-30\nvisit NOR->SRB 2001 \"A\"\nvisit NOR->SRB 2002 \"B\"\nvisit NOR->SRB 2003 \"C\"\n"
                    "organization IBRD \"World Bank\" short \"IBRD\" kind universal importance 5\nmember IBRD NOR from 1945-12-27\nmember IBRD SRB from 1952-02-20\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("20 February 1952 (its predecessor)"));
  const World before("pair DMA LCA\nedition 2025-12-31\nrelations DMA LCA 1980 source list\nembassy DMA->LCA \"Castries\" listed 2025-11-30\nembassy LCA->DMA \"Roseau\" listed 2025-11-30\nvisit DMA->LCA 2001 \"A\"\nvisit DMA->LCA 2002 \"B\"\nvisit DMA->LCA 2003 \"C\"\n"
                     "organization CARICOM \"Caribbean Community\" short \"CARICOM\" kind regional importance 2\nmember CARICOM DMA from 1974\nmember CARICOM LCA from 1974\n");
  EXPECT_THAT(words_of(before.section(politics_section)), HasSubstr("1974 (before its independence)"));
}

}  // namespace
}  // namespace comity::dossier
