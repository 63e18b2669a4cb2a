// SDMX-JSON data messages as a DataReader. First the file streams past a JsonSplitter, which leaves the skeleton with
// the structure (that may stand behind the data); then its blocks of series or observations are read one after the other.
#include <simdjson.h>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/sdmx/detail/json_components.hpp"
#include "comity/formats/sdmx/detail/json_header.hpp"
#include "comity/formats/sdmx/detail/json_observations.hpp"
#include "comity/formats/sdmx/detail/json_splitter.hpp"
#include "comity/formats/sdmx/detail/readers.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

using simdjson::dom::element;

constexpr std::size_t kPiece = 1u << 20;
constexpr std::size_t kLargestSkeleton = 1u << 29, kLargestBlock = 1u << 30;

class JsonDataReader : public DataReader {
 public:
  JsonDataReader(const std::filesystem::path& file, const ReadOptions& options)
      : path_(file), options_(options), shown_(formats::detail::shown_name(file)), builder_(options_, shown_) {
    split();
    read_skeleton();
  }

  bool next() override {
    if (started_) builder_.start_batch();
    started_ = true;
    while (builder_.rows() == 0 && advance()) {}
    builder_.finish_batch();
    if (builder_.rows() == 0) {
      refuse_footer_without_data(footer_, builder_.counts, shown_);
      return false;
    }
    return true;
  }

  const Batch& batch() const override { return const_cast<Builder&>(builder_).batch(); }
  const std::vector<Component>& components() const override { return builder_.components(); }
  const std::vector<DataSet>& data_sets() const override { return builder_.data_sets; }
  const Header& header() const override { return header_; }
  const std::vector<FooterMessage>& footer() const override { return footer_; }
  const Counts& counts() const override { return builder_.counts; }
  std::string_view format() const override { return format_; }

 private:
  void split() {
    auto source = open_bytes(path_, options_.limits);
    std::string piece(kPiece, '\0');
    bool first = true;
    for (;;) {
      const std::size_t n = source->read(piece.data(), piece.size());
      if (n == 0) break;
      std::string_view text(piece.data(), n);
      if (first && text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3), splitter_mark_ = 3;
      first = false;
      splitter_.feed(text);
      if (splitter_.skeleton().size() > kLargestSkeleton) {
        throw DataError(fmt::format("{}: more than {} bytes around the observations", shown_, kLargestSkeleton), "No SDMX-JSON message has as many: check the file.");
      }
    }
    if (!splitter_.complete()) throw DataError(fmt::format("{}: no JSON (it ends inside an object, a list or a text)", shown_), "The file seems to be cut off. Fetch it again.");
  }

  void read_skeleton() {
    element root;
    if (const auto error = parser_.parse(splitter_.skeleton()).get(root)) {
      throw DataError(fmt::format("{}: no JSON ({})", shown_, simdjson::error_message(error)), "If it was cut off, fetch it again.");
    }
    read_json_header(root, header_, footer_);
    element data = root, structures;
    if (element inner; root["data"].get(inner) == simdjson::SUCCESS && inner.is_object()) data = inner;
    const bool many = data["structures"].get(structures) == simdjson::SUCCESS && structures.is_array();
    if (many) {
      for (const element one : simdjson::dom::array(structures)) structures_.push_back(json_structure_from(one, builder_));
    } else if (data["structure"].get(structures) == simdjson::SUCCESS || root["structure"].get(structures) == simdjson::SUCCESS) {
      structures_.push_back(json_structure_from(structures, builder_));
    }
    format_ = many ? "SDMX-JSON 2.0 data" : "SDMX-JSON 1.0 data";
    simdjson::dom::array sets;
    if (data["dataSets"].get(sets) == simdjson::SUCCESS) {
      for (const element one : sets) data_set_elements_.push_back(one);
    } else {
      if (!footer_.empty()) return;
      if (element sets_of_metadata; data["metadataSets"].get(sets_of_metadata) == simdjson::SUCCESS) {
        throw DataError(fmt::format("{}: no SDMX-JSON data message but one of reference metadata", shown_), "It holds texts about data, which are no observations.");
      }
      for (const char* key : {"message", "error", "detail", "title", "errorMessage"}) {
        std::string_view words;
        if (root[key].get(words) == simdjson::SUCCESS && !words.empty()) {
          throw DataError(fmt::format("{}: no data, but a message of the publisher: {}", shown_, shortened(words, 300)), "Do as it says: often the question was too large, or came too soon after the last.");
        }
      }
      std::string_view kind;
      const bool stat = root["class"].get(kind) == simdjson::SUCCESS && kind == "dataset";
      throw DataError(fmt::format("{}: no SDMX-JSON data message (no 'dataSets')", shown_), stat ? "This is JSON-stat: ask the publisher for SDMX-JSON, SDMX-CSV or SDMX-ML."
                                                                                                 : "Structure messages are read with sdmx_structure or `comity sdmx schema`.");
    }
    if (structures_.empty() && !data_set_elements_.empty()) throw DataError(fmt::format("{}: no 'structure': what the data's indexes mean is not said", shown_), "Fetch the message again, with its structure.");
  }

  // One block on, or one data set; false at the end.
  bool advance() {
    const auto& bulks = splitter_.bulks();
    if (bulk_at_ < bulks.size() && (open_data_set_ == bulks[bulk_at_].data_set + 1)) {
      const JsonBulk& bulk = bulks[bulk_at_];
      read_block(bulk, bulk.blocks[block_at_]);
      if (++block_at_ == bulk.blocks.size()) block_at_ = 0, ++bulk_at_;
      return true;
    }
    if (open_data_set_ > 0) builder_.end_data_set();
    if (open_data_set_ == data_set_elements_.size()) return false;
    open_data_set();
    return true;
  }

  void open_data_set() {
    const element one = data_set_elements_[open_data_set_++];
    std::uint64_t index = 0;
    if (one["structure"].get(index) != simdjson::SUCCESS) index = 0;
    if (std::string_view digits; one["structure"].get(digits) == simdjson::SUCCESS) std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (index >= structures_.size()) fail(fmt::format("a data set of structure {}, of {}", index, structures_.size()));
    structure_ = &structures_[index];
    DataSet data_set = structure_->data_set;
    if (data_set.structure.empty()) {
      const DataSet own = json_data_set_from(one);
      data_set.structure = own.structure, data_set.structure_class = own.structure_class;
    }
    const auto text = [&](const char* key) {
      std::string_view value;
      return one[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
    };
    data_set.action = action_of(text("action"));
    data_set.valid_from = text("validFrom"), data_set.valid_to = text("validTo");
    builder_.begin_data_set(data_set);
    for (const auto& dimension : structure_->data_set_dimensions) {
      if (!dimension.texts.empty()) builder_.set_data_set(dimension.component, dimension.texts.front());
    }
    simdjson::dom::array attributes;
    if (one["attributes"].get(attributes) == simdjson::SUCCESS) {
      each_attribute(attributes, structure_->data_set_attributes, [&](std::uint32_t component, const std::string& value) { builder_.set_data_set(component, value); });
    }
    for (const auto* level : {&structure_->data_set_attributes, &structure_->group_attributes, &structure_->series_attributes, &structure_->observation_attributes}) {
      for (const auto& attribute : *level) builder_.set_default(attribute.component, attribute.default_text);
    }
    simdjson::dom::object groups;
    if (one["dimensionGroupAttributes"].get(groups) == simdjson::SUCCESS) read_groups(groups);
  }

  template <typename Set>
  void each_attribute(simdjson::dom::array values, const std::vector<JsonComponent>& components, Set set) {
    std::size_t i = 0;
    for (const element value : values) {
      if (i == components.size()) return;  // behind them: annotations
      const JsonComponent& component = components[i++];
      std::uint64_t index = 0;
      if (component.has_values && value.get(index) == simdjson::SUCCESS) {
        if (index < component.texts.size()) {
          set(component.component, component.texts[index]);
        } else {
          builder_.problem(fmt::format("index {} of {}, which has {} values", index, component.id, component.texts.size()));
        }
      } else if (!value.is_null()) {
        bool multiple = false, multilingual = false;
        std::string text = json_value_text(value, multiple, multilingual);
        if (component.has_values && value.is_array()) text = inner_.listed(component, value);
        builder_.mark(component.component, multiple, multilingual);
        set(component.component, text);
      }
    }
  }

  // "0::0::1:": an index or nothing for each dimension, in the order data set, series, observation.
  void read_groups(simdjson::dom::object groups) {
    std::vector<std::pair<const JsonComponent*, bool>> dimensions;
    for (const auto& one : structure_->data_set_dimensions) dimensions.emplace_back(&one, true);
    for (const auto& one : structure_->series_dimensions) dimensions.emplace_back(&one, false);
    for (const auto& one : structure_->observation_dimensions) dimensions.emplace_back(&one, false);
    for (const auto [key, values] : groups) {
      builder_.begin_group();
      std::string_view rest = key;
      for (std::size_t i = 0; i < dimensions.size(); ++i) {
        const auto colon = rest.find(':');
        const std::string_view part = rest.substr(0, colon);
        const auto& [dimension, of_data_set] = dimensions[i];
        // What all observations share need not be looked up.
        // "~" (2.1): of no value of this dimension, as nothing is.
        if (!part.empty() && part != "~" && !of_data_set) builder_.set_group(dimension->component, dimension->texts[index_from(part, *dimension)]);
        if (colon == std::string_view::npos) break;
        rest.remove_prefix(colon + 1);
      }
      simdjson::dom::array attributes;
      if (values.get(attributes) == simdjson::SUCCESS) {
        each_attribute(attributes, structure_->group_attributes, [&](std::uint32_t component, const std::string& value) { builder_.set_group(component, value); });
      }
      builder_.end_group();
    }
  }

  std::size_t index_from(std::string_view text, const JsonComponent& component) const {
    std::uint64_t index = 0;
    for (const char c : text) {
      if (c < '0' || c > '9' || index > UINT32_MAX) fail(fmt::format("'{}' is no index of {}", text, component.id));
      index = index * 10 + std::uint64_t(c - '0');
    }
    return inner_.checked(index, component);
  }

  [[noreturn]] void fail(const std::string& what) const { throw DataError(fmt::format("{}: {}", shown_, what), "The message contradicts itself: fetch it again, or ask the publisher."); }

  // ---- blocks

  void read_block(const JsonBulk& bulk, const JsonBlock& block) {
    std::size_t size = std::size_t(block.to - block.from);
    if (block.to - block.from > kLargestBlock) throw DataError(fmt::format("{}: a series of more than {} bytes", shown_, kLargestBlock), "Ask the publisher for smaller series, or for SDMX-ML.");
    buffer_.resize(size + 2);
    read_bytes(block.from + splitter_mark_, buffer_.data() + 1, size);
    // Between braces; the comma in front of a later block's first member is blanked out.
    buffer_[0] = '{';
    const std::size_t first = buffer_.find_first_not_of(" \t\r\n", 1);
    if (&block != &bulk.blocks.front() && first <= size && buffer_[first] == ',') buffer_[first] = ' ';
    buffer_[size + 1] = '}';
    const std::string_view text = std::string_view(buffer_).substr(0, size + 2);
    if (!simdjson::validate_utf8(text.data(), text.size())) {
      throw DataError(fmt::format("{}, near byte {}: text that is not UTF-8", shown_, block.from), "JSON is written in UTF-8: ask the publisher, or convert the file.");
    }
    if (bulk.series) {
      inner_.read_all_series(text, *structure_);
    } else {
      inner_.read_observations(text, *structure_, true);
    }
  }

  void read_bytes(std::uint64_t from, char* to, std::size_t size) {
    if (!source_) source_ = open_bytes(path_, options_.limits), source_at_ = 0;
    const auto fill = [&](char* at, std::size_t wanted) {
      while (wanted > 0) {
        const std::size_t n = source_->read(at, wanted);
        if (n == 0) throw DataError(fmt::format("{}: shorter than a moment ago", shown_), "Somebody is writing it: read it again once that is done.");
        at += n, wanted -= n, source_at_ += n;
      }
    };
    skipped_.resize(64u << 10);
    while (source_at_ < from) fill(skipped_.data(), std::size_t(std::min<std::uint64_t>(skipped_.size(), from - source_at_)));
    fill(to, size);
  }

  std::filesystem::path path_;
  ReadOptions options_;
  std::string shown_;
  Builder builder_;
  JsonSplitter splitter_;
  std::uint64_t splitter_mark_ = 0;
  simdjson::dom::parser parser_;
  JsonObservations inner_{builder_};
  Header header_;
  std::vector<FooterMessage> footer_;
  std::vector<JsonStructure> structures_;
  std::vector<element> data_set_elements_;
  const JsonStructure* structure_ = nullptr;
  std::size_t open_data_set_ = 0, bulk_at_ = 0, block_at_ = 0;
  std::unique_ptr<BytesSource> source_;
  std::uint64_t source_at_ = 0;
  std::string buffer_, skipped_, format_;
  bool started_ = false;
};

}  // namespace

std::unique_ptr<DataReader> open_json_data(const std::filesystem::path& file, const ReadOptions& options) { return std::make_unique<JsonDataReader>(file, options); }

}  // namespace comity::formats::sdmx::detail
