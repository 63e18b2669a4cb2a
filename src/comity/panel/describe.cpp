// What a panel is, in the forms that others read: Data Package, codebook, join report.
#include <algorithm>

#include <fmt/format.h>

#include "comity/panel/write.hpp"

namespace comity::panel {
namespace {

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const auto& text : texts) out += (out.size() > 1 ? "," : "") + json_text(text);
  return out + "]";
}

bool has_coverage(const ColumnReport& report) { return report.to_year >= report.from_year; }

std::string type_of(const Column& column) {
  return column.kind() == Kind::text ? "string" : column.kind() == Kind::float64 ? "number" : "integer";
}

std::string media_type(const std::string& file) {
  if (file.ends_with(".parquet")) return "application/vnd.apache.parquet";
  if (file.ends_with(".dta")) return "application/x-stata";
  if (file.ends_with(".xlsx")) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return "text/csv";
}

std::vector<std::string> sources_of(const Panel& panel) {
  std::vector<std::string> out;
  for (const auto& report : panel.reports) {
    for (const auto& source : report.sources) {
      if (std::ranges::find(out, source) == out.end()) out.push_back(source);
    }
  }
  return out;
}

std::string markdown(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

}  // namespace

std::string data_package(const Panel& panel, const std::string& file, const std::string& edition) {
  std::string fields, key;
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    const ColumnReport& report = panel.reports[i];
    fields += fmt::format("{}{{\"name\":{},\"type\":\"{}\",\"title\":{}", fields.empty() ? "" : ",", json_text(report.name), type_of(panel.columns[i]), json_text(report.title));
    if (!report.unit.empty()) fields += ",\"unit\":" + json_text(report.unit);
    if (!report.sources.empty()) fields += ",\"sources\":" + json_list(report.sources);
    if (has_coverage(report)) fields += fmt::format(",\"coverage\":[{},{}]", report.from_year, report.to_year);
    fields += "}";
    if (report.is_key && !report.name.ends_with("_status") && report.name != "common_day" && !report.name.starts_with(panel.system == "cow" ? "gwcode" : "ccode")) {
      key += (key.empty() ? "" : ",") + json_text(report.name);
    }
  }
  std::string sources;
  for (const auto& source : sources_of(panel)) sources += fmt::format("{}{{\"title\":{}}}", sources.empty() ? "" : ",", json_text(source));
  return fmt::format(
      "{{\"profile\":\"data-package\",\"name\":\"comity-panel\",\"title\":{},\"edition\":{},\"sources\":[{}],\"resources\":[{{\"name\":\"panel\",\"path\":{},\"mediatype\":{},"
      "\"encoding\":\"utf-8\",\"rows\":{},\"schema\":{{\"fields\":[{}],\"missingValues\":[\"\"],\"primaryKey\":[{}]}}}}]}}\n",
      json_text(fmt::format("{} panel, {} list of states, {} to {}", panel.unit, panel.system, panel.from_year, panel.to_year)), json_text(edition), sources, json_text(file),
      json_text(media_type(file)), panel.rows, fields, key);
}

std::string codebook(const Panel& panel, const std::string& file, const std::string& edition) {
  std::string out = fmt::format(
      "# Codebook of {}\n\n{} rows: {} by {}, list of states `{}`, {} to {}. Edition {}.\n\nAn empty cell is missing, never zero. Outside a source's coverage every cell is missing; "
      "inside it a cell without a record is 0 only where \"no record\" says zero.\n\nSources are cited in references.bib.\n\n"
      "| variable | meaning | unit | sources | coverage | no record | values | missing | rule and note |\n|---|---|---|---|---|---|---|---|---|\n",
      file, panel.rows, panel.unit, panel.step, panel.system, panel.from_year, panel.to_year, edition.substr(0, 16));
  for (const auto& report : panel.reports) {
    std::string notes = report.rule;
    if (!report.note.empty()) notes += (notes.empty() ? "" : " ") + report.note;
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", report.name, markdown(report.title), markdown(report.unit), fmt::join(report.sources, ", "),
                       has_coverage(report) ? fmt::format("{}-{}", report.from_year, report.to_year) : "", report.is_key ? "" : report.absent_is_zero ? "zero" : "missing",
                       report.values, report.missing, markdown(notes));
  }
  return out;
}

std::string report_json(const Panel& panel) {
  std::string variables;
  for (const auto& report : panel.reports) {
    if (report.is_key) continue;
    variables += fmt::format(
        "{}{{\"variable\":{},\"sources\":{},\"source_rows\":{},\"unmatched\":{},\"dropped\":{},\"values\":{},\"missing\":{},\"missing_inside_coverage\":{},\"coverage\":{},"
        "\"no_record\":\"{}\",\"surprise\":{}}}",
        variables.empty() ? "" : ",", json_text(report.name), json_list(report.sources), report.source_rows, report.unmatched, report.dropped, report.values, report.missing,
        report.missing_covered, has_coverage(report) ? fmt::format("[{},{}]", report.from_year, report.to_year) : "null", report.absent_is_zero ? "zero" : "missing",
        report.surprise().empty() ? "null" : json_text(report.surprise()));
  }
  return fmt::format("{{\"unit\":\"{}\",\"system\":\"{}\",\"step\":\"{}\",\"from\":{},\"to\":{},\"rows\":{},\"rows_before_condition\":{},\"pairs_in_one_period_but_no_common_day\":{},"
                     "\"variables\":[{}]}}\n",
                     panel.unit, panel.system, panel.step, panel.from_year, panel.to_year, panel.rows, panel.frame_rows, panel.never_met, variables);
}

std::string report_text(const Panel& panel) {
  std::string out = fmt::format("{} rows ({}, {} list, {} to {})", panel.rows, panel.unit, panel.system, panel.from_year, panel.to_year);
  if (panel.rows != panel.frame_rows) out += fmt::format(" of {} before the condition", panel.frame_rows);
  out += fmt::format("; {} pairs share a {} but no day\n", panel.never_met, panel.step);
  for (const auto& report : panel.reports) {
    if (report.is_key) continue;
    out += fmt::format("  {:<24} {:>9} values, {:>9} missing", report.name, report.values, report.missing);
    if (report.missing_covered) out += fmt::format(" ({} inside coverage)", report.missing_covered);
    if (has_coverage(report)) out += fmt::format(", {}-{}", report.from_year, report.to_year);
    if (report.unmatched) out += fmt::format("; {} of {} source rows unmatched", report.unmatched, report.source_rows);
    if (report.dropped) out += fmt::format("; {} dropped", report.dropped);
    if (!report.sources.empty()) out += fmt::format("; {}", fmt::join(report.sources, ", "));
    out += "\n";
  }
  return out;
}

}  // namespace comity::panel
