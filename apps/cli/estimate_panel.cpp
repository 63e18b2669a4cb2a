#include "apps/cli/estimate_panel.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include "apps/cli/places.hpp"
#include "comity/base/error.hpp"
#include "comity/panel/write.hpp"

namespace comity::cli {

void PanelOption::add_to(Arguments& arguments) {
  arguments.list("--panel", "A,B,…", "the rows: a panel of directed pairs by year with these variables (comity panel --list)", variables_);
  arguments.choice("--system", "LIST", "of --panel: whose list of states (usually cow)", system_, {"cow", "gw", "iso"});
  arguments.number("--from", "YEAR", "of --panel: first year", from_, 1, 9999);
  arguments.number("--to", "YEAR", "of --panel: last year", to_, 1, 9999);
  edition_.add_to(arguments);
}

void PanelOption::check() const {
  if (!is_asked() && (!system_.empty() || from_ || to_)) throw UsageError("--system, --from and --to belong to --panel", "Name the panel's variables: --panel goods_imports,capdist --from 1990 --to 2014");
}

void PanelOption::write(const std::filesystem::path& file, int threads) const {
  panel::PanelRequest request;
  request.system = system_.empty() ? "cow" : system_;
  request.variables = variables_;
  request.frame.from_year = from_;
  request.frame.to_year = to_;
  request.threads = threads;
  auto database = edition_.open_database(false, threads);
  auto connection = database.connect();
  const panel::Panel panel = panel::make_panel(connection, *load_register(), request);
  std::fputs(panel::report_text(panel).c_str(), stderr);
  panel::write_panel(panel, file, threads);
}

PassingFile::PassingFile(const std::string& ending) : path_(std::filesystem::temp_directory_path() / fmt::format("comity-{}{}", ::getpid(), ending)) {}

PassingFile::~PassingFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace comity::cli
