// JSON by hand into one string: compact, the report's own order, a newline at the end. docs/dossier-json.md has the form.
#include <algorithm>
#include <unordered_map>

#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/json_writer.hpp"
#include "comity/document/html.hpp"
#include "comity/document/render.hpp"

namespace comity::document {
namespace {

std::string_view id_of(Badge::Kind kind) {
  constexpr std::string_view ids[] = {"neutral", "age", "warning", "absence", "estimate"};
  return ids[kind];
}

void write_hue(JsonWriter& json, Hue hue) {
  constexpr const char* sides[] = {"", "a", "b", "c", "d", "e", "f"};
  if (hue != Hue::none) json.text_field("side", sides[static_cast<std::size_t>(hue)]);
}

void write_inlines(JsonWriter& json, const Inlines& line) {
  json.open('[');
  for (const Inline& part : line) {
    if (const auto* text = std::get_if<Text>(&part)) {
      json.item(text->text);
      continue;
    }
    json.open('{');
    std::visit(Overloaded{[&](const Text&) {},
                          [&](const Strong& p) { json.text_field("strong", p.text); },
                          [&](const Figure& p) {
                            json.text_field("figure", p.text);
                            json.field("value", p.value);
                            json.text_field("unit", p.unit);
                          },
                          [&](const Cite& p) { json.indices("cite", p.to); },
                          [&](const Link& p) {
                            json.text_field("link", p.text);
                            json.text_field("url", p.url);
                          },
                          [&](const Badge& p) {
                            json.text_field("badge", p.text);
                            json.text_field("kind", id_of(p.kind));
                          }},
               part);
    json.close('}');
  }
  json.close(']');
}

void write(JsonWriter& json, const Paragraph& block) {
  json.text_field("type", "paragraph");
  json.key("content");
  write_inlines(json, block.content);
}

void write(JsonWriter& json, const List& block) {
  json.text_field("type", "list");
  json.key("items");
  json.open('[');
  for (const Inlines& item : block.items) write_inlines(json, item);
  json.close(']');
}

void write(JsonWriter& json, const Definitions& block) {
  json.text_field("type", "definitions");
  json.key("rows");
  json.open('[');
  for (const auto& row : block.rows) {
    json.open('{');
    json.text_field("term", row.term);
    json.key("content");
    write_inlines(json, row.content);
    json.close('}');
  }
  json.close(']');
}

void write(JsonWriter& json, const Table& block) {
  json.text_field("type", "table");
  json.text_field("caption", block.caption);
  json.key("columns");
  json.open('[');
  for (const auto& column : block.columns) {
    json.open('{');
    json.text_field("title", column.title);
    json.optional_field("unit", column.unit);
    json.field("numeric", column.numeric);
    json.close('}');
  }
  json.close(']');
  json.key("rows");
  json.open('[');
  for (const auto& row : block.rows) {
    json.open('[');
    for (const Inlines& cell : row) write_inlines(json, cell);
    json.close(']');
  }
  json.close(']');
}

void write_series(JsonWriter& json, const Series& series) {
  json.open('{');
  json.text_field("name", series.name);
  write_hue(json, series.hue);
  json.field("dashed", series.dashed);
  json.key("points");
  json.open('[');
  for (const auto& point : series.points) {
    json.open('{');
    json.field("x", point.x);
    json.key("y");
    point.y ? json.item(*point.y) : json.raw("null,");
    json.optional_field("why", point.why);
    json.optional_field("label", point.label);
    if (point.suspect) json.field("suspect", true);
    json.close('}');
  }
  json.close(']');
  json.indices("cites", series.cites);
  json.close('}');
}

void write(JsonWriter& json, const LineChart& block) {
  json.text_field("type", "line_chart");
  json.text_field("title", block.title);
  json.optional_field("subtitle", block.subtitle);
  json.text_field("unit", block.unit);
  json.field("log_scale", block.log_scale);
  json.key("series");
  json.open('[');
  for (const Series& series : block.series) write_series(json, series);
  json.close(']');
  json.key("bands");
  json.open('[');
  for (const auto& [first, second] : block.bands) {
    json.open('[');
    json.item(static_cast<double>(first));
    json.item(static_cast<double>(second));
    json.close(']');
  }
  json.close(']');
  json.key("marks");
  json.open('[');
  for (const auto& mark : block.marks) {
    json.open('{');
    json.field("x", mark.x);
    json.text_field("text", mark.text);
    json.close('}');
  }
  json.close(']');
  json.optional_field("source_line", block.source_line);
}

void write(JsonWriter& json, const BarChart& block) {
  json.text_field("type", "bar_chart");
  json.text_field("title", block.title);
  json.optional_field("subtitle", block.subtitle);
  json.text_field("unit", block.unit);
  json.key("bars");
  json.open('[');
  for (const auto& bar : block.bars) {
    json.open('{');
    json.text_field("name", bar.name);
    json.field("value", bar.value);
    json.text_field("text", bar.text);
    write_hue(json, bar.hue);
    if (bar.highlighted) json.field("highlighted", true);
    json.close('}');
  }
  json.close(']');
  json.optional_field("source_line", block.source_line);
}

// The outlines are geography, the same for every reader: named, not repeated.
void write(JsonWriter& json, const Map& block) {
  json.text_field("type", "map");
  json.text_field("title", block.title);
  json.optional_field("subtitle", block.subtitle);
  json.key("center");
  json.open('[');
  json.item(block.center_longitude);
  json.item(block.center_latitude);
  json.close(']');
  json.key("points");
  json.open('[');
  for (const auto& point : block.points) {
    json.open('{');
    json.text_field("label", point.label);
    json.text_field("kind", point.kind);
    json.field("longitude", point.longitude);
    json.field("latitude", point.latitude);
    write_hue(json, point.hue);
    json.close('}');
  }
  json.close(']');
  json.text_field("policy", block.policy);
}

void write(JsonWriter& json, const Timeline& block) {
  json.text_field("type", "timeline");
  json.text_field("title", block.title);
  json.key("entries");
  json.open('[');
  for (const auto& entry : block.entries) {
    json.open('{');
    json.field("from", entry.from);
    json.field("to", entry.to);
    json.text_field("date", entry.date);
    json.text_field("text", entry.text);
    write_hue(json, entry.hue);
    json.indices("cites", entry.cites);
    json.close('}');
  }
  json.close(']');
}

void write(JsonWriter& json, const Gap& block) {
  json.text_field("type", "gap");
  json.text_field("looked_for", block.looked_for);
  json.text_field("where", block.where);
  json.optional_field("ask", block.ask);
}

void write_section(JsonWriter& json, const Section& section) {
  json.open('{');
  json.text_field("id", section.id);
  json.text_field("title", section.title);
  json.key("blocks");
  json.open('[');
  for (const Block& block : section.blocks) {
    json.open('{');
    std::visit([&](const auto& b) { write(json, b); }, block);
    json.close('}');
  }
  json.close(']');
  json.key("children");
  json.open('[');
  for (const Section& child : section.children) write_section(json, child);
  json.close(']');
  json.close('}');
}

// Each source once, though a thousand of its rows be cited: for a thin pair the sources' texts would be half of the whole.
class SourceList {
 public:
  explicit SourceList(const std::vector<Citation>& citations) {
    of_citation_.reserve(citations.size());
    for (const Citation& one : citations) {
      const auto [at, fresh] = known_.try_emplace(one.source.get(), sources_.size());
      if (fresh) at->second = place_of(*one.source);
      of_citation_.push_back(at->second);
    }
  }
  const std::vector<const CitedSource*>& sources() const { return sources_; }
  std::size_t of_citation(std::size_t i) const { return of_citation_[i]; }

 private:
  // Who cites may have made the same source twice.
  std::size_t place_of(const CitedSource& source) {
    const auto same = std::ranges::find_if(sources_, [&](const CitedSource* known) { return *known == source; });
    if (same != sources_.end()) return static_cast<std::size_t>(same - sources_.begin());
    sources_.push_back(&source);
    return sources_.size() - 1;
  }

  std::vector<const CitedSource*> sources_;  // in the order of first use
  std::vector<std::size_t> of_citation_;
  std::unordered_map<const CitedSource*, std::size_t> known_;
};

void write_source(JsonWriter& json, const CitedSource& source) {
  json.open('{');
  json.text_field("id", source.id);
  json.optional_field("publisher", source.publisher);
  json.optional_field("title", source.title);
  json.optional_field("edition", source.edition);
  json.optional_field("url", source.url);
  json.optional_field("licence", source.licence);
  json.optional_field("terms", source.terms);
  json.optional_field("independence", source.independence);
  json.optional_field("as_of", source.as_of);
  json.field("citable", source.citable);
  json.close('}');
}

void write_citation(JsonWriter& json, const Citation& citation, std::size_t source) {
  json.open('{');
  json.field("source", static_cast<double>(source));
  json.optional_field("file", citation.file);
  json.optional_field("record", citation.record);
  json.optional_field("column", citation.column);
  json.close('}');
}

void write_fact(JsonWriter& json, const FactRecords& facts, const FactRecords::Record& fact) {
  json.open('{');
  json.text_field("table", fact.table);
  json.text_field("key", fact.key ? key_text(*fact.key) : std::string());
  json.key("fields");
  json.open('{');
  for (const auto& field : facts.fields(fact)) {
    json.key(field.name);
    std::visit([&](const auto& value) { json.item(value); }, field.value);
  }
  json.close('}');
  json.indices("cites", fact.cite ? std::span(&*fact.cite, 1) : std::span<const CitationIndex>());
  json.close('}');
}

void write_charts(JsonWriter& json, const Section& section) {
  for (const Block& block : section.blocks) {
    if (const auto* chart = std::get_if<LineChart>(&block)) {
      json.open('{');
      json.text_field("indicator", chart->indicator);
      write(json, *chart);
      json.close('}');
    }
  }
  for (const Section& child : section.children) write_charts(json, child);
}

}  // namespace

std::string json_charts(const Report& report) {
  JsonWriter json(4096);
  json.open('[');
  for (const Section& section : report.sections) write_charts(json, section);
  json.close(']');
  json.finish();
  std::string out = json.take();
  out.pop_back();  // the line end
  // "</script" and "<!--" would end a block of a page; these three stand in strings only.
  std::string safe;
  safe.reserve(out.size());
  for (const char c : out) {
    if (c == '<') safe += "\\u003c";
    else if (c == '>') safe += "\\u003e";
    else if (c == '&') safe += "\\u0026";
    else safe += c;
  }
  return safe;
}

std::string render_json(const Report& report, const RenderOptions&) {
  JsonWriter json(4096 + report.facts.size() * 400 + report.citations.size() * 120);
  json.open('{');
  json.text_field("format", "comity-dossier/2");
  json.text_field("title", report.title);
  json.optional_field("subtitle", report.subtitle);
  for (const bool b : {false, true}) {
    json.key(b ? "b" : "a");
    json.open('{');
    json.text_field("id", b ? report.id_b : report.id_a);
    json.text_field("name", b ? report.name_b : report.name_a);
    json.close('}');
  }
  json.text_field("profile", report.profile);
  json.text_field("edition", report.edition);
  json.text_field("edition_date", report.edition_date);
  json.text_field("language", report.language);
  json.key("sections");
  json.open('[');
  for (const Section& section : report.sections) write_section(json, section);
  json.close(']');
  const SourceList sources(report.citations);
  json.key("sources");
  json.open('[');
  for (const CitedSource* source : sources.sources()) write_source(json, *source);
  json.close(']');
  json.key("citations");
  json.open('[');
  for (std::size_t i = 0; i < report.citations.size(); ++i) write_citation(json, report.citations[i], sources.of_citation(i));
  json.close(']');
  json.key("facts");
  json.open('[');
  for (const auto& fact : report.facts.records()) write_fact(json, report.facts, fact);
  json.close(']');
  json.close('}');
  json.finish();
  return json.take();
}

}  // namespace comity::document
