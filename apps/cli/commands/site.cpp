// comity site: the whole edition as a folder of static pages, to be put on any web space.
#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/terminal.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/base/number.hpp"
#include "comity/site/site.hpp"

namespace comity::cli {
namespace {

class SiteCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.file("--output", "DIR", "the folder to write into: empty, or a site that is there already", request_output_);
    arguments.list("--language", "LANGUAGE,…", "of the pages, the first at the root (usually en,de); the text of a dossier is English", languages_);
    arguments.list("--only", "COUNTRY,…", "these countries and the pairs among them (usually all)", only_);
    arguments.text("--address", "URL", "where the site will stand: for sitemap.xml and canonical links", request_.address);
    arguments.list("--include-unlicensed", "ID,…", "also facts of these sources, although their terms are unknown or forbid passing them on: what you do with them is yours to answer for", request_.include);
    arguments.number("--threads", "N", "how many pairs at once (usually as many as there are cores)", threads_, 1, 64);
    edition_.add_to(arguments);
  }

  int run() override {
    if (request_output_.empty()) throw UsageError("site needs a folder to write into", "Name it: comity site --output DIR");
    request_.folder = request_output_;
    request_.data_folder = share_folder() / "data";
    if (!languages_.empty()) request_.languages = languages_;
    request_.threads = threads_ ? threads_ : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    request_.version = COMITY_VERSION;
    request_.program = sha256_of_file("/proc/self/exe");
    const auto states = load_register();
    for (const auto& name : only_) request_.only.push_back(states->understand(name));
    if (request_.only.size() == 1) throw UsageError("--only names one country", "Name two or more: a site is made of pairs.");
    const auto names = load_resolver(states);
    store::Edition edition(edition_.path(), states, {.read_only = true, .threads = 2});
    TerminalProgress progress;
    const auto made = site::write_site(edition, *names, request_, progress);
    report(made);
    return 0;
  }

 private:
  static std::string count(std::size_t n) { return human_number(static_cast<double>(n)); }

  void report(const site::Made& made) const {
    Output out("-");
    out.write(fmt::format("{}: {} pairs ({} written, {} as they were, {} removed), {} countries; {} files, {:.1f} MB written\n", request_output_, count(made.pairs), count(made.pairs_written), count(made.pairs_kept),
                          count(made.pairs_removed), count(made.countries), count(made.pages), static_cast<double>(made.bytes) / 1e6));
    if (!made.left_out.empty()) out.write(fmt::format("\nLeft out, because their terms are unknown or forbid it: {}\n", fmt::join(made.left_out, ", ")));
    if (!request_.include.empty()) out.write(fmt::format("\nAsked for by name, against their terms or without any: {}\n", fmt::join(request_.include, ", ")));
    if (request_.address.empty()) out.write("\nNo sitemap and no canonical links without --address.\n");
    out.finish();
  }

  std::string request_output_;
  std::vector<std::string> languages_, only_;
  site::Request request_;
  int threads_ = 0;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_site_command() { return std::make_unique<SiteCommand>(); }

}  // namespace comity::cli
