#include "comity/claims/extract.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "comity/claims/readers/readers.hpp"
#include "comity/claims/source_text.hpp"

namespace comity::claims {
namespace {

constexpr std::size_t piece_size = 4u << 20;

// The end of a piece: the last blank line, else line's end, else blank before the limit; never within a character.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= piece_size + piece_size / 4) return text.size();
  const std::size_t limit = begin + piece_size;
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const std::size_t at = text.rfind(mark, limit);
    if (at != std::string_view::npos && at > begin + piece_size / 2) return at + mark.size();
  }
  std::size_t at = limit;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

void trace_sentence(const Document& d, const Sentence& s, std::size_t claims_before, const std::function<void(std::string_view)>& out) {
  out(fmt::format("sentence: {}", d.of(s.range)));
  for (const CueSpot& cue : s.cues) {
    const std::string& meaning = d.grammar.texts[cue.data];
    out(fmt::format("  {:<18} {}{}", name_of(cue.cue), d.of(cue), meaning.empty() ? "" : " = " + meaning));
  }
  for (const Mention& one : d.mentions) out(fmt::format("  {:<18} {} = {}", "mention", d.of(one), one.side == Side::both ? "both" : one.side == Side::third ? "third: " + d.grammar.code(one.state) : d.code(one.side)));
  for (const Amount& one : s.amounts) out(fmt::format("  {:<18} {} = {} ± {} {}{}", "amount", d.of(one), one.value, one.tolerance, d.grammar.texts[one.currency], one.kind == Amount::Kind::percent ? "%" : one.kind == Amount::Kind::ordinal ? "th" : ""));
  for (const When& one : s.dates) out(fmt::format("  {:<18} {} = {}", "date", d.of(one), one.text()));
  for (const PersonSpot& one : s.persons) out(fmt::format("  {:<18} {}{}", "person", d.of(one), one.nameless ? " (a title alone)" : ""));
  for (std::size_t i = claims_before; i < d.claims.size(); ++i) {
    const Claim& claim = d.claims[i];
    out(fmt::format("  CLAIM {} {} {} {} {} | {}", name_of(claim.kind), claim.subject, claim.object, claim.unit, claim.period, d.text.substr(claim.plain.begin, claim.plain.end - claim.plain.begin)));
  }
}

// "3. Assistance (2022)": the number counts paragraphs and is no sentence.
void drop_enumerator(const Document& d, std::vector<SentenceRange>& ranges) {
  if (ranges.size() < 2 || ranges[0].end - ranges[0].begin != 2) return;
  const Token& first = d.tokens[ranges[0].begin];
  if (first.is(Token::Kind::number) && first.end - first.begin <= 2 && d.tokens[ranges[0].begin + 1].is(Token::Kind::stop)) ranges.erase(ranges.begin());
}

// "Agreement on Science. 29 March 2001": the date of what stands before it is no sentence.
void join_date(Document& d, std::vector<SentenceRange>& ranges) {
  constexpr std::uint32_t shortest = 4, longest = 6;
  if (ranges.size() != 2 || ranges[0].end - ranges[0].begin < shortest || ranges[1].end - ranges[1].begin > longest) return;
  bool year = false;
  for (std::uint32_t i = ranges[1].begin; i < ranges[1].end; ++i) {
    const Token& one = d.tokens[i];
    const std::string_view word = d.of(i);
    const bool signed_on = i == ranges[1].begin && (word == "Signed" || word == "signed");
    const bool month = one.is_word() && one.capital && one.word < d.grammar.stops.size() && (d.grammar.stops[one.word] & 2);
    year = year || (one.is(Token::Kind::number) && word.size() == 4);
    if (!signed_on && !month && word != "on" && !one.is(Token::Kind::number) && !one.is(Token::Kind::ordinal) && !one.is(Token::Kind::stop) && !one.is(Token::Kind::comma) && !one.is(Token::Kind::colon)) return;
  }
  Token& stop = d.tokens[ranges[0].end - 1];
  if (!year || !stop.is(Token::Kind::stop)) return;
  stop.kind = Token::Kind::comma;
  ranges[0].end = ranges[1].end;
  ranges.pop_back();
}

// "Exchange of delegations: From Norway: Prime Minister X (2005), …": guests follow the colon behind the side they came from.
bool opens_with_guests(const Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 10;
  for (const Mention& one : d.mentions) {
    if (one.begin > s.range.begin + farthest || one.end + 1 >= s.range.end) return false;
    if (one.form != NameForm::name || !d.tokens[one.end].is(Token::Kind::colon) || one.begin == s.range.begin) continue;
    if (!find_cue(s, Cue::from_word, one.begin - 1, one.begin) && !find_cue(s, Cue::to_word, one.begin - 1, one.begin)) continue;  // "Norway to Peru: President X" too
    return !s.dates.empty() && std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& who) { return who.titled && who.begin >= one.end + 1 && who.begin - one.end <= 2; });
  }
  return false;
}

// "Visits to Zambia from India: Prime Minister … in October 1964; President …": a heading and its list in one paragraph.
// "Visits: (a) From Croatia: 1. …": one side alone, with the word that says which way.
bool take_label(Document& d, Sentence& sentence, bool labelled) {
  constexpr std::uint32_t longest_label = 14;
  labelled = labelled || opens_with_guests(d, sentence);
  const bool heads = sentence.has(Cue::visit_heading) || sentence.has(Cue::visit_noun);
  if (!heads && !labelled && !d.heading.visits) return false;
  std::uint32_t colon = sentence.range.begin;
  while (colon < sentence.range.end && colon - sentence.range.begin < longest_label - 2 && !d.tokens[colon].is(Token::Kind::colon)) ++colon;
  if (colon + 1 >= sentence.range.end || !d.tokens[colon].is(Token::Kind::colon)) return false;
  std::uint32_t last = colon;
  for (std::uint32_t i = colon + 1; i + 1 < sentence.range.end && i - sentence.range.begin < longest_label; ++i) {
    if (d.tokens[i].is(Token::Kind::colon) && std::none_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin < colon && Document::is_pair(one.side); })) last = i;
  }
  colon = last;
  const CueSpot* visits = find_cue(sentence, Cue::visit_heading, sentence.range.begin, colon);
  if (!visits) visits = find_cue(sentence, Cue::visit_noun, sentence.range.begin, colon);
  if ((!visits && !labelled && !d.heading.visits) || (!sentence.dates.empty() && sentence.dates.front().begin < colon)) return false;
  const auto mentions = d.mentions;
  std::erase_if(d.mentions, [&](const Mention& one) { return one.begin >= colon || one.side == Side::both; });  // "Bilateral visits: in Norway: …"
  bool first = false, second = false;
  for (const Mention& one : d.mentions) first = first || one.side == Side::first, second = second || one.side == Side::second;
  const std::uint32_t name = d.mentions.size() == 1 ? d.mentions[0].begin : 0;
  const std::uint32_t way = name > sentence.range.begin + 1 && (d.of(name - 1) == "the" || d.of(name - 1) == "The") ? name - 2 : name - std::min(name, 1u);
  // "Visits to Norway in recent years: …", "in Norway: …" under "Visits"
  const bool led = name && (find_cue(sentence, Cue::from_word, way, way + 1) || find_cue(sentence, Cue::to_word, way, way + 1) || (d.grammar.language == "en" && find_cue(sentence, Cue::in_word, way, way + 1)));
  const bool one_sided = first != second && led && (d.mentions[0].end == colon || (visits && colon - d.mentions[0].end <= 5)) && (visits || name - sentence.range.begin <= 6);
  const bool a_to_b = first && second && labelled && d.mentions.size() == 2 && d.mentions[0].begin <= sentence.range.begin + 1 && find_cue(sentence, Cue::to_word, d.mentions[0].end, d.mentions[0].end + 1);
  const bool directed = (first && second && visits) || a_to_b || one_sided;
  if (directed) {
    Sentence head = sentence;
    head.range.end = colon;
    if (!visits) head.see(Cue::visit_heading);
    d.take_heading(head);
    sentence.range.begin = colon + 1;
    const auto before = [&](const Spot& one) { return one.begin < colon; };
    std::erase_if(sentence.cues, before);
    std::erase_if(sentence.names, before);
    std::erase_if(sentence.persons, before);
    for (auto& bits : sentence.seen) bits = 0;
    for (const CueSpot& cue : sentence.cues) sentence.see(cue.cue);
    if (!sentence.names.empty()) sentence.see(Cue::name);
  }
  d.mentions = mentions;
  if (directed) std::erase_if(d.mentions, [&](const Mention& one) { return one.begin < colon; });
  return directed;
}

// "Agreements/MoUs:", "The most important visits at high level:": a short line that ends with a colon heads what follows.
bool is_label_line(const Document& d, const Sentence& s, const Block& block, std::size_t sentences) {
  constexpr std::uint32_t longest_label = 14;
  if (block.kind != Block::Kind::paragraph || sentences != 1 || !d.tokens[s.range.end - 1].is(Token::Kind::colon)) return false;
  const bool way = d.mentions.size() == 2 && find_cue(s, Cue::from_word, s.range.begin, s.range.begin + 1);  // "From South Korea to the United Kingdom:"
  if (s.range.end - s.range.begin > longest_label || !s.dates.empty() || !s.amounts.empty()) return false;
  if (std::any_of(s.persons.begin(), s.persons.end(), [](const PersonSpot& one) { return one.titled; })) return false;
  const bool missions = s.has(Cue::mission_plural) && !s.has(Cue::mission_located) && d.mentions.size() <= 2;
  const bool told = s.has(Cue::treaty_noun) || s.has(Cue::treaty_heading) || s.has(Cue::visit_heading) || s.has(Cue::visit_noun) || s.has(Cue::visit_verb) || way || missions;
  return told || s.range.end - s.range.begin <= 6;
}

// "Japan's Economic Cooperation (cumulative total as of the end of 2014):" heads the lines behind it and says until when they count.
bool take_aid_caption(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 24;
  if (s.range.end - s.range.begin > longest || s.dates.size() != 1 || !s.dates[0].parens || d.mentions.size() > 1 || s.has(Cue::treaty_noun)) return false;
  bool cooperation = s.has(Cue::aid_noun), cumulative = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    cooperation = cooperation || d.of(i) == "Cooperation" || d.of(i) == "ODA";
    cumulative = cumulative || d.of(i) == "cumulative" || d.of(i) == "total" || d.of(i) == "until" || d.of(i) == "to";
  }
  if (!cooperation) return false;
  d.heading.aid = true;
  d.heading.period = (cumulative && !s.dates[0].year2 && !s.dates[0].until ? "../" : "") + s.dates[0].text();
  return true;
}

void read_block(Document& d, Sentence& sentence, std::vector<SentenceRange>& ranges, const Block& block, const Extractor::Options& options, Extractor::Result& result) {
  d.tokens.clear();
  ranges.clear();
  read_tokens(d.text, block.begin, block.end, d.grammar.words, d.tokens);
  split_sentences(d.text, d.tokens, 0, d.grammar.stops, ranges);
  result.words += d.tokens.size();
  ++d.blocks;
  drop_enumerator(d, ranges);
  join_date(d, ranges);
  bool labelled = false;
  d.told_when.clear(), d.told_meeting = false;
  for (const SentenceRange& range : ranges) {
    sentence.clear();
    sentence.range = {range.begin, range.end};
    sentence.block = block.kind;
    d.annotate(sentence);
    ++result.sentences;
    const std::size_t before = d.claims.size();
    if (take_label(d, sentence, labelled)) labelled = true;
    // "3. Assistance (2022)" numbers a section and says its year; "3. Air services (1993)" is an item.
    if (block.kind == Block::Kind::item && ranges.size() == 1 && range.end - range.begin <= 6 && sentence.dates.size() == 1 && sentence.dates[0].parens && sentence.dates[0].end + 1 == range.end &&
        (sentence.has(Cue::aid_noun) || sentence.has(Cue::trade_noun)) && !sentence.has(Cue::treaty_noun) && d.mentions.empty()) {
      sentence.block = Block::Kind::heading;
    }
    // "- Trade with Japan (1998):", "- VIP visits", "- From Japan to Ghana": an item that is the heading of those behind it.
    if (block.kind == Block::Kind::item && ranges.size() == 1 && sentence.amounts.empty() && sentence.persons.empty()) {
      const bool colon = d.tokens[range.end - 1].is(Token::Kind::colon);
      const bool visits = range.end - range.begin <= 4 && (sentence.has(Cue::visit_heading) || sentence.has(Cue::visit_noun)) && sentence.dates.empty();
      const bool way = d.heading.visits && sentence.dates.empty() && d.mentions.size() == 2 && find_cue(sentence, Cue::from_word, range.begin, range.begin + 1);
      if (visits || way || (colon && (sentence.has(Cue::trade_noun) || sentence.has(Cue::visit_noun) || (d.heading.visits && d.mentions.size() == 2)))) sentence.block = Block::Kind::heading;
    }
    if (is_label_line(d, sentence, block, ranges.size())) sentence.block = Block::Kind::heading;
    // Captions run into headings in copied pages: what ends a block without a stop and says "visits from A to B" is a heading.
    const bool stopped = d.tokens[range.end - 1].is(Token::Kind::stop);
    const bool run_in = block.kind == Block::Kind::paragraph && !stopped && sentence.has(Cue::visit_heading) && range.end - range.begin < 40;
    // A short line of a list without bullets: "2001  Prime Minister …".
    const bool line_of_list = block.kind == Block::Kind::heading && d.heading.visits && !sentence.dates.empty() && (!sentence.persons.empty() || d.heading.from != Side::none) && !(sentence.has(Cue::visit_heading) && sentence.dates.front().begin != range.begin);
    // The same where it is long: "2016  Prime Minister … (summit, 27 and 28 August)".
    if (block.kind == Block::Kind::paragraph && d.heading.visits && ranges.size() == 1 && !stopped && !sentence.dates.empty() && (sentence.dates.front().begin == range.begin || (d.heading.from != Side::none && sentence.dates.front().parens)) && !sentence.persons.empty() && !run_in) sentence.block = Block::Kind::item;
    if (labelled && block.kind == Block::Kind::paragraph) sentence.block = Block::Kind::item;
    // "September 2000" on a line of its own under "Visits from A to B" dates the lines behind it.
    if (d.heading.visits && d.heading.from != Side::none && ranges.size() == 1 && sentence.dates.size() == 1 && sentence.dates[0].begin == range.begin && sentence.dates[0].end == range.end) {
      d.heading.period = sentence.dates[0].text();
      d.heading.dated_line = true;
      continue;
    }
    if (d.heading.visits && d.heading.from != Side::none && !d.heading.period.empty() && ranges.size() == 1 && sentence.dates.empty() && !sentence.persons.empty() && !sentence.has(Cue::visit_heading) && !stopped && range.end - range.begin < 24) sentence.block = Block::Kind::item;
    // "Treaty of Friendship – 8 May 1996" without a bullet under "Bilateral agreements"
    const bool treaty_line = d.heading.treaties && sentence.has(Cue::treaty_noun) && range.end - range.begin > 3;
    if (block.kind == Block::Kind::heading && !sentence.dates.empty() && (line_of_list || treaty_line || (sentence.dates.front().begin == range.begin && range.end - range.begin > 3))) sentence.block = Block::Kind::item;
    if ((sentence.block == Block::Kind::heading && ranges.size() == 1) || run_in) d.take_heading(sentence);
    else if (block.kind == Block::Kind::row) d.take_column_head(sentence);
    read_people_captions(d, sentence);
    if (!(sentence.cues.empty() && sentence.dates.empty())) {
      for (const ReaderDefinition& reader : readers()) reader.read(d, sentence);
    }
    d.carry_dates(sentence, before);
    if (ranges.size() == 1 && d.claims.size() == before && d.grammar.language == "en" && !sentence.dates.empty()) take_aid_caption(d, sentence);
    if (options.trace) trace_sentence(d, sentence, before, options.trace);
    if (d.claims.size() == before) d.take_published(sentence);
    d.end_sentence(sentence);
    d.first_block = false;
  }
}

// The first heading or line, where it is a title: no sentence, and no date that heads a row copied out of a table.
std::string title_of(const PlainText& plain) {
  constexpr std::size_t longest = 120;
  if (plain.blocks.empty()) return {};
  const Block& first = plain.blocks.front();
  const std::string_view line = std::string_view(plain.text).substr(first.begin, first.end - first.begin);
  if (first.kind != Block::Kind::heading && (line.size() > longest || line.ends_with('.') || line.ends_with(':') || line.ends_with(';'))) return {};
  const bool has_digit = std::ranges::any_of(line, [](unsigned char c) { return std::isdigit(c) != 0; });
  std::size_t letters = 0, words = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool letter = i < line.size() && (static_cast<unsigned char>(line[i]) >= 0x80 || std::isalpha(static_cast<unsigned char>(line[i])));
    if (letter) ++letters;
    else words += letters >= 3, letters = 0;
  }
  return words >= 2 || !has_digit ? std::string(line.substr(0, longest)) : std::string();
}

}  // namespace

Extractor::Extractor(const std::filesystem::path& data_folder, const std::shared_ptr<const world::Resolver>& resolver)
    : resolver_(resolver), lexicon_(make_lexicon(data_folder, resolver)) {
  english_ = Grammar::load(data_folder, "en", *lexicon_);
  german_ = Grammar::load(data_folder, "de", *lexicon_);
}

const Grammar& Extractor::grammar(std::string_view language) const { return language == "de" ? *german_ : *english_; }

Extractor::Result Extractor::extract(std::string_view bytes, const Options& options) const {
  std::vector<Claim> all;
  Result result = extract(bytes, options, [&](std::vector<Claim>& claims) { std::move(claims.begin(), claims.end(), std::back_inserter(all)); });
  result.claims = std::move(all);
  return result;
}

Extractor::Result Extractor::extract(std::string_view bytes, const Options& options, const std::function<void(std::vector<Claim>&)>& take) const {
  Result result;
  SourceText head;
  read_source_text(bytes.substr(0, std::min<std::size_t>(bytes.size(), 1 << 18)), head);
  result.encoding = head.encoding;
  result.binary = head.binary;
  if (head.binary) return result;
  result.format = options.format.value_or(guess_format(options.file_name, head.text));
  PlainText first;
  read_markup(result.format, head.text, first);
  result.language = options.language.empty() ? std::string(guess_language(first.text)) : options.language;
  const Grammar& words = grammar(result.language);
  result.title = title_of(first);
  if (options.pair) {
    result.a = options.pair->first, result.b = options.pair->second;
  } else if (!find_pair(words, first, result.a, result.b, result.why_no_pair)) {
    return result;
  }
  // Non-UTF-8 documents are converted whole: they are small. UTF-8 is read in place, piece by piece.
  SourceText whole;
  read_source_text(bytes, whole);
  Places places(whole);
  Document document(words, result.a, result.b);
  Sentence sentence;
  std::vector<SentenceRange> ranges;
  for (std::size_t begin = 0; begin < whole.text.size();) {
    const std::size_t end = piece_end(whole.text, begin);
    PlainText plain;
    read_markup(result.format, whole.text.substr(begin, end - begin), plain);
    document.text = plain.text;
    document.first_block = begin == 0;
    for (const Block& block : plain.blocks) read_block(document, sentence, ranges, block, options, result);
    document.settle();
    for (Claim& claim : document.claims) {
      claim.quote = std::string(plain.text.substr(claim.plain.begin, claim.plain.end - claim.plain.begin));
      const auto start = places.at(begin + plain.source_of(claim.plain.begin));
      claim.start = start.code_points;
      claim.start_byte = start.byte;
    }
    // Ends may lie before a later start: a second walk.
    Places ends(whole);
    std::vector<Claim*> by_end;
    for (Claim& claim : document.claims) by_end.push_back(&claim);
    std::stable_sort(by_end.begin(), by_end.end(), [](const Claim* a, const Claim* b) { return a->plain.end < b->plain.end; });
    if (whole.encoding == "utf-8") {
      for (Claim* claim : by_end) claim->end_byte = whole.mark + begin + plain.source_of(claim->plain.end - 1) + 1;
    } else {
      for (Claim* claim : by_end) claim->end_byte = ends.at(begin + plain.source_of(claim->plain.end - 1) + 1).byte;
    }
    take(document.claims);
    document.claims.clear();
    begin = end;
  }
  return result;
}

}  // namespace comity::claims
