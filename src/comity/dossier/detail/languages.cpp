#include "comity/dossier/detail/languages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Language {
  const Observation* a = nullptr;
  const Observation* b = nullptr;
  double smaller() const { return std::min(a->value, b->value); }
};

// "sr" of "sr_Latn": a language written in two scripts is one language.
std::string_view spoken(const Observation& o) {
  const std::string_view tag = o.product;
  return tag.substr(0, tag.find('_'));
}

std::vector<Language> shared_languages(const Shelf& shelf) {
  std::vector<Language> out;
  const IndicatorId wanted = shelf.context.indicator("language_share");
  if (!wanted) return out;
  for (const Observation& a : shelf.facts.of_a->of(wanted)) {
    if (!a.usable()) continue;
    for (const Observation& b : shelf.facts.of_b->of(wanted)) {
      if (b.usable() && spoken(b) == spoken(a) && b.from_where.source == a.from_where.source) out.push_back({&a, &b});
    }
  }
  std::erase_if(out, [](const Language& l) { return l.smaller() < 1; });
  std::ranges::stable_sort(out, std::ranges::greater{}, &Language::smaller);
  std::vector<Language> once;
  for (const Language& l : out) {
    if (std::ranges::none_of(once, [&](const Language& o) { return spoken(*o.a) == spoken(*l.a); })) once.push_back(l);
  }
  return once;
}

// The note begins with the language's name: "Russian, official". One of a script ("Traditional Chinese") gives way to the plain one.
std::string name_of(const Language& l) {
  const Observation& o = l.a->product == spoken(*l.a) ? *l.a : *l.b;
  return std::string(o.note.substr(0, o.note.find(',')));
}

}  // namespace

std::optional<document::Block> common_languages(const Shelf& shelf) {
  const auto languages = shared_languages(shelf);
  if (languages.empty()) return std::nullopt;
  constexpr std::size_t at_most = 5;
  const std::size_t told = std::min(languages.size(), at_most);
  Words words(shelf);
  words.text("Languages that people in both can read and write, by rough estimate: ");
  for (std::size_t i = 0; i < told; ++i) {
    const Language& l = languages[i];
    words.text(i == 0 ? "" : i + 1 == told ? " and " : ", ").text(name_of(l)).text(" (").figure(figure_of(*l.a));
    words.text(fmt::format(" in {}, ", in_text(shelf.a()))).figure(figure_of(*l.b)).text(fmt::format(" in {})", in_text(shelf.b()))).cite(*l.a).cite(*l.b);
  }
  words.text(". Counted are those who can use the language in writing, for an official language often all who can read: no share of native speakers. "
             "The shares of one state overlap.");
  return words.paragraph();
}

}  // namespace comity::dossier
