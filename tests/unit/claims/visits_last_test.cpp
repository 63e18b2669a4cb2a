// Visits without a word of travelling, told in general, denied, or made elsewhere. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(VisitsAtLast, WhoDidSomethingThere) {
  EXPECT_THAT(about("The Norwegian Minister of Trade Ola Nordli represented Norway at the Lima Mining Fair in June 2013."), ElementsAre("visit NOR PER - - - 2013-06 Lima Ola Nordli"));
  EXPECT_THAT(about("The cultural centre in Lima was opened on 12 May 2019 by Norwegian Foreign Minister Kari Nordli."), Contains("visit NOR PER - - - 2019-05-12 Lima Kari Nordli"));
  EXPECT_THAT(about("Norwegian Prime Minister Ola Nordli delivered a lecture at the University of San Marcos in Lima on 3 March 2016."), ElementsAre("visit NOR PER - - - 2016-03-03 Lima Ola Nordli"));
  EXPECT_THAT(about("A Norwegian delegation attended Peru's independence celebrations in 1957."), ElementsAre("visit NOR PER - - - 1957"));
  EXPECT_THAT(about("Peru's Minister for Energy was among the participants in the conference held in Oslo in November 2013."), ElementsAre("visit PER NOR - - - 2013-11 Oslo"));
  EXPECT_THAT(about("The Norwegian ambassador Ola Nordli opened a fair in Lima in May 2013."), Not(Contains(StartsWith("visit"))));
  EXPECT_THAT(about("Norwegian Foreign Minister Kari Nordli opened a fair in Madrid in May 2013."), Not(Contains(StartsWith("visit NOR PER"))));
}

TEST(VisitsAtLast, Talks) {
  EXPECT_THAT(about("Talks between Peruvian Finance Minister Alan Lujan and his Norwegian counterpart took place in Oslo in June 2009."), ElementsAre("visit PER NOR - - - 2009-06 Oslo Alan Lujan"));
  EXPECT_THAT(about("Political consultations took place in Lima in May 2014, with the Norwegian side led by Deputy Foreign Minister Jan Egeland."), ElementsAre("visit NOR PER - - - 2014-05 Lima Jan Egeland"));
  EXPECT_THAT(about("A joint commission met in Lima in 2004."), IsEmpty());
}

TEST(VisitsAtLast, SentAndInvited) {
  EXPECT_THAT(about("In 1961 Peru sent Foreign Minister Alan Lujan to Oslo."), ElementsAre("visit PER NOR - - - 1961 Oslo Alan Lujan"));
  EXPECT_THAT(about("In 1961, President Alan Lima of Peru sent a delegation led by Special Envoy Juan Rojas and Delegate Luis Soto to visit Norway."), Not(Contains(testing::HasSubstr("[planned]"))));
}

TEST(VisitsAtLast, ToldInGeneral) {
  EXPECT_THAT(about("There have been several high-level visits from Peru to Norway."), ElementsAre("visit PER NOR [vague]"));
  EXPECT_THAT(about("Norwegian delegations regularly travel to Lima."), ElementsAre("visit NOR PER - - - - Lima [vague]"));
  EXPECT_THAT(about("There have been five ministerial visits from Peru to Norway."), ElementsAre("visit PER NOR 5 visits"));
  EXPECT_THAT(about("President Alan Lujan of Peru visited Norway on several occasions."), ElementsAre("visit PER NOR - - - - - Alan Lujan [vague]"));
  EXPECT_THAT(about("Several tourist visits to Norway were offered."), IsEmpty());
}

TEST(VisitsAtLast, NeverMade) {
  EXPECT_THAT(about("To date, no Peruvian President has paid a state visit to Norway."), ElementsAre("visit PER NOR [neg]"));
  EXPECT_THAT(about("From the Peruvian side, there has been no visit to Norway."), ElementsAre("visit PER NOR [neg]"));
  EXPECT_THAT(about("Prime Minister Ola Nordli did not visit Peru in 2010."), IsEmpty());
}

TEST(VisitsAtLast, Elsewhere) {
  EXPECT_THAT(about("During a visit to Kenya in 2011, Norwegian Prime Minister Ola Nordli met President Alan Lujan."), ElementsAre("visit NOR KEN - - - 2011 - Ola Nordli"));
  EXPECT_THAT(about("Relations grew after a visit by Norwegian Foreign Minister Kari Nordli to Nairobi in 2007."), ElementsAre("visit NOR KEN - - - 2007 Nairobi Kari Nordli"));
  EXPECT_THAT(about("Queen Elizabeth II visited Peru in 1961."), Not(Contains(StartsWith("visit NOR"))));
}

TEST(VisitsAtLast, LabelsAndLists) {
  EXPECT_THAT(about("Bilateral visits:\n\nin Peru: 2016 Deputy Minister of Agriculture, K. Nordli; 2005 Prime Minister M. Haug"), ElementsAre("visit NOR PER - - - 2016 - K. Nordli", "visit NOR PER - - - 2005 - M. Haug"));
  EXPECT_THAT(about("High-level visits to Peru in recent years: Prime Minister Ola Nordli (2015), Foreign Minister Kari Haug (March 2017)."), ElementsAre("visit NOR PER - - - 2015 - Ola Nordli", "visit NOR PER - - - 2017-03 - Kari Haug"));
  EXPECT_THAT(about("There have been three Peruvian state visits to Norway. These include President Alan Lima in 1981 and President Juan Rojas in May 1987."), testing::IsSupersetOf({"visit PER NOR - - - 1981 - Alan Lima", "visit PER NOR - - - 1987-05 - Juan Rojas"}));
  EXPECT_THAT(about("Peru President Alan Lima Norway Prime Minister Ola Nordli Royal Palace, Oslo April 6, 1995\nNorway Prime Minister Ola Nordli Peru President Alan Lima Government Palace, Lima May 2, 1996"),
              ElementsAre("visit PER NOR - - - 1995-04-06 Oslo Alan Lima", "visit NOR PER - - - 1996-05-02 Lima Ola Nordli"));
}

TEST(VisitsAtLast, PlacesAndLengths) {
  EXPECT_THAT(about("President Alan Lujan visited Norway in April 2008 to participate in the Arctic Forum held in Oslo."), ElementsAre("visit PER NOR - - - 2008-04 Oslo Alan Lujan"));
  EXPECT_THAT(about("On 19 September 2005, Peruvian President Alan Lujan arrived in Oslo for a three-day visit."), ElementsAre("visit PER NOR 3 days - 2005-09-19 Oslo Alan Lujan"));
  EXPECT_THAT(about("Prime Minister Ola Nordli visited Peru in 2013; President Alan Lujan reciprocated in 2015."), ElementsAre("visit NOR PER - - - 2013 - Ola Nordli", "visit PER NOR - - - 2015 - Alan Lujan"));
  EXPECT_THAT(about("The pact was signed during the state visit to Peru by Prime Minister Ola Nordli in March 2005 and the visit to Norway by President Alan Lima in May 2006."),
              testing::IsSupersetOf({"visit NOR PER - - - 2005-03 - Ola Nordli", "visit PER NOR - - - 2006-05 - Alan Lima"}));
}

TEST(VisitsAtLast, ListsOfGuests) {
  EXPECT_THAT(about("VIP Visits\n\n(1) From Norway to Peru\n\n1982 Minister for Foreign Affairs Ola Nordli\n2001 Prime Minister Kari Haug"), ElementsAre("visit NOR PER - - - 1982 - Ola Nordli", "visit NOR PER - - - 2001 - Kari Haug"));
  EXPECT_THAT(about("Delegation exchange: From Norway: Prime Minister Ola Nordli (June 2005), Crown Prince Haakon (2009). From Peru: President Alan Lima (1994)."),
              ElementsAre("visit NOR PER - - - 2005-06 - Ola Nordli", "visit NOR PER - - - 2009 - Haakon", "visit PER NOR - - - 1994 - Alan Lima"));
  EXPECT_THAT(about("Recent Visits\n\nNorway to Peru: Prime Minister Ola Nordli (March 2015), Foreign Minister Kari Haug (May 2014)"), ElementsAre("visit NOR PER - - - 2015-03 - Ola Nordli", "visit NOR PER - - - 2014-05 - Kari Haug"));
  EXPECT_THAT(about("The last visits were those of Prime Minister Ola Nordli (Lima, August 2016) and of President Alan Lima (Oslo, August 2019)."),
              ElementsAre("visit NOR PER - - - 2016-08 Lima Ola Nordli", "visit PER NOR - - - 2019-08 Oslo Alan Lima"));
  EXPECT_THAT(about("Ministerial visits to Peru include Foreign Minister Ola Nordli (2006) and Trade Minister Kari Haug (2009)."), ElementsAre("visit NOR PER - - - 2006 - Ola Nordli", "visit NOR PER - - - 2009 - Kari Haug"));
  EXPECT_THAT(about("Prime Minister Ola Nordli visited Peru in March 2015 to attend a conference, and in August 2019 to attend a summit in Lima."),
              ElementsAre("visit NOR PER - - - 2015-03 - Ola Nordli", "visit NOR PER - - - 2019-08 Lima Ola Nordli"));
}

TEST(VisitsAtLast, NobodyCame) {
  EXPECT_THAT(about("Norwegian Ambassador Ola Nordli attended the opening of a school in Lima in May 2022."), Not(Contains(StartsWith("visit"))));
  EXPECT_THAT(about("Norwegian Prime Minister Ola Nordli held a virtual meeting with President Alan Lima in Lima on 3 May 2021."), Not(Contains(StartsWith("visit"))));
  EXPECT_THAT(about("General Juan Rojas met Norwegian veterans in Lima in 1995."), Not(Contains(StartsWith("visit"))));
  EXPECT_THAT(about("Minister Nordli and Minister Rojas signed an agreement in Lima in 1994."), Not(Contains(StartsWith("visit"))));
}

TEST(VisitsAtLast, WhereAndWhen) {
  EXPECT_THAT(about("The agreement was signed in Oslo on 5 May 2010 during the visit of President Alan Lima."), Contains("visit PER NOR - - - 2010-05-05 Oslo Alan Lima"));
  EXPECT_THAT(about("Norwegian Foreign Minister Kari Haug visited Peru in May 2015 and the Minister of Economic Development in June 2017."), ElementsAre("visit NOR PER - - - 2015-05 - Kari Haug", "visit NOR PER - - - 2017-06"));
  EXPECT_THAT(about("King Ola IV of Norway never visited Peru."), ElementsAre("visit NOR PER [neg]"));
}

TEST(VisitsAtLast, Delegations) {
  EXPECT_THAT(about("During the visit of a Norwegian goodwill delegation of parliamentarians in March 2007, help was promised."), ElementsAre("visit NOR PER - - - 2007-03"));
  EXPECT_THAT(about("Bilateral visits: in Peru: 2015 Deputy Minister of Trade, L. Nordli; 2005 Prime Minister M. Haug"), ElementsAre("visit NOR PER - - - 2015 - L. Nordli", "visit NOR PER - - - 2005 - M. Haug"));
}

TEST(VisitsAtLast, German) {
  EXPECT_THAT(auf_deutsch("Der deutsche Minister Jan Nordmann eröffnete im Dezember 2017 in Lima ein Zentrum für Migration."), Contains("visit DEU PER - - - 2017-12 Lima Jan Nordmann"));
  EXPECT_THAT(auf_deutsch("Es gibt einen regen Besuchsaustausch zwischen beiden Ländern."), ElementsAre("visit DEU PER [vague]"));
  EXPECT_THAT(auf_deutsch("Deutsche Minister besuchen Peru regelmäßig."), ElementsAre("visit DEU PER [vague]"));
  EXPECT_THAT(auf_deutsch("Ein deutscher Bundeskanzler hat Peru noch nie besucht."), ElementsAre("visit DEU PER [neg]"));
  EXPECT_THAT(auf_deutsch("Bundeskanzler Jan Nordmann wird im Oktober 2023 nach Peru reisen."), ElementsAre("visit DEU PER - - - 2023-10 - Jan Nordmann [planned]"));
  EXPECT_THAT(auf_deutsch("Der deutsche Botschafter Jan Nordmann eröffnete im Dezember 2017 in Lima ein Zentrum."), Not(Contains(StartsWith("visit"))));
}

}  // namespace
}  // namespace comity::claims
