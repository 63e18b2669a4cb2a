// HTML: what a reader of the page sees. Tags that break a line end a block; scripts, styles, navigation, references (sup)
// and comments are left out; cells of a row stand behind one another with bars.
#include <array>

#include "comity/claims/markup.hpp"

namespace comity::claims {
namespace {

struct Tag {
  std::string name;
  bool closing = false;
  std::size_t end = 0;  // behind the '>'
};

Tag read_tag(std::string_view source, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < source.size() && source[i] == '/') tag.closing = true, ++i;
  while (i < source.size() && tag.name.size() < 16 && ((source[i] | 0x20) >= 'a' && (source[i] | 0x20) <= 'z')) tag.name += static_cast<char>(source[i++] | 0x20);
  if (!tag.name.empty() && i < source.size() && source[i] >= '1' && source[i] <= '6') tag.name += source[i++];
  char quote = 0;
  for (; i < source.size(); ++i) {
    if (quote) {
      if (source[i] == quote) quote = 0;
    } else if (source[i] == '"' || source[i] == '\'') {
      quote = source[i];
    } else if (source[i] == '>') {
      tag.end = i + 1;
      return tag;
    }
  }
  // A quote that never ends: the tag ends at its first '>'.
  const std::size_t plain = source.find('>', at);
  tag.end = plain == std::string_view::npos ? source.size() : plain + 1;
  return tag;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  for (const auto one : names) {
    if (one == name) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 9> unseen = {"script", "style", "sup", "nav", "noscript", "template", "svg", "head", "footer"};
constexpr std::array<std::string_view, 22> breaking = {"p",  "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3",
                                                       "h4", "h5", "h6", "section", "article", "header", "main", "dd", "dt", "blockquote", "caption"};

class Reader {
 public:
  Reader(std::string_view source, PlainText& out) : source_(source), out_(out) {}

  void run() {
    std::size_t i = 0, done = 0;
    while (i < source_.size()) {
      const std::size_t next = source_.find_first_of("<&\n", i);
      if (next == std::string_view::npos) break;
      out_.copy(source_, done, next);
      if (source_[next] == '\n') {
        out_.put(" ", next);
        i = done = next + 1;
      } else if (source_[next] == '&') {
        std::string text;
        const std::size_t length = read_entity(source_, next, text);
        if (length) out_.put(text, next);
        i = next + (length ? length : 1);
        done = length ? i : next;
      } else if (source_.substr(next, 4) == "<!--") {
        const std::size_t end = source_.find("-->", next);
        i = done = end == std::string_view::npos ? source_.size() : end + 3;
      } else {
        i = done = tag(next);
      }
    }
    out_.copy(source_, done, source_.size());
    close();
    out_.text = out_.made;
    std::erase_if(out_.blocks, [](const Block& block) { return block.begin >= block.end; });
  }

 private:
  std::size_t tag(std::size_t at) {
    const Tag tag = read_tag(source_, at);
    if (tag.name.empty()) return source_.substr(at, 2) == "<!" || source_.substr(at, 2) == "<?" || source_.substr(at, 2) == "</" ? tag.end : (out_.copy(source_, at, at + 1), at + 1);
    if (!tag.closing && among(unseen, tag.name)) {
      const std::string end = "</" + tag.name;
      for (std::size_t i = tag.end; i < source_.size(); ++i) {
        i = source_.find("</", i);
        if (i == std::string_view::npos) return source_.size();
        if (const Tag close_tag = read_tag(source_, i); close_tag.name == tag.name) return close_tag.end;
      }
      return source_.size();
    }
    if (tag.name == "td" || tag.name == "th") {
      if (!tag.closing && open_.kind == Block::Kind::row && out_.made.size() > open_.begin) out_.put(" | ", at);
    } else if (among(breaking, tag.name)) {
      close();
      if (tag.closing) return tag.end;
      if (tag.name == "li" || tag.name == "dd") open_.kind = Block::Kind::item;
      if (tag.name == "tr") open_.kind = Block::Kind::row;
      if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1') open_.kind = Block::Kind::heading, open_.level = tag.name[1] - '0';
    }
    return tag.end;
  }

  void close() {
    open_.end = out_.made.size();
    while (open_.end > open_.begin && (out_.made[open_.end - 1] == ' ' || out_.made[open_.end - 1] == '\t')) --open_.end;
    while (open_.begin < open_.end && (out_.made[open_.begin] == ' ' || out_.made[open_.begin] == '\t')) ++open_.begin;
    if (open_.begin < open_.end) out_.blocks.push_back(open_);
    if (!out_.made.empty() && out_.made.back() != '\n') out_.put("\n", source_.size());
    open_ = {};
    open_.begin = out_.made.size();
  }

  std::string_view source_;
  PlainText& out_;
  Block open_;
};

}  // namespace

void read_html(std::string_view source, PlainText& out) { Reader(source, out).run(); }

}  // namespace comity::claims
