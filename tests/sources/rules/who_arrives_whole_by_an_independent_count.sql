-- Made by tests/sources/independent/count.py --sql from the publishers' files alone; how each was counted stands above it.
-- aa_missions_2016: a post of either list; delegations to organisations, the Order of Malta's and the ministry of Palau are none.
SELECT 'aa_missions_2016' AS source, whole('aa_missions_2016') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('aa_missions_2016')) AND whole('aa_missions_2016') <> 'COD 4, COG 3, DEU 751, KOR 4, NAM 2, PRK 2, SRB 2, TUR 13, XKX 2'
-- abel_cohen_flows: six methods a row; Serbia is called Serbia in all periods, Serbia and Montenegro to 2005.
SELECT 'abel_cohen_flows' AS source, whole('abel_cohen_flows') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('abel_cohen_flows')) AND whole('abel_cohen_flows') <> 'COD 5652, COG 7968, DEU 14640, KOR 10068, NAM 9666, PRK 5868, SRB 2664, TUR 11628, YUG 5358'
-- agtpa: a row with two different codes is one fact.
SELECT 'agtpa' AS source, whole('agtpa') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('agtpa')) AND whole('agtpa') <> 'DEU 2856, KOR 2856, TUR 2856'
-- aiddata: loans and export credits recommended for research, not umbrellas nor of several recipients: a recipient, year and kind of a book is a figure; the book on Central and South Asia has none of them.
SELECT 'aiddata' AS source, whole('aiddata') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('aiddata')) AND whole('aiddata') <> 'COD 3, COG 10, NAM 6, SRB 5, TUR 2'
-- aiddata_iati: a recipient's activity of one title and first day; the three recipients are none of these.
SELECT 'aiddata_iati' AS source, whole('aiddata_iati') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('aiddata_iati')) AND whole('aiddata_iati') <> ''
-- archigos_4_1: a row is a spell of a leader; numbers are Gleditsch and Ward's, of the year in which it begins.
SELECT 'archigos_4_1' AS source, whole('archigos_4_1') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('archigos_4_1')) AND whole('archigos_4_1') <> 'COD 6, COG 8, DDR 5, DEU 8, DEU_1871 20, KOR 14, NAM 3, PRK 3, SRB 4, TUR 36, XKX 2, YUG 17'
-- baci_sample: a row of one of the two exporters that the sample has.
SELECT 'baci_sample' AS source, whole('baci_sample') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('baci_sample')) AND whole('baci_sample') <> 'COD 1514, COG 491, DEU 1214, KOR 483, NAM 2305, PRK 9, SRB 151, TUR 463'
-- cbcr_taxobservatory: the latest year of each company in each country but its own.
SELECT 'cbcr_taxobservatory' AS source, whole('cbcr_taxobservatory') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cbcr_taxobservatory')) AND whole('cbcr_taxobservatory') <> 'COD 6, COG 3, DEU 199, KOR 39, NAM 12, SRB 14, TUR 35, XKX 3'
-- ceias_chinese_leader_travel: a row of the workbook with a year, a name and a country: China and its host.
SELECT 'ceias_chinese_leader_travel' AS source, whole('ceias_chinese_leader_travel') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('ceias_chinese_leader_travel')) AND whole('ceias_chinese_leader_travel') <> 'COD 1, COG 2, DDR 1, DEU 13, KOR 9, NAM 2, PRK 18, SRB 2, TUR 5, YUG 2'
-- central_asia_national_trade: a cell of a year in a named row of the Kyrgyz books, with a figure or a dash; fourteen years of each code of the Uzbek ones; of Armenia three figures of a year that is told whole and of January 2023.
SELECT 'central_asia_national_trade' AS source, whole('central_asia_national_trade') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('central_asia_national_trade')) AND whole('central_asia_national_trade') <> 'COD 73, COG 100, DEU 109, KOR 109, NAM 43, PRK 109, SRB 109, TUR 109'
-- cepii_geodist: of a pair eleven measures that are the same both ways and one each way; its own distance, and area, coast and each city of the second table.
SELECT 'cepii_geodist' AS source, whole('cepii_geodist') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cepii_geodist')) AND whole('cepii_geodist') <> 'COD 2903, COG 2903, DEU 2904, KOR 2903, NAM 2903, PRK 2903, TUR 2904, YUG 2903'
-- cepii_gravity_v202211_labels: a country with a first or a last year, of the year that it names.
SELECT 'cepii_gravity_v202211_labels' AS source, whole('cepii_gravity_v202211_labels') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cepii_gravity_v202211_labels')) AND whole('cepii_gravity_v202211_labels') <> 'DDR 1, DEU 2, SRB 1, YUG 2'
-- cia_factbook: a border that a profile names, told of both; a person who is chief of state or head of government, or both, by the text before the first bracket.
SELECT 'cia_factbook' AS source, whole('cia_factbook') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cia_factbook')) AND whole('cia_factbook') <> 'COD 20, COG 12, DEU 20, KOR 4, NAM 9, PRK 8, SRB 18, TUR 17, XKX 10'
-- cldr: a language of a territory with its share, and a currency that is or was legal tender there, in each of its spans, by the two letters of the territory.
SELECT 'cldr' AS source, whole('cldr') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cldr')) AND whole('cldr') <> 'COD 11, COG 3, DDR 1, DEU 27, KOR 4, NAM 10, PRK 2, SRB 11, TUR 28, XKX 7, YUG 5'
-- comtrade_samples: a row of two different states; of the world only the reporter.
SELECT 'comtrade_samples' AS source, whole('comtrade_samples') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('comtrade_samples')) AND whole('comtrade_samples') <> 'COD 248, COG 322, DEU 14495, KOR 1277, NAM 296, PRK 34, SRB 2498, TUR 2899'
-- confucius_institutes: an institute: China and its host.
SELECT 'confucius_institutes' AS source, whole('confucius_institutes') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('confucius_institutes')) AND whole('confucius_institutes') <> 'COG 1, DEU 19, KOR 23, NAM 1, PRK 1, SRB 2, TUR 4'
-- country_codes: a capital a country; Kosovo is not in the list.
SELECT 'country_codes' AS source, whole('country_codes') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('country_codes')) AND whole('country_codes') <> 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1'
-- countrycode: a territory with the year from which it is one; none of them is among these.
SELECT 'countrycode' AS source, whole('countrycode') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('countrycode')) AND whole('countrycode') <> ''
-- cow_colonial_contiguity: a spell through two dependencies in each of its years, two counts of a pair in a year and two of a state; what 255 and 260 both say of 1990 once.
SELECT 'cow_colonial_contiguity' AS source, whole('cow_colonial_contiguity') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_colonial_contiguity')) AND whole('cow_colonial_contiguity') <> 'COD 180, COG 159, DDR 74, DEU 124, DEU_1871 1636, KOR 136, NAM 54, PRK 138, SRB 22, TUR 1718, XKX 18, YUG 170'
-- cow_contiguity: a spell of two neighbours, each by its number on the first day.
SELECT 'cow_contiguity' AS source, whole('cow_contiguity') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_contiguity')) AND whole('cow_contiguity') <> 'COD 10, COG 5, DDR 6, DEU 17, DEU_1871 16, KOR 4, NAM 4, PRK 4, SRB 1, TUR 34, XKX 4, YUG 16'
-- cow_igo_v3: a run of years of one status (full, associate, observer) in an organisation, once more as a membership of the state for 44 of them, and a run of years in which the table has the state.
SELECT 'cow_igo_v3' AS source, whole('cow_igo_v3') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_igo_v3')) AND whole('cow_igo_v3') <> 'COD 125, COG 129, DDR 46, DEU 174, DEU_1871 62, KOR 119, NAM 91, PRK 50, SRB 37, TUR 156, XKX 7, YUG 186'
-- cow_nmc: a run of years with one value of each of seven measures.
SELECT 'cow_nmc' AS source, whole('cow_nmc') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_nmc')) AND whole('cow_nmc') <> 'COD 352, COG 329, DDR 244, DEU 464, DEU_1871 495, KOR 487, NAM 160, PRK 439, SRB 100, TUR 1180, XKX 55, YUG 572'
-- cow_states: a spell of a state by its first and its last day, told once by both packagings, and a great power by its last day.
SELECT 'cow_states' AS source, whole('cow_states') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_states')) AND whole('cow_states') <> 'COD 1, COG 1, DDR 1, DEU 3, DEU_1871 3, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 2'
-- cow_territorial_change: a transfer by who gained and who lost, by the holder of the number in most of the year, once where they are one; a span of an entity, by the number's holder at its end, under another, by that at its beginning, where both are in the list of states.
SELECT 'cow_territorial_change' AS source, whole('cow_territorial_change') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_territorial_change')) AND whole('cow_territorial_change') <> 'COD 2, COG 2, DDR 3, DEU 7, DEU_1871 84, KOR 3, NAM 7, PRK 3, SRB 2, TUR 63, XKX 1, YUG 16'
-- cow_trade_4_0: observations only, without the series by number: both flows of a row, and imports and exports of a row of totals; 255 of 1960 to 1989 in the totals is the Federal Republic.
SELECT 'cow_trade_4_0' AS source, whole_observations('cow_trade_4_0') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_trade_4_0')) AND whole_observations('cow_trade_4_0') <> 'COD 14454, COG 15986, DDR 8130, DEU 10040, DEU_1871 4994, KOR 18850, NAM 5708, PRK 15404, SRB 8, TUR 21300, XKX 672, YUG 14036'
-- cow_wars: two states on opposite sides on common days of a phase of a war; a state, or both, in a war outside; a state in a war within.
SELECT 'cow_wars' AS source, whole('cow_wars') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_wars')) AND whole('cow_wars') <> 'COD 8, COG 2, DEU 2, DEU_1871 37, KOR 4, PRK 14, TUR 78, YUG 14'
-- database_of_embassies: a post where it stands, but an embassy that is accredited to others only, and an embassy in each further country of its district; an embassy of which nothing but the name is told is none, nor are two consulates of the treaty ports.
SELECT 'database_of_embassies' AS source, whole('database_of_embassies') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('database_of_embassies')) AND whole('database_of_embassies') <> 'COD 87, COG 82, DEU 431, KOR 211, NAM 140, PRK 100, SRB 345, TUR 387, XKX 84'
-- desta_02_02: a pair of members of a base treaty or an accession, or of two consolidations for pairs that have no other row; West Germany is the Federal Republic.
SELECT 'desta_02_02' AS source, whole('desta_02_02') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('desta_02_02')) AND whole('desta_02_02') <> 'COD 338, COG 222, DDR 1, DEU 607, KOR 144, NAM 259, PRK 47, SRB 50, TUR 116, XKX 42, YUG 85'
-- eurostat_comext_extracts: a month of a state's exports or imports, told once; the euro area's and the Union's own are none.
SELECT 'eurostat_comext_extracts' AS source, whole('eurostat_comext_extracts') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('eurostat_comext_extracts')) AND whole('eurostat_comext_extracts') <> 'DEU 476'
-- fixest_trade: a row; sellers and buyers are fifteen states of the European Union.
SELECT 'fixest_trade' AS source, whole('fixest_trade') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('fixest_trade')) AND whole('fixest_trade') <> 'DEU 5569'
-- gdelt_sample: an event of actors of two different states, told once a day; codes of regions and blocs are none.
SELECT 'gdelt_sample' AS source, whole('gdelt_sample') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('gdelt_sample')) AND whole('gdelt_sample') <> 'DEU 11, KOR 8, NAM 2, PRK 6, TUR 19'
-- gef_projects: a state and first year with a project that is not cancelled and has an amount.
SELECT 'gef_projects' AS source, whole('gef_projects') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('gef_projects')) AND whole('gef_projects') <> 'COD 3, COG 2, SRB 3, TUR 4'
-- gem_asia_gas: a pipeline of several countries: its first with each that follows.
SELECT 'gem_asia_gas' AS source, whole('gem_asia_gas') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('gem_asia_gas')) AND whole('gem_asia_gas') <> 'DEU 1, KOR 1, PRK 1, TUR 2'
-- geodatasource_borders: borders are told from both ends: an unordered pair is one fact, and each country has a number of neighbours.
SELECT 'geodatasource_borders' AS source, whole('geodatasource_borders') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('geodatasource_borders')) AND whole('geodatasource_borders') <> 'COD 10, COG 6, DEU 10, KOR 2, NAM 5, PRK 4, SRB 9, TUR 9'
-- gleif_lei: an active consolidation of two banks whose codes name one state each; a child and parents of one state once.
SELECT 'gleif_lei' AS source, whole('gleif_lei') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('gleif_lei')) AND whole('gleif_lei') <> 'DEU 4, SRB 3, XKX 2'
-- gw_states: a spell of a state in the list to 2017.
SELECT 'gw_states' AS source, whole('gw_states') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('gw_states')) AND whole('gw_states') <> 'COD 1, COG 1, DDR 1, DEU 1, DEU_1871 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 1'
-- icews_sample: a coded event of two different countries, told once a day.
SELECT 'icews_sample' AS source, whole('icews_sample') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('icews_sample')) AND whole('icews_sample') <> 'COD 2, COG 2, DEU 46, KOR 50, PRK 73, SRB 1, TUR 15'
-- icow_colonial_history: an independence with its month, but of what was only formed, and its colonial ruler where it is another state.
SELECT 'icow_colonial_history' AS source, whole('icow_colonial_history') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('icow_colonial_history')) AND whole('icow_colonial_history') <> 'COD 2, COG 2, DDR 1, DEU 1, DEU_1871 1, KOR 2, NAM 2, PRK 2, TUR 21, XKX 2'
-- ictd_tax_treaties: a treaty of the first list told once of its two sides, all its versions together; one of the second list that has ended and is not in the first.
SELECT 'ictd_tax_treaties' AS source, whole('ictd_tax_treaties') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('ictd_tax_treaties')) AND whole('ictd_tax_treaties') <> 'COD 16, COG 20, DEU 102, KOR 51, NAM 13, PRK 15, SRB 25, TUR 49, XKX 20, YUG 7'
-- ieadb: a party of a treaty of many in each of its spells, signed or bound; a treaty of two listed states, both of whom the list names.
SELECT 'ieadb' AS source, whole('ieadb') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('ieadb')) AND whole('ieadb') <> 'COD 58, COG 68, DEU 367, DEU_1871 3, KOR 119, NAM 71, PRK 39, SRB 88, TUR 115, YUG 69'
-- imf_cdis: a cell of row and column with a text, but World and an economy with itself; totals of a reporter; the list of reporters' own totals.
SELECT 'imf_cdis' AS source, whole('imf_cdis') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('imf_cdis')) AND whole('imf_cdis') <> 'COD 820, COG 822, DEU 4397, KOR 4286, NAM 829, PRK 738, SRB 2206, TUR 4365, XKX 3864'
-- isard: a run of one value of a measure in either list of states, a spell of either list, and a spell again of the states that it names.
SELECT 'isard' AS source, whole('isard') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('isard')) AND whole('isard') <> 'COD 1089, COG 1061, DDR 612, DEU 1129, DEU_1871 1058, KOR 1285, NAM 561, PRK 1151, SRB 270, TUR 3091, XKX 253, YUG 1412'
-- isd_2_2: a spell by its first and its last day, told alike by three copies of the list.
SELECT 'isd_2_2' AS source, whole('isd_2_2') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('isd_2_2')) AND whole('isd_2_2') <> 'COD 1, COG 1, DDR 1, DEU 2, DEU_1871 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 2'
-- itpde_r01_aggregated: a row; trade of an economy with itself is none.
SELECT 'itpde_r01_aggregated' AS source, whole('itpde_r01_aggregated') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('itpde_r01_aggregated')) AND whole('itpde_r01_aggregated') <> 'COD 3072, COG 3871, DEU 6470, KOR 6429, NAM 4590, PRK 3605, SRB 3788, TUR 6216'
-- kdiplo_korea_ties: a year of relations made, cut or resumed of each Korea with a state, the break with a state that came to an end left out; and what 2025 says of a state that the years do not.
SELECT 'kdiplo_korea_ties' AS source, whole('kdiplo_korea_ties') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('kdiplo_korea_ties')) AND whole('kdiplo_korea_ties') <> 'COD 2, COG 4, DDR 1, DEU 2, KOR 223, NAM 2, PRK 233, SRB 2, TUR 2, XKX 2, YUG 4'
-- kz_bns_trade: the three figures of a partner in each book and sheet, from the flattened copy.
SELECT 'kz_bns_trade' AS source, whole('kz_bns_trade') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('kz_bns_trade')) AND whole('kz_bns_trade') <> 'COD 24, COG 30, DEU 30, KOR 30, NAM 25, PRK 12, SRB 30, TUR 30'
-- manystates: a spell of one of three lists with a day; of the oldest lists what ended before 1945 is none, an eighteen hundred years old date and spells from edge to edge neither.
SELECT 'manystates' AS source, whole('manystates') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('manystates')) AND whole('manystates') <> 'COD 2, COG 2, DDR 3, DEU 3, DEU_1871 1, KOR 2, NAM 2, PRK 3, SRB 2, TUR 2, XKX 3, YUG 4'
-- manytreaties: a state in a treaty with a day of its own that begins before it ends; the list's codes for the German Democratic Republic, Kosovo and Serbia and Montenegro.
SELECT 'manytreaties' AS source, whole('manytreaties') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('manytreaties')) AND whole('manytreaties') <> 'COD 292, COG 415, DDR 19, DEU 884, KOR 428, NAM 353, PRK 292, SRB 362, TUR 486, XKX 75, YUG 116'
-- mledoze_countries: three measures of a country, a capital of its list, and a border told once for both.
SELECT 'mledoze_countries' AS source, whole('mledoze_countries') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('mledoze_countries')) AND whole('mledoze_countries') <> 'COD 13, COG 9, DEU 13, KOR 5, NAM 8, PRK 7, SRB 12, TUR 12, XKX 8'
-- natural_earth: a capital, which both sizes of the map place alike or not.
SELECT 'natural_earth' AS source, whole('natural_earth') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('natural_earth')) AND whole('natural_earth') <> 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1'
-- nuclear_cooperation_agreements: an agreement in its year, the one that both directions tell once; rows whose number and name are two states, in Germany's rows Romania, Ireland, France and the Russia of 1991, are none.
SELECT 'nuclear_cooperation_agreements' AS source, whole('nuclear_cooperation_agreements') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('nuclear_cooperation_agreements')) AND whole('nuclear_cooperation_agreements') <> 'DDR 15, DEU 233, KOR 64, PRK 8, TUR 8, YUG 40'
-- oecd_dac2a: the gross kinds of aid only; each gross total without a net one adds a lost net figure; the OECD's donor Korea is the Republic.
SELECT 'oecd_dac2a' AS source, whole('oecd_dac2a') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_dac2a')) AND whole('oecd_dac2a') <> 'COD 1469, COG 939, DEU 7828, KOR 6413, NAM 1078, PRK 806, SRB 1454, TUR 6613'
-- oecd_eurostat_fdi: a filled cell of one of the four publishers in million dollars, but of a home in itself.
SELECT 'oecd_eurostat_fdi' AS source, whole('oecd_eurostat_fdi') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_eurostat_fdi')) AND whole('oecd_eurostat_fdi') <> 'COG 179, DEU 96, NAM 178, SRB 24'
-- oecd_student_mobility: a row; the host with itself is none.
SELECT 'oecd_student_mobility' AS source, whole('oecd_student_mobility') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_student_mobility')) AND whole('oecd_student_mobility') <> 'COD 274, COG 274, DEU 1738, KOR 1738, NAM 274, PRK 274, SRB 274, TUR 1738, XKX 44'
-- oecd_wht_treaty_pairs: a pair of the undirected list.
SELECT 'oecd_wht_treaty_pairs' AS source, whole('oecd_wht_treaty_pairs') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_wht_treaty_pairs')) AND whole('oecd_wht_treaty_pairs') <> 'COD 4, COG 5, DEU 78, KOR 76, NAM 10, PRK 4, SRB 64, TUR 74, XKX 9'
-- opentraveldata: a directed pair of states with a flight between airports; an airport whose country the list of places has, Pristina in Kosovo, and Astana's, Beijing's and others' younger codes.
SELECT 'opentraveldata' AS source, whole('opentraveldata') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('opentraveldata')) AND whole('opentraveldata') <> 'COD 35, COG 23, DEU 193, KOR 98, NAM 9, SRB 74, TUR 224, XKX 24'
-- paris_agreement: a row of the list.
SELECT 'paris_agreement' AS source, whole('paris_agreement') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('paris_agreement')) AND whole('paris_agreement') <> 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1'
-- passport_index: six snapshots; neither the own passport nor a ban of the pandemic is a rule.
SELECT 'passport_index' AS source, whole('passport_index') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('passport_index')) AND whole('passport_index') <> 'COD 2264, COG 2265, DEU 2159, KOR 1981, NAM 2267, PRK 2265, SRB 2279, TUR 2280, XKX 2268'
-- peacesciencer: a run of years of a pledge, a distance and each measure of a dispute, of both states of the pair; a span of a capital (latitude and longitude), of a great power, of a border, of a rivalry and of each kind of rivalry.
SELECT 'peacesciencer' AS source, whole('peacesciencer') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('peacesciencer')) AND whole('peacesciencer') <> 'COD 1954, COG 1067, DDR 902, DEU 1825, DEU_1871 5747, KOR 2167, NAM 759, PRK 2796, SRB 332, TUR 7552, XKX 383, YUG 5727'
-- penppml_trade: a row with two states; SRB before 2006 is Yugoslavia; what the exporters book under Taiwan without meaning it is left out.
SELECT 'penppml_trade' AS source, whole('penppml_trade') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('penppml_trade')) AND whole('penppml_trade') <> 'COD 1775, COG 2869, DDR 777, DEU 4529, KOR 4592, NAM 1705, PRK 1625, SRB 1062, TUR 4522, YUG 3226'
-- plaid_environmental_aid: a code of a donor's commitments to a recipient in a year before 2008; Korea is the Republic, Serbia before 2006 is Yugoslavia, which is none after it; banks, agencies and regions are none.
SELECT 'plaid_environmental_aid' AS source, whole('plaid_environmental_aid') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('plaid_environmental_aid')) AND whole('plaid_environmental_aid') <> 'COD 880, COG 456, DEU 7558, KOR 4531, NAM 688, PRK 255, SRB 114, TUR 707, XKX 69, YUG 446'
-- pwt_10_01: product, population and exchange rate where the cell is filled.
SELECT 'pwt_10_01' AS source, whole('pwt_10_01') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('pwt_10_01')) AND whole('pwt_10_01') <> 'COD 210, COG 180, DEU 210, KOR 201, NAM 180, SRB 90, TUR 210'
-- reign: a row is a spell of a leader; numbers are the Correlates of War's, Germany by the day, Serbia from the fifth of June 2006.
SELECT 'reign' AS source, whole('reign') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('reign')) AND whole('reign') <> 'COD 7, COG 8, DDR 5, DEU 9, KOR 16, NAM 3, PRK 3, SRB 6, TUR 29, XKX 5, YUG 15'
-- tfdd: a treaty of two signatories told of both, one of more a membership of each; the list's own spellings; a treaty is told once for all states of its basin, Congo alone is neither.
SELECT 'tfdd' AS source, whole('tfdd') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('tfdd')) AND whole('tfdd') <> 'COD 3, DDR 1, DEU 40, DEU_1871 14, KOR 2, NAM 13, PRK 5, TUR 10, YUG 33'
-- twin_cities: a pair of towns of two states, whichever list names it first; the kingdom's countries are one state; some partners are written region, country.
SELECT 'twin_cities' AS source, whole('twin_cities') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('twin_cities')) AND whole('twin_cities') <> 'COD 8, COG 7, DEU 4034, KOR 565, NAM 18, PRK 13, SRB 493, TUR 982, XKX 75'
-- ucdp_acd: two states' armed conflict by its number, sides and first day, whatever its years.
SELECT 'ucdp_acd' AS source, whole('ucdp_acd') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('ucdp_acd')) AND whole('ucdp_acd') <> 'KOR 1, PRK 1, TUR 1'
-- un_idealpoints: a row of either file of sessions.
SELECT 'un_idealpoints' AS source, whole('un_idealpoints') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('un_idealpoints')) AND whole('un_idealpoints') <> 'COD 118, COG 118, DDR 34, DEU 94, KOR 58, NAM 60, PRK 58, SRB 28, TUR 146, YUG 104'
-- un_votes: two facts for each pair of states with a common vote in a session, and five of its distribution where four or more states share thirty votes; votes are yes, no and abstain; who votes by the day of the roll call.
SELECT 'un_votes' AS source, whole('un_votes') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('un_votes')) AND whole('un_votes') <> 'COD 19366, COG 19477, DDR 5189, DEU 16379, KOR 10879, NAM 11190, PRK 10863, SRB 5748, TUR 21366, YUG 13403'
-- unctad_bilateral_fdi: a row; net and gross alike; a flow with itself is none; Montenegro within Serbia and Montenegro is none.
SELECT 'unctad_bilateral_fdi' AS source, whole('unctad_bilateral_fdi') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unctad_bilateral_fdi')) AND whole('unctad_bilateral_fdi') <> 'COD 504, COG 372, DEU 6806, KOR 4716, NAM 444, PRK 192, SRB 1190, TUR 3410, YUG 835'
-- unctad_iia: a pair of states that are parties of one treaty; Belgium and Luxembourg through their union, groups and the treaty of the European Union with the south of Africa are none; Serbia before June 2006 is Yugoslavia.
SELECT 'unctad_iia' AS source, whole('unctad_iia') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unctad_iia')) AND whole('unctad_iia') <> 'COD 21, COG 18, DEU 155, KOR 169, NAM 15, PRK 24, SRB 19, TUR 162, YUG 47'
-- unctad_trade_matrix: a row; names have lost their blanks.
SELECT 'unctad_trade_matrix' AS source, whole('unctad_trade_matrix') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unctad_trade_matrix')) AND whole('unctad_trade_matrix') <> 'COD 548, COG 583, DEU 1265, KOR 1173, NAM 806, PRK 651, SRB 323, TUR 1122, YUG 500'
-- undesa_migrant_stock: a figure of two states in either revision, of the older one only where it is not nought, and seven totals of a host; regions and the Channel Islands are none.
SELECT 'undesa_migrant_stock' AS source, whole('undesa_migrant_stock') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('undesa_migrant_stock')) AND whole('undesa_migrant_stock') <> 'COD 988, COG 977, DEU 3619, KOR 1587, NAM 1637, PRK 993, SRB 1646, TUR 2657'
-- unhcr_refugees: refugees, asylum seekers and others in need where the cell is a number and the row has people of any of the three; SRB before 2006 is Yugoslavia.
SELECT 'unhcr_refugees' AS source, whole('unhcr_refugees') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unhcr_refugees')) AND whole('unhcr_refugees') <> 'COD 7354, COG 4733, DEU 8096, KOR 2608, NAM 1472, PRK 649, SRB 2490, TUR 5299, YUG 1641'
-- untc_multilateral: a participant of a treaty with a day of signature or consent, by its name of 2015.
SELECT 'untc_multilateral' AS source, whole('untc_multilateral') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('untc_multilateral')) AND whole('untc_multilateral') <> 'COD 101, COG 103, DEU 187, KOR 126, NAM 69, PRK 51, SRB 171, TUR 130'
-- us_diplomatic_events: an event of the United States and a state by the list's name of it, once a year and event; a post moved and a state's end are none, nor the Reich's recognition before there was one.
SELECT 'us_diplomatic_events' AS source, whole('us_diplomatic_events') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('us_diplomatic_events')) AND whole('us_diplomatic_events') <> 'COD 2, COG 5, DDR 2, DEU 3, DEU_1871 6, KOR 2, NAM 2, TUR 6, XKX 2, YUG 6'
-- us_leader_travel: a row of the two tables of travel; Germany is the Reich to 1945 and nobody under occupation, Serbia before 2006 Yugoslavia, what stands in brackets is a place; an exact repetition is none.
SELECT 'us_leader_travel' AS source, whole('us_leader_travel') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('us_leader_travel')) AND whole('us_leader_travel') <> 'COD 7, DDR 2, DEU 166, DEU_1871 2, KOR 69, NAM 1, PRK 4, SRB 3, TUR 51, XKX 3, YUG 19'
-- us_mission_status: a span of a rank that is not None, of the state that held the number on its last day.
SELECT 'us_mission_status' AS source, whole('us_mission_status') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('us_mission_status')) AND whole('us_mission_status') <> 'COD 1, COG 2, DDR 1, DEU 2, DEU_1871 3, KOR 1, NAM 1, SRB 1, TUR 3, XKX 1, YUG 4'
-- wb_gdp: a row with a value; codes of the World Bank, by today's states.
SELECT 'wb_gdp' AS source, whole('wb_gdp') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('wb_gdp')) AND whole('wb_gdp') <> 'COD 32, COG 64, DEU 64, KOR 64, NAM 44, SRB 31, TUR 64, XKX 16'
-- wb_population: a row with a value; codes of the World Bank, by today's states.
SELECT 'wb_population' AS source, whole('wb_population') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('wb_population')) AND whole('wb_population') <> 'COD 65, COG 65, DEU 65, KOR 65, NAM 65, PRK 65, SRB 65, TUR 65, XKX 65'
-- web_statements_deu_kaz: nobody: the statements stand among the curated facts.
SELECT 'web_statements_deu_kaz' AS source, whole('web_statements_deu_kaz') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('web_statements_deu_kaz')) AND whole('web_statements_deu_kaz') <> ''
-- wits_trade_summary: exports, imports and two tariffs of all products with the world, a filled cell a fact; Serbia's file says Serbia and Montenegro to 2005.
SELECT 'wits_trade_summary' AS source, whole('wits_trade_summary') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('wits_trade_summary')) AND whole('wits_trade_summary') <> 'COG 38, DEU 56, KOR 106, NAM 56, SRB 34, TUR 94, YUG 26'
-- worldbank_bilateral_migration: a filled cell of each matrix.
SELECT 'worldbank_bilateral_migration' AS source, whole('worldbank_bilateral_migration') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('worldbank_bilateral_migration')) AND whole('worldbank_bilateral_migration') <> 'COD 848, COG 848, DEU 848, KOR 848, NAM 848, PRK 848, SRB 848, TUR 848, XKX 847'
