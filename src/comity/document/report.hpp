// A report: sections of paragraphs, tables, charts, maps, timelines and gaps, with its own citations. What the dossier
// makes and every renderer draws. Knows no state and no store: names, colours and positions come in as values.
// A renderer is a pure function of a Report.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace comity::document {

// A source as a reader is told of it; the thousand rows of it that a report may cite share one.
struct CitedSource {
  std::string id;            // "cow_trade_4_0"
  std::string publisher, title, edition;
  std::string url, licence, terms;
  std::string independence;  // class of the source
  std::string as_of;         // EDTF
  bool citable = true;       // wikitext leaves out statements that rest only on sources that are not

  friend bool operator==(const CitedSource&, const CitedSource&) = default;
  static const std::shared_ptr<const CitedSource>& none() {
    static const auto nothing = std::make_shared<const CitedSource>();
    return nothing;
  }
};

// One source row, as a reader needs it to check. Citations are numbered in the order of first use in the report.
struct Citation {
  std::shared_ptr<const CitedSource> source = CitedSource::none();  // never null
  std::string file;         // as the source names it
  std::string record;       // "row 673654", "rows 12–23", a cell
  std::string column;

  friend bool operator==(const Citation& a, const Citation& b) {
    return (a.source == b.source || *a.source == *b.source) && a.file == b.file && a.record == b.record && a.column == b.column;
  }
};
using CitationIndex = std::uint32_t;  // into Report::citations

// --- inline ---------------------------------------------------------------------------------------------------
struct Text { std::string text; };
struct Strong { std::string text; };
// A figure: `text` for people ("8.75 bn EUR"), `value` and `unit` exact on demand (title attribute, JSON).
struct Figure {
  std::string text;
  double value = 0;
  std::string unit;  // "EUR", "persons", "percent"
};
// Footnote marks for what stands before them.
struct Cite { std::vector<CitationIndex> to; };
struct Link { std::string text, url; };
// A short mark with a meaning that colour only repeats: "confidential", "estimate", "7 years old".
struct Badge {
  std::string text;
  enum Kind : std::uint8_t { neutral, age, warning, absence, estimate } kind = neutral;
};
using Inline = std::variant<Text, Strong, Figure, Cite, Link, Badge>;
using Inlines = std::vector<Inline>;

// --- blocks ---------------------------------------------------------------------------------------------------
struct Paragraph { Inlines content; };

struct List { std::vector<Inlines> items; };

// Rows of a term and what is said of it: the lines of "At a glance".
struct Definitions {
  struct Row {
    std::string term;
    Inlines content;
  };
  std::vector<Row> rows;
};

struct Table {
  struct Column {
    std::string title, unit;
    bool numeric = false;
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Inlines>> rows;  // every row has columns.size() cells
  bool folded = false;                     // stands under a chart: drawn closed on screens
};

// Side of the pair a mark belongs to: each keeps one hue throughout the page. c to f are for comparisons of several pairs.
enum class Hue : std::uint8_t { none, a, b, c, d, e, f };

struct Series {
  struct Point {
    double x = 0;  // year, as 2017.0; months as fractions
    std::optional<double> y;  // nullopt: a gap, `why` says why
    std::string why;          // "confidential", "not reported": marked on the gap
    std::string label;        // direct label on this point, for example the last value
    bool suspect = false;     // shown apart, never joined
  };
  std::string name;      // direct label at the line's end
  Hue hue = Hue::none;
  bool dashed = false;   // the partner's books
  std::vector<Point> points;
  std::vector<CitationIndex> cites;
};

// Lines over time. Two series of one flow in two sets of books (`band_with` = index of the other) are tinted between.
struct LineChart {
  std::string indicator;        // what is drawn, as tables and links name it: "goods_exports"; only pages with a script use it
  std::string title, subtitle;  // what it shows; unit, period and valuation
  std::string unit;
  std::vector<Series> series;
  std::vector<std::pair<std::size_t, std::size_t>> bands;  // indices of series with the space between them tinted
  bool log_scale = false;
  struct Mark {  // a vertical line with words: "break in method"
    double x = 0;
    std::string text;
    std::string when{};  // in words, where x stands between two periods: "between 1990 and 1991"
  };
  std::vector<Mark> marks;
  std::string source_line;
};

struct BarChart {
  struct Bar {
    std::string name;
    double value = 0;
    std::string text;  // the value for people
    Hue hue = Hue::none;
    bool highlighted = false;
  };
  std::string title, subtitle, unit;
  std::vector<Bar> bars;
  std::string source_line;
};

// A map around the two countries. Shapes are rings of longitude/latitude in degrees; the renderer projects.
struct Map {
  struct Shape {
    std::string name;
    Hue hue = Hue::none;
    bool hatched = false;  // disputed: hatched, never filled as either
    std::vector<std::vector<std::pair<double, double>>> rings;  // (longitude, latitude)
  };
  struct Point {
    std::string label, kind;  // kind: "embassy", "consulate general", …: chooses the sign
    double longitude = 0, latitude = 0;
    Hue hue = Hue::none;      // the sender's
  };
  std::string title, subtitle;
  std::vector<Shape> shapes;
  std::vector<Point> points;
  double center_longitude = 0, center_latitude = 0;
  std::string policy;  // the viewpoint in words, printed under the map
};

struct Timeline {
  struct Entry {
    double from = 0, to = 0;  // years with fractions; from < to for uncertain dates and spans
    std::string date;         // for people
    std::string text;
    Hue hue = Hue::none;
    std::vector<CitationIndex> cites;
  };
  std::string title;
  std::vector<Entry> entries;
};

// Honest emptiness: what was looked for, in which sources, and who might know.
struct Gap {
  std::string looked_for, where, ask;
};

using Block = std::variant<Paragraph, List, Definitions, Table, LineChart, BarChart, Map, Timeline, Gap>;

struct Section {
  std::string id;     // "trade": anchor and JSON key
  std::string title;
  std::vector<Block> blocks;
  std::vector<Section> children;
};

// Facts as a machine reads them, a few thousand a report: only the JSON renderer writes these. They lie one after the other, their
// texts too, since each in memory of its own would take longer to lay out than to write.
class FactRecords {
 public:
  struct Field {
    std::string_view name;  // a literal
    std::variant<std::string_view, double, bool> value;
  };
  struct Record {
    std::string_view table;  // "observation", "event", "mission", …: a literal
    std::optional<std::uint64_t> key;  // of the fact
    std::optional<CitationIndex> cite;
    std::size_t fields_begin = 0, fields_end = 0;
  };

  void reserve(std::size_t records);
  void begin(std::string_view table) { records_.push_back({table, {}, {}, fields_.size(), fields_.size()}); }
  void add(std::string_view name, std::string_view text) { fields_.push_back({name, keep(text)}), records_.back().fields_end = fields_.size(); }
  void add(std::string_view name, double number) { fields_.push_back({name, number}), records_.back().fields_end = fields_.size(); }
  template <std::same_as<bool> Flag>  // no pointer to characters shall become one
  void add(std::string_view name, Flag flag) { fields_.push_back({name, flag}), records_.back().fields_end = fields_.size(); }
  void set_key(std::uint64_t key) { records_.back().key = key; }
  void set_cite(CitationIndex index) { records_.back().cite = index; }

  std::size_t size() const { return records_.size(); }
  bool empty() const { return records_.empty(); }
  std::span<const Record> records() const { return records_; }
  std::span<const Field> fields(const Record& record) const { return std::span(fields_).subspan(record.fields_begin, record.fields_end - record.fields_begin); }

 private:
  std::string_view keep(std::string_view text);

  std::vector<Record> records_;
  std::vector<Field> fields_;
  std::vector<std::unique_ptr<char[]>> texts_;  // blocks: records can be moved, not copied
  char* free_ = nullptr;                        // in the last block
  std::size_t left_ = 0;
};

struct Report {
  std::string title, subtitle;
  std::string id_a, id_b, name_a, name_b;  // "DEU", "KAZ", "Germany", "Kazakhstan"
  std::string text_a, text_b;              // in a sentence: "the United Kingdom"; empty: the name
  std::string profile;                     // brief, article, full
  std::string edition, edition_date;
  std::string language = "en";
  std::vector<Section> sections;
  std::vector<Citation> citations;
  FactRecords facts;
};

}  // namespace comity::document
