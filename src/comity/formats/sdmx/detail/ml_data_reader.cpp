// SDMX-ML data messages as a DataReader: a piece of the file at a time, a batch when enough rows are there.
#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/detail/ml_data.hpp"
#include "comity/formats/sdmx/detail/readers.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kBatchRows = 4096;

class MlDataReader : public DataReader {
 public:
  MlDataReader(const std::filesystem::path& file, const ReadOptions& options, bool collects_groups = false)
      : options_(options), builder_(options_, ""), handler_(builder_, file.filename().string()), parser_(handler_, file, options.limits) {
    handler_.parser = &parser_;
    builder_.collects_groups = collects_groups;
    if (options.groups_anywhere) {
      ReadOptions once = options;
      once.groups_anywhere = once.lines = false;
      MlDataReader first(file, once, true);
      while (first.next()) {}
      builder_.group_texts = std::move(first.builder_.group_texts);
      builder_.has_groups_given = true;
    }
    // So far that an unsuitable file is refused at once.
    while (handler_.format.empty() && !at_end_) read_piece();
  }

  bool next() override {
    if (started_) builder_.start_batch(), lines_known_ = 0;
    started_ = true;
    while (builder_.rows() < kBatchRows && !at_end_) read_piece();
    builder_.finish_batch();
    if (at_end_ && builder_.rows() == 0) {
      refuse_footer_without_data(footer(), builder_.counts, parser_.file());
      return false;
    }
    return true;
  }

  const Batch& batch() const override { return const_cast<Builder&>(builder_).batch(); }
  const std::vector<Component>& components() const override { return builder_.components(); }
  const std::vector<DataSet>& data_sets() const override { return builder_.data_sets; }
  const Header& header() const override { return handler_.header.header; }
  const std::vector<FooterMessage>& footer() const override { return handler_.header.footer; }
  const Counts& counts() const override { return builder_.counts; }
  std::string_view format() const override { return handler_.format; }

 private:
  void read_piece() {
    at_end_ = !parser_.advance();
    find_lines();
  }

  // Handlers leave the offset of an observation; its line is counted once the piece is through.
  void find_lines() {
    auto& lines = builder_.batch().lines;
    const std::size_t complete = builder_.rows();
    for (; lines_known_ < complete; ++lines_known_) lines[lines_known_] = options_.lines ? parser_.line_at(lines[lines_known_]) : 0;
  }

  ReadOptions options_;
  Builder builder_;
  MlDataHandler handler_;
  MlParser parser_;
  bool started_ = false, at_end_ = false;
  std::size_t lines_known_ = 0;
};

}  // namespace

std::unique_ptr<DataReader> open_ml_data(const std::filesystem::path& file, const ReadOptions& options) { return std::make_unique<MlDataReader>(file, options); }

void refuse_footer_without_data(const std::vector<FooterMessage>& footer, const Counts& counts, const std::string& file) {
  if (counts.observations != 0 || counts.series != 0 || counts.groups != 0) return;
  for (const auto& message : footer) {
    if (!message.means_partial()) continue;
    throw DataError(fmt::format("{}{}: no data, but a message of the publisher: {}", file, message.line ? fmt::format(", line {}", message.line) : "", message.words()),
                    "Do as it says: often the question was too large, or the answer is made ready under another address.");
  }
}

}  // namespace comity::formats::sdmx::detail
