// SDMX structure messages (SDMX-ML 2.0, 2.1 and 3.0, SDMX-JSON 1.0 and 2.0), whole in memory: data structure definitions,
// concepts, code lists, hierarchies, constraints, flows and every other maintainable artefact with its items. Names are
// kept in all their languages. Not a registry: references are kept as they stand, and looked up only in what was read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "comity/formats/record_reader.hpp"
#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/message.hpp"

namespace comity::formats::sdmx {

// "urn:sdmx:org.sdmx.infomodel.codelist.Code=ECB:CL_FREQ(1.0).A": class Code, agency ECB, id CL_FREQ, version 1.0, item A.
struct Reference {
  std::string class_name, agency, id, version, item;  // what is not said is empty
  bool empty() const { return id.empty(); }
  std::string text() const;                           // "ECB:CL_FREQ(1.0).A"
  friend bool operator==(const Reference&, const Reference&) = default;
};
// A URN, or its part behind the '='; an empty reference when it is neither.
Reference parse_reference(std::string_view urn);

struct Representation {
  Reference enumeration;                                     // a code list (or value list, geographic code list …)
  std::string text_type;                                     // "String", "ObservationalTimePeriod"; empty where not said
  std::vector<std::pair<std::string, std::string>> facets;   // "maxLength" → "200"
  bool empty() const { return enumeration.empty() && text_type.empty() && facets.empty(); }
};

// A code, a concept, a category, an agency, a node of a hierarchy, …
struct Item {
  std::string kind;                 // "Code", "Concept", "HierarchicalCode", "Category", …: the element's name
  std::string id, parent;           // parent: id of an item of the same scheme; of nested items the dotted path
  LocalText name, description;
  Reference refers_to;              // of a hierarchical code: the code
  Representation representation;    // of a concept
  std::string value;                // of a geographic code: its shape, or its cell of the grid
  std::uint64_t annotations = 0;
};

struct ComponentDefinition {
  std::string kind;                 // "dimension", "time_dimension", "measure_dimension", "measure", "attribute", "metadata_attribute"; of SDMX 2.0 "cross_measure"
  std::string id;
  int position = 0;                 // of dimensions, from 1; 0 for others
  Reference concept_identity;
  std::vector<Reference> roles;
  Representation representation;    // local; empty: the concept's
  bool mandatory = false;
  std::string attached_to;          // of attributes: "observation", "data_set", "dimensions", "group"
  std::vector<std::string> attachment;  // the dimensions, the group or the measures; of a cross_measure the dimension and its code
  bool multiple = false, multilingual = false;
};

struct GroupDefinition {
  std::string id;
  std::vector<std::string> dimensions;
};

// Of a constraint: the values of one component in a cube region or a key.
struct KeyValues {
  std::string component;
  bool include = true;
  std::vector<std::string> values;
  std::string from, to;             // of a time range
};
struct Region {
  bool include = true, key = false;  // key: one series of a key set
  std::vector<KeyValues> parts;
};

// Of a code list of 3.0: codes of another list belong to it, with something in front of each.
struct CodelistExtension {
  Reference list;
  std::string prefix;
};

struct Artefact {
  std::string class_name;           // "Codelist", "DataStructure", "Dataflow", …: the element's name
  std::string agency, id, version, urn, valid_from, valid_to;
  LocalText name, description;
  bool is_external = false, is_partial = false, is_final = false;
  std::vector<Item> items;
  std::vector<ComponentDefinition> components;     // of a DataStructure
  std::vector<GroupDefinition> groups;
  std::vector<Reference> references;               // what it points to: a flow's structure, a constraint's flows, …
  std::vector<CodelistExtension> extensions;
  std::vector<Region> regions;                     // of a constraint
  std::string constraint_type;                     // "Actual", "Allowed"
  std::uint64_t annotations = 0, line = 0;
  std::string text() const { return agency + ":" + id + "(" + version + ")"; }
  // By id; for nested items by the dotted path too. After index_items().
  const Item* find_item(std::string_view id) const;
  void index_items();
  const ComponentDefinition* find_component(std::string_view id) const;

 private:
  std::unordered_map<std::string, std::uint32_t> item_at_;
};

class Structures {
 public:
  Header header;
  std::vector<FooterMessage> footer;
  std::string format;                              // "SDMX-ML 2.1 structure"
  std::vector<Artefact> artefacts;                 // in the message's order

  // An empty agency or version fits any (the last version then). nullptr when there is none.
  const Artefact* find(std::string_view class_name, const Reference& reference) const;
  std::vector<const Artefact*> of_class(std::string_view class_name) const;
  // The data structure of a data set: by itself, through its dataflow or provision agreement; the only one there is when
  // the data set does not say. nullptr when it is not here.
  const Artefact* data_structure_of(const DataSet& data_set) const;
  // The list of a component's codes, by its own representation or its concept's. nullptr: not coded, or not here.
  const Artefact* code_list_of(const ComponentDefinition& component) const;
  // Whether it stands in the list, or in one that the list says it is extended by (3.0; which of its codes it takes is not
  // looked at). True where such a list is not here: then nobody can say.
  bool has_code(const Artefact& list, std::string_view code, int depth = 0) const;
  // All languages that names and descriptions are in, sorted.
  std::vector<std::string> languages() const;
  // Adds what another message holds. Throws DataError when one id has two structures that differ.
  void add(Structures other, const std::string& file);
};

// Throws NotFound, DataError (no structure message, not well-formed, two structures for one id).
Structures read_structures(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace comity::formats::sdmx
