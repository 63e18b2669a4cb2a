#include "comity/pages/rankings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "comity/base/csv_text.hpp"
#include "comity/base/number.hpp"
#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

constexpr std::uint32_t few_pairs = 300;  // fewer: the books are of few countries, and no ranking of the world

std::string indicator_key(const Site& site, const Slice& slice) { return site.context.indicators[slice.indicator.value].id; }

// A field of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_field(std::string_view text) {
  std::string out;
  if (!text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '@' || (text[0] == '-' && text.size() > 1 && !(text[1] >= '0' && text[1] <= '9')))) out += '\'';
  out += text;
  std::string field;
  append_csv(field, out);
  return field;
}

std::string dataset_json(const Site& site, const RankingData& data, const std::string& title) {
  const auto& source = site.context.sources[data.slice.source.value];
  const std::string distribution = data.csv.empty() || site.address.empty() ? "" : fmt::format(R"(,"distribution":{{"@type":"DataDownload","encodingFormat":"text/csv","contentUrl":{}}})", json_text(site.address + data.csv));
  return fmt::format(R"({{"@context":"https://schema.org","@type":"Dataset","name":{},"description":{},"version":{},"temporalCoverage":{},"license":{},"creator":{{"@type":"Organization","name":{}}},"citation":{}{}}})",
                     json_text(title), json_text(site.context.indicators[data.slice.indicator.value].description), json_text(site.context.edition), json_text(to_string(data.slice.period_start).substr(0, data.slice.period_months == 12 ? 4 : data.slice.period_months == 1 ? 7 : 10)),
                     json_text(source.licence), json_text(source.publisher.empty() ? source.title : source.publisher), json_text(source.citation), distribution);
}

std::string other_indicators(const Site& site, const Place& place, const RankingData& data, std::string_view folder) {
  std::string out = fmt::format("<nav aria-label=\"{}\"><ul class=\"actions\">", site.words("rankings.others"));
  for (const auto& slice : data.others) {
    const std::string title = html_escaped(indicator_title(site, indicator_key(site, slice)));
    out += slice.indicator == data.slice.indicator ? fmt::format("<li><span aria-current=\"page\">{}</span></li>", title)
                                                   : fmt::format("<li><a href=\"{}\">{}</a></li>", html_escaped(place.to(fmt::format("{}/{}/", folder, indicator_key(site, slice)))), title);
  }
  return out + "</ul></nav>\n";
}

}  // namespace

std::string period_text(const Site& site, const Slice& slice) {
  const Day day = slice.period_start;
  if (slice.period_months == 0) return date_text(site, to_string(day));
  const std::string year = std::to_string(year_of(day));
  if (slice.period_months == 12 && slice.at_end) return site.words.with("period.end_of", {year});
  if (slice.period_months == 12) return year;
  return date_text(site, to_string(day).substr(0, 7)) + (slice.period_months == 1 ? "" : fmt::format(" (+{})", slice.period_months));
}

namespace {

// How the figures were made or published, which sources write in English; a text of no known form stays as it is.
std::string variant_text(const Site& site, std::string_view variant) {
  const Words& w = site.words;
  if (variant == "net") return std::string(w("variant.net"));
  if (variant == "gross") return std::string(w("variant.gross"));
  if (variant == "country of origin") return std::string(w("variant.origin"));
  if (variant == "country of consignment") return std::string(w("variant.consignment"));
  const auto behind = [&](std::string_view begin) { return variant.starts_with(begin) ? std::string(variant.substr(begin.size())) : std::string(); };
  if (const std::string year = behind("rev"); year.size() == 4) return w.with("variant.revision", {year});
  if (const std::string year = behind("book of "); !year.empty()) return w.with("variant.book", {year});
  if (const std::string year = behind("World Bank matrix of "); !year.empty()) return w.with("variant.matrix", {year});
  constexpr std::string_view end = " gives it";
  if (std::string name = behind("as the profile of "); name.ends_with(end)) {
    name.resize(name.size() - end.size());
    const auto& states = site.context.states->states();
    const auto state = std::ranges::find(states, name, &world::State::name);
    return w.with("variant.profile", {state == states.end() ? std::string_view(name) : site.names.of(state->id)});
  }
  return std::string(variant);
}

}  // namespace

std::string slice_line(const Site& site, const Place& place, const Slice& slice) {
  const Words& w = site.words;
  const std::string_view books = slice.books == facts::Side::from_side ? w("books.from") : slice.books == facts::Side::to_side ? w("books.to") : w("books.third");
  std::string out = fmt::format("{}, {}", html_escaped(period_text(site, slice)), books);
  if (!slice.variant.empty()) out += fmt::format(", {}", html_escaped(variant_text(site, slice.variant)));
  if (slice.estimated) out += fmt::format(" <span class=\"badge estimate\">{}</span>", w("badge.estimate"));
  return out + fmt::format(". {} {}.", w("source"), source_link(site, place, slice.source));
}

namespace {

// The table in full comes from the CSV, whose names are English: a page of another language brings its own.
std::string names_json(const Site& site, const RankingData& data) {
  if (site.words.language() == "en") return {};
  std::map<std::string, std::string_view> names;
  for (const auto& row : data.rows) {
    for (const StateId state : {row.from, row.to, row.reporter}) {
      if (state) names.emplace(key_of(site, state), site.names.of(state));
    }
  }
  std::string out;
  for (const auto& [key, name] : names) out += fmt::format("{}{}:{}", out.empty() ? "" : ",", json_text(key), json_text(name));
  return "{\"names\":{" + out + "}}";
}

}  // namespace

std::string rankings_index_page(const Site& site, const std::vector<Slice>& slices) {
  const Words& w = site.words;
  Page page{.kind = "rankings", .path = "rankings/", .title = std::string(w("rankings.title")), .description = std::string(w("rankings.lead"))};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("rankings.lead"), "lead");
  TableWriter table(w("rankings.title"), {{std::string(w("column.indicator"))}, {std::string(w("column.period"))}, {std::string(w("column.pairs")), true}, {std::string(w("column.matrix"))}, {std::string(w("column.source"))}});
  for (const auto& slice : slices) {
    const std::string key = indicator_key(site, slice);
    table.row().html(link(place.to("rankings/" + key + "/"), indicator_title(site, key))).text(period_text(site, slice)).number(slice.pairs, number_text(site, slice.pairs));
    table.html(link(place.to("matrix/" + key + "/"), w("rankings.as_matrix"))).html(source_link(site, place, slice.source));
  }
  page.text += table.take();
  return write_page(site, page);
}

std::string ranking_page(const Site& site, const RankingData& data, std::size_t most) {
  const Words& w = site.words;
  const std::string key = indicator_key(site, data.slice), title = indicator_title(site, key);
  Page page{.kind = "rankings", .path = "rankings/" + key + "/", .title = title, .description = w.with("ranking.description", {title, period_text(site, data.slice)})};
  page.body_class = "site-wide";
  page.data = {{"indicator", key}, {"csv", data.csv.empty() ? "" : Place(site, page.path).root() + data.csv}};
  const Place place(site, page.path);
  page.text = fmt::format("<p>{}</p>\n", slice_line(site, place, data.slice));
  page.text += paragraph(w("ranking.reading"), "lead");
  if (data.slice.pairs < few_pairs) page.text += paragraph(w.with("ranking.few", {std::to_string(data.slice.pairs)}));
  const std::size_t shown = std::min(most, data.rows.size());
  page.text += "<ul class=\"actions\">";
  if (!data.csv.empty()) page.text += fmt::format("<li><a href=\"{}\" download=\"\">{}</a></li>", html_escaped(place.root() + data.csv), html_escaped(w.with("ranking.csv", {number_text(site, static_cast<double>(data.rows.size()))})));
  page.text += fmt::format("<li><a href=\"{}\">{}</a></li></ul>\n", html_escaped(place.to("matrix/" + key + "/")), w("rankings.as_matrix"));
  TableWriter table(title, {{std::string(w("column.place")), true}, {std::string(w("column.from"))}, {std::string(w("column.to"))}, {std::string(w("column.value")), true}, {std::string(w("column.pair"))}});
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& row = data.rows[i];
    table.row().text(std::to_string(i + 1)).html(country_link(site, place, row.from)).html(country_link(site, place, row.to));
    table.number(row.value, value_text(site, row.value, data.slice.unit, data.slice.currency)).html(pair_anchor(site, place, row.from, row.to, key_of(site, row.from) + " – " + key_of(site, row.to)));
  }
  page.text += table.take();
  page.json = names_json(site, data);
  if (shown < data.rows.size()) page.text += paragraph(w.with("ranking.first", {number_text(site, static_cast<double>(shown)), number_text(site, static_cast<double>(data.rows.size()))}), "note");
  page.text += other_indicators(site, place, data, "rankings");
  page.linked_data = dataset_json(site, data, title);
  return write_page(site, page);
}

std::string ranking_csv(const Site& site, const RankingData& data) {
  const Slice& slice = data.slice;
  std::string out = "from,to,from_name,to_name,value,unit,currency,period,reporter,source,key\n";
  const std::string tail = fmt::format("{},{},{}", csv_field(slice.unit), csv_field(slice.currency), csv_field(to_string(slice.period_start) + (slice.at_end ? " (end of period)" : "")));
  for (const auto& row : data.rows) {
    out += fmt::format("{},{},{},{},{},{},{},{},{}\n", csv_field(key_of(site, row.from)), csv_field(key_of(site, row.to)), csv_field(site.names.of(row.from)), csv_field(site.names.of(row.to)), exact(row.value), tail,
                       csv_field(key_of(site, row.reporter)), csv_field(site.context.sources[row.source.value].id), key_text(row.key));
  }
  return out;
}

namespace {

// The states with the most of it on either side, largest first.
std::vector<StateId> largest_states(const RankingData& data, std::size_t most) {
  std::map<std::uint16_t, double> sums;
  for (const auto& row : data.rows) {
    sums[row.from.value] += std::fabs(row.value);
    sums[row.to.value] += std::fabs(row.value);
  }
  std::vector<std::pair<double, std::uint16_t>> order;
  for (const auto& [state, sum] : sums) order.emplace_back(-sum, state);
  std::ranges::sort(order);
  std::vector<StateId> out;
  for (std::size_t i = 0; i < order.size() && i < most; ++i) out.push_back(StateId{order[i].second});
  return out;
}

// Seven classes, each with the same number of cells: figures of pairs span many powers of ten.
std::vector<double> class_limits(std::vector<double> values) {
  std::ranges::sort(values);
  std::vector<double> out;
  for (std::size_t i = 1; i < 7 && !values.empty(); ++i) out.push_back(values[values.size() * i / 7]);
  return out;
}

std::size_t class_of(double value, const std::vector<double>& limits) { return static_cast<std::size_t>(std::ranges::upper_bound(limits, value) - limits.begin()) + 1; }

std::string heat_key(const Site& site, const Slice& slice, const std::vector<double>& limits) {
  std::string out = "<ul class=\"heat-key\">";
  for (std::size_t i = 0; i <= limits.size(); ++i) {
    const std::string low = i == 0 ? "" : value_text(site, limits[i - 1], slice.unit, slice.currency), high = i == limits.size() ? "" : value_text(site, limits[i], slice.unit, slice.currency);
    out += fmt::format("<li><span class=\"q{}\"></span> {}</li>", i + 1, html_escaped(low.empty() ? "< " + high : high.empty() ? "≥ " + low : low + " – " + high));
  }
  return out + "</ul>\n";
}

}  // namespace

std::string matrix_page(const Site& site, const RankingData& data, std::size_t most) {
  const Words& w = site.words;
  const std::string key = indicator_key(site, data.slice), title = indicator_title(site, key);
  Page page{.kind = "matrix", .path = "matrix/" + key + "/", .title = w.with("matrix.title", {title}), .description = w.with("ranking.description", {title, period_text(site, data.slice)})};
  page.body_class = "site-wide";
  page.data = {{"indicator", key}};
  const Place place(site, page.path);
  const auto states = largest_states(data, most);
  std::map<std::pair<std::uint16_t, std::uint16_t>, double> cells;
  std::vector<double> values;
  const bool symmetric = site.context.indicators[data.slice.indicator.value].symmetric;
  for (const auto& row : data.rows) {
    cells[{row.from.value, row.to.value}] = row.value;
    if (symmetric) cells[{row.to.value, row.from.value}] = row.value;
  }
  // Classes of what is shown: over all pairs, those of the largest states would be one.
  for (const StateId from : states) {
    for (const StateId to : states) {
      const auto cell = cells.find({from.value, to.value});
      if (from != to && cell != cells.end()) values.push_back(cell->second);
    }
  }
  const auto limits = class_limits(std::move(values));
  page.text = fmt::format("<p>{}</p>\n", slice_line(site, place, data.slice)) + paragraph(w.with("matrix.reading", {std::to_string(states.size())}), "lead") + heat_key(site, data.slice, limits);
  page.text += fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{0}\"><table class=\"heat\"><caption class=\"spoken\">{0}</caption><thead><tr><td>{1}</td>", html_escaped(page.title), w("matrix.corner"));
  for (const StateId to : states) page.text += fmt::format("<th scope=\"col\" title=\"{}\">{}</th>", html_escaped(site.names.of(to)), html_escaped(key_of(site, to)));
  page.text += "</tr></thead><tbody>\n";
  for (const StateId from : states) {
    page.text += fmt::format("<tr><th scope=\"row\">{}</th>", country_link(site, place, from));
    for (const StateId to : states) {
      const auto cell = cells.find({from.value, to.value});
      if (from == to) page.text += "<td class=\"self\"></td>";
      else if (cell == cells.end()) page.text += "<td></td>";
      else {
        const std::string words = html_escaped(fmt::format("{} → {}: {}", site.names.of(from), site.names.of(to), value_text(site, cell->second, data.slice.unit, data.slice.currency)));
        const bool linked = from != to && (!site.has_pair || site.has_pair(from, to));
        if (!linked) page.text += fmt::format("<td class=\"q{}\" title=\"{}\"></td>", class_of(cell->second, limits), words);
        else page.text += fmt::format("<td class=\"q{0}\"><a href=\"{1}\" title=\"{2}\" aria-label=\"{2}\"></a></td>", class_of(cell->second, limits), html_escaped(place.to(pair_link(site, from, to))), words);
      }
    }
    page.text += "</tr>\n";
  }
  page.text += "</tbody></table></div>\n";
  page.text += fmt::format("<ul class=\"actions\"><li><a href=\"{}\">{}</a></li></ul>\n", html_escaped(place.to("rankings/" + key + "/")), w("matrix.as_table"));
  page.text += other_indicators(site, place, data, "matrix");
  return write_page(site, page);
}

}  // namespace comity::pages
