#include "comity/formats/sdmx/detail/old_structures.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace comity::formats::sdmx::detail {
namespace {

Node element(std::string name, std::vector<std::pair<std::string, std::string>> attributes = {}, std::vector<Node> children = {}) {
  std::erase_if(attributes, [](const auto& one) { return one.second.empty(); });
  return {std::move(name), "", std::move(attributes), std::move(children), 0};
}

std::string text_of(const Node& node, std::string_view child) {
  const Node* found = node.child(child);
  return found ? found->text : "";
}

// The first of several spellings that is there.
std::string any_of(const Node& node, std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    if (const auto value = node.attribute(name); !value.empty()) return std::string(value);
  }
  return "";
}

void rename(Node& node, std::string_view from, std::string_view to) {
  for (auto& [name, value] : node.attributes) {
    if (name == from) name = to;
  }
}

// A code is called by its value, and its name is called description.
Node code_list_from(Node list) {
  list.name = "Codelist";
  for (Node& code : list.children) {
    if (code.name != "Code") continue;
    rename(code, "value", "id"), rename(code, "parentCode", "parent");
    for (Node& one : code.children) one.name = one.name == "Description" ? "Name" : one.name;
  }
  return list;
}

Node reference_to(const std::string& id, const std::string& agency, const std::string& version) { return element("Ref", {{"id", id}, {"agencyID", agency}, {"version", version}}); }

// In hierarchies codes are referred to by elements that stand inside each other, their lists by aliases.
void name_code_references(Node& node, const Node& hierarchies) {
  for (Node& child : node.children) {
    name_code_references(child, hierarchies);
    if (child.name != "CodeRef") continue;
    child.name = "HierarchicalCode";
    const std::string id = text_of(child, "CodeID"), alias = text_of(child, "CodelistAliasRef");
    if (!id.empty() && child.attribute("id").empty()) child.attributes.emplace_back("id", id);
    std::erase_if(child.children, [](const Node& one) { return one.name == "CodeID" || one.name == "CodelistAliasRef"; });
    for (const Node& list : hierarchies.children) {
      if (list.name != "CodelistRef" || alias.empty() || text_of(list, "Alias") != alias) continue;
      child.children.push_back(element("Code", {},
                                       {element("Ref", {{"id", id},
                                                        {"maintainableParentID", text_of(list, "CodelistID")},
                                                        {"maintainableParentVersion", text_of(list, "Version")},
                                                        {"agencyID", text_of(list, "AgencyID")},
                                                        {"class", "Code"}})}));
      break;
    }
  }
}

Node component_from(const Node& old, std::string name, const std::string& agency) {
  const std::string id(old.attribute("conceptRef"));
  Node out = element(std::move(name), {{"id", id}, {"assignmentStatus", std::string(old.attribute("assignmentStatus"))}});
  const std::string concept_agency = any_of(old, {"conceptSchemeAgency", "conceptAgency"});
  out.children.push_back(element("ConceptIdentity", {},
                                 {element("Ref", {{"id", id},
                                                  {"maintainableParentID", std::string(old.attribute("conceptSchemeRef"))},
                                                  {"maintainableParentVersion", any_of(old, {"conceptSchemeVersion", "conceptVersion"})},
                                                  {"agencyID", concept_agency.empty() ? agency : concept_agency},
                                                  {"class", "Concept"}})}));
  Node representation = element("LocalRepresentation");
  if (const std::string list(old.attribute("codelist")); !list.empty()) {
    const std::string list_agency = any_of(old, {"codelistAgency"});
    representation.children.push_back(element("Enumeration", {}, {reference_to(list, list_agency.empty() ? agency : list_agency, any_of(old, {"codelistVersion"}))}));
  }
  if (const Node* format = old.child("TextFormat")) representation.children.push_back(*format);
  if (!representation.children.empty()) out.children.push_back(std::move(representation));
  return out;
}

Node relationship_of(const Node& attribute, const std::vector<std::string>& dimensions) {
  Node out = element("AttributeRelationship");
  const auto level = attribute.attribute("attachmentLevel");
  if (level == "Observation") out.children.push_back(element("PrimaryMeasure", {}, {element("Ref", {{"id", "OBS_VALUE"}})}));
  if (level == "Series") {
    for (const auto& one : dimensions) out.children.push_back(element("Dimension", {}, {element("Ref", {{"id", one}})}));
  }
  if (level == "Group") {
    for (const auto& child : attribute.children) {
      if (child.name == "AttachmentGroup") out.children.push_back(element("Group", {}, {element("Ref", {{"id", child.text}})}));
    }
  }
  if (out.children.empty()) out.children.push_back(element("None"));
  return out;
}

Node group_from(const Node& old) {
  Node out = element("Group", {{"id", std::string(old.attribute("id"))}});
  for (const auto& one : old.children) {
    if (one.name == "DimensionRef") out.children.push_back(element("GroupDimension", {}, {element("DimensionReference", {}, {element("Ref", {{"id", one.text}})})}));
  }
  return out;
}

Node data_structure_from(const Node& old) {
  Node out = old;
  out.name = "DataStructure";
  out.children.clear();
  const std::string agency = any_of(old, {"agencyID", "agency"});
  Node components = element("DataStructureComponents"), dimensions = element("DimensionList"), measures = element("MeasureList"), attributes = element("AttributeList");
  std::vector<std::string> keys;
  const Node* inside = old.child("Components");
  for (const auto& one : inside ? inside->children : std::vector<Node>{}) {
    if (one.name == "Dimension") {
      keys.emplace_back(one.attribute("conceptRef"));
      dimensions.children.push_back(component_from(one, one.is_true("isMeasureDimension") ? "MeasureDimension" : "Dimension", agency));
    } else if (one.name == "TimeDimension") {
      dimensions.children.push_back(component_from(one, one.name, agency));
    } else if (one.name == "PrimaryMeasure" || one.name == "CrossSectionalMeasure") {
      Node measure = component_from(one, one.name, agency);
      for (const char* name : {"measureDimension", "code"}) measure.attributes.emplace_back(name, one.attribute(name));
      measures.children.push_back(std::move(measure));
    } else if (one.name == "Group") {
      components.children.push_back(group_from(one));
    }
  }
  for (const auto& one : inside ? inside->children : std::vector<Node>{}) {
    if (one.name != "Attribute") continue;
    attributes.children.push_back(component_from(one, "Attribute", agency));
    attributes.children.back().children.push_back(relationship_of(one, keys));
  }
  for (const auto& one : old.children) {
    if (one.name != "Components") out.children.push_back(one);
  }
  for (Node* list : {&dimensions, &measures, &attributes}) components.children.push_back(std::move(*list));
  out.children.push_back(std::move(components));
  return out;
}

Node flow_from(Node flow) {
  for (Node& child : flow.children) {
    if (child.name != "KeyFamilyRef") continue;
    Node structure = element("Structure", {}, {reference_to(text_of(child, "KeyFamilyID"), text_of(child, "KeyFamilyAgencyID"), text_of(child, "Version"))});
    child = std::move(structure);
  }
  return flow;
}

}  // namespace

Node modern_structure(const Node& old) {
  Node out = old.name == "KeyFamily" ? data_structure_from(old) : old.name == "CodeList" ? code_list_from(old) : old.name == "Dataflow" ? flow_from(old) : old;
  if (out.name.starts_with("Hierarchical")) name_code_references(out, old);
  rename(out, "agency", "agencyID");  // of 1.0
  return out;
}

}  // namespace comity::formats::sdmx::detail
