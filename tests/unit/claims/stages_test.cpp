// The stages before claims are read: decoding, markup, tokens, sentences, numbers, dates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/claims/source_text.hpp"
#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Seen {
  std::string text;
  std::vector<Token> tokens;
  Sentence sentence;
};

void see(std::string_view text, Seen& out, std::string_view language = "en") {
  out.text = text;
  const Grammar& grammar = extractor().grammar(language);
  read_tokens(out.text, 0, out.text.size(), grammar.words, out.tokens);
  out.sentence.range = {0, static_cast<std::uint32_t>(out.tokens.size())};
  const Words words{grammar, out.text, out.tokens};
  find_cues(words, out.sentence);
  find_amounts(words, out.sentence);
  find_dates(words, out.sentence);
}

std::vector<std::string> dates(std::string_view text, std::string_view language = "en") {
  Seen seen;
  see(text, seen, language);
  std::vector<std::string> out;
  for (const When& one : seen.sentence.dates) out.push_back(one.text());
  return out;
}

struct Money {
  double value, tolerance;
  std::string currency, hedge;
  bool operator==(const Money&) const = default;
};
void PrintTo(const Money& money, std::ostream* out) { *out << money.value << " ± " << money.tolerance << ' ' << money.currency << ' ' << money.hedge; }

Money money(std::string_view text, std::string_view language = "en") {
  Seen seen;
  see(text, seen, language);
  for (const Amount& one : seen.sentence.amounts) {
    if (one.kind == Amount::Kind::money) return {one.value, one.tolerance, extractor().grammar(language).texts[one.currency], std::string(one.hedge)};
  }
  return {};
}

std::string folded(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

TEST(ClaimsWords, AreComparedWithoutCaseAndAccents) {
  EXPECT_EQ(folded("Türkiye"), "turkiye");
  EXPECT_EQ(folded("STRAßE"), "strasse");
  EXPECT_EQ(folded("Łódź"), "lodz");
  EXPECT_EQ(folded("Phạm"), "pham");
  EXPECT_EQ(folded("d’Ivoire"), "d'ivoire");
}

TEST(ClaimsSource, EncodingsAreDetectedAndLeadBackToTheBytes) {
  const std::string utf8 = "K\xc3\xb6ln und Z\xc3\xbcrich", cp1252 = "K\xf6ln und Z\xfcrich";
  SourceText a, b;
  read_source_text(utf8, a);
  read_source_text(cp1252, b);
  EXPECT_EQ(a.encoding, "utf-8");
  EXPECT_EQ(b.encoding, "windows-1252");
  EXPECT_EQ(b.text, utf8);
  Places in_utf8(a), in_cp1252(b);
  const std::size_t at = utf8.find("rich");
  EXPECT_EQ(in_utf8.at(at).byte, at);
  EXPECT_EQ(in_utf8.at(at).code_points, at - 2);
  EXPECT_EQ(in_cp1252.at(at).byte, at - 2);
}

TEST(ClaimsSource, Utf16IsReadWithItsMark) {
  std::string bytes = "\xff\xfe";
  for (const char c : std::string_view("Bonn, 1990")) bytes += c, bytes += '\0';
  SourceText out;
  read_source_text(bytes, out);
  EXPECT_EQ(out.encoding, "utf-16le");
  EXPECT_EQ(out.text, "Bonn, 1990");
  Places places(out);
  EXPECT_EQ(places.at(6).byte, 2u + 12u);
}

TEST(ClaimsSource, BytesWithNulsAreNoText) {
  SourceText out;
  read_source_text(std::string("\x7f""ELF\0\0\0\x01\x02\x03", 10), out);
  EXPECT_TRUE(out.binary);
}

std::string plain(Format format, std::string_view source) {
  PlainText out;
  read_markup(format, source, out);
  std::string text;
  for (const Block& block : out.blocks) {
    const char* mark = block.kind == Block::Kind::heading ? "# " : block.kind == Block::Kind::item ? "* " : block.kind == Block::Kind::row ? "| " : "";
    text += mark + std::string(out.text.substr(block.begin, block.end - block.begin)) + "\n";
  }
  return text;
}

TEST(ClaimsMarkup, WikitextIsReadAsAReaderSeesIt) {
  EXPECT_EQ(plain(Format::wikitext, "'''Peru''' and [[Chile|the Chilean state]]<ref name=\"a\">cut [[x]] in 1990</ref> met<!-- no -->. {{cn|date=May}}\n"), "Peru and the Chilean state met.\n");
  EXPECT_EQ(plain(Format::wikitext, "== Trade ==\n* {{US$|3 million}} in 2001\n[[File:x.jpg|thumb|no]]\n"), "# Trade\n* US$3 million in 2001\n");
  EXPECT_EQ(plain(Format::wikitext, "{{Infobox bilateral relations\n| mission1 = [[Lima]]\n| empty =\n}}\n"), "| | mission1 |  Lima\n");
  EXPECT_EQ(plain(Format::wikitext, "{|\n! Guest !! Date\n|-\n| Ada || 3 May 2001\n|}\n"), "| |  Guest !! Date\n| |  Ada  |  3 May 2001\n");
}

TEST(ClaimsMarkup, UnbalancedBracesLoseNoText) {
  EXPECT_EQ(plain(Format::wikitext, "Peru {{open and [[Chile met in 1990 and went on for long enough."), "Peru open and Chile met in 1990 and went on for long enough.\n");
}

TEST(ClaimsMarkup, HtmlBlocksAndEntities) {
  EXPECT_EQ(plain(Format::html, "<html><head><title>no</title></head><body><h2>Trade</h2><p>A &amp; B<sup>1</sup> &euro;5</p><ul><li>one<li>two</ul><script>no</script></body>"),
            "# Trade\nA & B €5\n* one\n* two\n");
}

TEST(ClaimsMarkup, OffsetsLeadThroughMarkup) {
  const std::string source = "<p>In <b>1990</b>, Peru &amp; Chile</p>";
  PlainText out;
  read_markup(Format::html, source, out);
  EXPECT_EQ(source.substr(out.source_of(out.text.find("1990")), 4), "1990");
  EXPECT_EQ(source.substr(out.source_of(out.text.find("Chile")), 5), "Chile");
}

TEST(ClaimsSentences, AbbreviationsEndNone) {
  Seen seen;
  see("Dr. S. Rao met H.E. the U.S. envoy on 3 May. He left for St. Petersburg. \"Good.\" Then rest", seen);
  std::vector<SentenceRange> ranges;
  split_sentences(seen.text, seen.tokens, 0, extractor().grammar("en").stops, ranges);
  EXPECT_EQ(ranges.size(), 4u);
}

TEST(ClaimsSentences, AGermanOrdinalEndsNone) {
  Seen seen;
  see("Am 21. März 1990 begann es. Dann kam mehr.", seen, "de");
  std::vector<SentenceRange> ranges;
  split_sentences(seen.text, seen.tokens, 0, extractor().grammar("de").stops, ranges);
  EXPECT_EQ(ranges.size(), 2u);
}

TEST(ClaimsMoney, EveryFormOfASum) {
  EXPECT_EQ(money("It was 4 billion 856 million euros."), (Money{4856e6, 0.5e6, "EUR", ""}));
  EXPECT_EQ(money("over US$1.2bn"), (Money{1.2e9, 0.05e9, "USD", "gt"}));
  EXPECT_EQ(money("EUR 4 billion in all"), (Money{4e9, 0.5e9, "EUR", ""}));
  EXPECT_EQ(money("about 20.8 million USD"), (Money{20.8e6, 0.05e6, "USD", "approx"}));
  EXPECT_EQ(money("3,1 billion USD"), (Money{3.1e9, 0.05e9, "USD", ""}));
  EXPECT_EQ(money("1,074million dollars"), (Money{1074e6, 0.5e6, "USD", ""}));
  EXPECT_EQ(money("a capital of 10.4B$"), (Money{10.4e9, 0.05e9, "USD", ""}));
  EXPECT_EQ(money("Rs. 9,228 crore"), (Money{92.28e9, 0.5e7, "INR", ""}));
  EXPECT_EQ(money("nearly ¥32.1 billion"), (Money{32.1e9, 0.05e9, "JPY", "lt"}));
}

TEST(ClaimsMoney, GermanForms) {
  EXPECT_EQ(money("Er betrug 8,75 Milliarden Euro.", "de"), (Money{8.75e9, 0.005e9, "EUR", ""}));
  EXPECT_EQ(money("rund 1.442,1 Mio. Euro", "de"), (Money{1442.1e6, 0.05e6, "EUR", "approx"}));
}

TEST(ClaimsMoney, AWordIsNoCurrency) { EXPECT_EQ(money("they try 5 million times").currency, ""); }

TEST(ClaimsDates, EveryFormOfADate) {
  EXPECT_THAT(dates("on 2 May 1990 and July 3, 2001, in March 2010, in 1991"), ElementsAre("1990-05-02", "2001-07-03", "2010-03", "1991"));
  EXPECT_THAT(dates("from 20 to 22 March 2016, July 6-8, 2017"), ElementsAre("2016-03-20/2016-03-22", "2017-07-06/2017-07-08"));
  EXPECT_THAT(dates("since 1990, in the 1980s, in spring 2004, about 1910"), ElementsAre("1990/..", "198X", "2004-21", "1910~"));
  EXPECT_THAT(dates("1992-02-11; 2014-2016; from 1962 to 1968"), ElementsAre("1992-02-11", "2014/2016", "1962/1968"));
  EXPECT_THAT(dates("am 21. März 1990, 21.01.1994, seit dem 3. Oktober 1990", "de"), ElementsAre("1990-03-21", "1994-01-21", "1990-10-03/.."));
}

TEST(ClaimsDates, NumbersThatAreNoYears) {
  EXPECT_THAT(dates("Over 1450 companies and some 2000 students"), IsEmpty());
  EXPECT_THAT(dates("at EXPO-2017, COP20 and resolution 2758"), IsEmpty());
  EXPECT_THAT(dates("8.9 % more than in 2016"), IsEmpty());
  EXPECT_THAT(dates("up 22 percent on 2009"), IsEmpty());
}

}  // namespace
}  // namespace comity::claims
