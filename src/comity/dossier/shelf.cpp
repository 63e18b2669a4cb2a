#include "comity/dossier/shelf.hpp"

#include <algorithm>

#include "comity/facts/place.hpp"

namespace comity::dossier {

document::CitedSource as_cited(const facts::Source& s) { return {s.id, s.publisher, s.title, s.version, s.url, s.licence, s.terms, s.independence, s.as_of, s.citable}; }

const std::shared_ptr<const document::CitedSource>& CitationBook::cited(SourceId id) {
  if (sources_.size() <= id.value) sources_.resize(context_.sources.size());
  auto& known = sources_[id.value];
  if (!known) {
    known = std::make_shared<const document::CitedSource>(as_cited(context_.sources[id.value]));
  }
  return known;
}

document::Citation CitationBook::describe(const facts::Provenance& from) {
  document::Citation c;
  c.source = cited(from.source);
  if (from.file) c.file = context_.files[from.file.value].path;
  return c;
}

document::CitationIndex CitationBook::enter(const facts::Provenance& from) {
  const auto next = static_cast<document::CitationIndex>(citations_.size());
  const auto [it, fresh] = known_.try_emplace({from.source.value, from.file.value, from.record, from.column}, next);
  if (!fresh) return it->second;
  document::Citation c = describe(from);
  if (from.file) {
    const facts::SourceFile& file = context_.files[from.file.value];
    c.record = facts::record_words(file, from.record), c.column = facts::column_words(file, from.column);
  }
  citations_.push_back(std::move(c));
  return next;
}

std::vector<document::CitationIndex> CitationBook::enter_rows(std::span<const facts::Provenance> from) {
  std::map<std::pair<std::uint16_t, std::uint32_t>, std::vector<std::uint64_t>> files;
  std::vector<facts::Provenance> firsts;
  for (const auto& one : from) {
    auto& rows = files[{one.source.value, one.file.value}];
    if (rows.empty()) firsts.push_back(one);
    rows.push_back(one.record);
  }
  std::vector<document::CitationIndex> out;
  for (const auto& first : firsts) {
    const auto& rows = files[{first.source.value, first.file.value}];
    if (rows.size() == 1) {
      out.push_back(enter(first));
      continue;
    }
    document::Citation c = describe(first);
    c.record = facts::records_words(context_.files[first.file.value], rows);
    const auto next = static_cast<document::CitationIndex>(citations_.size());
    const auto [it, fresh] = known_rows_.try_emplace(std::to_string(first.source.value) + "/" + c.file + "/" + c.record, next);
    if (fresh) citations_.push_back(std::move(c));
    out.push_back(it->second);
  }
  return out;
}

document::CitationIndex CitationBook::enter_table(const std::string& file, const std::string& title) {
  const auto next = static_cast<document::CitationIndex>(citations_.size());
  const auto [it, fresh] = known_rows_.try_emplace("table/" + file, next);
  if (!fresh) return it->second;
  document::Citation c;
  c.source = std::make_shared<const document::CitedSource>(document::CitedSource{
      .id = "comity_register", .publisher = "Comity", .title = title, .edition = {}, .url = {}, .licence = "Apache-2.0", .terms = {}, .independence = "own", .as_of = {}, .citable = false});
  c.file = file;
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
