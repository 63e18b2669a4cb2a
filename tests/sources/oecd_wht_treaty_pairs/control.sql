-- 2,793 pairs; Germany and Kazakhstan 1998: signed in 1997, in force since. One reject: "World aviation bunkers" for a state.
SELECT used + rejected + unwanted = 2793 AND rejected = 1 AND unwanted = 3 FROM ledger l JOIN source_file f ON f.id = l.file WHERE l.source = source_id('oecd_wht_treaty_pairs') AND f.path = 'edges_global_undirected.csv'
SELECT in_force = '1998' AND signed_on IS NULL FROM agreement WHERE source = source_id('oecd_wht_treaty_pairs') AND state_id('DEU') IN (state_a, state_b) AND state_id('KAZ') IN (state_a, state_b)
SELECT whole('oecd_wht_treaty_pairs') = 'COD 4, COG 5, DEU 78, KOR 76, NAM 10, PRK 4, SRB 64, TUR 74, XKX 9'
-- Serbia took over what Yugoslavia concluded: no year before 2006 is its own (rule 6).
SELECT count(*) = 0 FROM agreement WHERE source = source_id('oecd_wht_treaty_pairs') AND state_id('SRB') IN (state_a, state_b) AND in_force < '2006'
-- What names one of them and is no fact: World aviation bunkers, WBA, stands for a state.
SELECT lost('oecd_wht_treaty_pairs') = 1
SELECT lost_because('oecd_wht_treaty_pairs') = '1 unknown state'
-- What the two states date a year or two apart (177 pairs, some of states that took a treaty over and have no year) is dated about.
SELECT in_force = '1982~' FROM agreement WHERE source = source_id('oecd_wht_treaty_pairs') AND state_id('EGY') IN (state_a, state_b) AND state_id('USA') IN (state_a, state_b)
