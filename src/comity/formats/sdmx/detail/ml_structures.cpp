// SDMX-ML structure messages: the tree of one artefact at a time, then what it means.
#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/detail/artefacts.hpp"
#include "comity/formats/sdmx/detail/ml_header.hpp"
#include "comity/formats/sdmx/detail/old_structures.hpp"
#include "comity/formats/sdmx/detail/structure_readers.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class MlStructureHandler : public MlHandler {
 public:
  explicit MlStructureHandler(std::string file) : header(std::move(file)) {}

  void start(std::string_view name, RawAttributes attributes) override {
    const std::string_view local = local_name(name);
    ++depth_;
    if (out.format.empty()) {
      start_root(name, local, attributes);
      if (old_ && !registry) structures_depth_ = depth_;
      return;
    }
    if (head_ != 0 || local == "Header" || local == "Footer" || local == "ErrorMessage" || (registry && path_.empty() && local == "StatusMessage")) {
      ++head_;
      return header.start(local, attributes, parser->line());
    }
    if (structures_depth_ == 0) return look_for_structures(local);
    if (depth_ == structures_depth_ + 1) return;  // <Codelists>, <Concepts>, …
    Node node;
    node.name = local;
    if (path_.empty()) node.line = parser->line();
    for (; *attributes; attributes += 2) node.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    path_.push_back(std::move(node));
  }

  void end(std::string_view name) override {
    const int depth = depth_--;
    if (head_ != 0) {
      --head_;
      return header.end(local_name(name));
    }
    if (path_.empty()) {
      if (depth == structures_depth_) structures_depth_ = 0;
      return;
    }
    Node done = std::move(path_.back());
    path_.pop_back();
    done.text = trimmed(done.text);
    if (!path_.empty()) {
      path_.back().children.push_back(std::move(done));
    } else {
      out.artefacts.push_back(artefact_from(old_ ? modern_structure(done) : done));
    }
  }

  void text(std::string_view piece) override {
    if (head_ != 0) {
      header.text(piece);
    } else if (!path_.empty()) {
      path_.back().text += piece;
    }
  }

  Structures out;
  MlHeader header;
  MlParser* parser = nullptr;
  bool registry = false;
  std::string what;  // what a registry says or is told: "QueryStructureResponse"

 private:
  void start_root(std::string_view name, std::string_view local, RawAttributes attributes) {
    if (local == "Envelope" || local == "Body" || local.ends_with("Response") || local.ends_with("Result")) return;  // SOAP
    const std::string version = version_of(name, attributes);
    const bool known = local == "Structure" || local == "RegistryInterface" || local == "Error";
    if (!known) {
      const bool data = local.ends_with("Data") || local == "MessageGroup";
      const bool metadata = local.ends_with("Metadata") || local == "MetadataReport";
      parser->fail(fmt::format("no SDMX structure message but <{}>", shortened(name)),
                   metadata ? "This message holds reference metadata (texts about data), which are neither observations nor structures."
                   : local.ends_with("Query") ? "This message is a question to a registry: read the answer."
                   : data ? "This message holds data: read it with read_sdmx or `comity sdmx cat`." : "Structure messages begin with Structure. If this is a web page, fetch the file again.");
    }
    old_ = version == "2.0" || version == "1.0";  // then the lists stand right inside the message
    registry = local == "RegistryInterface";
    out.format = fmt::format("SDMX-ML {} structure", version.empty() ? "of no known version," : version);
  }

  // In answers of registries of 2.0 lists stand somewhere inside, without <Structures> around them.
  void look_for_structures(std::string_view local) {
    if (registry && what.empty()) what = local;
    if (local == "Structures") structures_depth_ = depth_;
    for (const char* list : {"OrganisationSchemes", "Agencies", "Dataflows", "Metadataflows", "CategorySchemes", "CodeLists", "HierarchicalCodelists", "Concepts", "ConceptSchemes",
                             "MetadataStructureDefinitions", "KeyFamilies", "StructureSets", "ReportingTaxonomies", "Processes"}) {
      if (registry && old_ && local == list) structures_depth_ = depth_ - 1;
    }
  }

  int depth_ = 0, head_ = 0, structures_depth_ = 0;
  bool old_ = false;
  std::vector<Node> path_;
};

}  // namespace

Structures read_ml_structures(const std::filesystem::path& file, const Limits& limits) {
  MlStructureHandler handler(file.filename().string());
  MlParser parser(handler, file, limits);
  handler.parser = &parser;
  parser.want_text(true);
  while (parser.advance()) {}
  if (handler.registry && handler.out.artefacts.empty() && handler.header.footer.empty()) {
    throw DataError(fmt::format("{}: a message between a registry and its users without structures ({})", file.filename().string(), handler.what.empty() ? "it is empty" : handler.what),
                    "Registrations, subscriptions and notices are no structures: ask for the structure itself.");
  }
  handler.out.header = std::move(handler.header.header);
  handler.out.footer = std::move(handler.header.footer);
  return std::move(handler.out);
}

}  // namespace comity::formats::sdmx::detail
