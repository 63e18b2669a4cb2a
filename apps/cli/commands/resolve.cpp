// comity resolve: names and codes of states, one answer a line, in the order given; or every name inside a text. What
// is not understood has an empty answer and a reason, never a guess, unless --pick asks for one.
#include <unistd.h>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/line_reader.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "apps/cli/state_words.hpp"
#include "comity/base/error.hpp"
#include "comity/base/number.hpp"

namespace comity::cli {
namespace {

using world::How;
using world::Resolution;

class ResolveCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("NAME", "names, ISO codes, keys or Wikidata items, or texts with --in-text; without any, stdin", names_);
    arguments.text("--to", "SCHEME", "what to answer with: iso3 (the usual), iso2, cow, gw, m49, wikidata, key, name, name:LANGUAGE, …", to_);
    arguments.choice("--from", "SCHEME", "read the names as codes of this scheme", from_, code_schemes());
    arguments.text("--on", "DATE", "the day on which the name or code was in use, as 1991-12-26", on_);
    arguments.flag("--pick", "answer with a guess: the first of several, the nearest name of none", pick_);
    arguments.flag("--metonyms", "capitals stand for their states", metonyms_);
    arguments.flag("--all", "every candidate, a row each, best first", all_);
    arguments.flag("--in-text", "find names inside sentences, with their places in bytes and in characters", in_text_);
    arguments.list("--language", "CODE,…", "with --in-text: languages whose names in Latin letters count (else en)", languages_);
    format_.add_to(arguments, {"csv", "json", "table"}, "csv");
    output_.add_to(arguments);
  }

  int run() override {
    day_ = ask_day(on_);
    const auto states = load_register();
    resolver_ = load_resolver(states);
    words_ = std::make_unique<StateWords>(*resolver_, to_, day_);
    if (in_text_ && !from_.empty()) throw UsageError("--in-text and --from exclude one another", "Codes are not looked for in texts.");
    Output out = output_.open();
    const auto rows = make_row_writer(format_.name, out);
    in_text_ ? find(*rows) : resolve(*rows);
    rows->end();
    out.finish();
    return 0;
  }

 private:
  void resolve(RowWriter& rows) {
    rows.begin({{"name"}, {"answer"}, {"confidence", Column::number}, {"reason"}});
    for (const std::string& name : names_) answer(name, rows);
    if (!names_.empty()) return;
    LineReader lines;
    for (std::string_view line; lines.next(line);) answer(line, rows);
  }

  void answer(std::string_view name, RowWriter& rows) {
    if (!from_.empty()) return answer_code(name, rows);
    world::ResolveOptions options;
    options.day = day_.value_or(last_day), options.metonyms = metonyms_, options.pick = pick_;
    const Resolution found = resolver_->resolve(name, options);
    if (all_ && !found.candidates.empty()) {
      for (const auto& candidate : found.candidates) put(name, {candidate.state, candidate.score, candidate.how, {}, {}, true}, std::string(how_text(candidate.how)), rows);
      return;
    }
    std::string reason = resolver_->explain(found);
    // A person is told what is near; a stream of a million lines is not.
    if (found.how == How::none && !names_.empty()) {
      if (const auto near = resolver_->states().nearest_names(name, 3); !near.empty()) reason += fmt::format("; nearest: {}", fmt::join(near, ", "));
    }
    put(name, found, std::move(reason), rows);
  }

  void put(std::string_view name, const Resolution& found, std::string reason, RowWriter& rows) {
    double confidence = found.state ? found.confidence : 0;
    const std::string text = words_->answer(found.state, pick_, confidence, reason);
    cells_[0] = name, cells_[1] = text, cells_[2] = exact(round(confidence)), cells_[3] = std::move(reason);
    rows.row(std::span(cells_).first(4));
  }

  static double round(double share) { return static_cast<double>(static_cast<int>(share * 100 + 0.5)) / 100; }

  void answer_code(std::string_view code, RowWriter& rows) {
    Resolution out;
    if (!code.empty()) out.state = resolver_->states().by_code(from_, code, day_.value_or(last_day));
    out.confidence = out.state ? 1 : 0;
    std::string reason = code.empty() ? "empty" : out.state ? from_ : fmt::format("no state has this {} code{}", from_, day_ ? " on that day" : " today");
    put(code, out, std::move(reason), rows);
  }

  // A row each mention: places count from the text's beginning, the end is behind the last.
  void find(RowWriter& rows) {
    rows.begin({{"text", Column::number}, {"begin", Column::number}, {"end", Column::number}, {"begin_character", Column::number}, {"end_character", Column::number},
                {"name"}, {"answer"}, {"confidence", Column::number}, {"reason"}});
    for (std::size_t i = 0; i < names_.size(); ++i) find_in(i + 1, names_[i], rows, 0, 0);
    if (!names_.empty()) return;
    LineReader lines;
    std::string paragraph;
    std::size_t byte = 0, character = 0;
    const auto flush = [&] {
      find_in(1, paragraph, rows, byte, character);
      byte += paragraph.size(), character += characters(paragraph);
      paragraph.clear();
    };
    // No name goes across an empty line; a text without any is cut at a line's end before it fills the memory.
    for (std::string_view line; lines.next(line);) {
      paragraph.append(line);
      paragraph += lines.line_end();
      if (line.empty() || paragraph.size() > (1u << 20)) flush();
    }
    flush();
  }

  static std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
  }

  void find_in(std::size_t number, std::string_view text, RowWriter& rows, std::size_t byte, std::size_t character) {
    world::TextOptions options;
    options.day = day_.value_or(last_day), options.metonyms = metonyms_;
    if (!languages_.empty()) options.languages = languages_;
    std::size_t counted = 0;
    for (const auto& mention : resolver_->find_in_text(text, options)) {
      character += characters(text.substr(counted, mention.begin - counted));
      counted = mention.begin;
      const std::string_view name = text.substr(mention.begin, mention.end - mention.begin);
      Resolution found{mention.state(), mention.score, mention.how, mention.candidates, name, true};
      if (pick_ && !found.state && !mention.candidates.empty()) found.state = mention.candidates[0].state;
      std::string reason = mention.note.empty() ? resolver_->explain(found) : fmt::format("{}, but here likely {}", how_text(mention.how), mention.note);
      double confidence = found.state ? mention.score : 0;
      const std::string answer = words_->answer(found.state, pick_, confidence, reason);
      const Cell cells[] = {exact(static_cast<double>(number)), exact(static_cast<double>(byte + mention.begin)), exact(static_cast<double>(byte + mention.end)),
                            exact(static_cast<double>(character)), exact(static_cast<double>(character + characters(name))), std::string(name), answer,
                            exact(round(confidence)), reason};
      rows.row(cells);
    }
  }

  std::vector<std::string> names_, languages_;
  std::string to_ = "iso3", from_, on_;
  std::optional<Day> day_;
  bool pick_ = false, metonyms_ = false, all_ = false, in_text_ = false;
  std::shared_ptr<const world::Resolver> resolver_;
  std::unique_ptr<StateWords> words_;
  std::array<Cell, 4> cells_;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_resolve_command() { return std::make_unique<ResolveCommand>(); }

}  // namespace comity::cli
