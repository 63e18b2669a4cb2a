// Text with markup → plain text in blocks (headings, paragraphs, list items, rows of tables), knowing for every byte of the
// plain text where it stands in the marked-up text. The second stage. Understands just enough of each format to read what
// a reader would see: templates, references, comments, scripts and attributes are left out, infobox parameters become rows.
// Never fails: unbalanced braces and tags are read as far as they make sense.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace comity::claims {

enum class Format { text, markdown, html, wikitext };

struct Block {
  enum class Kind { paragraph, heading, item, row };
  Kind kind = Kind::paragraph;
  int level = 0;               // of a heading, 1 = the title
  std::size_t begin = 0, end = 0;  // bytes of the plain text
};

class PlainText {
 public:
  std::string_view text;       // into the source where nothing had to be taken out, else into `made`
  std::vector<Block> blocks;   // ascending, none empty

  // Where a byte of the plain text stands in the marked-up text.
  std::size_t source_of(std::size_t plain_byte) const;

  // For the readers: a piece of the source that is copied as it is; text that stands for something else (an entity).
  void copy(std::string_view source, std::size_t begin, std::size_t end);
  void put(std::string_view made, std::size_t source_begin);
  std::string made;

 private:
  struct Piece {
    std::size_t plain = 0, source = 0;
    bool made = false;  // stands for something else: all its bytes stand where that begins
  };
  std::vector<Piece> pieces_;
};

// From the file's name and its first bytes.
Format guess_format(std::string_view file_name, std::string_view text);
std::string_view name_of(Format format);
void read_markup(Format format, std::string_view source, PlainText& out);

// One each, in markup_<format>.cpp.
void read_wikitext(std::string_view source, PlainText& out);
void read_html(std::string_view source, PlainText& out);
void read_markdown(std::string_view source, PlainText& out);
// Splits out.text into blocks by lines: blank lines, bullets, '#' and short lines that end in no stop.
void split_lines(PlainText& out);
// The character an HTML entity stands for, at source[begin] == '&'; length of the entity, 0 when it is none.
std::size_t read_entity(std::string_view source, std::size_t begin, std::string& out);

}  // namespace comity::claims
