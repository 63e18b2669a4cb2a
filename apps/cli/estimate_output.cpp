#include "apps/cli/estimate_output.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "apps/cli/estimate_factors.hpp"
#include "apps/cli/rows.hpp"
#include "comity/base/number.hpp"

namespace comity::cli {
namespace {

using analysis::Estimate;
using analysis::Fate;

constexpr std::pair<Fate, const char*> left_out[] = {
    {Fate::missing, "missing"},           {Fate::no_weight, "no_weight"},                 {Fate::singleton, "singleton"},
    {Fate::separated_effect, "separated_effect"}, {Fate::separated_simplex, "separated_simplex"}, {Fate::separated_rectifier, "separated_rectifier"}};

std::string json_number(double value) { return std::isfinite(value) ? exact(value) : "null"; }

double p_of(const FittedModel& model, std::size_t k) {
  return analysis::p_value(model.estimate.coefficients[k] / model.covariance.standard_errors[k], model.covariance.degrees_of_freedom);
}

std::string errors_in_words(const FittedModel& model) {
  std::string out(id_of(model.kind));
  for (std::size_t i = 0; i < model.clusters.size(); ++i) out += (i ? " and " : " by ") + model.clusters[i];
  return out;
}

void write_json_model(const FittedModel& model, Output& output) {
  const Estimate& e = model.estimate;
  std::string out = fmt::format("{{\"model\":{},\"outcome\":{},\"rows\":{},\"rows_read\":{},\"left_out\":{{", json_text(e.model), json_text(e.y_name), e.rows, e.fate.size());
  for (bool first = true; const auto& [fate, name] : left_out) out += fmt::format("{}\"{}\":{}", std::exchange(first, false) ? "" : ",", name, e.count(fate));
  out += "},\"coefficients\":[";
  for (std::size_t k = 0; k < e.names.size(); ++k) {
    const double error = model.covariance.standard_errors[k];
    out += fmt::format("{}{{\"term\":{},\"estimate\":{},\"std_error\":{},\"statistic\":{},\"p_value\":{}", k ? "," : "", json_text(e.names[k]), json_number(e.coefficients[k]),
                       json_number(error), json_number(e.coefficients[k] / error), json_number(p_of(model, k)));
    if (model.correction && !model.correction->bias.empty()) {
      out += fmt::format(",\"bias\":{},\"corrected\":{},\"corrected_std_error\":{}", json_number(model.correction->bias[k]), json_number(model.correction->coefficients[k]),
                         model.correction->standard_errors.empty() ? "null" : json_number(model.correction->standard_errors[k]));
    }
    if (!model.average_effects.empty()) {
      const auto& average = model.average_effects[k];
      out += fmt::format(",\"average_effect\":{},\"average_effect_std_error\":{},\"percent\":{},\"percent_std_error\":{},\"is_switch\":{}", json_number(average.effect),
                         json_number(average.standard_error), json_number(average.percent), json_number(average.percent_error), average.is_switch);
    }
    out += "}";
  }
  out += "],\"dropped\":[";
  for (std::size_t i = 0; i < e.dropped.size(); ++i) {
    out += fmt::format("{}{{\"term\":{},\"reason\":{}}}", i ? "," : "", json_text(e.dropped[i].name), json_text(e.dropped[i].reason));
  }
  out += "],\"effects\":[";
  for (std::size_t i = 0; i < e.effects.size(); ++i) {
    const auto& effect = e.effects[i];
    out += fmt::format("{}{{\"name\":{},\"levels\":{},\"redundant\":{},\"redundant_is_exact\":{},\"slopes\":{}}}", i ? "," : "", json_text(effect.name), effect.levels, effect.redundant,
                       effect.exact, effect.is_slope);
  }
  out += fmt::format("],\"errors\":{{\"kind\":\"{}\",\"convention\":\"{}\",\"clusters\":[", id_of(model.kind), id_of(model.convention));
  for (std::size_t i = 0; i < model.clusters.size(); ++i) {
    out += fmt::format("{}{{\"name\":{},\"count\":{}}}", i ? "," : "", json_text(model.clusters[i]), i < model.covariance.clusters.size() ? model.covariance.clusters[i] : 0);
  }
  out += fmt::format("],\"factor\":{},\"parameters\":{},\"degrees_of_freedom\":{},{}\"mended\":{}}},\"log_likelihood\":{},\"null_log_likelihood\":{},\"deviance\":{},\"{}\":{},\"{}\":{}", json_number(model.covariance.factor), json_number(model.covariance.parameters),
                     model.covariance.degrees_of_freedom > 0 ? json_number(model.covariance.degrees_of_freedom) : "null",
                     model.convention == analysis::Convention::fixest ? "\"ssc\":" + factors_json(model.factors) + "," : "", model.covariance.mended,
                     json_number(e.log_likelihood), json_number(e.null_log_likelihood), json_number(e.deviance), e.model == "ppml" ? "pseudo_r2" : "r2",
                     json_number(e.r2), e.model == "ppml" ? "squared_correlation" : "within_r2", json_number(e.within_r2));
  if (model.correction) {
    out += fmt::format(",\"bias_correction\":{{\"exporters\":{},\"importers\":{},\"periods\":{},\"pairs\":{},\"remark\":{}}}", model.correction->exporters, model.correction->importers,
                       model.correction->periods, model.correction->pairs, json_text(model.correction->remark));
  }
  const auto& c = e.convergence;
  output.write(out + fmt::format(",\"converged\":{},\"iterations\":{},\"rounds\":{},\"last_change\":{},\"method\":{},\"diagnosis\":{}}}", c.converged, c.iterations, c.rounds,
                                 json_number(c.last_change), json_text(c.method), json_text(c.diagnosis)));
}

void write_csv(const std::vector<FittedModel>& models, Output& output) {
  const auto rows = make_row_writer("csv", output);
  const bool averages = std::ranges::any_of(models, [](const auto& model) { return !model.average_effects.empty(); });
  std::vector<Column> columns{{"number"}, {"model"}, {"outcome"}, {"term"}, {"estimate"}, {"std_error"}, {"statistic"}, {"p_value"}, {"rows"}, {"remark"}};
  if (averages) columns.insert(columns.end(), {{"average_effect"}, {"average_effect_std_error"}, {"percent"}, {"percent_std_error"}});
  rows->begin(columns);
  const auto number = [](double value) { return std::isfinite(value) ? Cell(exact(value)) : Cell(); };
  for (std::size_t m = 0; m < models.size(); ++m) {
    const Estimate& e = models[m].estimate;
    const auto head = [&](const std::string& term) { return std::vector<Cell>{std::to_string(m + 1), e.model, e.y_name, term}; };
    for (std::size_t k = 0; k < e.names.size(); ++k) {
      auto cells = head(e.names[k]);
      const double error = models[m].covariance.standard_errors[k];
      for (const double value : {e.coefficients[k], error, e.coefficients[k] / error, p_of(models[m], k)}) cells.push_back(number(value));
      cells.push_back(std::to_string(e.rows));
      cells.push_back(e.convergence.converged ? Cell() : Cell("not converged"));
      if (averages) {
        const auto& average = models[m].average_effects[k];
        for (const double value : {average.effect, average.standard_error, average.percent, average.percent_error}) cells.push_back(number(value));
      }
      rows->row(cells);
    }
    for (const auto& dropped : e.dropped) {
      auto cells = head(dropped.name);
      cells.resize(9);
      cells[8] = std::to_string(e.rows);
      cells.push_back(dropped.reason);
      cells.resize(columns.size());
      rows->row(cells);
    }
  }
  rows->end();
}

// Lines of a table of models side by side: a label, and a cell for each model.
struct Line {
  std::string label;
  std::vector<std::string> cells;
};

std::vector<std::string> all_terms(const std::vector<FittedModel>& models) {
  std::vector<std::string> out;
  for (const auto& model : models) {
    for (const auto& name : model.estimate.names) {
      if (std::ranges::find(out, name) == out.end()) out.push_back(name);
    }
  }
  return out;
}

std::string stars(double p) { return p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : ""; }

std::vector<Line> coefficient_lines(const std::vector<FittedModel>& models) {
  std::vector<Line> out;
  for (const auto& term : all_terms(models)) {
    Line value{term, {}}, error{"", {}}, corrected{"  corrected for bias", {}}, average{"  average effect", {}}, percent{"  percent", {}};
    for (const auto& model : models) {
      const auto& names = model.estimate.names;
      const auto k = std::size_t(std::ranges::find(names, term) - names.begin());
      const bool has = k < names.size();
      value.cells.push_back(has ? fmt::format("{:.4f}{}", model.estimate.coefficients[k], stars(p_of(model, k))) : "");
      error.cells.push_back(has ? fmt::format("({:.4f})", model.covariance.standard_errors[k]) : "");
      const bool has_correction = has && model.correction && !model.correction->bias.empty();
      corrected.cells.push_back(!has_correction ? ""
                                : model.correction->standard_errors.empty()
                                    ? fmt::format("{:.4f}", model.correction->coefficients[k])
                                    : fmt::format("{:.4f} ({:.4f})", model.correction->coefficients[k], model.correction->standard_errors[k]));
      const auto* mean = has && !model.average_effects.empty() ? &model.average_effects[k] : nullptr;
      average.cells.push_back(mean ? fmt::format("{:.4g} ({:.4g})", mean->effect, mean->standard_error) : "");
      percent.cells.push_back(mean && std::isfinite(mean->percent) ? fmt::format("{:.4g} ({:.4g})", mean->percent, mean->percent_error) : "");
    }
    out.push_back(std::move(value)), out.push_back(std::move(error));
    for (Line* line : {&corrected, &average, &percent}) {
      if (std::ranges::any_of(line->cells, [](const auto& cell) { return !cell.empty(); })) out.push_back(std::move(*line));
    }
  }
  return out;
}

std::vector<Line> foot_lines(const std::vector<FittedModel>& models) {
  std::vector<std::string> effects;
  for (const auto& model : models) {
    for (const auto& effect : model.estimate.effects) {
      const std::string name = effect.is_slope ? "slopes of " + effect.name : effect.name;
      if (std::ranges::find(effects, name) == effects.end()) effects.push_back(name);
    }
  }
  std::vector<Line> out;
  for (const auto& name : effects) {
    Line line{name, {}};
    for (const auto& model : models) {
      std::string cell;
      for (const auto& effect : model.estimate.effects) {
        if ((effect.is_slope ? "slopes of " + effect.name : effect.name) == name) cell = fmt::format("{} levels", effect.levels);
      }
      line.cells.push_back(cell);
    }
    out.push_back(std::move(line));
  }
  const auto add = [&](const char* label, auto cell) {
    Line line{label, {}};
    for (const auto& model : models) line.cells.push_back(cell(model));
    out.push_back(std::move(line));
  };
  add("errors", [](const FittedModel& m) { return errors_in_words(m); });
  add("rows", [](const FittedModel& m) { return fmt::format("{}", m.estimate.rows); });
  add("left out", [](const FittedModel& m) { return fmt::format("{}", m.estimate.fate.size() - m.estimate.rows); });
  add("log likelihood", [](const FittedModel& m) { return fmt::format("{:.6g}", m.estimate.log_likelihood); });
  add("(pseudo) R2", [](const FittedModel& m) { return fmt::format("{:.4f}", m.estimate.r2); });
  add("converged", [](const FittedModel& m) { return std::string(m.estimate.convergence.converged ? "yes" : "NO"); });
  return out;
}

void write_table(const std::vector<FittedModel>& models, Output& output) {
  const auto rows = make_row_writer("table", output);
  std::vector<Column> columns{{""}};
  for (std::size_t m = 0; m < models.size(); ++m) columns.push_back({fmt::format("({}) {} {}", m + 1, models[m].estimate.model, models[m].estimate.y_name), Column::number});
  rows->begin(columns);
  for (const auto& lines : {coefficient_lines(models), foot_lines(models)}) {
    for (const Line& line : lines) {
      std::vector<Cell> cells{line.label};
      cells.insert(cells.end(), line.cells.begin(), line.cells.end());
      rows->row(cells);
    }
  }
  rows->end();
  for (std::size_t m = 0; m < models.size(); ++m) {
    const Estimate& e = models[m].estimate;
    for (const auto& [fate, name] : left_out) {
      if (const auto count = e.count(fate)) output.write(fmt::format("({}) left out, {}: {} rows\n", m + 1, name, count));
    }
    for (const auto& dropped : e.dropped) output.write(fmt::format("({}) {} is not in the model: {}\n", m + 1, dropped.name, dropped.reason));
    if (models[m].correction && !models[m].correction->remark.empty()) output.write(fmt::format("({}) {}\n", m + 1, models[m].correction->remark));
    if (!e.convergence.converged) output.write(fmt::format("({}) NOT CONVERGED: {}\n", m + 1, e.convergence.diagnosis));
  }
}

std::string latex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '_': case '&': case '%': case '#': case '$': case '{': case '}': out += '\\', out += c; break;
      case '^': out += "\\^{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '\\': out += "\\textbackslash{}"; break;
      default: out += c;
    }
  }
  return out;
}

void write_latex(const std::vector<FittedModel>& models, Output& output) {
  output.write(fmt::format("\\begin{{tabular}}{{l{}}}\n\\toprule\n", std::string(models.size(), 'r')));
  Line head{"", {}};
  for (std::size_t m = 0; m < models.size(); ++m) head.cells.push_back(fmt::format("({}) {} {}", m + 1, models[m].estimate.model, models[m].estimate.y_name));
  const auto write = [&](const Line& line) {
    std::string out = latex(line.label);
    for (const auto& cell : line.cells) out += " & " + latex(cell);
    output.write(out + " \\\\\n");
  };
  write(head);
  output.write("\\midrule\n");
  for (const Line& line : coefficient_lines(models)) write(line);
  output.write("\\midrule\n");
  for (const Line& line : foot_lines(models)) write(line);
  output.write("\\bottomrule\n\\end{tabular}\n");
}

}  // namespace

void write_models(const std::vector<FittedModel>& models, const std::string& format, Output& output) {
  if (format == "csv") return write_csv(models, output);
  if (format == "latex") return write_latex(models, output);
  if (format == "table") return write_table(models, output);
  output.write("{\"models\":[");
  for (std::size_t m = 0; m < models.size(); ++m) {
    if (m > 0) output.write(",");
    write_json_model(models[m], output);
  }
  output.write("]}\n");
}

}  // namespace comity::cli
