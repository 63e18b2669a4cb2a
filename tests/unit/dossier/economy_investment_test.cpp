// Investment, companies, finance, products and climate held to rules.md.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::uncited_figures;
using test::plain_words;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view positions = R"(
pair DEU KAZ
edition 2023-12-31
source imf_cdis statistical_office "Direct Investment Survey" publisher IMF
source unctad_bilateral_fdi statistical_office "Bilateral FDI" publisher UNCTAD
source wiki crowd "An article" publisher Encyclopaedia citable no
coverage imf_cdis fdi_outward_stock 2009..2022
coverage unctad_bilateral_fdi fdi_outflow 2001..2012
coverage unctad_bilateral_fdi fdi_inflow 2001..2012
observe fdi_outward_stock DEU->KAZ end-2017 500 usd_million by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2018 541.585 usd_million by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2019 -20 usd_million by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2020 confidential USD by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2021 confidential USD by DEU source imf_cdis
observe fdi_outflow DEU->KAZ 2011 zero_or_not_reported USD by DEU source unctad_bilateral_fdi
observe fdi_outflow DEU->KAZ 2009 30 usd_million by DEU source unctad_bilateral_fdi
observe fdi_inflow DEU->KAZ 2012 400 usd_million by KAZ source unctad_bilateral_fdi
observe fdi_outflow DEU->KAZ 2018 183 usd_million flags hedge_gt source wiki
)";

TEST(Rule18, PositionsFlowsAndSayingsStayApart) {
  const Economy world(positions);
  const auto section = world.section(investment_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Germany’s direct investment in Kazakhstan, as Germany books it (IMF)"));
  EXPECT_THAT(words, HasSubstr("2018 | 541.585"));
  EXPECT_THAT(words, HasSubstr("confidential from 2020 to 2021"));
  EXPECT_THAT(words, HasSubstr("negative: the enterprise has lent its owners"));
  EXPECT_THAT(words, HasSubstr("zero or not reported in 2011"));
  EXPECT_THAT(words, HasSubstr("The two sides are not independent"));
  EXPECT_THAT(words, HasSubstr("Kazakhstan's figures are gross inflows"));
  EXPECT_THAT(words, HasSubstr("as Kazakhstan books it (UNCTAD): 400 million USD in 2012, gross"));
  EXPECT_THAT(words, HasSubstr("as Germany books it (UNCTAD): 30 million USD in 2009, net 14 years old"));
  EXPECT_THAT(words, HasSubstr("over 183 million USD in 2018 basis not known – Encyclopaedia"));
  // The saying is in no series, and a change of stock is no flow.
  EXPECT_THAT(words, Not(HasSubstr("2018 | –")));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

// IMF's India and Zambia: 244,086 USD in 2011, 10.3 billion in 2012, 9.9 million in 2013.
TEST(Rule18, AFigureFarOutOfItsSeriesIsSaid) {
  const auto words_with = [](std::string_view of_2012) {
    const Economy world(fmt::format(R"(
pair DEU KAZ
edition 2023-12-31
source imf_cdis statistical_office "Direct Investment Survey" publisher IMF
observe fdi_outward_stock DEU->KAZ end-2011 0.25 usd_million by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2012 {} usd_million by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2013 9.9 usd_million by DEU source imf_cdis
observe fdi_outward_stock DEU->KAZ end-2014 12 usd_million by DEU source imf_cdis
)", of_2012));
    return plain_words(world.section(investment_section));
  };
  EXPECT_THAT(words_with("10300"), HasSubstr("10.3 bn USD at the end of 2012, from Germany to Kazakhstan by IMF, stands more than 300 times above what the same source has at the end "
                                             "of 2011 (250 000 USD) and at the end of 2013 (9.9 million USD): one large transaction, or a slip of the source."));
  EXPECT_THAT(words_with("2900"), Not(HasSubstr("300 times")));
}

TEST(Rule18, HubsAreMarked) {
  const Economy world(R"(
pair NLD KAZ
edition 2023-12-31
source imf_cdis statistical_office "CDIS"
coverage imf_cdis fdi_outward_stock 2009..2022
observe fdi_outward_stock NLD->KAZ end-2021 60000 usd_million by NLD source imf_cdis
standing fdi_outward_stock NLD out 2021 value 60000e6 total 5000000e6 rank 0 partners 100 absent 12 why "twelve hosts are confidential" by NLD source imf_cdis
)");
  const std::string words = plain_words(world.section(investment_section));
  EXPECT_THAT(words, HasSubstr("Netherlands hub"));
  EXPECT_THAT(words, HasSubstr("not the ultimate one"));
  EXPECT_THAT(words, HasSubstr("no rank: twelve hosts are confidential"));
  EXPECT_THAT(words, HasSubstr("twelve partners confidential"));
}

TEST(Rule18, CompaniesAreCountedByBasisAndNeverInferred) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source wiki crowd "An article" publisher Encyclopaedia
source page official:DEU "Page" publisher "Foreign Office"
observe affiliates_registered DEU->KAZ undated 1450 companies flags hedge_gt source wiki
observe affiliates_active DEU->KAZ undated 900 companies flags hedge_gt source wiki
observe affiliates_represented DEU->KAZ 2024 400 companies by DEU flags hedge_approx source page
observe fdi_outward_stock DEU->KAZ end-2018 541.585 usd_million by DEU source page
presence company_count DEU->KAZ count 370 place Almaty as_of 2025 basis active source page
presence company DEU->KAZ "Siemens" sector engineering source wiki
presence company DEU->KAZ "Siemens" place Almaty as_of 2025 source page
presence company DEU->KAZ "Knauf" source wiki
)");
  const auto section = world.section(companies_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("about 400"));
  EXPECT_THAT(words, HasSubstr("over 1450"));
  EXPECT_THAT(words, HasSubstr("none is made of another"));
  EXPECT_THAT(words, HasSubstr("Almaty only"));
  EXPECT_THAT(words, HasSubstr("Knauf and Siemens"));
  EXPECT_THAT(words, HasSubstr("Siemens | engineering | Almaty"));
  EXPECT_THAT(words, Not(HasSubstr("541")));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule23, RemittancesCarryTheBadgeOfAModel) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source kn scholarly "Estimates"
observe remittances DEU->KAZ 2021 5 usd_million origin modelled source kn
observe oda_gross_disbursement DEU->KAZ 2019 12 usd_million by DEU source kn
event credit_extended DEU->KAZ 1992 "Export credits" source kn
)");
  const std::string words = plain_words(world.section(finance_section));
  EXPECT_THAT(words, HasSubstr("modelled"));
  EXPECT_THAT(words, HasSubstr("gross: repayments are not taken off"));
  EXPECT_THAT(words, HasSubstr("Export credits (Germany, 1992)"));
  EXPECT_THAT(plain_words(world.section(at_glance_section)), Not(HasSubstr("modelled")));
}

// What the copy of DAC2A lost is said, and nothing is called net; constant prices are named and mixed with nothing.
TEST(Rule14, ACopyThatLostValuesSaysSo) {
  const Economy world(R"(
pair JPN CHN
edition 2025-12-31
source dac statistical_office "DAC2A" publisher OECD
source old statistical_office "A current series" publisher Other
coverage dac oda_gross_disbursement 2009..2022
coverage old oda_gross_disbursement 2009..2022
observe oda_gross_disbursement JPN->CHN 2015 142.2 usd_million by JPN price_base 2022 source dac
observe oda_gross_disbursement JPN->CHN 2022 0.75 usd_million by JPN price_base 2022 source dac
observe oda_gross_disbursement JPN->CHN 2022 3 usd_million by JPN price_base 2022 product "Technical Cooperation" source dac
observe oda_gross_disbursement JPN->CHN 2014 99 usd_million by JPN source old
observe oda_net_disbursement JPN->CHN 2015 suppressed_in_copy USD by JPN price_base 2022 source dac
observe oda_net_disbursement JPN->CHN 2016 suppressed_in_copy USD by JPN price_base 2022 source dac
)");
  const auto section = world.section(finance_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Development aid paid out, Japan to China: 750 000 USD in 2022 (gross: repayments are not taken off; OECD, in prices of 2022)"));
  EXPECT_THAT(words, HasSubstr("99 million USD in 2014 (gross: repayments are not taken off; Other)"));
  EXPECT_THAT(words, HasSubstr("suppressed in this copy 2015 to 2016 (OECD)"));
  EXPECT_THAT(words, Not(HasSubstr("3 million")));  // a part is no total
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule19, LoansAreCommitmentsOfNamedProjects) {
  const Economy world(R"(
pair CHN KAZ
edition 2025-12-31
source aid scholarly "Chinese finance" publisher AidData
coverage aid loan 2000..2017
observe loan CHN->KAZ 2011 3380 usd_million origin compiler variant "Global 1.0 of 2017" note "3 projects" source aid
observe loan CHN->KAZ 2008 7500 usd_million origin compiler flags hedge_ge variant "South and Central Asia 1.0 of 2020" note "2 projects, 1 without an amount" source aid
)");
  const std::string words = plain_words(world.section(finance_section));
  EXPECT_THAT(words, HasSubstr("(3 projects; a commitment is not a disbursement; AidData, Global 1.0 of 2017)"));
  EXPECT_THAT(words, HasSubstr("at least 7.5 bn USD compiler’s estimate in 2008 (2 projects, 1 without an amount"));
  EXPECT_THAT(plain_words(world.section(at_glance_section)), Not(HasSubstr("3.38")));
}

TEST(Rule18, WhatSpecialPurposeEntitiesHoldIsAPart) {
  const Economy world(R"(
pair DEU BRA
edition 2023-12-31
source spe statistical_office "Investment through entities" publisher Compilers
coverage spe fdi_outward_stock 2005..2020
observe fdi_outward_stock DEU->BRA end-2018 zero_or_not_reported USD by DEU product spe variant Eurostat source spe
observe fdi_outward_stock BRA->DEU end-2018 12 usd_million by BRA product spe variant OECD source spe
observe fdi_outward_stock BRA->DEU end-2018 15 usd_million by BRA product spe variant Eurostat source spe
)");
  const auto section = world.section(investment_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Of Brazil’s positions in Germany, through special-purpose entities: 12 million USD at the end of 2018, as OECD publishes it"));
  EXPECT_THAT(words, HasSubstr("15 million USD at the end of 2018, as Eurostat publishes it"));
  EXPECT_THAT(words, Not(HasSubstr("direct investment in Germany")));
  EXPECT_THAT(plain_words(world.section(at_glance_section)), Not(HasSubstr("12 million")));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule19, GoodsAndServicesTogetherAreASeriesOfTheirOwn) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source itpd scholarly "ITPD-E" publisher USITC
coverage itpd goods_services_trade 2000..2016
observe goods_services_trade DEU->KAZ 2016 1318 usd_million origin compiler price_base 2010 source itpd
source plaid scholarly "PLAID" publisher AidData
coverage plaid oda_commitment 1947..2007
observe oda_commitment DEU->KAZ 2007 0.05 usd_million origin compiler price_base 2000 product EBD_GREEN source plaid
)");
  const std::string services = plain_words(world.section(services_section));
  EXPECT_THAT(services, HasSubstr("Goods and services together, Germany to Kazakhstan: 1.32 bn USD"));
  EXPECT_THAT(services, HasSubstr("in 2016 (USITC, in prices of 2010; no state’s own figure, not to be compared with goods alone)"));
  EXPECT_THAT(plain_words(world.section(trade_section)), Not(HasSubstr("1.3")));
  EXPECT_THAT(plain_words(world.section(climate_section)), HasSubstr("(environment broadly defined, coded green by AidData, in prices of 2000; a commitment, not a payment)"));
}

// Samples of a format and data for estimation: no section knows them, whatever they say.
TEST(Rule10, FixturesAndEstimationDataSayNothing) {
  for (const std::string_view role : {"fixture", "estimation"}) {
    const Economy world(fmt::format(R"(
pair DEU KAZ
edition 2025-12-31
source s statistical_office "A sample" publisher Sample role {}
coverage s goods_exports 2000..2022
trade DEU->KAZ 2022 77777 usd_million by DEU fob source s
trade DEU->KAZ 2022 777 usd_million by DEU fob source s product 27 scheme HS note "Mineral fuels"
observe goods_services_trade DEU->KAZ 2016 777 usd_million origin compiler price_base 2010 source s
observe loan DEU->KAZ 2016 777 usd_million source s
observe fdi_outward_stock DEU->KAZ end-2018 777 usd_million by DEU source s
observe fdi_outward_stock DEU->KAZ end-2018 777 usd_million by DEU product spe source s
observe oda_net_disbursement DEU->KAZ 2016 suppressed_in_copy USD by DEU source s
observe oda_commitment DEU->KAZ 2007 777 usd_million price_base 2000 product EBD_GREEN source s
observe migrant_stock_born DEU->KAZ end-2017 777 persons by KAZ source s
)", role));
    const document::Report report = world.dossier();
    EXPECT_THAT(report.facts, IsEmpty()) << role;
    for (auto* make : {at_glance_section, trade_section, products_section, services_section, investment_section, companies_section, finance_section, people_section, climate_section}) {
      const std::string words = plain_words(world.section(make));
      EXPECT_THAT(words, Not(HasSubstr("777"))) << role;
      EXPECT_THAT(words, Not(HasSubstr("Sample"))) << role;
      EXPECT_THAT(words, Not(HasSubstr("suppressed"))) << role;
    }
  }
}

TEST(Economy, EmptySectionsAreGaps) {
  const Economy world("pair NRU BTN\nedition 2025-12-31\n");
  for (auto* make : {products_section, services_section, investment_section, companies_section, finance_section, people_section, climate_section}) {
    EXPECT_TRUE(is_empty(world.section(make)));
  }
}

TEST(Economy, ProductsOfOneSetOfBooksOnly) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source c statistical_office "C"
trade KAZ->DEU 2022 8000 usd_million by DEU cif source c
trade KAZ->DEU 2022 6000 usd_million by DEU cif source c product 27 scheme HS note "Mineral fuels"
trade KAZ->DEU 2021 9999 usd_million by DEU cif source c product 72 scheme HS note "Steel"
)");
  const std::string words = plain_words(world.section(products_section));
  EXPECT_THAT(words, HasSubstr("Mineral fuels (HS 27) | 6 bn USD | 75 %"));
  EXPECT_THAT(words, Not(HasSubstr("Steel")));
}

TEST(Economy, ClimateNamesEachOnesDate) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source t depositary "List"
organization PARIS "Paris Agreement" kind treaty importance 4 coverage_to 2026-01-27
organization GCA "Green Central Asia" kind initiative importance 1
member PARIS DEU from 2016-11-04 kind party source t
member PARIS KAZ from 2017-01-05 kind party source t
event initiative_launched DEU->KAZ 2020-01-28 "Green Central Asia launched" place Berlin source t
)");
  const std::string words = plain_words(world.section(climate_section));
  EXPECT_THAT(words, HasSubstr("Green Central Asia launched, 28 January 2020, Berlin"));
  EXPECT_THAT(words, HasSubstr("Germany since 4 November 2016"));
  EXPECT_THAT(words, HasSubstr("Kazakhstan since 5 January 2017"));
}

// Many treaties of a depositary's list are one sentence and a table, not a page of lines.
TEST(Climate, TreatiesOfAListAreOneSentence) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source t depositary "List"
organization untc:1 "Basel Convention on Hazardous Wastes" kind treaty importance 6 coverage_to 2015-03
organization untc:2 "Kyoto Protocol" kind treaty importance 6 coverage_to 2015-03
organization untc:3 "Vienna Convention for the Protection of the Ozone Layer" kind treaty importance 6 coverage_to 2015-03
organization untc:4 "Convention on biological diversity" kind treaty importance 6 coverage_to 2015-03
organization untc:5 "Convention to Combat Desertification" kind treaty importance 6 coverage_to 2015-03
organization untc:6 "Convention on Persistent Organic Pollutants, pollution" kind treaty importance 6 coverage_to 2015-03
member untc:1 DEU from 1995-04-21 kind party source t
member untc:1 KAZ from 2003-06-03 kind party source t
member untc:2 DEU from 2002-05-31 kind party source t
member untc:2 KAZ from 2009-06-19 kind party source t
member untc:3 DEU from 1988-09-30 kind party source t
member untc:3 KAZ from 1998-08-26 kind party source t
member untc:4 DEU from 1993-12-21 kind party source t
member untc:4 KAZ from 1994-09-06 kind party source t
member untc:5 DEU from 1996-07-10 kind party source t
member untc:5 KAZ from 1997-07-09 kind party source t
member untc:6 DEU from 2002-04-25 kind party source t
trade KAZ->DEU 2017 1 usd_million by DEU source t
trade KAZ->DEU 2018 1 usd_million by DEU source t
trade KAZ->DEU 2019 1 usd_million by DEU source t
trade KAZ->DEU 2020 1 usd_million by DEU source t
trade KAZ->DEU 2021 1 usd_million by DEU source t
trade KAZ->DEU 2022 1 usd_million by DEU source t
)");
  const std::string words = plain_words(world.section(climate_section));
  EXPECT_THAT(words, HasSubstr("Both are listed as party to five treaties on the environment (known to March 2015; who left since is not covered): Kyoto Protocol, Convention on biological diversity, Basel "
                               "Convention on Hazardous Wastes and two others."));
  EXPECT_THAT(words, HasSubstr("Of the two, only Germany is listed as party to the Convention on Persistent Organic Pollutants, pollution."));
}

}  // namespace
}  // namespace comity::dossier
