#include "comity/pages/elements.hpp"

#include <fmt/format.h>

#include "comity/base/date.hpp"
#include "comity/base/german.hpp"
#include "comity/base/number.hpp"

namespace comity::pages {

std::string link(std::string_view href, std::string_view text) { return fmt::format("<a href=\"{}\">{}</a>", html_escaped(href), html_escaped(text)); }

std::string paragraph(std::string_view text, std::string_view css_class) {
  return css_class.empty() ? fmt::format("<p>{}</p>\n", html_escaped(text)) : fmt::format("<p class=\"{}\">{}</p>\n", css_class, html_escaped(text));
}

TableWriter::TableWriter(std::string_view caption, std::vector<Column> columns, bool caption_is_shown, Shape shape) : columns_(std::move(columns)), shape_(shape) {
  const std::string name = html_escaped(caption);
  out_ = fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"><table{} data-sortable=\"\"><caption{}>{}</caption><thead><tr>", name,
                     shape == Shape::texts ? " class=\"texts\"" : "", caption_is_shown ? "" : " class=\"spoken\"", name);
  for (const auto& column : columns_) out_ += fmt::format("<th scope=\"col\"{}>{}</th>", column.numeric ? " class=\"number\"" : "", html_escaped(column.title));
  out_ += "</tr></thead><tbody>\n";
}

TableWriter& TableWriter::row() {
  if (open_) out_ += "</tr>\n";
  out_ += "<tr>";
  open_ = true;
  cell_ = 0;
  return *this;
}

TableWriter& TableWriter::html(std::string_view html) {
  const bool head = cell_ == 0;
  const bool numeric = cell_ < columns_.size() && columns_[cell_].numeric;
  out_ += fmt::format("<{}{}{}>{}</{}>", head ? "th scope=\"row\"" : "td", numeric ? " class=\"number\"" : "", label(), html, head ? "th" : "td");
  ++cell_;
  return *this;
}

TableWriter& TableWriter::number(double value, std::string_view text) {
  out_ += fmt::format("<td class=\"number\"{} data-value=\"{}\">{}</td>", label(), exact(value), html_escaped(text));
  ++cell_;
  return *this;
}

TableWriter& TableWriter::date(std::string_view edtf, std::string_view text) {
  const bool head = cell_ == 0;
  out_ += fmt::format("<{}{} data-value=\"{}\">{}</{}>", head ? "th scope=\"row\"" : "td", label(), html_escaped(edtf), html_escaped(text), head ? "th" : "td");
  ++cell_;
  return *this;
}

// The head of a row needs none.
std::string TableWriter::label() const {
  if (shape_ == Shape::grid || cell_ == 0 || cell_ >= columns_.size()) return {};
  return fmt::format(" data-label=\"{}\"", html_escaped(columns_[cell_].title));
}

std::string TableWriter::take() {
  if (open_) out_ += "</tr>\n";
  out_ += "</tbody></table></div>\n";
  return std::move(out_);
}

namespace {

std::string in_language(const Site& site, std::string text) { return site.words.language() == "de" ? in_german(text) : text; }

}  // namespace

std::string number_text(const Site& site, double value, int decimals) { return in_language(site, human_number(value, decimals)); }
std::string percent_text(const Site& site, double percent) { return in_language(site, human_percent(percent)); }

std::string date_text(const Site& site, std::string_view edtf) {
  if (edtf.empty()) return {};
  const auto date = try_parse_edtf(edtf);
  return date ? in_language(site, human_date(*date)) : std::string(edtf);
}

std::string value_text(const Site& site, double value, std::string_view unit, std::string_view currency) {
  if (!currency.empty()) return in_language(site, human_money(value, currency));
  if (unit == "money") return number_text(site, value);
  if (unit == "percent") return percent_text(site, value);
  if (unit == "ratio" || unit == "score") return number_text(site, value, 2);
  if (unit.empty() || unit == "count") return number_text(site, value);
  const std::string_view own = site.words.find("unit." + std::string(unit));
  return number_text(site, value, 1) + "\u00a0" + std::string(own.empty() ? unit : own);
}

std::string indicator_title(const Site& site, std::string_view indicator) {
  const std::string_view own = site.words.find("indicator." + std::string(indicator));
  if (!own.empty()) return std::string(own);
  const IndicatorId id = site.context.indicator(indicator);
  return id ? site.context.indicators[id.value].title : std::string(indicator);
}

std::string source_link(const Site& site, const Place& place, SourceId source) {
  if (!source || source.value >= site.context.sources.size()) return {};
  const auto& one = site.context.sources[source.value];
  return link(place.to("sources/" + one.id + "/"), one.title);
}

std::string country_link(const Site& site, const Place& place, StateId state) {
  if (site.has_country && !site.has_country(state)) return html_escaped(site.names.of(state));
  return link(place.to(country_path(key_of(site, state))), site.names.of(state));
}

std::string pair_anchor(const Site& site, const Place& place, StateId a, StateId b, std::string_view text) {
  if (a == b) return site.has_country && !site.has_country(a) ? html_escaped(text) : link(place.to(country_path(key_of(site, a))), text);
  if (site.has_pair && !site.has_pair(a, b)) return html_escaped(text);
  return link(place.to(pair_link(site, a, b)), text);
}

}  // namespace comity::pages
