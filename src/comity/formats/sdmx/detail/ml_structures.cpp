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
      if (old_) structures_depth_ = depth_;
      return;
    }
    if (head_ != 0 || local == "Header" || local == "Footer" || local == "ErrorMessage") {
      ++head_;
      return header.start(local, attributes, parser->line());
    }
    if (structures_depth_ == 0) {
      if (local == "Structures") structures_depth_ = depth_;
      return;
    }
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

 private:
  void start_root(std::string_view name, std::string_view local, RawAttributes attributes) {
    if (local == "Envelope" || local == "Body" || local.ends_with("Response") || local.ends_with("Result")) return;  // SOAP
    const std::string version = version_of(name, attributes);
    const bool known = local == "Structure" || local == "RegistryInterface" || local == "Error";
    if (!known) {
      const bool data = local.ends_with("Data") || local == "MessageGroup";
      parser->fail(fmt::format("no SDMX structure message but <{}>", shortened(name)),
                   data ? "This message holds data: read it with read_sdmx or `comity sdmx cat`." : "Structure messages begin with Structure. If this is a web page, fetch the file again.");
    }
    old_ = version == "2.0" || version == "1.0";  // then the lists stand right inside the message
    out.format = fmt::format("SDMX-ML {} structure", version.empty() ? "of no known version," : version);
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
  handler.out.header = std::move(handler.header.header);
  handler.out.footer = std::move(handler.header.footer);
  return std::move(handler.out);
}

}  // namespace comity::formats::sdmx::detail
