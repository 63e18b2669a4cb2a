#include "comity/formats/plain_columns.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cmath>
#include <map>
#include <mutex>
#include <thread>

#include "comity/base/error.hpp"
#include "comity/base/give_back.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/encoding.hpp"

namespace comity::formats {
namespace {

constexpr std::size_t piece_bytes = 1u << 20;
constexpr std::size_t longest_line = 1u << 20;
constexpr std::string_view delimiters = ",;\t|";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_missing(std::string_view cell) { return cell.empty() || cell == "." || cell == "NA"; }

// -12, 0.5, 3e-7. Up to 15 digits and a short exponent the division is exact (Clinger 1990); else from_chars.
bool read_number(std::string_view cell, double& out) {
  constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const char *at = cell.data(), *const end = at + cell.size();
  const bool minus = at != end && *at == '-';
  at += minus;
  const char* const first = at;
  std::uint64_t digits = 0;
  for (; at != end && is_digit(*at); ++at) digits = digits * 10 + std::uint64_t(*at - '0');
  if (at == first) return false;
  const std::ptrdiff_t whole = at - first;
  std::ptrdiff_t behind = 0;
  if (at != end && *at == '.') {
    const char* const point = ++at;
    for (; at != end && is_digit(*at); ++at) digits = digits * 10 + std::uint64_t(*at - '0');
    behind = at - point;
    if (behind == 0) return false;
  }
  if (at == end && whole + behind <= 15) {
    const double value = double(digits) / powers[behind];
    out = minus ? -value : value;
    return true;
  }
  if (at != end && *at != 'e' && *at != 'E') return false;
  const auto [stop, error] = std::from_chars(cell.data(), end, out);
  return error == std::errc() && stop == end;
}

// The cells of lines that end in '\n', one after the other.
class Cells {
 public:
  Cells(std::string_view lines, char delimiter) : at_(lines.data()), end_(lines.data() + lines.size()), delimiter_(delimiter) {}

  bool at_end() const { return at_ == end_; }
  // False where the text is not plain. `last`: the line ends with this cell. The cell lives until the next call.
  bool next(std::string_view& cell, bool& last) {
    if (at_ != end_ && *at_ == '"') return next_quoted(cell, last);
    const char* const begin = at_;
    while (at_ != end_ && *at_ != delimiter_ && *at_ != '\n' && *at_ != '"') ++at_;
    if (at_ == end_ || *at_ == '"') return false;
    const char* stop = at_;
    last = *at_++ == '\n';
    if (last && stop != begin && stop[-1] == '\r') --stop;
    cell = {begin, stop};
    return true;
  }

 private:
  bool next_quoted(std::string_view& cell, bool& last) {
    const char* const begin = ++at_;
    bool doubled = false;
    for (;; ++at_) {
      if (at_ == end_ || *at_ == '\n' || *at_ == '\\') return false;  // a record of several lines, or another dialect's escapes
      if (*at_ != '"') continue;
      if (at_ + 1 == end_ || at_[1] != '"') break;
      doubled = true, ++at_;
    }
    cell = {begin, at_++};
    if (doubled) {
      text_.clear();
      for (std::size_t i = 0; i < cell.size(); ++i) text_ += cell[i], i += cell[i] == '"';
      cell = text_;
    }
    if (at_ != end_ && *at_ == '\r') ++at_;
    if (at_ == end_ || (*at_ != delimiter_ && *at_ != '\n') || (at_[-1] == '\r' && *at_ != '\n')) return false;
    last = *at_++ == '\n';
    return true;
  }

  const char *at_, *end_;
  char delimiter_;
  std::string text_;
};

// Which cell of a line goes where.
struct Layout {
  char delimiter = ',';
  struct Use {
    int number = -1, key = -1;  // place among the columns asked for
  };
  std::vector<Use> cells;
};

// The delimiter is the one by which the header has all the columns asked for, each once.
std::optional<Layout> find_layout(std::string_view header, const std::vector<std::string>& numbers, const std::vector<std::string>& keys) {
  for (const char delimiter : delimiters) {
    Layout layout{delimiter, {}};
    std::map<std::string, std::size_t, std::less<>> place;
    Cells cells(header, delimiter);
    std::string_view cell;
    bool twice = false, good = true;
    for (bool last = false; !last && good;) {
      good = cells.next(cell, last);
      if (good) twice = !place.emplace(cell, place.size()).second || twice;
    }
    if (!good || twice) continue;
    layout.cells.resize(place.size());
    const auto use = [&](const std::vector<std::string>& names, int Layout::Use::*which) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        const auto it = place.find(names[i]);
        if (it == place.end() || layout.cells[it->second].*which >= 0) return false;
        layout.cells[it->second].*which = int(i);
      }
      return true;
    };
    if (use(numbers, &Layout::Use::number) && use(keys, &Layout::Use::key)) return layout;
  }
  return std::nullopt;
}

// What a run of lines holds.
struct Piece {
  std::vector<std::vector<double>> numbers;
  std::vector<KeyColumn> keys;
  std::size_t rows = 0;
};

bool read_lines(std::string_view lines, const Layout& layout, Piece& piece) {
  const auto expected = std::size_t(std::ranges::count(lines, '\n'));
  for (auto& column : piece.numbers) column.reserve(expected);
  std::vector<KeyReader> readers;
  for (auto& column : piece.keys) column.code.reserve(expected), readers.emplace_back(column);
  Cells cells(lines, layout.delimiter);
  for (std::string_view cell; !cells.at_end(); ++piece.rows) {
    bool last = false;
    for (std::size_t c = 0; c < layout.cells.size(); ++c) {
      if (last || !cells.next(cell, last)) return false;
      if (cell.empty() && layout.cells.size() == 1) return false;  // an empty line, or a missing cell
      const auto [number, key] = layout.cells[c];
      if (number < 0 && key < 0) continue;
      const bool missing = is_missing(cell);
      if (number >= 0) {
        double value = std::nan("");
        if (!missing && !read_number(cell, value)) return false;
        piece.numbers[std::size_t(number)].push_back(value);
      }
      if (key < 0) continue;
      if (!missing && cell.front() == '\'') return false;  // perhaps another quote
      missing ? readers[std::size_t(key)].add_missing() : readers[std::size_t(key)].add(cell);
    }
    if (!last) return false;
  }
  const auto is_text = [](const std::string& text) { return detail::find_invalid_utf8(text) == text.size() && text.find('\0') == std::string::npos; };
  return std::ranges::all_of(piece.keys, [&](const KeyColumn& column) { return std::ranges::all_of(column.text, is_text); });
}

// Cuts a file into runs of whole lines, one after the other, for whoever asks next.
class Lines {
 public:
  explicit Lines(const std::filesystem::path& file) : source_(open_bytes(file)) {}

  // Its number among all, or nothing at the end. The text ends in '\n'.
  std::optional<std::size_t> next(std::string& text) {
    const std::lock_guard lock(mutex_);
    text = std::move(rest_);
    rest_.clear();
    std::size_t line = std::string::npos;
    while (!ended_ && line == std::string::npos && text.size() < piece_bytes + longest_line) {
      const std::size_t had = text.size();
      text.resize(std::max(had, piece_bytes) + (had < piece_bytes ? 0 : piece_bytes / 4));
      std::size_t length = had;
      while (length < text.size() && !ended_) {
        const std::size_t read = source_->read(text.data() + length, text.size() - length);
        length += read, ended_ = read == 0;
      }
      text.resize(length);
      line = text.rfind('\n');
    }
    if (ended_ && !text.empty() && text.back() != '\n') text += '\n', line = text.size() - 1;
    if (!text.empty() && line == std::string::npos) endless_ = ended_ = true;  // a line of megabytes is not plain
    if (text.empty() || line == std::string::npos) return std::nullopt;
    rest_.assign(text, line + 1);
    text.resize(line + 1);
    return count_++;
  }
  bool is_whole() const { return ended_ && rest_.empty() && !endless_; }

 private:
  std::unique_ptr<BytesSource> source_;
  std::mutex mutex_;
  std::string rest_;
  std::size_t count_ = 0;
  bool ended_ = false, endless_ = false;
};

class Reading {
 public:
  Reading(const std::filesystem::path& file, const std::vector<std::string>& numbers, const std::vector<std::string>& keys)
      : lines_(file), numbers_(numbers), keys_(keys) {}

  bool run(int threads) {
    std::string text;
    if (!lines_.next(text)) return false;
    std::string_view first = text;
    if (first.starts_with("\xef\xbb\xbf")) first.remove_prefix(3);
    const std::size_t header = first.find('\n') + 1;
    const auto layout = find_layout(first.substr(0, header), numbers_, keys_);
    if (!layout || !read_piece(0, first.substr(header), *layout)) return false;
    give_back(text);
    in_parallel(threads, [&] {
      std::string mine;
      while (good_) {
        const auto number = lines_.next(mine);
        if (!number) break;
        if (!read_piece(*number, mine, *layout)) good_ = false;
      }
    });
    return good_ && lines_.is_whole();
  }

  // The pieces joined, column by column, each freed as it goes.
  PlainColumns answer(int threads) {
    PlainColumns out;
    for (const Piece& piece : pieces_) out.rows += piece.rows;
    out.numbers.resize(numbers_.size()), out.keys.resize(keys_.size());
    std::atomic<std::size_t> next{0};
    in_parallel(threads, [&] {
      for (std::size_t c = next++; c < numbers_.size() + keys_.size(); c = next++) {
        c < numbers_.size() ? join_numbers(c, out) : join_keys(c - numbers_.size(), out);
      }
    });
    return out;
  }

 private:
  bool read_piece(std::size_t number, std::string_view lines, const Layout& layout) {
    Piece piece{std::vector<std::vector<double>>(numbers_.size()), std::vector<KeyColumn>(keys_.size()), 0};
    if (!read_lines(lines, layout, piece)) return false;
    const std::lock_guard lock(mutex_);
    if (pieces_.size() <= number) pieces_.resize(number + 1);
    pieces_[number] = std::move(piece);
    return true;
  }

  void join_numbers(std::size_t c, PlainColumns& out) {
    std::vector<double> all;
    all.reserve(out.rows);
    for (Piece& piece : pieces_) {
      all.insert(all.end(), piece.numbers[c].begin(), piece.numbers[c].end());
      give_back(piece.numbers[c]);
    }
    out.numbers[c] = std::move(all);
    out.numbers[c].pack();
  }

  void join_keys(std::size_t k, PlainColumns& out) {
    KeyColumn& all = out.keys[k];
    all.code.reserve(out.rows);
    KeyReader reader(all);
    for (Piece& piece : pieces_) {
      KeyColumn& part = piece.keys[k];
      std::vector<std::uint32_t> number;
      for (const auto& text : part.text) number.push_back(reader.number(text));
      if (part.blanks > 0 && all.blanks == 0) all.first_blank = all.code.size() + part.first_blank;
      all.blanks += part.blanks;
      for (const std::uint32_t code : part.code) all.code.push_back(code == no_key ? no_key : number[code]);
      give_back(part);
    }
  }

  template <class Work>
  void in_parallel(int threads, const Work& work) {
    // What a thread throws (a damaged archive) makes the file one that is not plain.
    const auto guarded = [&] {
      try {
        work();
      } catch (const std::exception&) {
        good_ = false;
      }
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(guarded);
    guarded();
  }

  Lines lines_;
  const std::vector<std::string>&numbers_, &keys_;
  std::mutex mutex_;
  std::vector<Piece> pieces_;
  std::atomic<bool> good_{true};
};

}  // namespace

std::optional<PlainColumns> read_plain_columns(const std::filesystem::path& file, const std::vector<std::string>& numbers, const std::vector<std::string>& keys, int threads) {
  try {
    Reading reading(file, numbers, keys);
    if (!reading.run(threads)) return std::nullopt;
    return reading.answer(threads);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace comity::formats
