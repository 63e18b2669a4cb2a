#include "comity/formats/json.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/detail/json_columns.hpp"
#include "comity/formats/detail/line_reader.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/names.hpp"
#include "comity/formats/detail/sniff.hpp"

namespace comity::formats {
namespace {

using detail::JsonColumn;
using detail::JsonPart;
using simdjson::dom::element;

constexpr std::uint64_t kMaxDocument = 2ull << 30;

std::string_view without_mark(std::string_view text) { return text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text; }

class JsonReader : public RecordReader {
 public:
  JsonReader(const std::filesystem::path& file, const JsonShape& shape, const Limits& limits)
      : shape_(shape), parts_(detail::parse_json_columns(shape)), limits_(limits), file_(detail::shown_name(file)) {
    for (const auto& part : parts_) columns_.push_back(part.name);
    keyed_ = std::any_of(parts_.begin(), parts_.end(), [](const JsonColumn& c) { return c.what == JsonColumn::What::key && !c.of_element; });
    const bool lines = shape.lines || file_.find(".jsonl") != std::string::npos || file_.find(".ndjson") != std::string::npos;
    if (lines) {
      lines_.emplace(open_bytes(file, limits), file_, limits.record_bytes);
      document_ = file_;
      return;
    }
    Limits in_memory = limits;
    in_memory.file_bytes = std::min(limits.file_bytes, kMaxDocument);
    members_ = read_members(file, in_memory);
  }

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    out.problem = {};
    while (element_at_ == elements_.size()) {
      if (record_at_ == records_.size()) {
        switch (load_document()) {
          case Loaded::none: return false;
          case Loaded::broken: return fill_broken(out), true;
          case Loaded::good: continue;
        }
      }
      open_record(records_[record_at_++]);
    }
    fill(out, elements_[element_at_++]);
    return true;
  }

 private:
  enum class Loaded { none, good, broken };

  Loaded load_document() {
    records_.clear(), record_at_ = 0;
    element root;
    if (lines_) {
      std::string_view line;
      do {
        if (!lines_->next(line)) return Loaded::none;
        if (lines_->number() == 1) line = without_mark(line);
      } while (line.find_first_not_of(" \t") == std::string_view::npos);
      raw_.clear();
      detail::append_repaired_utf8(raw_, line.substr(0, limits_.record_bytes));
      if (lines_->number() == 1) refuse_other_kinds(line);
      if (const auto error = parser_.parse(simdjson::padded_string(line)).get(root)) {
        problem_ = fmt::format("no JSON ({})", simdjson::error_message(error));
        return Loaded::broken;
      }
    } else {
      if (member_at_ == members_.size()) return Loaded::none;
      if (member_at_ > 0) members_[member_at_ - 1].bytes = {};
      const Member& member = members_[member_at_++];
      document_ = member.name;
      const std::string_view text = without_mark(member.bytes);
      refuse_other_kinds(text);
      if (const auto error = parser_.parse(simdjson::padded_string(text)).get(root)) {
        throw DataError(fmt::format("{}: no JSON ({})", shown(), simdjson::error_message(error)), "If it was cut off, fetch it again; if it holds one document per line, say so (lines).");
      }
    }
    collect_records(root);
    return Loaded::good;
  }

  void collect_records(element root) {
    element target = root;
    if (!shape_.pointer.empty() && shape_.pointer != "." && root.at_pointer(shape_.pointer).get(target) != simdjson::SUCCESS) fail_pointer(root);
    if (!shape_.pointer.empty() && target.is_null()) return;  // a null where the records should be: none
    if (target.is_array() || (target.is_object() && keyed_)) {
      detail::append_parts(records_, target);
    } else {
      records_.push_back({{}, 1, target});
    }
  }

  void open_record(const JsonPart& record) {
    record_ = record;
    elements_.clear(), element_at_ = 0;
    exploded_ = false;
    if (!shape_.explode.empty()) {
      detail::explode(elements_, record.value, shape_.explode);
      exploded_ = !elements_.empty();
    }
    if (!exploded_) elements_.push_back(record);
  }

  void fill(Record& out, const JsonPart& part) {
    scratch_.clear();
    ends_.clear();
    out.is_null.assign(columns_.size(), false);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const JsonColumn& column = parts_[i];
      const bool there = !column.of_element || exploded_;
      out.is_null[i] = !there || !append(column, column.of_element ? part : record_);
      ends_.push_back(scratch_.size());
    }
    out.fields.resize(columns_.size());
    for (std::size_t i = 0, from = 0; i < ends_.size(); from = ends_[i++]) out.fields[i] = std::string_view(scratch_).substr(from, ends_[i] - from);
    out.number = ++number_;
    out.line = lines_ ? lines_->number() : 0;
    if (!lines_) {
      raw_ = simdjson::minify(part.value);
      cut_raw();
    }
    out.raw = raw_;
  }

  bool append(const JsonColumn& column, const JsonPart& part) {
    switch (column.what) {
      case JsonColumn::What::key: scratch_ += part.key; return part.key.data() != nullptr;
      case JsonColumn::What::position: fmt::format_to(std::back_inserter(scratch_), "{}", part.position); return true;
      case JsonColumn::What::document: scratch_ += document_; return true;
      case JsonColumn::What::pointer: break;
    }
    element value = part.value;
    if (!column.pointer.empty() && part.value.at_pointer(column.pointer).get(value) != simdjson::SUCCESS) return false;
    return detail::append_json_text(scratch_, value);
  }

  void fill_broken(Record& out) {
    out.fields.assign(columns_.size(), {});
    out.is_null.assign(columns_.size(), true);
    out.number = ++number_;
    out.line = lines_->number();
    out.raw = raw_;
    out.problem = problem_;
  }

  // At the limit, and not inside a character.
  void cut_raw() {
    if (raw_.size() <= limits_.record_bytes) return;
    std::size_t size = limits_.record_bytes;
    while (size > 0 && (static_cast<unsigned char>(raw_[size]) & 0xC0) == 0x80) --size;
    raw_.resize(size);
  }

  std::string shown() const { return document_ == file_ ? file_ : fmt::format("{}!{}", file_.substr(0, file_.find('!')), document_); }

  void refuse_other_kinds(std::string_view text) const {
    const auto kind = detail::sniff(text.substr(0, 4096));
    if (kind == detail::Kind::text || kind == detail::Kind::tar) return;
    throw DataError(fmt::format("{}: not JSON but {}", shown(), detail::words_for(kind)), std::string(detail::advice_for(kind)));
  }

  [[noreturn]] void fail_pointer(element root) const {
    // Name the last part that is there, and what stands in it.
    std::string_view reached;
    element here = root;
    for (std::size_t at = shape_.pointer.find('/', 1); at != std::string::npos; at = shape_.pointer.find('/', at + 1)) {
      element next;
      if (root.at_pointer(std::string_view(shape_.pointer).substr(0, at)).get(next) != simdjson::SUCCESS) break;
      here = next, reached = std::string_view(shape_.pointer).substr(0, at);
    }
    std::vector<std::string> keys;
    if (simdjson::dom::object object; here.get(object) == simdjson::SUCCESS) {
      for (const auto field : object) {
        if (keys.size() < 40) keys.emplace_back(field.key);
      }
    }
    throw DataError(fmt::format("{}: nothing at '{}'", shown(), shape_.pointer),
                    keys.empty() ? fmt::format("There is no object at '{}'.", reached)
                                 : fmt::format("At '{}' stand: {}. The publisher may have changed the structure.", reached.empty() ? "/" : reached, fmt::join(keys, ", ")));
  }

  JsonShape shape_;
  std::vector<JsonColumn> parts_;
  Limits limits_;
  std::string file_, document_;
  std::vector<std::string> columns_;
  bool keyed_ = false, exploded_ = false;
  std::optional<detail::LineReader> lines_;
  std::vector<Member> members_;
  std::size_t member_at_ = 0;
  simdjson::dom::parser parser_;
  std::vector<JsonPart> records_, elements_;
  std::size_t record_at_ = 0, element_at_ = 0;
  JsonPart record_;
  std::string scratch_, raw_, problem_;
  std::vector<std::size_t> ends_;
  std::uint64_t number_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> open_json_records(const std::filesystem::path& file, const JsonShape& shape, const Limits& limits) {
  return std::make_unique<JsonReader>(file, shape, limits);
}

std::unique_ptr<RecordReader> open_json_records(const std::filesystem::path& file, const std::string& pointer, const std::vector<std::string>& columns,
                                                const std::string& explode) {
  return open_json_records(file, JsonShape{pointer, columns, explode});
}

}  // namespace comity::formats
