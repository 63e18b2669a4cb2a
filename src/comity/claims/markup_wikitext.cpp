// MediaWiki wikitext: links become their text, templates go except those that hold text a reader sees (convert, nowrap,
// flag, US$, lang, date) and infoboxes, whose parameters become rows; references, comments, files and categories go;
// tables become rows with bars; headings and bullets become blocks.
#include <array>

#include "comity/claims/markup.hpp"

namespace comity::claims {
namespace {

bool starts(std::string_view text, std::size_t at, std::string_view what) { return text.compare(at, what.size(), what) == 0; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool same_name(std::string_view a, std::string_view b) {
  a = trimmed(a);
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i] == '_' ? ' ' : a[i]) != b[i]) return false;
  }
  return true;
}

struct Range {
  std::size_t begin = 0, end = 0;
};

class Reader {
 public:
  Reader(std::string_view source, PlainText& out) : source_(source), out_(out) {}

  void run() {
    read(0, source_.size(), 0);
    out_.text = out_.made;
    split_lines(out_);
  }

 private:
  static constexpr int deepest = 12;  // templates within templates; deeper ones are left out
  static constexpr std::size_t longest = 1 << 17;

  void read(std::size_t begin, std::size_t end, int depth) {
    std::size_t done = begin;
    for (std::size_t i = begin; i < end;) {
      const std::size_t next = std::min(source_.find_first_of("{[<'&=|!_", i), end);
      if (next >= end) break;
      i = next;
      const std::size_t before = i;
      const std::size_t after = piece(i, end, depth, done);
      if (after == before) {
        ++i;
        continue;
      }
      i = done = after;
    }
    out_.copy(source_, done, end);
  }

  // Reads what begins at `at`, when it is markup: the text before it (from `done`) is copied first. Returns the place
  // behind it; `at` when it is no markup.
  std::size_t piece(std::size_t at, std::size_t end, int depth, std::size_t done) {
    const auto flush = [&] { out_.copy(source_, done, at); };
    const bool line_start = at == 0 || source_[at - 1] == '\n';
    switch (source_[at]) {
      case '{':
        if (starts(source_, at, "{{")) {
          flush();
          return read_template(at, end, depth);
        }
        if (starts(source_, at, "{|")) return flush(), line_end(at, end);
        return at;
      case '[':
        return starts(source_, at, "[[") ? (flush(), read_link(at, end, depth)) : read_address(at, end, done);
      case '<': return read_tag(at, end, done);
      case '\'':
        if (starts(source_, at, "''")) {
          flush();
          std::size_t i = at;
          while (i < end && source_[i] == '\'') ++i;
          return i;
        }
        return at;
      case '&': {
        std::string text;
        const std::size_t length = read_entity(source_, at, text);
        if (length == 0) return at;
        flush();
        out_.put(text, at);
        return at + length;
      }
      case '=':
        if (line_start && starts(source_, at, "==")) {
          flush();
          return read_heading(at, end, depth);
        }
        return at;
      case '|':
        if (!line_start) return at;
        flush();
        if (starts(source_, at, "|}") || starts(source_, at, "|-") || starts(source_, at, "|+")) return line_end(at, end);
        return read_row(at, end, depth);
      case '!':
        if (!line_start) return at;
        flush();
        return read_row(at, end, depth);
      case '_':
        if (starts(source_, at, "__")) {
          const std::size_t close = source_.find("__", at + 2);
          if (close < at + 24) return flush(), close + 2;
        }
        return at;
    }
    return at;
  }

  std::size_t line_end(std::size_t at, std::size_t end) const { return std::min(source_.find('\n', at), end); }

  std::size_t read_heading(std::size_t at, std::size_t end, int depth) {
    const std::size_t stop = line_end(at, end);
    std::size_t from = at, to = stop;
    while (from < stop && source_[from] == '=') ++from;
    while (to > from && (source_[to - 1] == '=' || source_[to - 1] == ' ')) --to;
    out_.put(std::string(std::min<std::size_t>(from - at, 6), '#') + " ", at);
    if (depth < deepest) read(from, to, depth + 1);
    return stop;
  }

  // The cells of one line of a table: "| a || b" or "| style=x | a".
  std::size_t read_row(std::size_t at, std::size_t end, int depth) {
    const std::size_t stop = line_end(at, end);
    std::size_t cell = at + 1;
    out_.put("| ", at);
    while (cell <= stop && cell < end) {
      std::size_t next = std::min(source_.find("||", cell), stop);
      const std::string_view text = source_.substr(cell, next - cell);
      if (const std::size_t bar = text.find('|'); bar != std::string_view::npos && text.substr(0, bar).find("[[") == std::string_view::npos && text.substr(0, bar).find("{{") == std::string_view::npos) cell += bar + 1;
      if (depth < deepest) read(cell, next, depth + 1);
      if (next >= stop) break;
      out_.put(" | ", next);
      cell = next + 2;
    }
    return stop;
  }

  // The end of "{{…}}" or "[[…]]" that begins at `at`, behind its closing; npos when it never closes. A text with
  // very many that never close is no wikitext: then none is looked for any more, so that time stays linear.
  std::size_t matching(std::size_t at, std::size_t end, char open, char close) {
    if (unclosed_ > 200) return std::string_view::npos;
    int depth = 0;
    const std::size_t limit = std::min(end, at + longest);
    for (std::size_t i = at; i + 1 < limit; ++i) {
      if (source_[i] == open && source_[i + 1] == open) {
        ++depth;
        ++i;
      } else if (source_[i] == close && source_[i + 1] == close) {
        ++i;
        if (--depth == 0) return i + 1;
      }
    }
    ++unclosed_;
    return std::string_view::npos;
  }

  std::size_t read_link(std::size_t at, std::size_t end, int depth) {
    std::size_t close = matching(at, end, '[', ']');
    if (close == std::string_view::npos || line_end(at, end) + 2000 < close) return at + 2;
    const std::string_view inside = source_.substr(at + 2, close - at - 4);
    for (const auto left_out : {"file:", "image:", "category:", "datei:", "bild:", "kategorie:", "media:"}) {
      std::string_view name(left_out);
      if (inside.size() > name.size() && same_name(inside.substr(0, name.size()), name)) return close;
    }
    const std::size_t bar = inside.rfind('|');
    const std::size_t from = bar == std::string_view::npos ? 0 : bar + 1;
    if (depth < deepest) read(at + 2 + from, close - 2, depth + 1);
    return close;
  }

  std::size_t read_address(std::size_t at, std::size_t end, std::size_t done) {
    if (!starts(source_, at, "[http") && !starts(source_, at, "[//")) return at;
    const std::size_t close = source_.find(']', at);
    if (close == std::string_view::npos || close >= end || close > line_end(at, end)) return at;
    out_.copy(source_, done, at);
    const std::size_t space = source_.find(' ', at);
    if (space < close) out_.copy(source_, space + 1, close);
    return close + 1;
  }

  std::size_t read_tag(std::size_t at, std::size_t end, std::size_t done) {
    if (starts(source_, at, "<!--")) {
      out_.copy(source_, done, at);
      const std::size_t close = source_.find("-->", at);
      return close == std::string_view::npos ? end : std::min(close + 3, end);
    }
    const std::size_t close = source_.find('>', at);
    if (close == std::string_view::npos || close >= end || close - at > 2000) return at;
    const char first = at + 1 < end ? lower(source_[at + 1]) : ' ';
    if (!((first >= 'a' && first <= 'z') || first == '/')) return at;
    out_.copy(source_, done, at);
    const bool alone = source_[close - 1] == '/';
    for (const std::string_view hidden : {"ref", "gallery", "math", "timeline", "imagemap", "score"}) {
      if (!same_name(source_.substr(at + 1, hidden.size()), hidden)) continue;
      if (alone) return close + 1;
      const std::string closing = "</" + std::string(hidden);
      const std::size_t over = source_.find(closing, close);
      // A reference that never closes ends with its line.
      if (over == std::string_view::npos || over >= end) return line_end(at, end);
      const std::size_t bracket = source_.find('>', over);
      return bracket == std::string_view::npos ? end : std::min(bracket + 1, end);
    }
    if (same_name(source_.substr(at + 1, 2), "br")) out_.put(" ", at);
    return close + 1;
  }

  std::size_t read_template(std::size_t at, std::size_t end, int depth) {
    const std::size_t close = matching(at, end, '{', '}');
    if (close == std::string_view::npos) return at + 2;  // unbalanced: the braces alone go
    parts_of(at + 2, close - 2);
    const std::vector<Range> parts = parts_;
    const std::string_view name = trimmed(source_.substr(parts[0].begin, parts[0].end - parts[0].begin));
    if (depth >= deepest) return close;
    if (name.size() > 7 && same_name(name.substr(0, 7), "infobox")) return read_infobox(parts, depth), close;
    for (const std::string_view shown : {"nowrap", "nobr", "lang", "flag", "flagcountry", "flagicon", "small", "unbulleted list", "ubl", "plainlist", "hlist", "start date", "cvt", "convert", "convertalter", "transl", "abbr", "sort", "flagdeco", "ill"}) {
      if (!same_name(name, shown)) continue;
      const bool second = shown == "lang" || shown == "transl" || shown == "sort";
      for (std::size_t i = second ? 2 : 1; i < parts.size(); ++i) {
        if (shown == "abbr" && i > 1) break;
        if (i > (second ? 2u : 1u)) out_.put(shown == "start date" ? "-" : " ", parts[i].begin);
        read(parts[i].begin, parts[i].end, depth + 1);
        if (shown == "ill") break;
      }
      return close;
    }
    for (const auto& [money, symbol] : {std::pair<std::string_view, std::string_view>{"us$", "US$"}, {"usd", "US$"}, {"eur", "€"}, {"euro", "€"}, {"gbp", "£"}, {"jpy", "¥"}}) {
      if (!same_name(name, money) || parts.size() < 2) continue;
      out_.put(symbol, at);
      read(parts[1].begin, parts[1].end, depth + 1);
      return close;
    }
    return close;
  }

  void read_infobox(const std::vector<Range>& parts, int depth) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::string_view text = source_.substr(parts[i].begin, parts[i].end - parts[i].begin);
      const std::size_t equals = text.find('=');
      if (equals == std::string_view::npos || trimmed(text.substr(equals + 1)).empty()) continue;
      out_.put("\n| ", parts[i].begin);
      out_.put(std::string(trimmed(text.substr(0, equals))) + " | ", parts[i].begin);
      read(parts[i].begin + equals + 1, parts[i].end, depth + 1);
    }
    out_.put("\n", parts.back().end);
  }

  // Splits at bars that stand in no link and no inner template.
  void parts_of(std::size_t begin, std::size_t end) {
    parts_.clear();
    int depth = 0;
    std::size_t from = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (starts(source_, i, "{{") || starts(source_, i, "[[")) {
        ++depth;
        ++i;
      } else if (depth > 0 && (starts(source_, i, "}}") || starts(source_, i, "]]"))) {
        --depth;
        ++i;
      } else if (source_[i] == '|' && depth == 0) {
        parts_.push_back({from, i});
        from = i + 1;
      }
    }
    parts_.push_back({from, end});
  }

  std::string_view source_;
  PlainText& out_;
  std::vector<Range> parts_;
  int unclosed_ = 0;
};

}  // namespace

void read_wikitext(std::string_view source, PlainText& out) { Reader(source, out).run(); }

}  // namespace comity::claims
