// Structures as one long table of text.
#include <algorithm>
#include <array>

#include "comity/formats/sdmx/records.hpp"

namespace comity::formats::sdmx {
namespace {

enum Field : std::size_t { at_class, at_agency, at_artefact, at_version, at_part, at_id, at_parent, at_position, at_name, at_names, at_description, at_concept, at_codelist, at_format, at_attached_to, at_usage, at_refers_to, at_value, kFields };

using Row = std::array<std::string, kFields>;

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ";") + text;
  return out;
}

void put_texts(Row& row, const LocalText& name, const LocalText& description) {
  row[at_name] = name.best();
  row[at_names] = name.notation();
  row[at_description] = description.best();
}

std::string format_of(const Representation& representation) {
  std::string out = representation.text_type;
  for (const auto& [key, value] : representation.facets) out += (out.empty() ? "" : " ") + key + "=" + value;
  return out;
}

class StructureRecords : public RecordReader {
 public:
  explicit StructureRecords(Structures structures)
      : structures_(std::move(structures)),
        columns_{"class", "agency", "artefact", "version", "part", "id", "parent", "position", "name", "names", "description", "concept", "codelist", "format", "attached_to", "usage", "refers_to", "value"} {}

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    while (row_ == rows_.size()) {
      if (artefact_ == structures_.artefacts.size()) return false;
      rows_.clear(), row_ = 0;
      write(structures_.artefacts[artefact_++]);
    }
    const Row& row = rows_[row_++];
    out.fields.assign(row.begin(), row.end());
    out.is_null.resize(kFields);
    for (std::size_t i = 0; i < kFields; ++i) out.is_null[i] = row[i].empty();
    out.number = ++number_;
    out.line = structures_.artefacts[artefact_ - 1].line;
    out.raw = out.problem = {};
    return true;
  }

 private:
  Row& add(const Artefact& artefact, std::string part, std::string id) {
    Row& row = rows_.emplace_back();
    row[at_class] = artefact.class_name, row[at_agency] = artefact.agency, row[at_artefact] = artefact.id, row[at_version] = artefact.version;
    row[at_part] = std::move(part), row[at_id] = std::move(id);
    return row;
  }

  void write(const Artefact& artefact) {
    Row& own = add(artefact, "artefact", artefact.id);
    put_texts(own, artefact.name, artefact.description);
    std::vector<std::string> references;
    for (const auto& one : artefact.references) references.push_back(one.class_name + "=" + one.text());
    own[at_refers_to] = joined(references);
    own[at_usage] = artefact.is_external ? "external" : artefact.is_partial ? "partial" : artefact.constraint_type;
    for (const auto& component : artefact.components) write(artefact, component);
    for (const auto& group : artefact.groups) add(artefact, "group", group.id)[at_attached_to] = joined(group.dimensions);
    std::size_t position = 0;
    for (const auto& item : artefact.items) {
      Row& row = add(artefact, item.kind, item.id);
      row[at_parent] = item.parent;
      row[at_position] = std::to_string(++position);
      put_texts(row, item.name, item.description);
      if (!item.refers_to.empty() || !item.refers_to.item.empty()) row[at_refers_to] = item.refers_to.text();
      row[at_codelist] = item.representation.enumeration.text();
      row[at_format] = format_of(item.representation);
      row[at_value] = item.value;
    }
    std::size_t number = 0;
    for (const auto& region : artefact.regions) write(artefact, region, ++number);
  }

  void write(const Artefact& artefact, const ComponentDefinition& component) {
    Row& row = add(artefact, component.kind, component.id);
    if (component.position > 0) row[at_position] = std::to_string(component.position);
    row[at_concept] = component.concept_identity.text();
    Reference scheme = component.concept_identity;
    scheme.item.clear();
    if (const Artefact* concepts = structures_.find("ConceptScheme", scheme)) {
      if (const Item* item = concepts->find_item(component.concept_identity.item)) put_texts(row, item->name, item->description);
    }
    row[at_codelist] = component.representation.enumeration.text();
    if (row[at_codelist].empty()) {
      if (const Artefact* list = structures_.code_list_of(component)) row[at_codelist] = list->text();
    }
    row[at_format] = format_of(component.representation);
    row[at_attached_to] = component.attached_to.empty() || component.attachment.empty() ? component.attached_to : component.attached_to + ":" + joined(component.attachment);
    if (component.kind == "attribute" || component.kind == "measure") row[at_usage] = component.mandatory ? "mandatory" : "optional";
  }

  void write(const Artefact& artefact, const Region& region, std::size_t number) {
    for (const auto& part : region.parts) {
      const bool included = region.include == part.include;
      const auto one = [&](std::string value) {
        Row& row = add(artefact, region.key ? "key" : "cube_region", part.component);
        row[at_parent] = std::to_string(number);
        row[at_usage] = included ? "included" : "excluded";
        row[at_value] = std::move(value);
      };
      for (const auto& value : part.values) one(value);
      if (!part.from.empty() || !part.to.empty()) one(part.from + "/" + part.to);
    }
  }

  Structures structures_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::size_t row_ = 0, artefact_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> open_sdmx_structure_records(const std::filesystem::path& file, const Limits& limits) {
  return std::make_unique<StructureRecords>(read_structures(file, limits));
}

}  // namespace comity::formats::sdmx
