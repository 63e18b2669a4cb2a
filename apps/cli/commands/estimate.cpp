// comity estimate: PPML and OLS with high-dimensional fixed effects, from a file of rows or a panel of the edition. The models are in the room
// analysis; here their words are read, their columns fetched, and their answers written.
#include <malloc.h>

#include <cmath>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/estimate_data.hpp"
#include "apps/cli/estimate_factors.hpp"
#include "apps/cli/estimate_output.hpp"
#include "apps/cli/estimate_panel.hpp"
#include "apps/cli/options.hpp"
#include "comity/analysis/fixed_effects.hpp"
#include "comity/analysis/ols.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/base/error.hpp"
#include "comity/base/give_back.hpp"
#include "comity/base/number.hpp"

namespace comity::cli {
namespace {

constexpr const char* fate_names[] = {"used", "missing", "no_weight", "singleton", "separated_effect", "separated_simplex", "separated_rectifier"};

class EstimateCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("MODEL FORMULA", "ppml or ols, then formulas: \"trade ~ rta + cu | exp^year + imp^year | exp^imp\"", words_);
    arguments.file("--data", "FILE", "the rows: CSV (also .gz) or Parquet", data_);
    panel_.add_to(arguments);
    arguments.text("--y", "Y", "the outcome, where there is no formula; log(Y) is its natural logarithm", y_);
    arguments.list("--x", "A,B", "the regressors", x_);
    arguments.list("--fe", "E,E^F", "fixed effects; E^F: of crossed keys; E[T]: with slopes of T; E[[T]]: slopes alone", fe_);
    arguments.list("--cluster", "C,D^E", "clusters of the standard errors, each one way", cluster_);
    arguments.text("--weights", "W", "weights of the rows", weights_);
    arguments.text("--offset", "O", "a regressor whose coefficient is 1", offset_);
    arguments.text("--where", "CONDITION", "SQL condition over the file's columns: only these rows", where_);
    arguments.choice("--se", "KIND", "standard errors; by default cluster with --cluster, else hetero", se_, {"iid", "hetero", "cluster"});
    arguments.choice("--convention", "NAME", "whose small-sample factors", convention_, {"fixest", "ppmlhdfe", "reghdfe", "none"});
    arguments.list("--ssc", "NAME=VALUE", "fixest's small-sample factors otherwise: fixef.K=none|nested|full, cluster.df=min|conventional, adj, cluster.adj, t.df", ssc_);
    arguments.choice("--singletons", "WHAT", "rows alone in a level of an effect", singletons_, {"keep", "drop"});
    arguments.list("--separation", "TESTS", "effect,simplex,rectifier (all by default), or none", separation_);
    arguments.list("--correct-bias", "EXP,IMP,YEAR", "Weidner and Zylkin's correction; the keys of exporter, importer and period", bias_);
    arguments.flag("--average-effects", "beside each coefficient what its regressor does on average, in units of the outcome and in percent", average_effects_);
    arguments.text("--tolerance", "T", "of the last step (1e-9)", tolerance_);
    arguments.number("--threads", "N", "the answer's bits do not depend on it", threads_, 1, 64);
    arguments.file("--rows", "FILE", "write what became of each row (of the first model) as CSV", rows_file_);
    arguments.file("--effects", "FILE", "write the fixed effects (of the first model) as CSV", effects_file_);
    format_.add_to(arguments, {"table", "json", "csv", "latex"}, "table");
    output_.add_to(arguments);
  }

  int run() override {
    const auto models = read_models();
    if (!ssc_.empty() && !convention_.empty() && convention_ != "fixest") throw UsageError("--ssc is about the factors of --convention fixest", "Leave one of them out.");
    factors_ = read_factors(ssc_);
    if (threads_ == 0) threads_ = int(std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::string> numbers, keys = bias_;
    for (const auto* one : {&weights_, &offset_}) {
      if (!one->empty()) numbers.push_back(*one);
    }
    const PassingFile passing(".parquet");
    if (panel_.is_asked()) panel_.write(passing.path(), threads_);
    // Columns, and the pieces that they are read in, go back to the system when they are freed, whatever was freed before.
    mallopt(M_MMAP_THRESHOLD, 1 << 16);
    EstimationData data(panel_.is_asked() ? passing.path() : std::filesystem::path(data_), panel_.is_asked() ? "the panel" : data_, models, numbers, keys, where_, threads_);
    for (const auto& [name, column] : data.all_keys()) {
      if (column.blanks > 0) fmt::print(stderr, "comity: column {}: {} keys with blanks around them are taken without (first in row {})\n", name, column.blanks, column.first_blank);
    }
    malloc_trim(0);
    mallopt(M_MMAP_THRESHOLD, 1 << 20);  // what an estimate takes again and again is smaller
    mallopt(M_TRIM_THRESHOLD, 16 << 20), mallopt(M_TOP_PAD, 4 << 20);
    // Columns of many millions of rows are mapped anew each time, whatever the threshold, and the system clears each page: a third of the whole time.
    constexpr std::size_t many_rows = 4'000'000;
    if (data.rows() > many_rows) mallopt(M_MMAP_MAX, 0), mallopt(M_TRIM_THRESHOLD, -1);
    std::vector<FittedModel> fitted;
    bool converged = true;
    for (std::size_t m = 0; m < models.size(); ++m) {
      fitted.push_back(fit(data, models[m], m + 1 == models.size()));
      converged = converged && fitted.back().estimate.convergence.converged;
    }
    if (!rows_file_.empty()) write_rows(fitted[0].estimate);
    if (!effects_file_.empty()) write_effects(fitted[0].estimate, data, models[0]);
    Output out = output_.open();
    write_models(fitted, format_.name, out);
    out.finish();
    if (!converged) fmt::print(stderr, "comity: not converged; the answer says why\n");
    return 0;
  }

 private:
  std::vector<ModelSpec> read_models() {
    if (words_.empty() || (words_[0] != "ppml" && words_[0] != "ols")) {
      throw UsageError(words_.empty() ? "estimate needs a model: ppml or ols" : fmt::format("'{}' is no model", words_[0]), "It may be ppml or ols. See: comity estimate --help");
    }
    panel_.check();
    if (data_.empty() != panel_.is_asked()) {
      throw UsageError(data_.empty() ? "estimate needs --data FILE or --panel A,B,…" : "--data and --panel are two sources of rows",
                       data_.empty() ? "A CSV file (also .gz) or a Parquet file with a row for each observation, or variables of the edition." : "Keep one of them.");
    }
    std::vector<ModelSpec> models;
    for (std::size_t i = 1; i < words_.size(); ++i) models.push_back(read_formula(words_[i]));
    if (!models.empty() && (!y_.empty() || !x_.empty())) throw UsageError("a formula and --y or --x are two ways to say the same", "Keep one of them.");
    if (models.empty()) {
      if (y_.empty()) throw UsageError("estimate needs an outcome: --y, or a formula", "For example: --y trade --x rta,cu --fe exp^year,imp^year,exp^imp --cluster exp^imp");
      models.push_back({y_, x_, {}, {}});
    }
    for (ModelSpec& model : models) {
      for (const auto& effect : fe_) model.effects.push_back(read_effect(effect));
      for (const auto& cluster : cluster_) model.clusters.push_back(read_crossing(cluster));
    }
    if (!bias_.empty() && bias_.size() != 3) throw UsageError("--correct-bias takes three keys", "Exporter, importer and period: --correct-bias exp,imp,year");
    return models;
  }

  analysis::Options options() const {
    analysis::Options out;
    out.threads = threads_;
    if (singletons_ == "drop" || (singletons_.empty() && (convention_ == "ppmlhdfe" || convention_ == "reghdfe"))) out.singletons = analysis::Singletons::drop;
    if (!separation_.empty()) {
      const auto has = [&](const char* test) { return std::ranges::find(separation_, test) != separation_.end(); };
      for (const auto& test : separation_) {
        if (test != "effect" && test != "simplex" && test != "rectifier" && test != "none") throw UsageError(fmt::format("--separation knows no '{}'", test), "It may be effect, simplex, rectifier or none.");
      }
      out.find_effect_separation = has("effect"), out.find_simplex_separation = has("simplex"), out.find_rectifier_separation = has("rectifier");
    }
    if (!tolerance_.empty()) {
      char* end = nullptr;
      out.tolerance = std::strtod(tolerance_.c_str(), &end);
      if (*end != 0 || !(out.tolerance > 0 && out.tolerance < 1)) throw UsageError(fmt::format("--tolerance cannot be '{}'", tolerance_), "A number between 0 and 1, such as 1e-9.");
    }
    return out;
  }

  analysis::Problem problem(EstimationData& data, const ModelSpec& spec, bool last) const {
    analysis::Problem problem;
    problem.y_name = spec.y;
    std::vector<std::vector<std::string>> crossings;
    for (const auto& effect : spec.effects) crossings.push_back(effect.keys);
    crossings.insert(crossings.end(), spec.clusters.begin(), spec.clusters.end());
    auto groups = data.groups(crossings, threads_);
    if (last && effects_file_.empty() && bias_.empty()) data.forget_keys();
    auto group = groups.begin();
    for (const auto& effect : spec.effects) {
      if (!effect.slope.empty() && effect.intercepts) problem.effects.push_back({*group, {}});
      problem.effects.push_back({std::move(*group++), effect.slope.empty() ? std::vector<double>() : data.numbers(effect.slope).values()});
    }
    problem.clusters.assign(std::move_iterator(group), std::move_iterator(groups.end()));
    if (!weights_.empty()) problem.weights = data.numbers(weights_).values();
    if (!offset_.empty()) problem.offset = data.numbers(offset_).values();
    // A term may stand twice (y and a regressor, say): the last model takes what stands once.
    const auto column = [&](const std::string& term) { return last && std::ranges::count(spec.x, term) + (term == spec.y) == 1 ? data.take_numbers(term) : data.numbers(term); };
    problem.x_names = spec.x;
    for (const auto& term : spec.x) problem.x.push_back(column(term));
    problem.y = column(spec.y).take();
    return problem;
  }

  FittedModel fit(EstimationData& data, const ModelSpec& spec, bool last) const {
    const analysis::Problem problem = this->problem(data, spec, last);
    analysis::Options how = options();
    how.keep_effects = !effects_file_.empty();
    FittedModel out;
    out.estimate = words_[0] == "ppml" ? analysis::estimate_ppml(problem, how) : analysis::estimate_ols(problem, how);
    const std::string kind = !se_.empty() ? se_ : spec.clusters.empty() ? "hetero" : "cluster";
    if (kind == "cluster" && spec.clusters.empty()) throw UsageError("--se cluster needs --cluster", "For example: --cluster exp^imp");
    out.kind = kind == "iid" ? analysis::ErrorKind::iid : kind == "hetero" ? analysis::ErrorKind::hetero : analysis::ErrorKind::cluster;
    out.convention = analysis::try_convention(convention_.empty() ? "fixest" : convention_).value();
    out.factors = factors_;
    out.covariance = analysis::covariance(out.estimate, out.kind, out.convention, out.factors);
    if (out.kind == analysis::ErrorKind::cluster) {
      for (const auto& cluster : problem.clusters) out.clusters.push_back(cluster.name);
    }
    if (!bias_.empty()) out.correction = analysis::correct_three_way_bias(out.estimate, data.group({bias_[0]}), data.group({bias_[1]}), data.group({bias_[2]}));
    if (average_effects_) {
      std::vector<const Column*> x;
      for (const auto& name : out.estimate.names) x.push_back(&problem.x[std::size_t(std::ranges::find(problem.x_names, name) - problem.x_names.begin())]);
      out.average_effects = analysis::average_effects(out.estimate, out.covariance, x);
    }
    auto& design = out.estimate.design;  // the answer is made: its rows stay, the rest makes room for the next model
    give_back(design.x, design.weight, design.residual, design.given_weight, design.clusters);
    return out;
  }

  // Row by row: used or why not, with the fitted value of the used ones.
  void write_rows(const analysis::Estimate& estimate) const {
    Output out(rows_file_);
    std::vector<double> fitted(estimate.fate.size(), std::nan(""));
    for (std::size_t i = 0; i < estimate.fitted.size(); ++i) fitted[estimate.design.row[i]] = estimate.model == "ppml" ? std::exp(estimate.fitted[i]) : estimate.fitted[i];
    std::string text = "row,fate,fitted\n";
    for (std::size_t i = 0; i < fitted.size(); ++i) {
      text += fmt::format("{},{},{}\n", i + 1, fate_names[std::size_t(estimate.fate[i])], std::isnan(fitted[i]) ? "" : exact(fitted[i]));
      if (text.size() > 1 << 20) out.write(text), text.clear();
    }
    out.write(text);
    out.finish();
  }

  void write_effects(const analysis::Estimate& estimate, const EstimationData& data, const ModelSpec& spec) const {
    Output out(effects_file_);
    out.write("effect,level,value,set\n");
    std::vector<std::vector<std::string>> keys;
    for (const auto& effect : spec.effects) {
      if (effect.intercepts) keys.push_back(effect.keys);
      if (!effect.slope.empty()) keys.push_back(effect.keys);
    }
    const auto recovered = analysis::recover_effects(estimate);
    for (std::size_t e = 0; e < recovered.size(); ++e) {
      std::vector<std::uint32_t> row_of(recovered[e].value.size(), analysis::no_level);
      for (std::size_t i = 0; i < estimate.rows; ++i) row_of[estimate.effect_levels[e].level[i]] = estimate.design.row[i];
      const std::string name = estimate.effect_slopes[e].empty() ? recovered[e].name : recovered[e].name + " (slope)";
      for (std::size_t level = 0; level < row_of.size(); ++level) {
        if (row_of[level] == analysis::no_level) continue;
        const std::string key = e < keys.size() ? data.level_text(keys[e], row_of[level]) : "";
        out.write(fmt::format("{},\"{}\",{},{}\n", name, key, exact(recovered[e].value[level]), recovered[e].set[level]));
      }
    }
    out.finish();
  }

  std::vector<std::string> words_, x_, fe_, cluster_, separation_, bias_, ssc_;
  analysis::FixestFactors factors_;
  std::string data_, y_, weights_, offset_, where_, se_, convention_, singletons_, tolerance_, rows_file_, effects_file_;
  int threads_ = 0;
  bool average_effects_ = false;
  PanelOption panel_;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_estimate_command() { return std::make_unique<EstimateCommand>(); }

}  // namespace comity::cli
