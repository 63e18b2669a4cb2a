#include "comity/store/schema.hpp"

#include <fmt/format.h>

#include <array>

#include "comity/base/error.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::store {
namespace {

#define ENUM_ABSENCE                                                                                                       \
  "ENUM('value','true_zero','zero_or_not_reported','below_unit','confidential','not_reported','suppressed_in_copy',"       \
  "'not_covered','no_state','not_collected','not_applicable')"
#define ENUM_ORIGIN "ENUM('reported','partner_based','compiler','modelled','derived','unknown')"
#define PROVENANCE                                                                                         \
  {"key", "UBIGINT", "hash of the natural key; the same over editions"},                                   \
      {"source", "USMALLINT", "source.id"}, {"file", "UINTEGER", "source_file.id"},                        \
      {"record", "UBIGINT", "1-based record of the file (header rows not counted); 0 = the file as a whole"}, \
      {"col", "USMALLINT", "1-based column of the file; 0 = the whole record"}

constexpr ColumnDefinition observation[] = {
    {"pair", "UINTEGER", "the two states, smaller id * 65536 + larger; below 65536: one state alone"},
    {"indicator", "USMALLINT", "indicator.id"},
    {"from_state", "USMALLINT", "state.id; the side the indicator's direction begins at (exporter, investor, origin)"},
    {"to_state", "USMALLINT", "state.id; null for a figure of one state"},
    {"reporter", "USMALLINT", "state.id of whose books; null where nobody's are meant"},
    {"reporter_kind", "ENUM('from_side','to_side','third')", "which side reports"},
    {"period_start", "DATE", "first day of the period"},
    {"period_months", "UTINYINT", "length in months; 0 = a point in time"},
    {"at_end", "BOOLEAN", "true: a stock at the end of the period"},
    {"product", "VARCHAR", "'total' or a code of product_scheme"},
    {"product_scheme", "VARCHAR", "HS, SITC, …; null for totals"},
    {"variant", "VARCHAR", "method or revision; never mixed in one series"},
    {"value", "DOUBLE", "in plain units; null when absence says why"},
    {"absence", ENUM_ABSENCE, "why there is no value, or no plain one"},
    {"unit", "VARCHAR", "what value counts: money, persons, count, km, …"},
    {"currency", "VARCHAR", "ISO 4217; null unless money"},
    {"valuation", "ENUM('fob','cif','unknown','none')", "of goods; depends on reporter and year"},
    {"price_base", "SMALLINT", "year of constant prices; null = current prices"},
    {"origin", ENUM_ORIGIN, "how the figure came to be"},
    {"flags", "UINTEGER", "bits; see docs/schema.md"},
    {"note", "VARCHAR", "the publisher's or curator's remark"},
    PROVENANCE,
};

constexpr ColumnDefinition event[] = {
    {"pair", "UINTEGER", "as in observation"},
    {"kind", "VARCHAR", "event kind (relations_established, visit, …)"},
    {"state_a", "USMALLINT", "one of the two"},
    {"state_b", "USMALLINT", "the other; null for an event of one state"},
    {"date_edtf", "VARCHAR", "date as the source gives it, EDTF; null = not known"},
    {"day_from", "DATE", "first day it may mean"},
    {"day_to", "DATE", "last day it may mean"},
    {"actor_state", "USMALLINT", "who acted (the visitor's state); null when mutual"},
    {"third_state", "USMALLINT", "a third state that matters (protecting power)"},
    {"person", "VARCHAR", "who"},
    {"office", "VARCHAR", "as what"},
    {"host", "VARCHAR", "who received"},
    {"place", "VARCHAR", "where"},
    {"occasion", "VARCHAR", "bilateral, multilateral meeting, stopover, …"},
    {"title", "VARCHAR", "short text"},
    {"detail", "VARCHAR", "longer text; the publisher's words only where terms allow"},
    {"status", "VARCHAR", "asserted, planned, vague, disputed"},
    PROVENANCE,
};

constexpr ColumnDefinition mission[] = {
    {"pair", "UINTEGER", "sending and receiving state, as in observation"},
    {"sending", "USMALLINT", "state.id"},
    {"receiving", "USMALLINT", "state.id; where the post is accredited"},
    {"kind", "VARCHAR", "embassy, consulate_general, …"},
    {"resident", "BOOLEAN", "false: accredited from another state"},
    {"covered_from_state", "USMALLINT", "where the post sits when it is not resident"},
    {"city", "VARCHAR", "city; districts are mapped to theirs"},
    {"lat", "DOUBLE", "degrees north"},
    {"lon", "DOUBLE", "degrees east"},
    {"opened", "VARCHAR", "EDTF; null = not known"},
    {"closed", "VARCHAR", "EDTF; null = not known, not 'still open'"},
    {"as_listed_on", "VARCHAR", "EDTF date of the list"},
    {"name", "VARCHAR", "the list's name of the post"},
    {"note", "VARCHAR", "remark"},
    PROVENANCE,
};

constexpr ColumnDefinition membership[] = {
    {"state", "USMALLINT", "state.id"},
    {"organization", "VARCHAR", "organization.key"},
    {"kind", "VARCHAR", "member, observer, party, signatory, …"},
    {"date_from", "VARCHAR", "EDTF; null = not known"},
    {"date_to", "VARCHAR", "EDTF; null = none known up to the source's coverage"},
    PROVENANCE,
};

constexpr ColumnDefinition agreement[] = {
    {"pair", "UINTEGER", "as in observation"},
    {"state_a", "USMALLINT", "one of the two"},
    {"state_b", "USMALLINT", "the other"},
    {"title", "VARCHAR", "title"},
    {"subject", "VARCHAR", "what it is about"},
    {"kind", "VARCHAR", "bilateral_investment_treaty, double_taxation, trade_agreement, multilateral, …"},
    {"signed_on", "VARCHAR", "EDTF"},
    {"in_force", "VARCHAR", "EDTF"},
    {"terminated", "VARCHAR", "EDTF"},
    {"status", "VARCHAR", "in_force, entered_into_force (its end is not listed), in_force_as_a_whole (nor who is bound), signed, terminated, unknown: as the source says on its day"},
    {"capacity_a", "VARCHAR", "own, or through:EU"},
    {"capacity_b", "VARCHAR", "own, or through:EU"},
    {"a_in_force", "VARCHAR", "EDTF; when it bound state_a (multilateral)"},
    {"b_in_force", "VARCHAR", "EDTF; when it bound state_b (multilateral)"},
    PROVENANCE,
};

constexpr ColumnDefinition presence[] = {
    {"pair", "UINTEGER", "as in observation"},
    {"home_state", "USMALLINT", "whose company, institute, school"},
    {"host_state", "USMALLINT", "where"},
    {"kind", "VARCHAR", "company, institute, school, twin_town, …"},
    {"name", "VARCHAR", "name of one; null for a count"},
    {"sector", "VARCHAR", "line of business"},
    {"place", "VARCHAR", "city"},
    {"count", "DOUBLE", "how many; null for a named one"},
    {"basis", "VARCHAR", "registered, active, represented, …: never mixed"},
    {"as_of", "VARCHAR", "EDTF"},
    {"flags", "UINTEGER", "hedges, as in observation"},
    {"note", "VARCHAR", "remark"},
    PROVENANCE,
};

constexpr ColumnDefinition series[] = {
    {"indicator", "USMALLINT", "indicator.id"},
    {"scheme", "VARCHAR", "the list of states that the codes belong to: cow, gw"},
    {"from_code", "USMALLINT", "code of the member in that list; the side the indicator's direction begins at"},
    {"to_code", "USMALLINT", "code of the other member; 0 for a value of one member alone"},
    {"item", "UINTEGER", "number of the dispute, rivalry or organisation that the value belongs to; 0 where there is but one"},
    {"day_from", "DATE", "first day on which the value holds"},
    {"day_to", "DATE", "last day on which it holds"},
    {"value", "DOUBLE", "in plain units; outside the rows nothing is said, see coverage"},
    PROVENANCE,
};

constexpr ColumnDefinition standing[] = {
    {"pair", "UINTEGER", "as in observation"},
    {"indicator", "USMALLINT", "indicator.id"},
    {"of_state", "USMALLINT", "whose partners are compared"},
    {"outgoing", "BOOLEAN", "true: of_state is the from side"},
    {"reporter", "USMALLINT", "whose books; null for symmetric measures"},
    {"period_start", "DATE", "first day"},
    {"period_months", "UTINYINT", "months"},
    {"value", "DOUBLE", "the pair's value"},
    {"total", "DOUBLE", "sum over the partners with a usable value; null where most partners are missing"},
    {"rank", "USMALLINT", "1 = largest; 0 = may not be given"},
    {"partners", "USMALLINT", "partners with a usable value"},
    {"absent", "USMALLINT", "partners confidential or otherwise without one"},
    {"region", "VARCHAR", "key of the region compared within; null = all"},
    {"why_no_rank", "VARCHAR", "reason when rank is 0"},
    {"variant", "VARCHAR", "as in observation"},
    {"source", "USMALLINT", "source.id"},
};

constexpr ColumnDefinition disagreement[] = {
    {"pair", "UINTEGER", "as in observation"},
    {"consequence", "UTINYINT", "1 weighs most: whether there are relations; 2 since when; 3 figures of 50 million USD or more, or counts, that differ by a factor of two; 4 other figures; 5 revisions, spans"},
    {"kind", "VARCHAR", "relations_date, mission_without_relations, trade_mirror, fdi_mirror, total, count, revision, state_span"},
    {"title", "VARCHAR", "what is disagreed on"},
    {"said", "VARCHAR", "who says what"},
    {"reading", "VARCHAR", "how an expert reads it; null: no reading is documented"},
    {"size", "DOUBLE", "how far apart, in unit"},
    {"unit", "VARCHAR", "factor, days"},
    {"key_a", "UBIGINT", "fact"},
    {"key_b", "UBIGINT", "fact"},
};

constexpr ColumnDefinition mirror[] = {
    {"pair", "UINTEGER", "as in observation"},
    {"from_state", "USMALLINT", "state.id; the exporter"},
    {"to_state", "USMALLINT", "state.id; the importer"},
    {"year", "SMALLINT", "calendar year"},
    {"export_key", "UBIGINT", "the exporter's figure, an observation"},
    {"exported", "DOUBLE", "it, in US dollars"},
    {"export_currency", "VARCHAR", "currency it is booked in; EUR is converted at the year's mean rate"},
    {"export_valuation", "VARCHAR", "fob, cif, unknown"},
    {"export_origin", "VARCHAR", "as in observation"},
    {"export_source", "USMALLINT", "source.id"},
    {"import_key", "UBIGINT", "the importer's figure, an observation"},
    {"imported", "DOUBLE", "it, in US dollars"},
    {"import_currency", "VARCHAR", "currency it is booked in"},
    {"import_valuation", "VARCHAR", "fob, cif, unknown; the reporter's own notes go before a compiler's statement"},
    {"import_origin", "VARCHAR", "as in observation"},
    {"import_source", "USMALLINT", "source.id"},
    {"ratio", "DOUBLE", "imported / exported"},
    {"independent", "BOOLEAN", "both are reports; false: one is an estimate or not known to be none"},
    {"distance_km", "DOUBLE", "between the capitals of that year; null = not known"},
    {"contiguous", "BOOLEAN", "a common land border, today"},
    {"landlocked", "UTINYINT", "how many of the two have no coast, today"},
    {"readings", "VARCHAR", "which documented readings apply, joined by |"},
    {"reading", "VARCHAR", "what an expert reads into the distance between the two; null = nothing documented"},
    {"larger", "DOUBLE", "reconciled by the method larger, US dollars FOB; null where a side is an estimate (docs/mirror.md)"},
    {"larger_low", "DOUBLE", "its interval"},
    {"larger_high", "DOUBLE", "its interval"},
    {"weighted", "DOUBLE", "reconciled by the method weighted, US dollars FOB; null where a side is an estimate"},
    {"weighted_low", "DOUBLE", "its interval, which is to hold nine in ten"},
    {"weighted_high", "DOUBLE", "its interval"},
    {"weight_of_export", "DOUBLE", "weight of the exporter's books in weighted, 0 to 1"},
};

constexpr ColumnDefinition source[] = {
    {"id", "USMALLINT", "number within this edition"},
    {"key", "VARCHAR", "the source's id, e.g. cow_trade_4_0"},
    {"title", "VARCHAR", "title"},
    {"publisher", "VARCHAR", "publisher"},
    {"version", "VARCHAR", "edition or vintage"},
    {"licence", "VARCHAR", "licence; 'unknown' means not redistributed"},
    {"terms", "VARCHAR", "terms in words"},
    {"citation", "VARCHAR", "how the publisher asks to be cited"},
    {"url", "VARCHAR", "official address"},
    {"role", "VARCHAR", "facts, reference, fixture, estimation, document"},
    {"independence", "VARCHAR", "class: official:DEU, depositary, statistical_office, scholarly, crowd, press, own"},
    {"derives_from", "VARCHAR", "keys of sources it is made from, comma-separated"},
    {"citable", "BOOLEAN", "may stand behind a statement in an encyclopaedia"},
    {"redistributable", "BOOLEAN", "terms allow its facts to be passed on"},
    {"as_of", "VARCHAR", "EDTF day on which its content ends"},
    {"hash", "VARCHAR", "SHA-256 over all that reading it depended on: files, source.toml, load.sql, register, code"},
    {"files_hash", "VARCHAR", "SHA-256 over the publisher's files alone"},
};

constexpr ColumnDefinition source_file[] = {
    {"id", "UINTEGER", "number within this edition"},
    {"source", "USMALLINT", "source.id"},
    {"path", "VARCHAR", "relative to the source's folder"},
    {"columns", "VARCHAR[]", "names of its columns; fact.col counts from 1 into them"},
};

constexpr ColumnDefinition sheet_row[] = {
    {"file", "UINTEGER", "source_file.id of a workbook that is read cell by cell: its records are filled cells, its columns the sheet's own"},
    {"record", "UBIGINT", "the first filled cell of these rows"},
    {"sheet", "VARCHAR", "name of the sheet"},
    {"row", "UINTEGER", "the first of the rows, as the spreadsheet counts them"},
    {"rows", "UINTEGER", "how many rows below each other"}, {"cells", "UINTEGER", "filled cells in each of them: record n stands in row + (n - record) // cells"},
};

constexpr ColumnDefinition indicator[] = {
    {"id", "USMALLINT", "number within this edition"},
    {"key", "VARCHAR", "e.g. goods_exports"},
    {"title", "VARCHAR", "plain English"},
    {"measure", "VARCHAR", "flow, stock, count, rate, text"},
    {"unit", "VARCHAR", "kind of unit"},
    {"direction", "VARCHAR", "what from_state and to_state mean"},
    {"description", "VARCHAR", "definition"},
    {"undirected", "BOOLEAN", "from and to mean the same"},
    {"may_be_negative", "BOOLEAN", "negative values are legitimate"},
    {"sums_over_time", "BOOLEAN", "twelve months add up to a year"},
};

constexpr ColumnDefinition coverage[] = {
    {"source", "USMALLINT", "source.id"},
    {"indicator", "VARCHAR", "indicator key, or events:…, missions, agreements:…"},
    {"from_year", "SMALLINT", "first year covered"},
    {"to_year", "SMALLINT", "last year covered; nothing later is known from this source"},
    {"reporters", "VARCHAR", "all, or state keys joined by |"},
    {"blank", "VARCHAR", "what an empty cell or a missing row means (absence kind)"},
    {"zero", "VARCHAR", "what a zero means (absence kind)"},
    {"covers_breaks", "BOOLEAN", "for relations: severances would be listed"},
    {"note", "VARCHAR", "remark"},
};

constexpr ColumnDefinition fx_rate[] = {
    {"base", "VARCHAR", "ISO 4217"},
    {"currency", "VARCHAR", "ISO 4217"},
    {"kind", "VARCHAR", "annual_mean"},
    {"year", "SMALLINT", "year"},
    {"rate", "DOUBLE", "units of currency per one base"},
    {"days", "USMALLINT", "daily rates averaged; 0 = given by the publisher as a mean"},
    PROVENANCE,
};

constexpr ColumnDefinition shape[] = {
    {"state", "USMALLINT", "state.id; null for a disputed territory"},
    {"territory", "VARCHAR", "key of data/disputed_territories.csv; null for a state"},
    {"disputed", "BOOLEAN", "drawn hatched"},
    {"name", "VARCHAR", "label"},
    {"rings", "BLOB", "rings of longitude/latitude as floats, each led by its count"},
};

constexpr ColumnDefinition policy[] = {
    {"table_name", "VARCHAR", "capital_notes, fdi_hubs, fob_importers, former_names, oil_first_destination, series_breaks, source_readings, transit_hubs"},
    {"id", "VARCHAR", "name of the row"},
    {"kind", "VARCHAR", "kind of a break, topic of a reading, basis of a hub, valuation of an importer"},
    {"state", "USMALLINT", "state.id; null = any"},
    {"side", "VARCHAR", "from, to, both"},
    {"partners", "VARCHAR", "state ids joined by |; null = all"},
    {"from_year", "SMALLINT", "first year; 0 = open"},
    {"to_year", "SMALLINT", "last year; 0 = open"},
    {"indicator", "VARCHAR", "indicator key; null = all"},
    {"data_source", "VARCHAR", "source key; null = all"},
    {"reading", "VARCHAR", "how an expert reads such figures, as a sentence"},
    {"detail", "VARCHAR", "ports of a hub, commodity"},
    {"reference", "VARCHAR", "source key of who says so"},
};

constexpr ColumnDefinition state[] = {
    {"id", "USMALLINT", "permanent number"},
    {"key", "VARCHAR", "DEU, SUN, DEU_1871"},
    {"name", "VARCHAR", "usual English name"},
    {"kind", "VARCHAR", "state, territory, disputed, former, historical"},
    {"adjective", "VARCHAR", "demonym"},
    {"wikidata", "VARCHAR", "item"},
};
constexpr ColumnDefinition state_span[] = {
    {"state", "USMALLINT", "state.id"}, {"day_from", "DATE", "first day; null = not known"}, {"day_to", "DATE", "last day; null = open"}};
constexpr ColumnDefinition state_code[] = {
    {"state", "USMALLINT", "state.id"},  {"scheme", "VARCHAR", "iso3, cow, gw, …"}, {"code", "VARCHAR", "the code"},
    {"day_from", "DATE", "first day; null = open"}, {"day_to", "DATE", "last day; null = open"}};
constexpr ColumnDefinition state_name[] = {
    {"state", "USMALLINT", "state.id"}, {"language", "VARCHAR", "BCP 47"}, {"kind", "VARCHAR", "short, official, former, variant"},
    {"name", "VARCHAR", "the name"},    {"day_from", "DATE", "first day; null = open"}, {"day_to", "DATE", "last day; null = open"}};
constexpr ColumnDefinition organization[] = {
    {"key", "VARCHAR", "key"},           {"name", "VARCHAR", "name"},        {"short_name", "VARCHAR", "short name"},
    {"kind", "VARCHAR", "kind"},         {"founded", "VARCHAR", "EDTF"},     {"dissolved", "VARCHAR", "EDTF"},
    {"importance", "UTINYINT", "1 = named first"}, {"coverage_to", "VARCHAR", "EDTF day to which membership is complete"},
    {"note", "VARCHAR", "remark"}};

constexpr ColumnDefinition reject[] = {
    {"source", "USMALLINT", "source.id"}, {"file", "UINTEGER", "source_file.id"},  {"record", "UBIGINT", "record of the file"},
    {"line", "UBIGINT", "physical line; 0 = not a text file"}, {"col", "VARCHAR", "column, when one is at fault"},
    {"reason", "VARCHAR", "why it gives no fact"}, {"raw", "VARCHAR", "the record as it stands (first thousand of a file)"}};
constexpr ColumnDefinition ledger[] = {
    {"source", "USMALLINT", "source.id"},   {"file", "UINTEGER", "source_file.id"}, {"records_read", "UBIGINT", "records in the file"},
    {"used", "UBIGINT", "gave a fact"},     {"rejected", "UBIGINT", "could not be understood"},
    {"unwanted", "UBIGINT", "left out by a declared rule"}, {"facts", "UBIGINT", "rows in fact tables"},
    {"absences", "UBIGINT", "of these: rows that say why there is no value"}};
constexpr ColumnDefinition unwanted[] = {{"source", "USMALLINT", "source.id"}, {"reason", "VARCHAR", "the declared rule"}, {"records", "UBIGINT", "records"}};
constexpr ColumnDefinition correction[] = {
    {"source", "USMALLINT", "source.id"}, {"id", "VARCHAR", "name of the repair"}, {"reason", "VARCHAR", "why"},
    {"reported", "VARCHAR", "when and to whom"}, {"status", "VARCHAR", "open, mended"}, {"records", "UBIGINT", "records it touched"}};
constexpr ColumnDefinition derivation[] = {
    {"key", "UBIGINT", "the derived fact"}, {"method", "VARCHAR", "how it was made"}, {"from_key", "UBIGINT", "a fact it was made from"}};
constexpr ColumnDefinition edition[] = {{"name", "VARCHAR", "property"}, {"value", "VARCHAR", "its value"}};
constexpr ColumnDefinition table_hash[] = {{"table_name", "VARCHAR", "table"}, {"rows", "UBIGINT", "rows"}, {"hash", "VARCHAR", "content hash, independent of row order"}};

constexpr TableDefinition all_tables[] = {
    {"observation", "One figure in one set of books.", observation, "pair, indicator, period_start, reporter, source, variant, product, key, record, col", true},
    {"event", "Something that happened between two states, or is said to have.", event, "pair, day_from, kind, key, source, file, record", true},
    {"mission", "One post as one list gives it.", mission, "pair, sending, kind, city, source, file, record, col", true},
    {"membership", "One state in one organisation over one span.", membership, "state, organization, date_from, key, source, file, record", true},
    {"agreement", "One treaty on one pair of its parties.", agreement, "pair, signed_on, title, key, source, file, record", true},
    {"presence", "A company, institute, school or twin town of one state in another, or a count of them.", presence, "pair, kind, name, key, source, file, record", true},
    {"series", "One value of one indicator over a span of days, for a member of a scholars' list of states or a directed pair of them. For panels; no dossier reads it.", series, "indicator, scheme, from_code, to_code, item, day_from, source, file, record, col", true},
    {"standing", "Where a figure stands among one state's partners.", standing, "pair, indicator, of_state, period_start, source, outgoing, reporter, variant, region", false},
    {"disagreement", "Two statements of independent classes that cannot both be right as they stand.", disagreement, "pair, consequence, size DESC, kind, key_a, key_b", false},
    {"mirror", "One flow of goods of one year as both sides book it, and reconciled.", mirror, "pair, from_state, year", false},
    {"fx_rate", "Mean exchange rate of a year.", fx_rate, "base, currency, year", true},
    {"shape", "Outline of a state or disputed territory.", shape, "", false},
    {"policy", "A reading: how an expert takes the figures of a state, a source or a span of years.", policy, "table_name, id, state, from_year", false},
    {"state", "A state: a legal person (docs/states.md).", state, "id", false},
    {"state_span", "Days on which a state exists.", state_span, "state, day_from", false},
    {"state_code", "A code and the days on which it denotes the state.", state_code, "state, scheme, day_from", false},
    {"state_name", "A name of a state.", state_name, "state, language, kind, name", true},
    {"organization", "An organisation or multilateral treaty with members.", organization, "key", false},
    {"indicator", "What an observation measures.", indicator, "id", false},
    {"source", "A data source.", source, "id", false},
    {"source_file", "A file of a source.", source_file, "id", false},
    {"sheet_row", "Where the records of a workbook stand that is read cell by cell.", sheet_row, "file, record", false},
    {"coverage", "What a source claims to hold.", coverage, "source, indicator", false},
    {"reject", "A record that gave no fact, and why.", reject, "source, file, record", false},
    {"unwanted", "Records left out by a declared rule.", unwanted, "source, reason", false},
    {"ledger", "The account of each file: records_read = used + rejected + unwanted.", ledger, "source, file", false},
    {"correction", "A declared repair.", correction, "source, id", false},
    {"derivation", "The facts a derived fact was made from.", derivation, "key, from_key", false},
    {"edition", "What this edition is.", edition, "name", false},
    {"table_hash", "Content hash of each table.", table_hash, "table_name", false},
};

}  // namespace

std::span<const TableDefinition> tables() { return all_tables; }

const TableDefinition& table(std::string_view name) {
  for (const auto& one : all_tables) {
    if (one.name == name) return one;
  }
  throw StoreError(fmt::format("there is no table '{}'", name));
}

std::string create_statements(const TableDefinition& table, std::string_view catalog) {
  const std::string full = catalog.empty() ? sql_name(table.name) : fmt::format("{}.{}", catalog, sql_name(table.name));
  std::string out = fmt::format("CREATE TABLE {} (", full);
  const char* separator = "";
  for (const auto& column : table.columns) {
    out += fmt::format("{}{} {}", separator, sql_name(column.name), column.type);
    separator = ", ";
  }
  out += fmt::format(");\nCOMMENT ON TABLE {} IS {};\n", full, sql_text(table.meaning));
  for (const auto& column : table.columns) {
    out += fmt::format("COMMENT ON COLUMN {}.{} IS {};\n", full, sql_name(column.name), sql_text(column.meaning));
  }
  return out;
}

}  // namespace comity::store
