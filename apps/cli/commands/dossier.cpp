// comity dossier A B: everything between two states. Without --format it prints text and leaves a page beside.
#include <map>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/keep_memory.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/terminal.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/document/render.hpp"
#include "comity/dossier/dossier.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_of_formats() {
  std::vector<std::string> out;
  for (const auto& renderer : document::renderers()) out.emplace_back(renderer.name);
  return out;
}

// What a file's name says of its format; text when it says nothing.
const document::Renderer& renderer_of_file(const std::string& file) {
  const std::string extension = fs::path(file).extension().string();
  for (const auto& renderer : document::renderers()) {
    if (extension == std::string(".") + renderer.extension) return renderer;
  }
  return document::find_renderer("text");
}

// "germany-kazakhstan.html"
std::string page_name(const world::State& a, const world::State& b) {
  std::string out = world::fold_name(a.name) + "-" + world::fold_name(b.name);
  for (char& c : out) {
    if (c == ' ' || c == '/') c = '-';
  }
  return out + ".html";
}

// A page of that name may be somebody's own work.
void check_is_ours(const fs::path& page) {
  if (!fs::exists(page)) return;
  const bool ours = fs::is_regular_file(page) && read_file(page).substr(0, 4096).find(document::html_marker) != std::string::npos;
  if (!ours) {
    throw StoreError(fmt::format("{} is there already and was not written by Comity", page.string()), "Move it away, or say where to write: --format html --output FILE");
  }
}

// Texts made by several threads, passed on in the order of their numbers.
class InOrder {
 public:
  explicit InOrder(Output& output) : output_(output) {}
  void add(std::size_t number, std::string text) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(number, std::move(text));
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.begin(), ++next_) {
      output_.write(first->second);
      waiting_.erase(first);
    }
  }

 private:
  std::mutex mutex_;
  Output& output_;
  std::map<std::size_t, std::string> waiting_;
  std::size_t next_ = 0;
};

class DossierCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("A B", "two countries, each a name, an ISO code or a key: Germany, KAZ, \"South Korea\", SUN", names_);
    arguments.choice("--profile", "PROFILE", "brief (two printed pages), article (the order of an encyclopaedia) or full (the usual)", profile_, {"brief", "article", "full"});
    format_.add_to(arguments, names_of_formats(), "");
    output_.add_to(arguments, "write here; - is stdout. The format follows from the name's ending when --format is not given");
    arguments.number("--since", "YEAR", "leave out what ended before", request_.since, 1000, 2099);
    arguments.number("--until", "YEAR", "leave out what came after", request_.until, 1000, 2099);
    arguments.choice("--language", "LANGUAGE", "of the text: en", language_, {"en"});
    arguments.flag("--all", "every pair of which anything is known, one dossier a line (--format json), or a file each where --output is a folder", all_);
    arguments.number("--threads", "N", "for --all: how many at once (usually as many as there are cores)", threads_, 1, 64);
    edition_.add_to(arguments);
  }

  int run() override {
    request_.profile = *dossier::try_profile(profile_);
    if (request_.since && request_.until && request_.since > request_.until) {
      throw UsageError(fmt::format("--since {} is later than --until {}", request_.since, request_.until));
    }
    if (all_) return run_all();
    const auto states = load_register();
    const auto [a, b] = ask_pair(*states, names_, "dossier");
    // Never closed: the process ends here, and to take a read-only database apart costs milliseconds and saves nothing.
    auto& edition = *new store::Edition(edition_.path(), states);
    if (format_.name.empty() && output_.target.empty()) return print_and_leave_page(edition, a, b);
    const auto& renderer = !format_.name.empty() ? document::find_renderer(format_.name) : renderer_of_file(output_.target);
    if (std::string_view(renderer.name) == "html") edition.load_shapes();
    Output out = output_.open();
    out.write(renderer.render(make(edition, a, b), options(out.is_stdout())));
    out.finish();
    return 0;
  }

 private:
  document::Report make(const store::Edition& edition, StateId a, StateId b) const {
    auto session = edition.session();
    return dossier::make_dossier(session.pair_facts(a, b), edition.context(), request_);
  }

  static document::RenderOptions options(bool to_stdout) {
    document::RenderOptions out;
    if (to_stdout) out.color = stdout_has_color(), out.width = stdout_width();
    return out;
  }

  int print_and_leave_page(store::Edition& edition, StateId a, StateId b) const {
    const auto& states = *edition.context().states;
    const std::string page = page_name(states.state(a), states.state(b));
    check_is_ours(page);
    edition.load_shapes();
    const document::Report report = make(edition, a, b);
    Output file(page);
    file.write(document::render_html(report, {}));
    file.finish();  // first: who reads the text through a pipe may close it early, and that ends the program
    Output out("-");
    out.write(document::render_text(report, options(true)));
    out.finish();
    std::fprintf(stderr, "\nThe same as a page, with charts and maps: %s\n", page.c_str());
    return 0;
  }

  int run_all() {
    if (!names_.empty()) throw UsageError("--all takes no countries", "Leave out the names, or leave out --all.");
    const auto& renderer = document::find_renderer(format_.name.empty() ? "json" : format_.name);
    const bool to_folder = !output_.target.empty() && output_.target != "-" && fs::is_directory(output_.target);
    if (!to_folder && std::string_view(renderer.name) != "json") {
      throw UsageError(fmt::format("dossiers as {} cannot stand one behind the other", renderer.name), "Name a folder that exists with --output, or take --format json.");
    }
    keep_memory();
    store::Edition edition(edition_.path(), load_register());
    if (std::string_view(renderer.name) == "html") edition.load_shapes();
    const int threads = threads_ ? threads_ : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const auto render = [&](const facts::PairFacts& facts) { return renderer.render(dossier::make_dossier(facts, edition.context(), request_), {}); };
    TerminalProgress progress;
    progress.step("dossiers", edition.pair_count());
    if (to_folder) {
      const auto& states = *edition.context().states;
      edition.for_each_pair(threads, [&](std::size_t number, const facts::PairFacts& facts) {
        const auto name = fmt::format("{}-{}.{}", states.state(facts.a).key, states.state(facts.b).key, renderer.extension);
        Output file((fs::path(output_.target) / name).string());
        file.write(render(facts));
        file.finish();
        if (number % 64 == 0) progress.advance(number);
      });
      return 0;
    }
    Output out = output_.open();
    InOrder order(out);
    edition.for_each_pair(threads, [&](std::size_t number, const facts::PairFacts& facts) {
      order.add(number, render(facts));
      if (number % 64 == 0) progress.advance(number);
    });
    out.finish();
    return 0;
  }

  std::vector<std::string> names_;
  std::string profile_ = "full", language_ = "en";
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
  dossier::Request request_;
  bool all_ = false;
  int threads_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_dossier_command() { return std::make_unique<DossierCommand>(); }

}  // namespace comity::cli
