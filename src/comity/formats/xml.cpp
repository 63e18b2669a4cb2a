#include "comity/formats/xml.hpp"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/names.hpp"
#include "comity/formats/detail/sniff.hpp"
#include "comity/formats/detail/xml_parser.hpp"

namespace comity::formats {
namespace {

using detail::Attributes;
using detail::local_name;

struct Column {
  std::string name;
  std::vector<std::string> path;  // of elements, from the record
  std::string attribute;          // of the last of them; empty = its text
  std::size_t up = 0;             // so many elements around the record instead
  bool document = false;
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (;;) {
    const auto slash = text.find('/');
    out.emplace_back(text.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    text.remove_prefix(slash + 1);
  }
}

Column parse_column(const std::string& text) {
  Column column;
  column.name = text;
  std::string_view rest = text;
  if (const auto equals = rest.find('='); equals != std::string_view::npos) {
    column.name = rest.substr(0, equals);
    rest.remove_prefix(equals + 1);
  }
  if (rest == "!") return column.document = true, column;
  if (rest == ".") return column;
  for (auto& step : split(rest)) {
    const bool bad = step.empty() || step == "." || !column.attribute.empty() || (step == ".." && !column.path.empty());
    if (bad) throw UsageError(fmt::format("the column '{}' is no path", text), "Write title, a/b, @attribute, a/@attribute, ../@attribute, . (own text) or ! (document).");
    if (step == "..") {
      ++column.up;
    } else if (step.front() == '@') {
      column.attribute = local_name(std::string_view(step).substr(1));
    } else {
      column.path.emplace_back(local_name(step));
    }
  }
  if (column.up && (column.attribute.empty() || !column.path.empty())) {
    throw UsageError(fmt::format("the column '{}' looks outside its record for more than an attribute", text), "Only ../@attribute is possible: the text around a record may come after it.");
  }
  return column;
}

struct Found {
  std::string text;
  bool there = false;
};

struct Finished {
  std::vector<Found> values;
  std::uint64_t line = 0;
};

class RecordHandler : public detail::XmlHandler {
 public:
  RecordHandler(const std::vector<Column>& columns, const std::string& record_element, std::string file, std::uint64_t longest)
      : columns_(columns), wanted_(split(record_element)), file_(std::move(file)), longest_(longest) {
    for (auto& step : wanted_) step = local_name(step);
    looks_up_ = std::any_of(columns.begin(), columns.end(), [](const Column& c) { return c.up > 0; });
  }

  std::deque<Finished> finished;
  const detail::XmlParser* parser = nullptr;

  void start(std::string_view name, const Attributes& attributes) override {
    open_.emplace_back(local_name(name));
    if (looks_up_) {
      auto& kept = attributes_.emplace_back();
      for (const char** at = attributes.begin(); *at && record_depth_ == 0; at += 2) kept.emplace_back(local_name(at[0]), at[1]);
    }
    if (record_depth_ == 0) {
      if (is_record()) begin_record(attributes);
      return;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (column.up || column.path.empty() || !at_path(column.path)) continue;
      if (!column.attribute.empty()) {
        take_attribute(i, attributes);
      } else {
        begin_text(i);
      }
    }
  }

  void end(std::string_view) override {
    if (record_depth_ > 0) {
      for (const auto& wanted : listening_) {
        if (wanted.depth == open_.size()) trim_end(record_.values[wanted.column].text, wanted.begin);
      }
      std::erase_if(listening_, [&](const auto& wanted) { return wanted.depth == open_.size(); });
      if (open_.size() == record_depth_) {
        finished.push_back(std::move(record_));
        record_ = {}, record_depth_ = 0, bytes_ = 0;
      }
    }
    open_.pop_back();
    if (looks_up_) attributes_.pop_back();
  }

  void text(std::string_view piece) override {
    for (const auto& wanted : listening_) {
      auto& text = record_.values[wanted.column].text;
      if (text.empty() || text.back() == '\n') {  // leading space of this occurrence
        const auto first = piece.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) continue;
        add(text, piece.substr(first));
      } else {
        add(text, piece);
      }
    }
  }

 private:
  bool is_record() const {
    if (open_.size() < wanted_.size()) return false;
    return std::equal(wanted_.begin(), wanted_.end(), open_.end() - std::ptrdiff_t(wanted_.size()));
  }

  bool at_path(const std::vector<std::string>& path) const {
    return open_.size() == record_depth_ + path.size() && std::equal(path.begin(), path.end(), open_.begin() + std::ptrdiff_t(record_depth_));
  }

  void begin_record(const Attributes& attributes) {
    record_depth_ = open_.size();
    record_.values.assign(columns_.size(), {});
    record_.line = parser->line();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (column.up) {
        take_from_around(i);
      } else if (column.path.empty() && !column.attribute.empty()) {
        take_attribute(i, attributes);
      } else if (column.path.empty() && !column.document) {
        begin_text(i);
      }
    }
  }

  void take_from_around(std::size_t i) {
    if (columns_[i].up >= open_.size()) return;
    for (const auto& [name, value] : attributes_[open_.size() - 1 - columns_[i].up]) {
      if (name == columns_[i].attribute) record_.values[i] = {value, true};
    }
  }

  void take_attribute(std::size_t i, const Attributes& attributes) {
    const auto value = attributes.find(columns_[i].attribute);
    if (!value.data()) return;
    auto& found = record_.values[i];
    if (found.there) found.text += '\n';
    found.there = true;
    add(found.text, value);
  }

  void begin_text(std::size_t i) {
    auto& found = record_.values[i];
    if (found.there) found.text += '\n';
    found.there = true;
    listening_.push_back({i, open_.size(), found.text.size()});
  }

  void add(std::string& to, std::string_view piece) {
    bytes_ += piece.size();
    if (bytes_ > longest_) {
      throw DataError(fmt::format("{}, line {}: a record longer than {} bytes", file_, record_.line, longest_), "Check the name of the record's element; raise the limit if the record is right.");
    }
    to += piece;
  }

  // Only from `begin` on: an occurrence without text keeps its place among the others.
  static void trim_end(std::string& text, std::size_t begin) {
    const auto last = text.find_last_not_of(" \t\r\n");
    text.resize(std::min(text.size(), std::max(begin, last == std::string::npos ? 0 : last + 1)));
  }

  const std::vector<Column>& columns_;
  std::vector<std::string> wanted_;
  std::string file_;
  std::uint64_t longest_, bytes_ = 0;
  bool looks_up_ = false;
  std::vector<std::string> open_;
  std::vector<std::vector<std::pair<std::string, std::string>>> attributes_;
  std::size_t record_depth_ = 0;
  Finished record_;
  struct Wanted {
    std::size_t column, depth, begin;  // of the element whose text it wants; where in the column's text that begins
  };
  std::vector<Wanted> listening_;
};

class XmlReader : public RecordReader {
 public:
  XmlReader(const std::filesystem::path& file, const std::string& record_element, const std::vector<std::string>& columns, const Limits& limits)
      : record_element_(record_element), limits_(limits) {
    if (record_element.empty() || columns.empty()) throw UsageError("an XML file needs the name of the record's element and at least one column");
    for (const auto& text : columns) {
      parts_.push_back(parse_column(text));
      columns_.push_back(parts_.back().name);
    }
    detail::make_column_names(columns_);
    documents_ = expand_members(file);
  }

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    while (!handler_ || handler_->finished.empty()) {
      if (!parser_ && !open_document()) return false;
      const std::size_t n = source_->read(buffer_, sizeof buffer_);
      if (first_piece_) refuse_other_kinds({buffer_, n});
      first_piece_ = false;
      parser_->feed(buffer_, n, n == 0);
      if (n == 0) parser_.reset();
    }
    record_ = std::move(handler_->finished.front());
    handler_->finished.pop_front();
    out.fields.resize(columns_.size());
    out.is_null.assign(columns_.size(), false);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (parts_[i].document) {
        out.fields[i] = document_;
        continue;
      }
      out.fields[i] = record_.values[i].text;
      out.is_null[i] = !record_.values[i].there;
    }
    out.number = ++number_;
    out.line = record_.line;
    out.raw = {};
    out.problem = {};
    return true;
  }

 private:
  bool open_document() {
    if (at_ == documents_.size()) return false;
    const auto& path = documents_[at_++];
    const std::string shown = detail::shown_name(path);
    document_ = shown.substr(shown.find('!') == std::string::npos ? 0 : shown.find('!') + 1);
    source_ = open_bytes(path, limits_);
    handler_ = std::make_unique<RecordHandler>(parts_, record_element_, shown, limits_.record_bytes);
    parser_ = std::make_unique<detail::XmlParser>(*handler_, shown);
    handler_->parser = parser_.get();
    shown_ = shown, first_piece_ = true;
    return true;
  }

  void refuse_other_kinds(std::string_view head) const {
    const auto kind = detail::sniff(head);
    using detail::Kind;
    if (kind == Kind::xml || kind == Kind::text || kind == Kind::utf16 || kind == Kind::tar) return;
    // XHTML that begins as XML is XML; a page that does not is none.
    throw DataError(kind == Kind::empty ? fmt::format("{}: the file is empty", shown_) : fmt::format("{}: not XML but {}", shown_, detail::words_for(kind)),
                    std::string(detail::advice_for(kind)));
  }

  std::string record_element_;
  Limits limits_;
  std::vector<Column> parts_;
  std::vector<std::string> columns_;
  std::vector<std::filesystem::path> documents_;
  std::size_t at_ = 0;
  std::string document_, shown_;
  bool first_piece_ = true;
  std::unique_ptr<BytesSource> source_;
  std::unique_ptr<RecordHandler> handler_;
  std::unique_ptr<detail::XmlParser> parser_;
  Finished record_;
  std::uint64_t number_ = 0;
  char buffer_[1 << 16];
};

}  // namespace

std::unique_ptr<RecordReader> open_xml_records(const std::filesystem::path& file, const std::string& record_element,
                                               const std::vector<std::string>& columns, const Limits& limits) {
  return std::make_unique<XmlReader>(file, record_element, columns, limits);
}

}  // namespace comity::formats
