// comity cite: how to cite what an edition holds: all its sources, those of a pair's dossier, one source, or one fact.
#include <set>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "comity/base/error.hpp"
#include "comity/dossier/dossier.hpp"
#include "comity/facts/citations.hpp"
#include "comity/facts/place.hpp"

namespace comity::cli {
namespace {

// A fact's key as outputs show it: 16 hexadecimal digits.
bool is_key(const std::string& text) { return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos; }

struct Cited {
  const facts::Source* source;
  std::string where;
};

class CiteCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("WHAT", "a source's id, a fact's key (16 hexadecimal digits), or two countries; without any, every source", words_);
    format_.add_to(arguments, {"bibtex", "csl-json"}, "bibtex");
    output_.add_to(arguments);
    edition_.add_to(arguments);
  }

  int run() override {
    const store::Edition edition(edition_.path(), load_register());
    const auto cited = find(edition);
    Output out = output_.open();
    const bool json = format_.name == "csl-json";
    std::string text = json ? "[" : "";
    for (std::size_t i = 0; i < cited.size(); ++i) {
      text += i ? json ? "," : "\n" : "";
      text += json ? facts::csl_item(*cited[i].source, cited[i].where) : facts::bibtex_entry(*cited[i].source, cited[i].where);
    }
    out.write(text + (json ? "]\n" : ""));
    out.finish();
    return 0;
  }

 private:
  std::vector<Cited> find(const store::Edition& edition) const {
    const auto& sources = edition.context().sources;
    std::vector<Cited> out;
    if (words_.size() == 1 && is_key(words_[0])) return cite_fact(edition, words_[0]);
    std::set<std::string> wanted;
    if (words_.size() == 1) {
      for (const auto& source : sources) {
        if (!source.id.empty() && source.id == words_[0]) wanted.insert(source.id);
      }
      if (wanted.empty()) fail_unknown(sources);
    } else if (!words_.empty()) {
      const auto [a, b] = ask_pair(*edition.context().states, words_, "cite");
      auto session = edition.session();
      const auto facts = session.pair_facts(a, b);
      const auto report = dossier::make_dossier(facts, edition.context());
      for (const auto& citation : report.citations) wanted.insert(citation.source->id);
    }
    for (const auto& source : sources) {
      if (!source.id.empty() && (words_.empty() || wanted.contains(source.id))) out.push_back({&source, {}});
    }
    return out;
  }

  static std::vector<Cited> cite_fact(const store::Edition& edition, const std::string& key) {
    auto session = edition.session();
    std::vector<Cited> out;
    std::set<std::string> known;
    for (const char* table : {"observation", "event", "mission", "membership", "agreement", "presence", "fx_rate"}) {
      auto result = session.connection().query(fmt::format("SELECT source, file, record FROM {} WHERE key = {}::UBIGINT", table, std::stoull(key, nullptr, 16)));
      while (const auto chunk = result.next()) {
        for (std::size_t i = 0; i < chunk.rows(); ++i) {
          const auto& source = edition.context().sources.at(chunk.get<std::uint16_t>(0, i));
          std::string where = "Fact " + key;
          if (!chunk.is_null(1, i)) {
            const auto& file = edition.context().files.at(chunk.get<std::uint32_t>(1, i));
            where += ": " + file.path;
            if (!chunk.is_null(2, i) && chunk.get<std::uint64_t>(2, i)) where += ", " + facts::record_words(file, chunk.get<std::uint64_t>(2, i));
          }
          if (known.insert(source.id + where).second) out.push_back({&source, where});
        }
      }
    }
    if (out.empty()) throw NotFound(fmt::format("no fact has the key {}", key), "Keys stand in the JSON of a dossier, under facts.");
    return out;
  }

  [[noreturn]] void fail_unknown(const std::vector<facts::Source>& sources) const {
    std::vector<std::string> known;
    for (const auto& source : sources) known.push_back(source.id);
    const std::string near = nearest_word(words_[0], known);
    throw NotFound(fmt::format("'{}' is neither a source nor a fact's key", words_[0]),
                   fmt::format("{}All sources: comity sources. For a pair name two countries.", near.empty() ? "" : fmt::format("Did you mean {}? ", near)));
  }

  std::vector<std::string> words_;
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_cite_command() { return std::make_unique<CiteCommand>(); }

}  // namespace comity::cli
