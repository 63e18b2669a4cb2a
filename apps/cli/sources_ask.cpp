#include "apps/cli/sources_ask.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "apps/cli/live.hpp"
#include "apps/cli/output.hpp"
#include "apps/cli/places.hpp"
#include "comity/base/date.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/sdmx_question.hpp"

namespace comity::cli {

void SourcesAsk::add_to(Arguments& arguments) {
  arguments.text("--provider", "NAME", "ask: whose interface, a file of data/providers/", provider_);
  arguments.list("--structure", "FILE,…", "ask: SDMX structure messages: the flow's data structure with its concepts and code lists", structures_);
  arguments.text("--flow", "ID", "ask: the flow, or its data structure (else the only one there is)", flow_);
}

void SourcesAsk::check_unused() const {
  if (!provider_.empty() || !structures_.empty() || !flow_.empty()) throw UsageError("--provider, --structure and --flow belong to ask", "comity sources ask \"goods exports, Germany to Kazakhstan, since 2015\" --provider imf --structure FILE --flow IMTS");
}

int SourcesAsk::run(const std::vector<std::string>& question) const {
  if (question.size() != 1) throw UsageError("ask takes one question in quotes", "comity sources ask \"goods exports, Germany to Kazakhstan, since 2015\" --provider imf --structure FILE");
  if (structures_.empty()) throw UsageError("ask needs the structure of what is asked for", "Name the publisher's structure message with --structure.");
  const auto providers = sources::read_providers(share_folder() / "data" / "providers");
  const auto provider = providers.find(provider_);
  if (provider == providers.end()) {
    std::vector<std::string> names;
    for (const auto& [name, one] : providers) names.push_back(name);
    const std::string near = nearest_word(provider_, names);
    throw UsageError(fmt::format("there is no provider '{}'", provider_), near.empty() ? "They are the files of data/providers/." : fmt::format("Did you mean {}?", near));
  }
  const auto states = load_register();
  formats::sdmx::Structures structures;
  for (const auto& file : structures_) structures.add(formats::sdmx::read_structures(file), file);
  const auto query = sources::make_query(sources::parse_question(question[0], *states), structures, flow_, provider->second, *states, parse_day(day_of_today({})));
  std::size_t width = 0, codes_width = 0;
  const auto shown = [](const sources::SdmxChoice& choice) { return choice.codes.empty() ? std::string("(open)") : fmt::format("{}", fmt::join(choice.codes, "+")); };
  for (const auto& choice : query.choices) width = std::max(width, choice.dimension.size()), codes_width = std::max(codes_width, shown(choice).size());
  Output out("-");
  for (const auto& choice : query.choices) out.write(fmt::format("{:<{}}  {:<{}}  {}\n", choice.dimension, width, shown(choice), codes_width, choice.why));
  out.write(fmt::format("\n{}\n{}\n", query.key, query.url));
  out.finish();
  return 0;
}

}  // namespace comity::cli
