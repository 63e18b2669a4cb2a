#include "comity/dossier/shelf.hpp"

#include <algorithm>

namespace comity::dossier {

document::CitationIndex CitationBook::enter(const facts::Provenance& from) {
  const auto next = static_cast<document::CitationIndex>(citations_.size());
  const auto [it, fresh] = known_.try_emplace({from.source.value, from.file.value, from.record, from.column}, next);
  if (!fresh) return it->second;
  const facts::Source& source = context_.sources[from.source.value];
  document::Citation c;
  c.source_id = source.id;
  c.publisher = source.publisher;
  c.title = source.title;
  c.edition = source.version;
  c.url = source.url;
  c.licence = source.licence;
  c.terms = source.terms;
  c.independence = source.independence;
  c.as_of = source.as_of;
  c.citable = source.citable;
  if (from.file) {
    const facts::SourceFile& file = context_.files[from.file.value];
    c.file = file.path;
    if (from.column && from.column <= file.columns.size()) c.column = file.columns[from.column - 1];
  }
  if (from.record) c.record = "row " + std::to_string(from.record);
  citations_.push_back(std::move(c));
  return next;
}

document::Cite CitationBook::cite(std::span<const facts::Provenance> from) {
  document::Cite out;
  for (const auto& one : from) {
    const auto index = enter(one);
    if (std::find(out.to.begin(), out.to.end(), index) == out.to.end()) out.to.push_back(index);
  }
  return out;
}

std::span<const facts::Observation> Shelf::observations(std::string_view indicator) const {
  const IndicatorId id = context.indicator(indicator);
  if (!id) return {};
  const auto [first, last] = std::ranges::equal_range(facts.observations, id, {}, &facts::Observation::indicator);
  return {first, last};
}

}  // namespace comity::dossier
