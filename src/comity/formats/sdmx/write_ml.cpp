#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/detail/order.hpp"
#include "comity/formats/sdmx/structure.hpp"
#include "comity/formats/sdmx/values.hpp"
#include "comity/formats/sdmx/write.hpp"

namespace comity::formats::sdmx {
namespace {

constexpr std::size_t kPiece = 64u << 10;

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      case '\r': out += "&#13;"; break;
      case '\t': out += "&#9;"; break;
      default:
        // XML 1.0 has no way to write the other control characters.
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\xef\xbf\xbd";
        } else {
          out += c;
        }
    }
  }
}

std::string urn_of(const DataSet& data_set) {
  const char* what = data_set.structure_class == "dataflow" ? "datastructure.Dataflow" : data_set.structure_class == "provisionagreement" ? "registry.ProvisionAgreement" : "datastructure.DataStructure";
  return fmt::format("urn:sdmx:org.sdmx.infomodel.{}={}", what, data_set.structure);
}

// A component that cannot be an XML attribute keeps its data out of the message.
bool is_xml_name(std::string_view id) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
  return !id.empty() && is_letter(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

class MlWriter : public DataWriter {
 public:
  MlWriter(Sink sink, const WriteOptions& options) : sink_(std::move(sink)), options_(options) {
    if (options.version != "2.1" && options.version != "3.0") throw UsageError(fmt::format("SDMX-ML {} is not written", options.version), "Write 2.1 or 3.0.");
    order_ = detail::in_order(options_.components);
    for (const auto& one : options_.components) {
      if (!is_xml_name(one.id)) throw UsageError(fmt::format("'{}' cannot be the name of an XML attribute", one.id), "Write SDMX-CSV, or leave this column out.");
    }
  }

  void write(const DataReader& reader, const Batch& batch) override {
    if (!started_) start(reader);
    columns_.assign(options_.components.size(), nullptr);
    for (std::size_t at = 0; at < options_.components.size(); ++at) {
      for (std::size_t here = 0; here < batch.columns.size(); ++here) {
        if ((*batch.components)[here].id == options_.components[at].id) columns_[at] = &batch.columns[here];
      }
    }
    for (std::size_t row = 0; row < batch.rows; ++row) {
      follow_data_set(reader, batch, row);
      follow_series(batch, row);
      out_ += series_open_ ? "<Obs" : "<Obs";
      append_attributes(batch, row, [&](std::size_t at) { return !series_open_ || !on_series_[at]; });
      out_ += '\n';
      if (out_.size() > kPiece) flush();
    }
  }

  void finish() override {
    if (!started_) throw UsageError("a message without any data set cannot be written", "SDMX-ML names the structure of its data, and there are none.");
    close_data_set();
    out_ += "</message:StructureSpecificData>\n";
    flush();
  }

 private:
  void flush() {
    sink_(out_);
    out_.clear();
  }

  // Structures stand in the header, before any data: those that the reader knows by now.
  void start(const DataReader& reader) {
    started_ = true;
    const std::string space = options_.version == "2.1" ? "v2_1" : "v3_0";
    out_ += fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<message:StructureSpecificData xmlns:message=\"http://www.sdmx.org/resources/sdmxml/schemas/{0}/message\" "
        "xmlns:ss=\"http://www.sdmx.org/resources/sdmxml/schemas/{0}/data/structurespecific\" xmlns:common=\"http://www.sdmx.org/resources/sdmxml/schemas/{0}/common\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<message:Header>\n<message:ID>",
        space);
    const Header& header = reader.header();
    append_escaped(out_, header.id.empty() ? "comity" : header.id);
    out_ += fmt::format("</message:ID>\n<message:Test>{}</message:Test>\n", header.test);
    if (const std::string& prepared = options_.prepared.empty() ? header.prepared : options_.prepared; !prepared.empty()) {
      out_ += "<message:Prepared>";
      append_escaped(out_, prepared);
      out_ += "</message:Prepared>\n";
    }
    out_ += "<message:Sender id=\"";
    append_escaped(out_, header.sender.empty() ? "unknown" : header.sender);
    out_ += "\"/>\n";
    known_ = reader.data_sets();
    for (std::size_t i = 0; i < known_.size(); ++i) start_structure(i);
    out_ += "</message:Header>\n";
  }

  void start_structure(std::size_t i) {
    const DataSet& one = known_[i];
    const bool flow = one.structure_class == "dataflow", agreement = one.structure_class == "provisionagreement";
    const std::string element = flow ? "StructureUsage" : !agreement ? "Structure" : options_.version == "2.1" ? "ProvisionAgrement" : "ProvisionAgreement";
    out_ += fmt::format("<message:Structure structureID=\"S{}\" dimensionAtObservation=\"", i + 1);
    append_escaped(out_, one.dimension_at_observation.empty() ? "AllDimensions" : one.dimension_at_observation);
    out_ += fmt::format("\">\n<common:{}>", element);
    if (options_.version == "2.1") out_ += "<URN>";
    append_escaped(out_, urn_of(one));
    if (options_.version == "2.1") out_ += "</URN>";
    out_ += fmt::format("</common:{}>\n</message:Structure>\n", element);
  }

  void follow_data_set(const DataReader& reader, const Batch& batch, std::size_t row) {
    if (data_set_ == batch.data_sets[row]) return;
    close_data_set();
    data_set_ = batch.data_sets[row];
    const DataSet& one = reader.data_sets()[data_set_];
    std::size_t known = 0;
    while (known < known_.size() && (known_[known].structure != one.structure || known_[known].structure_class != one.structure_class)) ++known;
    if (known == known_.size()) {
      throw UsageError(fmt::format("the message turns to another structure ({}) after its first rows, which SDMX-ML must know at its beginning", one.structure), "Write SDMX-CSV, or convert each structure's rows apart.");
    }
    flat_ = one.dimension_at_observation == "AllDimensions" || one.dimension_at_observation.empty();
    constexpr std::pair<Action, const char*> kWords[] = {{Action::information, "Information"}, {Action::append, "Append"}, {Action::replace, "Replace"}, {Action::remove, "Delete"}, {Action::merge, "Merge"}};
    out_ += fmt::format("<message:DataSet ss:structureRef=\"S{}\" ss:dataScope=\"DataStructure\" ss:action=\"{}\">\n", known + 1,
                        std::find_if(std::begin(kWords), std::end(kWords), [&](const auto& word) { return word.first == one.action; })->second);
    data_set_open_ = true;
    series_ = 0;
  }

  void close_data_set() {
    close_series();
    if (data_set_open_) out_ += "</message:DataSet>\n";
    data_set_open_ = false;
  }

  void close_series() {
    if (series_open_) out_ += "</Series>\n";
    series_open_ = false;
  }

  // What all rows of the series in this batch have alike stands on the series; a series that goes on in the next batch
  // keeps to what it began with, and begins again where that no longer holds.
  void follow_series(const Batch& batch, std::size_t row) {
    if (batch.series[row] == 0) return close_series();
    if (batch.series[row] == series_ && series_open_ && still_holds(row)) return;
    close_series();
    series_ = batch.series[row];
    std::size_t end = row + 1;
    while (end < batch.rows && batch.series[end] == series_ && batch.data_sets[end] == batch.data_sets[row]) ++end;
    const DataSet& data_set = known_.empty() ? DataSet{} : known_[0];
    on_series_.assign(columns_.size(), false);
    texts_.assign(columns_.size(), {});
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      const Component& component = options_.components[at];
      const Batch::Column* column = columns_[at];
      if (!column || !column->dictionary || component.id == data_set.dimension_at_observation) continue;
      if (component.kind == Kind::time && data_set.dimension_at_observation == "TIME_PERIOD") continue;
      on_series_[at] = std::all_of(column->codes.begin() + std::ptrdiff_t(row), column->codes.begin() + std::ptrdiff_t(end), [&](std::uint32_t code) { return code == column->codes[row]; });
      // What stood on observations stays there, though it may be the same on all of them.
      if (component.at_observation && component.kind == Kind::attribute) on_series_[at] = false;
      if (on_series_[at]) texts_[at] = column->text(row);
    }
    out_ += "<Series";
    series_open_ = true;
    append_attributes(batch, row, [&](std::size_t at) { return bool(on_series_[at]); }, true);
    out_ += '\n';
  }

  bool still_holds(std::size_t row) const {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      if (on_series_[at] && columns_[at] && columns_[at]->text(row) != texts_[at]) return false;
    }
    return true;
  }

  template <typename Wanted>
  void append_attributes(const Batch&, std::size_t row, Wanted wanted, bool open = false) {
    std::vector<std::size_t> lists;
    for (const std::size_t at : order_) {
      if (!columns_[at] || !wanted(at) || columns_[at]->is_null(row)) continue;
      const Component& component = options_.components[at];
      if ((component.multiple || component.multilingual) && options_.version == "3.0") {
        lists.push_back(at);
        continue;
      }
      out_ += ' ';
      out_ += component.id;
      out_ += "=\"";
      append_escaped(out_, columns_[at]->text(row));
      out_ += '"';
    }
    if (lists.empty()) {
      out_ += open ? ">" : "/>";
      return;
    }
    out_ += '>';
    for (const std::size_t at : lists) append_list(options_.components[at], columns_[at]->text(row));
    if (!open) out_ += "</Obs>";
  }

  void append_list(const Component& component, std::string_view text) {
    out_ += fmt::format("<Comp id=\"{}\">", component.id);
    for (const auto& value : component.multiple ? split_values(text) : std::vector<std::string>{std::string(text)}) {
      out_ += "<Value>";
      if (!component.multilingual) {
        append_escaped(out_, value);
      } else {
        for (const auto& [language, words] : split_languages(value)) {
          out_ += language.empty() ? "<common:Text>" : fmt::format("<common:Text xml:lang=\"{}\">", language);
          append_escaped(out_, words);
          out_ += "</common:Text>";
        }
      }
      out_ += "</Value>";
    }
    out_ += "</Comp>";
  }

  Sink sink_;
  WriteOptions options_;
  std::vector<std::size_t> order_;
  std::vector<const Batch::Column*> columns_;
  std::vector<DataSet> known_;
  std::vector<bool> on_series_;
  std::vector<std::string> texts_;
  std::string out_;
  bool started_ = false, data_set_open_ = false, series_open_ = false, flat_ = false;
  std::uint32_t data_set_ = UINT32_MAX;
  std::uint64_t series_ = 0;
};

}  // namespace

std::unique_ptr<DataWriter> make_ml_writer(Sink sink, const WriteOptions& options) { return std::make_unique<MlWriter>(std::move(sink), options); }

}  // namespace comity::formats::sdmx
