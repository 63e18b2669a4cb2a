#include "comity/claims/markup.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace comity::claims {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == ')' || line.back() == ']' || line.back() == '*' || (line.back() >= '0' && line.back() <= '9'))) {
    const bool digit = line.back() >= '0' && line.back() <= '9';
    if (digit && line.find('[') == std::string_view::npos) break;
    const std::size_t note = line.back() == ']' ? line.rfind('[') : std::string_view::npos;
    line.remove_suffix(note != std::string_view::npos && line.size() - note <= 6 ? line.size() - note : 1);  // "in 1980.[10]"
  }
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?' || line.back() == ':' || line.back() == ';');
}

// Length of a bullet in front of a line ("-   ", "* ", "• ", "1. "); 0 = none.
std::size_t bullet(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t')) ++i;
  std::size_t mark = i;
  while (mark < line.size() && (line[mark] == '*' || line[mark] == '-' || line[mark] == '+')) ++mark;
  if (line.substr(i, 3) == "\xe2\x80\xa2" || line.substr(i, 3) == "\xe2\x80\x93") mark = i + 3;
  if (mark == i) {
    while (mark < line.size() && line[mark] >= '0' && line[mark] <= '9') ++mark;
    if (mark == i || mark - i > 2 || mark >= line.size() || line[mark] != '.') return 0;
    ++mark;
  }
  std::size_t end = mark;
  while (end < line.size() && (line[end] == ' ' || line[end] == '\t')) ++end;
  return end > mark && mark - i <= 4 ? end : 0;
}

// "NAME – A – B – March 1984", "Guest / from / to": cells of a table that lost its lines.
bool looks_like_row(std::string_view line) {
  constexpr std::size_t longest = 160;
  if (line.size() >= longest || ends_sentence(line)) return false;
  std::size_t links = 0;
  for (const std::string_view mark : {" \xe2\x80\x93 ", " / ", " | "}) {
    for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + mark.size())) ++links;
  }
  // Columns kept apart by blanks.
  std::size_t gaps = 0;
  for (std::size_t at = line.find("  "); at != std::string_view::npos; at = line.find("  ", at)) {
    ++gaps;
    at = line.find_first_not_of(' ', at);
    if (at == std::string_view::npos) break;
  }
  return links >= 2 || gaps >= 2;
}

// "Exports to Japan (2018): $18.83 bn": a label and its value make an item.
bool labelled(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return colon != std::string_view::npos && colon > 2 && colon < 60 && line.size() < 160;
}

}  // namespace

std::size_t PlainText::source_of(std::size_t plain_byte) const {
  if (pieces_.empty()) return plain_byte;
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), plain_byte, [](std::size_t at, const Piece& piece) { return at < piece.plain; });
  if (after == pieces_.begin()) return 0;
  --after;
  return after->made ? after->source : after->source + (plain_byte - after->plain);
}

void PlainText::copy(std::string_view source, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (pieces_.empty() || pieces_.back().made || pieces_.back().source + (made.size() - pieces_.back().plain) != begin) pieces_.push_back({made.size(), begin, false});
  made.append(source.substr(begin, end - begin));
}

void PlainText::put(std::string_view text_made, std::size_t source_begin) {
  pieces_.push_back({made.size(), source_begin, true});
  made += text_made;
}

Format guess_format(std::string_view file_name, std::string_view text) {
  const auto ends = [&](std::string_view end) { return file_name.size() >= end.size() && file_name.substr(file_name.size() - end.size()) == end; };
  if (ends(".html") || ends(".htm") || ends(".xhtml")) return Format::html;
  if (ends(".md") || ends(".markdown")) return Format::markdown;
  if (ends(".wiki") || ends(".wikitext") || ends(".mediawiki") || ends(".mw")) return Format::wikitext;
  const std::string_view head = text.substr(0, 20000);
  const auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && head[first] == '<' && (has("<html") || has("<HTML") || has("<!DOCTYPE") || has("<!doctype") || has("<body") || has("<p>"))) return Format::html;
  if (has("<html") && has("<body")) return Format::html;
  int wiki = 0;
  for (const auto what : {"{{", "[[", "'''", "\n==", "<ref", "{|"}) wiki += has(what);
  return wiki >= 2 ? Format::wikitext : Format::text;
}

std::string_view name_of(Format format) {
  constexpr std::array<std::string_view, 4> names = {"text", "markdown", "html", "wikitext"};
  return names[static_cast<std::size_t>(format)];
}

namespace {

// Where "(ii)" stands in the text behind a stop or a comma; npos where it does not.
std::size_t find_marker(std::string_view text, std::string_view marker, std::size_t from) {
  for (std::size_t at = text.find(marker, from); at != std::string_view::npos; at = text.find(marker, at + 1)) {
    const std::size_t before = text.find_last_not_of(" \t\n\r", at == 0 ? 0 : at - 1);
    if (at > 0 && before != std::string_view::npos && (text[before] == '.' || text[before] == ';' || text[before] == ',' || text[before] == ')')) return at;
  }
  return std::string_view::npos;
}

// "(i) Mr A (May 2001). (ii) Mr B (June 2002)." in one paragraph that begins so: items of a list.
void split_enumerations(PlainText& out) {
  constexpr std::array<std::array<std::string_view, 8>, 2> styles = {{{"(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)"}, {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"}}};
  std::vector<Block> blocks;
  for (const Block& block : out.blocks) {
    const std::string_view text = out.text.substr(block.begin, block.end - block.begin);
    const auto style = std::ranges::find_if(styles, [&](const auto& markers) { return text.starts_with(markers[0]) && find_marker(text, markers[1], 0) != std::string_view::npos; });
    if (style == styles.end() || (block.kind != Block::Kind::paragraph && block.kind != Block::Kind::item)) {
      blocks.push_back(block);
      continue;
    }
    std::size_t at = 0;
    for (std::size_t i = 0; at != std::string_view::npos && i < style->size(); ++i) {
      const std::size_t next = i + 1 < style->size() ? find_marker(text, (*style)[i + 1], at) : std::string_view::npos;
      const std::size_t begin = std::min(text.find_first_not_of(" \t", at + (*style)[i].size()), text.size()), end = std::min(next, text.size());
      if (begin < end) blocks.push_back({Block::Kind::item, 0, block.begin + begin, block.begin + end});
      at = next;
    }
  }
  out.blocks = std::move(blocks);
}

// "1997 The embassy was opened": a line of a chronicle.
bool begins_with_year(std::string_view line) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return line.size() > 8 && (line[0] == '1' || line[0] == '2') && digit(line[1]) && digit(line[2]) && digit(line[3]) && (line[4] == ' ' || line[4] == '\t' || line[4] == ':') && line[5] != '(';
}

// A year begins the next line of a chronicle, and a short line with a colon what comes behind it, however long the line before is.
bool ends_chronicle_line(std::string_view open, std::string_view line) {
  constexpr std::size_t longest_label = 60;
  const bool capital = line.front() >= 'A' && line.front() <= 'Z';
  return begins_with_year(open) && (begins_with_year(line) || (capital && line.back() == ':' && line.size() < longest_label));
}

}  // namespace

void read_markup(Format format, std::string_view source, PlainText& out) {
  switch (format) {
    case Format::text: out.text = source; split_lines(out); break;
    case Format::markdown: read_markdown(source, out); break;
    case Format::html: read_html(source, out); break;
    case Format::wikitext: read_wikitext(source, out); break;
  }
  split_enumerations(out);
}

void split_lines(PlainText& out) {
  const std::string_view text = out.text;
  Block open;
  bool is_open = false;
  std::size_t last_length = 0;
  const auto close = [&] {
    if (is_open && open.end > open.begin) out.blocks.push_back(open);
    is_open = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view raw = text.substr(at, end - at), line = trimmed(raw);
    const std::size_t begin = line.empty() ? at : static_cast<std::size_t>(line.data() - text.data());
    const std::size_t next = end + 1;
    if (line.empty() || line.find_first_not_of("|-:+= \t") == std::string_view::npos) {  // "---|---": the rule under the head of a table
      close();
    } else if (line.front() == '#') {
      close();
      const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
      const std::size_t title = std::min(line.find_first_not_of(" \t", level), line.size());
      out.blocks.push_back({Block::Kind::heading, static_cast<int>(level), begin + title, begin + line.size()});
    } else if (line.front() == '|' || looks_like_row(line)) {
      close();
      out.blocks.push_back({Block::Kind::row, 0, begin, begin + line.size()});
    } else if (const std::size_t skip = bullet(raw)) {
      close();
      const bool numbered = line.front() >= '0' && line.front() <= '9';
      // "4. VIP Visits" numbers a section, not an item of a list.
      const std::string_view rest = raw.substr(skip);
      const bool section = numbered && rest.size() < 50 && !ends_sentence(line) && rest.find(',') == std::string_view::npos && rest.find_first_of("0123456789") == std::string_view::npos;
      open = {section ? Block::Kind::heading : Block::Kind::item, section ? 2 : 0, at + skip, begin + line.size()};
      is_open = true;
    } else if (is_open && open.kind != Block::Kind::heading && !(line.front() >= '0' && line.front() <= '9' && last_length < 90) && !ends_chronicle_line(text.substr(open.begin, open.end - open.begin), line)) {
      open.end = begin + line.size();
    } else {
      close();
      open = {labelled(line) && line.size() < 90 ? Block::Kind::item : Block::Kind::paragraph, 0, begin, begin + line.size()};
      is_open = true;
    }
    // A short line is a heading where it stands alone, and never runs on into the next; a full one that ends a sentence ends its block.
    // A next line that begins with a small letter goes on with this one.
    const bool goes_on = next < text.size() && !ends_sentence(line) && text[next] >= 'a' && text[next] <= 'z' && line.size() > 12 && open.kind == Block::Kind::paragraph && !bullet(text.substr(next, std::min<std::size_t>(text.size() - next, 20)));
    if (is_open && !goes_on && (ends_sentence(line) || line.size() < 66)) {
      if (open.kind == Block::Kind::paragraph && open.begin == begin && line.size() < 90 && !ends_sentence(line) && line.find(',') == std::string_view::npos) open.kind = Block::Kind::heading, open.level = out.blocks.empty() ? 1 : 2;
      // "In 1998, President X", "Agreement on Trade, 19 December 1991": a short line of its own with a date is an item of a list.
      else if (open.kind == Block::Kind::paragraph && open.begin == begin && line.size() < 90 && !ends_sentence(line) && !out.blocks.empty() && line.find_first_of("0123456789") != std::string_view::npos) open.kind = Block::Kind::item;
      close();
    }
    last_length = line.size();
    at = next;
  }
  close();
  std::erase_if(out.blocks, [](const Block& block) { return block.begin >= block.end; });
  for (Block& block : out.blocks) {
    if (block.kind == Block::Kind::paragraph && block.end - block.begin < 90 && !ends_sentence(text.substr(block.begin, block.end - block.begin)) && text.substr(block.begin, block.end - block.begin).find(',') == std::string_view::npos) {
      block.kind = Block::Kind::heading;
      block.level = 2;
    }
  }
}

std::size_t read_entity(std::string_view source, std::size_t begin, std::string& out) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 22> known = {{
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\xc2\xa0"}, {"ndash", "–"}, {"mdash", "—"},
      {"euro", "€"}, {"pound", "£"}, {"yen", "¥"}, {"rsquo", "’"}, {"lsquo", "‘"}, {"ldquo", "“"}, {"rdquo", "”"}, {"thinsp", " "},
      {"uuml", "ü"}, {"ouml", "ö"}, {"auml", "ä"}, {"szlig", "ß"}, {"eacute", "é"}, {"ocirc", "ô"}}};
  const std::size_t end = source.substr(begin, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = source.substr(begin + 1, end - 1);
  if (name.front() == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    char32_t code = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : hex && (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
      if (digit < 0 || code > 0x10ffff) return 0;
      code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    if (code < 9 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return 0;
    out.clear();
    if (code < 0x80) {
      out += static_cast<char>(code);
    } else {
      const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      out += static_cast<char>((0xf0 << (3 - more) & 0xff) | code >> (6 * more));
      for (int i = more - 1; i >= 0; --i) out += static_cast<char>(0x80 | (code >> (6 * i) & 0x3f));
    }
    return end + 1;
  }
  for (const auto& [entity, text] : known) {
    if (entity == name) {
      out = text;
      return end + 1;
    }
  }
  return 0;
}

}  // namespace comity::claims
