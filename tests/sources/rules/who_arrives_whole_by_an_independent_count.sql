-- Made by tests/sources/independent/count.py --sql from the publishers' files alone; how each was counted stands above it.
-- abel_cohen_flows: six methods a row; Serbia is called Serbia in all periods, Serbia and Montenegro to 2005.
SELECT 'abel_cohen_flows' AS source, whole('abel_cohen_flows') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('abel_cohen_flows')) AND whole('abel_cohen_flows') <> 'COD 5652, COG 7968, DEU 14640, KOR 10068, NAM 9666, PRK 5868, SRB 2664, TUR 11628, YUG 5358'
-- agtpa: a row with two different codes is one fact.
SELECT 'agtpa' AS source, whole('agtpa') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('agtpa')) AND whole('agtpa') <> 'DEU 2856, KOR 2856, TUR 2856'
-- archigos_4_1: a row is a spell of a leader; numbers are Gleditsch and Ward's, of the year in which it begins.
SELECT 'archigos_4_1' AS source, whole('archigos_4_1') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('archigos_4_1')) AND whole('archigos_4_1') <> 'COD 6, COG 8, DDR 5, DEU 8, DEU_1871 20, KOR 14, NAM 3, PRK 3, SRB 4, TUR 36, XKX 2, YUG 17'
-- cbcr_taxobservatory: the latest year of each company in each country but its own.
SELECT 'cbcr_taxobservatory' AS source, whole('cbcr_taxobservatory') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cbcr_taxobservatory')) AND whole('cbcr_taxobservatory') <> 'COD 6, COG 3, DEU 199, KOR 39, NAM 12, SRB 14, TUR 35, XKX 3'
-- confucius_institutes: an institute: China and its host.
SELECT 'confucius_institutes' AS source, whole('confucius_institutes') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('confucius_institutes')) AND whole('confucius_institutes') <> 'COG 1, DEU 19, KOR 23, NAM 1, PRK 1, SRB 2, TUR 4'
-- cow_trade_4_0: observations only, without the series by number: both flows of a row, and imports and exports of a row of totals; 255 of 1960 to 1989 in the totals is the Federal Republic.
SELECT 'cow_trade_4_0' AS source, whole_observations('cow_trade_4_0') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('cow_trade_4_0')) AND whole_observations('cow_trade_4_0') <> 'COD 14454, COG 15986, DDR 8130, DEU 10040, DEU_1871 4994, KOR 18850, NAM 5708, PRK 15404, SRB 8, TUR 21300, XKX 672, YUG 14036'
-- geodatasource_borders: borders are told from both ends: an unordered pair is one fact, and each country has a number of neighbours.
SELECT 'geodatasource_borders' AS source, whole('geodatasource_borders') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('geodatasource_borders')) AND whole('geodatasource_borders') <> 'COD 10, COG 6, DEU 10, KOR 2, NAM 5, PRK 4, SRB 9, TUR 9'
-- gw_states: a spell of a state in the list to 2017.
SELECT 'gw_states' AS source, whole('gw_states') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('gw_states')) AND whole('gw_states') <> 'COD 1, COG 1, DDR 1, DEU 1, DEU_1871 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 1'
-- imf_cdis: a cell of row and column with a text, but World and an economy with itself; totals of a reporter; the list of reporters' own totals.
SELECT 'imf_cdis' AS source, whole('imf_cdis') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('imf_cdis')) AND whole('imf_cdis') <> 'COD 820, COG 822, DEU 4397, KOR 4286, NAM 829, PRK 738, SRB 2206, TUR 4365, XKX 3864'
-- itpde_r01_aggregated: a row; trade of an economy with itself is none.
SELECT 'itpde_r01_aggregated' AS source, whole('itpde_r01_aggregated') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('itpde_r01_aggregated')) AND whole('itpde_r01_aggregated') <> 'COD 3072, COG 3871, DEU 6470, KOR 6429, NAM 4590, PRK 3605, SRB 3788, TUR 6216'
-- kz_bns_trade: the three figures of a partner in each book and sheet, from the flattened copy.
SELECT 'kz_bns_trade' AS source, whole('kz_bns_trade') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('kz_bns_trade')) AND whole('kz_bns_trade') <> 'COD 24, COG 30, DEU 30, KOR 30, NAM 25, PRK 12, SRB 30, TUR 30'
-- oecd_dac2a: the gross kinds of aid only; each gross total without a net one adds a lost net figure; the OECD's donor Korea is the Republic.
SELECT 'oecd_dac2a' AS source, whole('oecd_dac2a') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_dac2a')) AND whole('oecd_dac2a') <> 'COD 1469, COG 939, DEU 7828, KOR 6413, NAM 1078, PRK 806, SRB 1454, TUR 6613'
-- oecd_student_mobility: a row; the host with itself is none.
SELECT 'oecd_student_mobility' AS source, whole('oecd_student_mobility') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_student_mobility')) AND whole('oecd_student_mobility') <> 'COD 274, COG 274, DEU 1738, KOR 1738, NAM 274, PRK 274, SRB 274, TUR 1738, XKX 44'
-- oecd_wht_treaty_pairs: a pair of the undirected list.
SELECT 'oecd_wht_treaty_pairs' AS source, whole('oecd_wht_treaty_pairs') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('oecd_wht_treaty_pairs')) AND whole('oecd_wht_treaty_pairs') <> 'COD 4, COG 5, DEU 78, KOR 76, NAM 10, PRK 4, SRB 64, TUR 74, XKX 9'
-- paris_agreement: a row of the list.
SELECT 'paris_agreement' AS source, whole('paris_agreement') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('paris_agreement')) AND whole('paris_agreement') <> 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1'
-- passport_index: six snapshots; neither the own passport nor a ban of the pandemic is a rule.
SELECT 'passport_index' AS source, whole('passport_index') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('passport_index')) AND whole('passport_index') <> 'COD 2264, COG 2265, DEU 2159, KOR 1981, NAM 2267, PRK 2265, SRB 2279, TUR 2280, XKX 2268'
-- penppml_trade: a row with two states; SRB before 2006 is Yugoslavia; what the exporters book under Taiwan without meaning it is left out.
SELECT 'penppml_trade' AS source, whole('penppml_trade') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('penppml_trade')) AND whole('penppml_trade') <> 'COD 1775, COG 2869, DDR 777, DEU 4529, KOR 4592, NAM 1705, PRK 1625, SRB 1062, TUR 4522, YUG 3226'
-- pwt_10_01: product, population and exchange rate where the cell is filled.
SELECT 'pwt_10_01' AS source, whole('pwt_10_01') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('pwt_10_01')) AND whole('pwt_10_01') <> 'COD 210, COG 180, DEU 210, KOR 201, NAM 180, SRB 90, TUR 210'
-- reign: a row is a spell of a leader; numbers are the Correlates of War's, Germany by the day, Serbia from the fifth of June 2006.
SELECT 'reign' AS source, whole('reign') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('reign')) AND whole('reign') <> 'COD 7, COG 8, DDR 5, DEU 9, KOR 16, NAM 3, PRK 3, SRB 6, TUR 29, XKX 5, YUG 15'
-- twin_cities: a pair of towns of two states, whichever list names it first; the kingdom's countries are one state; some partners are written region, country.
SELECT 'twin_cities' AS source, whole('twin_cities') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('twin_cities')) AND whole('twin_cities') <> 'COD 8, COG 7, DEU 4034, KOR 565, NAM 18, PRK 13, SRB 493, TUR 1006, XKX 75'
-- un_idealpoints: a row of either file of sessions.
SELECT 'un_idealpoints' AS source, whole('un_idealpoints') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('un_idealpoints')) AND whole('un_idealpoints') <> 'COD 118, COG 118, DDR 34, DEU 94, KOR 58, NAM 60, PRK 58, SRB 28, TUR 146, YUG 104'
-- un_votes: two facts for each pair of states with a common vote in a session, and five of its distribution where four or more states share thirty votes; votes are yes, no and abstain; who votes by the day of the roll call.
SELECT 'un_votes' AS source, whole('un_votes') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('un_votes')) AND whole('un_votes') <> 'COD 19366, COG 19477, DDR 5189, DEU 16379, KOR 10879, NAM 11190, PRK 10863, SRB 5748, TUR 21366, YUG 13403'
-- unctad_bilateral_fdi: a row; net and gross alike; a flow with itself is none; Montenegro within Serbia and Montenegro is none.
SELECT 'unctad_bilateral_fdi' AS source, whole('unctad_bilateral_fdi') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unctad_bilateral_fdi')) AND whole('unctad_bilateral_fdi') <> 'COD 504, COG 372, DEU 6806, KOR 4716, NAM 444, PRK 192, SRB 1190, TUR 3410, YUG 835'
-- unctad_trade_matrix: a row; names have lost their blanks.
SELECT 'unctad_trade_matrix' AS source, whole('unctad_trade_matrix') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unctad_trade_matrix')) AND whole('unctad_trade_matrix') <> 'COD 548, COG 583, DEU 1265, KOR 1173, NAM 806, PRK 651, SRB 323, TUR 1122, YUG 500'
-- unhcr_refugees: refugees, asylum seekers and others in need where the cell is a number and the row has people of any of the three; SRB before 2006 is Yugoslavia.
SELECT 'unhcr_refugees' AS source, whole('unhcr_refugees') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('unhcr_refugees')) AND whole('unhcr_refugees') <> 'COD 6822, COG 4538, DEU 8042, KOR 2608, NAM 1376, PRK 648, SRB 2358, TUR 5216, YUG 1410'
-- wb_gdp: a row with a value; codes of the World Bank, by today's states.
SELECT 'wb_gdp' AS source, whole('wb_gdp') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('wb_gdp')) AND whole('wb_gdp') <> 'COD 32, COG 64, DEU 64, KOR 64, NAM 44, SRB 31, TUR 64, XKX 16'
-- wb_population: a row with a value; codes of the World Bank, by today's states.
SELECT 'wb_population' AS source, whole('wb_population') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('wb_population')) AND whole('wb_population') <> 'COD 65, COG 65, DEU 65, KOR 65, NAM 65, PRK 65, SRB 65, TUR 65, XKX 65'
-- wits_trade_summary: exports, imports and two tariffs of all products with the world, a filled cell a fact; Serbia's file says Serbia and Montenegro to 2005.
SELECT 'wits_trade_summary' AS source, whole('wits_trade_summary') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('wits_trade_summary')) AND whole('wits_trade_summary') <> 'COG 38, DEU 56, KOR 106, NAM 56, SRB 34, TUR 94, YUG 26'
-- worldbank_bilateral_migration: a filled cell of each matrix.
SELECT 'worldbank_bilateral_migration' AS source, whole('worldbank_bilateral_migration') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('worldbank_bilateral_migration')) AND whole('worldbank_bilateral_migration') <> 'COD 848, COG 848, DEU 848, KOR 848, NAM 848, PRK 848, SRB 848, TUR 848, XKX 847'
