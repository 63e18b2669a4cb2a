#include "comity/formats/sdmx/detail/artefacts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace comity::formats::sdmx::detail {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); }

LocalText local_text(const Node& node, std::string_view name) {
  LocalText out;
  for (const auto& child : node.children) {
    if (child.name == name) out.all.emplace_back(child.attribute("lang"), child.text);
  }
  return out;
}

// <Ref …/> of 2.1; empty when it refers to something inside the artefact only.
Reference reference_from(const Node& ref) {
  Reference out;
  out.class_name = ref.attribute("class");
  out.agency = ref.attribute("agencyID");
  if (const auto parent = ref.attribute("maintainableParentID"); !parent.empty()) {
    out.id = parent;
    out.version = ref.attribute("maintainableParentVersion");
    if (out.version.empty()) out.version = "1.0";
    out.item = ref.attribute("id");
    if (const auto container = ref.attribute("containerID"); !container.empty()) out.item = std::string(container) + "." + out.item;
  } else {
    out.id = ref.attribute("id");
    out.version = ref.attribute("version");
  }
  return out;
}

// What an element refers to: by <Ref>, by <URN>, by its own text.
Reference reference_of(const Node& node) {
  if (const Node* ref = node.child("Ref")) return reference_from(*ref);
  if (const Node* urn = node.child("URN")) return parse_reference(urn->text);
  return node.text.starts_with("urn:") ? parse_reference(node.text) : Reference{};
}

// The id of something in the same artefact.
std::string local_reference_of(const Node& node) {
  if (const Node* ref = node.child("Ref")) return std::string(ref->attribute("id"));
  if (const Node* inner = node.child("DimensionReference")) return local_reference_of(*inner);
  const Node* urn = node.child("URN");
  const std::string& text = urn ? urn->text : node.text;
  if (!text.starts_with("urn:")) return text;
  const Reference reference = parse_reference(text);
  return reference.item.empty() ? reference.id : reference.item;
}

Representation representation_of(const Node& node) {
  Representation out;
  if (const Node* enumeration = node.child("Enumeration")) out.enumeration = reference_of(*enumeration);
  for (const char* name : {"TextFormat", "Format", "EnumerationFormat"}) {
    const Node* format = node.child(name);
    if (!format) continue;
    for (const auto& [key, value] : format->attributes) {
      if (key == "textType" || key == "dataType") {
        out.text_type = value;
      } else {
        out.facets.emplace_back(key, value);
      }
    }
  }
  for (const auto& [key, value] : node.attributes) {
    if (key == "minOccurs" || key == "maxOccurs") out.facets.emplace_back(key, value);
  }
  return out;
}

std::string_view facet(const Representation& representation, std::string_view name) {
  for (const auto& [key, value] : representation.facets) {
    if (key == name) return value;
  }
  return {};
}

std::uint64_t count_annotations(const Node& node) {
  const Node* annotations = node.child("Annotations");
  return annotations ? annotations->children.size() : 0;
}

// ---- items

bool holds_no_items(std::string_view name) {
  return is_one_of(name, {"Name", "Description", "Annotations", "Link", "Ref", "URN", "CubeRegion", "DataKeySet", "MetadataTargetRegion", "ConstraintAttachment", "DataStructureComponents", "Contact",
                          "ConceptIdentity", "ConceptRole", "LocalRepresentation", "CoreRepresentation", "EnumerationFormat", "TextFormat", "Source", "Target", "Parent", "ISOConceptReference",
                          "Enumeration", "GroupDimension"});
}

void add_items(std::vector<Item>& items, const Node& around, const std::string& path);

void add_item(std::vector<Item>& items, const Node& node, const std::string& path) {
  Item item;
  item.kind = node.name;
  item.id = node.attribute("id");
  item.parent = path;
  if (const Node* parent = node.child("Parent")) item.parent = local_reference_of(*parent);
  if (item.parent.empty()) item.parent = node.attribute("parent");
  if (item.parent.starts_with("urn:")) item.parent = parse_reference(item.parent).item;
  item.name = local_text(node, "Name");
  item.description = local_text(node, "Description");
  if (const Node* code = node.child("Code"); code && code->attribute("id").empty()) item.refers_to = reference_of(*code);
  if (const Node* code = node.child("CodeID")) item.refers_to.item = local_reference_of(*code);
  if (item.refers_to.item.empty()) item.refers_to.item = node.attribute("codeID");  // SDMX-JSON
  if (item.id.empty()) item.id = item.refers_to.item;
  for (const char* name : {"CoreRepresentation", "LocalRepresentation"}) {
    if (const Node* core = node.child(name)) item.representation = representation_of(*core);
  }
  if (node.name.starts_with("Geo")) {
    const Node* cell = node.child("GeoCell");
    item.value = cell ? cell->text : std::string(node.attribute(node.name == "GeoGridCode" ? "geoCell" : "value"));
  }
  item.annotations = count_annotations(node);
  const std::string own = path.empty() ? item.id : path + "." + item.id;
  items.push_back(std::move(item));
  add_items(items, node, own);
}

// Whatever has an id inside an artefact is an item of it, also inside containers that have none.
void add_items(std::vector<Item>& items, const Node& around, const std::string& path) {
  for (const auto& child : around.children) {
    if (holds_no_items(child.name)) continue;
    // SDMX-JSON leaves out the id of a code in a hierarchy that is called as what it refers to.
    if (!child.attribute("id").empty() || child.name == "HierarchicalCode") {
      add_item(items, child, path);
    } else {
      add_items(items, child, path);
    }
  }
}

// ---- data structures

void read_relationship(ComponentDefinition& out, const Node& relationship) {
  out.attached_to = "data_set";  // None, Dataflow
  for (const auto& one : relationship.children) {
    if (is_one_of(one.name, {"PrimaryMeasure", "Observation", "Measure"})) {
      out.attached_to = "observation";
      if (one.name != "Observation") out.attachment.push_back(local_reference_of(one));
    } else if (one.name == "Dimension") {
      out.attached_to = "dimensions";
      out.attachment.push_back(local_reference_of(one));
    } else if (one.name == "Group") {
      out.attached_to = "group";
      out.attachment.push_back(local_reference_of(one));
    }
  }
  // SDMX-JSON: {"observation": {}}, {"primaryMeasure": "OBS_VALUE"}, {"group": "Siblings"}
  if (relationship.children.empty()) {
    if (!relationship.attribute("primaryMeasure").empty()) out.attached_to = "observation", out.attachment.emplace_back(relationship.attribute("primaryMeasure"));
    if (!relationship.attribute("group").empty()) out.attached_to = "group", out.attachment.emplace_back(relationship.attribute("group"));
  }
}

ComponentDefinition component_from(const Node& node, const char* kind) {
  ComponentDefinition out;
  out.kind = kind;
  out.id = node.attribute("id");
  if (const Node* identity = node.child("ConceptIdentity")) out.concept_identity = reference_of(*identity);
  if (const Node* usage = node.child("MetadataAttributeReference"); usage && out.id.empty()) out.id = local_reference_of(*usage);
  if (out.id.empty()) out.id = node.attribute("metadataAttributeReference");  // SDMX-JSON
  if (out.id.empty()) out.id = out.concept_identity.item.empty() ? "" : out.concept_identity.item;
  if (out.id.empty() && out.kind == "time_dimension") out.id = "TIME_PERIOD";
  if (out.id.empty() && out.kind == "measure") out.id = "OBS_VALUE";
  if (out.kind == "cross_measure") out.attachment = {std::string(node.attribute("measureDimension")), std::string(node.attribute("code"))};
  const auto position = node.attribute("position");
  std::from_chars(position.data(), position.data() + position.size(), out.position);
  for (const auto& child : node.children) {
    if (child.name == "ConceptRole") out.roles.push_back(reference_of(child));
  }
  if (const Node* local = node.child("LocalRepresentation")) out.representation = representation_of(*local);
  out.mandatory = is_one_of(node.attribute("assignmentStatus"), {"Mandatory"}) || is_one_of(node.attribute("usage"), {"mandatory"}) || node.is_true("isMandatory");
  const auto most = facet(out.representation, "maxOccurs");
  out.multiple = !most.empty() && most != "1";
  out.multilingual = out.multiple && (facet(out.representation, "isMultiLingual") == "true" || facet(out.representation, "isMultilingual") == "true");  // SDMX-ML, SDMX-JSON
  if (const Node* relationship = node.child("AttributeRelationship")) read_relationship(out, *relationship);
  for (const auto& child : node.children) {  // 3.0: which of the measures it speaks of
    if (child.name != "MeasureRelationship" || out.attached_to != "observation") continue;
    for (const auto& measure : child.children) out.attachment.push_back(local_reference_of(measure));
    if (child.children.empty() && !child.text.empty()) out.attachment.push_back(child.text);
  }
  return out;
}

void add_components(Artefact& out, const Node& list) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 9> kKinds = {{{"Dimension", "dimension"},
                                                                                     {"MeasureDimension", "measure_dimension"},
                                                                                     {"TimeDimension", "time_dimension"},
                                                                                     {"PrimaryMeasure", "measure"},
                                                                                     {"Measure", "measure"},
                                                                                     {"CrossSectionalMeasure", "cross_measure"},
                                                                                     {"Attribute", "attribute"},
                                                                                     {"ReportingYearStartDay", "attribute"},
                                                                                     {"MetadataAttributeUsage", "metadata_attribute"}}};
  for (const auto& child : list.children) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& one) { return one.first == child.name; });
    if (kind == kKinds.end()) continue;
    out.components.push_back(component_from(child, kind->second));
  }
}

void read_components(Artefact& out, const Node& components) {
  std::vector<ComponentDefinition> attributes;
  for (const auto& child : components.children) {
    if (child.name == "Group") {
      GroupDefinition group{std::string(child.attribute("id")), {}};
      for (const auto& one : child.children) {
        if (one.name == "GroupDimension" || one.name == "DimensionReference") group.dimensions.push_back(local_reference_of(one));
      }
      out.groups.push_back(std::move(group));
    } else if (child.name != "AttributeList") {
      add_components(out, child);
    }
  }
  for (const auto& child : components.children) {
    if (child.name == "AttributeList") add_components(out, child);
  }
  int position = 0;
  const auto is_dimension = [](const ComponentDefinition& one) { return one.kind.ends_with("dimension"); };
  // SDMX-JSON counts from 0.
  const auto first = std::find_if(out.components.begin(), out.components.end(), is_dimension);
  const bool from_zero = first != out.components.end() && first->position == 0 && std::any_of(first, out.components.end(), [&](const auto& one) { return is_dimension(one) && one.position > 0; });
  for (auto& one : out.components) {
    if (is_dimension(one) && from_zero && (one.position > 0 || one.kind != "time_dimension")) ++one.position;
    if (is_dimension(one)) one.position = one.position > 0 ? one.position : position + 1, position = one.position;
  }
  std::stable_sort(out.components.begin(), out.components.end(), [&](const auto& a, const auto& b) {
    return is_dimension(a) && is_dimension(b) ? a.position < b.position : is_dimension(a) && !is_dimension(b);
  });
}

// ---- constraints

KeyValues key_values_from(const Node& node) {
  KeyValues out;
  out.component = node.attribute("id");
  const auto include = node.attribute("include").empty() ? node.attribute("isIncluded") : node.attribute("include");
  out.include = include.empty() || include == "true" || include == "1";
  if (const auto value = node.attribute("value"); !value.empty()) out.values.emplace_back(value);
  for (const auto& child : node.children) {
    if (child.name == "Value") out.values.push_back(child.text.empty() ? std::string(child.attribute("value")) : child.text);
    if (child.name != "TimeRange") continue;
    for (const auto& end : child.children) {
      const std::string text = end.text.empty() ? std::string(end.attribute("period")) : end.text;
      if (end.name == "StartPeriod" || end.name == "AfterPeriod") out.from = text;
      if (end.name == "EndPeriod" || end.name == "BeforePeriod") out.to = text;
    }
  }
  return out;
}

void add_region(Artefact& out, const Node& node, bool key, bool included) {
  Region region;
  region.key = key;
  const auto include = node.attribute("include").empty() ? node.attribute("isIncluded") : node.attribute("include");
  region.include = include.empty() ? included : include == "true" || include == "1";
  for (const auto& child : node.children) {
    if (is_one_of(child.name, {"KeyValue", "Attribute", "Component"})) region.parts.push_back(key_values_from(child));
  }
  out.regions.push_back(std::move(region));
}

void read_regions(Artefact& out, const Node& node) {
  for (const auto& child : node.children) {
    if (child.name == "CubeRegion" || child.name == "MetadataTargetRegion") add_region(out, child, false, true);
    if (child.name != "DataKeySet" && child.name != "KeySet" && child.name != "MetadataKeySet") continue;
    const bool included = !(child.attribute("isIncluded") == "false" || child.attribute("isIncluded") == "0");
    for (const auto& key : child.children) {
      if (key.name == "Key") add_region(out, key, true, included);
    }
  }
}

void read_extensions(Artefact& out, const Node& node) {
  for (const auto& child : node.children) {
    const Node* list = child.name == "CodelistExtension" ? child.child("Codelist") : nullptr;
    if (list) out.extensions.push_back({reference_of(*list), std::string(child.attribute("prefix"))});
  }
}

// Everything outside items and components that the artefact points to.
void add_references(std::vector<Reference>& out, const Node& node, int depth) {
  for (const auto& child : node.children) {
    if (is_one_of(child.name, {"Annotations", "DataStructureComponents", "MetadataStructureComponents", "CubeRegion", "DataKeySet"})) continue;
    if (!child.attribute("id").empty() && child.name != "Ref") continue;  // an item
    Reference reference = reference_of(child);
    if (!reference.empty()) {
      if (reference.class_name.empty()) reference.class_name = child.name == "Structure" ? "DataStructure" : child.name;
      out.push_back(std::move(reference));
    } else if (depth < 4) {
      add_references(out, child, depth + 1);
    }
  }
}

}  // namespace

Artefact artefact_from(const Node& node) {
  Artefact out;
  out.class_name = node.name;
  out.line = node.line;
  out.id = node.attribute("id");
  out.agency = node.attribute("agencyID");
  out.version = node.attribute("version");
  out.urn = node.attribute("urn");
  if (out.version.empty()) out.version = "1.0";
  out.valid_from = node.attribute("validFrom"), out.valid_to = node.attribute("validTo");
  out.name = local_text(node, "Name"), out.description = local_text(node, "Description");
  out.is_external = node.is_true("isExternalReference");
  out.is_partial = node.is_true("isPartial");
  out.is_final = node.is_true("isFinal");
  out.annotations = count_annotations(node);
  out.constraint_type = node.attribute("type").empty() ? node.attribute("role") : node.attribute("type");
  if (const Node* components = node.child("DataStructureComponents")) read_components(out, *components);
  add_items(out.items, node, "");
  read_regions(out, node);
  read_extensions(out, node);
  add_references(out.references, node, 0);
  return out;
}

}  // namespace comity::formats::sdmx::detail
