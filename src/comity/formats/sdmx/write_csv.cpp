#include <algorithm>

#include "comity/base/csv_text.hpp"
#include "comity/formats/sdmx/detail/order.hpp"
#include "comity/formats/sdmx/write.hpp"

namespace comity::formats::sdmx {
namespace {

constexpr std::size_t kPiece = 64u << 10;

class CsvWriter : public DataWriter {
 public:
  CsvWriter(Sink sink, const WriteOptions& options) : sink_(std::move(sink)), components_(options.components) {
    const bool lists = std::any_of(components_.begin(), components_.end(), [](const Component& one) { return one.multiple || one.multilingual; });
    out_ = lists ? "STRUCTURE[;],STRUCTURE_ID,ACTION" : "STRUCTURE,STRUCTURE_ID,ACTION";
    order_ = detail::in_order(components_);
    for (const std::size_t at : order_) {
      out_ += ',';
      append_csv(out_, components_[at].id + (components_[at].multiple ? "[]" : components_[at].multilingual ? "[en]" : ""));
    }
    out_ += '\n';
  }

  void write(const DataReader& reader, const Batch& batch) override {
    std::vector<const Batch::Column*> columns;
    for (const std::size_t at : order_) {
      const auto found = std::find_if(batch.components->begin(), batch.components->end(), [&](const Component& one) { return one.id == components_[at].id; });
      const auto here = std::size_t(found - batch.components->begin());
      columns.push_back(here < batch.columns.size() ? &batch.columns[here] : nullptr);
    }
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const DataSet& data_set = reader.data_sets()[batch.data_sets[row]];
      append_csv(out_, data_set.structure_class.empty() ? "datastructure" : data_set.structure_class == "provisionagreement" ? "dataprovision" : data_set.structure_class);
      out_ += ',';
      append_csv(out_, data_set.structure);
      out_ += ',';
      out_ += id_of(data_set.action);
      for (const auto* column : columns) {
        out_ += ',';
        if (column) append_csv(out_, column->text(row));
      }
      out_ += '\n';
      if (out_.size() > kPiece) flush();
    }
  }

  void finish() override { flush(); }

 private:
  void flush() {
    sink_(out_);
    out_.clear();
  }

  Sink sink_;
  std::vector<Component> components_;
  std::vector<std::size_t> order_;
  std::string out_;
};

}  // namespace

std::unique_ptr<DataWriter> make_csv_writer(Sink sink, const WriteOptions& options) { return std::make_unique<CsvWriter>(std::move(sink), options); }

}  // namespace comity::formats::sdmx
