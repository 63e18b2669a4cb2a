-- One profile per file, named by its GEC code (gm is Germany, ch China, au Austria). Each profile measures its own borders.
CREATE MACRO edition_day() AS DATE '2026-02-01';
CREATE MACRO without_entities(t) AS replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
  '&nbsp;', ' '), '&amp;', '&'), '&rsquo;', '’'), '&eacute;', 'é'), '&Eacute;', 'É'), '&iacute;', 'í'), '&Iacute;', 'Í'), '&aacute;', 'á'), '&Aacute;', 'Á'),
  '&oacute;', 'ó'), '&Oacute;', 'Ó'), '&uacute;', 'ú'), '&Uacute;', 'Ú'), '&ntilde;', 'ñ'), '&Ntilde;', 'Ñ'), '&ccedil;', 'ç'), '&egrave;', 'è');
CREATE MACRO plain_text(t) AS trim(regexp_replace(replace(without_entities(regexp_replace(t, '<[^>]*>', ' ', 'g')), chr(160), ' '), '\s+', ' ', 'g'));

CREATE TEMP TABLE profile AS
SELECT *, upper(regexp_extract(member, '([a-z]{2})\.json$', 1)) AS gec, state_by_code('gec', gec, edition_day()) AS state FROM read_json_records('profiles');

-- "Spain (Ceuta) 8 km and Spain (Melilla) 10.5 km": parts of one border add up. A remark in brackets behind a length is none.
CREATE TEMP TABLE border AS
SELECT _file, _record, gec, state, trim(regexp_replace(neighbour, '\s*\([^)]*\)\s*$', '')) AS neighbour, sum(number(replace(km, ',', ''))) AS km
FROM (SELECT *, unnest(regexp_extract_all(text, '(?:^|[;,]|\band\b)\s*([^;0-9]+?) ([0-9][0-9,.]*) km', 1)) AS neighbour,
             unnest(regexp_extract_all(text, '(?:^|[;,]|\band\b)\s*([^;0-9]+?) ([0-9][0-9,.]*) km', 2)) AS km
      FROM (SELECT *, regexp_replace(plain_text(borders), 'km \([^)]*\)', 'km', 'g') AS text FROM profile WHERE state IS NOT NULL))
GROUP BY ALL;

CREATE VIEW observation AS
SELECT 'border_km' AS indicator, least(state, other) AS from_state, greatest(state, other) AS to_state, DATE '2026-02-01' AS period_start, 0 AS period_months,
       'as the profile of ' || state_name_of(state) || ' gives it' AS variant, km AS value, 'km' AS unit, 'compiler' AS origin, _file, _record, 'borders' AS _col,
       CASE WHEN unknown_state(other, neighbour) IS NOT NULL THEN unknown_state(other, neighbour) WHEN km IS NULL THEN 'no length of the border with ' || neighbour
            WHEN other = state THEN 'a state with itself' END AS _reject, no_state(other, neighbour) AS _unwanted
FROM (SELECT *, state_by_name(neighbour, edition_day()) AS other FROM border);

-- The list writes family names in capitals ("Donald J. TRUMP", "al-BURHAN"); told as they are written elsewhere. A Roman numeral stays: behind
-- a name in capitals (CHARLES III; but XI Jinping) or at the end. What stands behind an apostrophe within a name goes on small.
CREATE MACRO name_of_piece(ps, p, i) AS CASE
  WHEN p <> upper(p) OR lower(p) = upper(p) OR length(p) < 2 OR p IN ('UAE', 'UK', 'US', 'UN', 'SAR', 'CNSP') THEN p
  WHEN p IN ('BIN', 'BINT') OR (i > 2 AND ps[i - 1] IN ('''', '’') AND length(ps[i - 2]) > 1) THEN lower(p)
  WHEN regexp_full_match(p, '[IVX]+') AND (i = length(ps) OR (i > 2 AND length(ps[i - 2]) > 1 AND ps[i - 2] = upper(ps[i - 2]) AND ps[i - 2] <> lower(ps[i - 2]))) THEN p
  ELSE p[1] || lower(p[2:]) END;
CREATE MACRO as_written(ps) AS array_to_string(list_transform(ps, (p, i) -> name_of_piece(ps, p, i)), '');

CREATE VIEW event AS
SELECT 'in_office' AS kind, state AS state_a, as_written(regexp_extract_all(who, '\pL+|[^\pL]+')) AS person, office, 'As the edition of February 2026 has it' ||
         CASE WHEN since <> '' THEN '; since ' || since ELSE '' END AS detail, _file, _record, col AS _col
-- The first of those named, without what stands in brackets before the day: "Taoiseach (Prime Minister) N. NAME (since …)", "N. NAME; also spelled … (since …)".
FROM (SELECT *, trim(regexp_replace(regexp_replace(regexp_replace(regexp_extract(plain_text(text), '^(.*?)\(since ', 1), '\([^)]*\)', '', 'g'), ';.*$', ''), '\s+', ' ', 'g'), ' ,') AS who,
             regexp_extract(plain_text(text), '^.*?\(since ([^);]*)\)', 1) AS since
      FROM (SELECT *, chief_of_state AS text, 'chief of state' AS office, 'chief_of_state' AS col FROM profile
            UNION ALL SELECT *, head_of_government, 'head of government', 'head_of_government' FROM profile)
      WHERE state IS NOT NULL)
WHERE length(who) > 3 AND plain_text(text) LIKE '%(since %';

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, _file, _record, CASE WHEN state IS NULL THEN 'no state: ' || lower(gec) || coalesce(', ' || name, '') ELSE 'names no leader and no neighbour' END AS _unwanted
FROM profile WHERE (_file, _record) NOT IN (SELECT _file, _record FROM observation UNION ALL SELECT _file, _record FROM event);
